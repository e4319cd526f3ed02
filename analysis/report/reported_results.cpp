#include "analysis/report/reported_results.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iterator>
#include <set>
#include <sstream>
#include <utility>

#include "analysis/hdf5_input.h"
#include "model/contract.h"

namespace stepdown {
namespace {

using Why = NotReportable::Why;

/// "name = value" lines of canonical settings; what held before day 0 is left out.
std::map<std::string, std::string, std::less<>> settings_in(const std::string& text) {
  std::map<std::string, std::string, std::less<>> settings;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t sign = line.find(" = ");
    if (sign != std::string::npos && !line.starts_with("before_day_0.")) {
      settings[line.substr(0, sign)] = line.substr(sign + 3);
    }
  }
  return settings;
}

char capital(char letter) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
}

/// The word after --place in a command, without its folder and ending.
std::string place_in(const std::string& command) {
  std::istringstream words(command);
  for (std::string word; words >> word;) {
    if (word == "--place" && words >> word) {
      std::erase_if(word, [](char c) { return c == '\'' || c == '"'; });
      std::string place = std::filesystem::path(word).stem().string();
      for (std::size_t i = 0; i < place.size(); ++i) {
        const bool begins = i == 0 || place[i - 1] == ' ';
        place[i] = place[i] == '_' ? ' ' : begins ? capital(place[i]) : place[i];
      }
      return place;
    }
  }
  return "";
}

// Checked before the library is asked, so that what is no results file is called that.
const std::filesystem::path& results_at(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) {
    throw NotReportable(Why::unreadable, path.string() + " is a folder",
                        "name the results file in it: " + (path / "results.h5").string());
  }
  if (std::filesystem::exists(path) && !is_hdf5(path)) {
    throw NotReportable(Why::unreadable, path.string() + " is not a results file of stepdown",
                        "results.h5, which `run` and `compare` write into the folder of --out, is");
  }
  return path;
}

void expect_results_of_this_version(const Hdf5Input& file, const std::filesystem::path& path) {
  for (const char* name : {"provenance", "scenario", "run", "month"}) {
    if (!file.has(name)) {
      throw NotReportable(
          Why::unreadable, path.string() + " is no results file of stepdown: it has no " + name,
          "results.h5, which `run` and `compare` write into the folder of --out, is");
    }
  }
  const std::string version = file.text("provenance", "version");
  if (version != STEPDOWN_VERSION) {
    throw NotReportable(
        Why::unreadable,
        path.string() + " was written by stepdown " + version +
            ", and this is stepdown " STEPDOWN_VERSION,
        "use that version, or make the results again: " + file.text("provenance", "command"));
  }
}

/// Facts of the place and the calendar have to be the same for a difference to mean something.
std::string fact_that_differs(const std::vector<ReportedPlan>& plans) {
  for (const Parameter& parameter : parameter_registry()) {
    const bool must_be_the_same = parameter.role == Role::fact ||
                                  parameter.name == "horizon.start_year" ||
                                  parameter.name == "horizon.years";
    for (const ReportedPlan& plan : plans) {
      if (must_be_the_same && plan.value_of(parameter) != plans.front().value_of(parameter)) {
        return std::string(parameter.name) + " is " + plans.front().value_of(parameter) + " in " +
               plans.front().name + " but " + plan.value_of(parameter) + " in " + plan.name;
      }
    }
  }
  return "";
}

void expect_plans_to_compare(const std::vector<ReportedPlan>& plans) {
  if (plans.size() < 2) {
    throw NotReportable(Why::not_comparable,
                        "these results hold one scenario alone, and a report compares",
                        "`stepdown compare BASE.toml OTHER.toml --out FOLDER` makes results of "
                        "both with the same luck");
  }
  if (const std::string fact = fact_that_differs(plans); !fact.empty()) {
    throw NotReportable(Why::not_comparable, "these scenarios cannot be compared: " + fact,
                        "a difference means something in one place over one horizon only");
  }
  if (plans.front().settings.contains("laboratory.system")) {
    throw NotReportable(Why::not_comparable, "these are runs of the laboratory, not of services",
                        "`stepdown run` shows them beside the textbook's figures");
  }
}

std::vector<std::string> titles_told_apart(const std::vector<ReportedPlan>& plans) {
  std::vector<std::string> titles;
  for (const ReportedPlan& plan : plans) {
    const bool is_alone = std::ranges::count(plans, plan.title, &ReportedPlan::title) == 1;
    titles.push_back(is_alone && !plan.title.empty() ? plan.title
                                                     : plan.title + " (" + plan.name + ')');
  }
  return titles;
}

}  // namespace

std::string ReportedPlan::value_of(const Parameter& parameter) const {
  const auto found = settings.find(parameter.name);
  return found == settings.end() ? written(parameter, parameter.initial) : found->second;
}

double ReportedPlan::number_of(std::string_view parameter) const {
  const Parameter* found = find_parameter(parameter);
  expects(found != nullptr, "a report asks for parameters of the registry");
  return std::strtod(value_of(*found).c_str(), nullptr);
}

ReportedResults::ReportedResults(const std::filesystem::path& path,
                                 const std::vector<std::string>& order)
    : outcomes_(results_at(path)) {
  read_facts(path);
  put_in_order(order);
  expect_plans_to_compare(plans_);
  std::vector<std::string> names;
  std::ranges::transform(plans_, std::back_inserter(names), &ReportedPlan::name);
  std::vector<Measure> of_run;
  std::ranges::copy_if(run_measures(), std::back_inserter(of_run),
                       [this](const Measure& measure) { return has(measure.name); });
  comparison_ = compare(outcomes_, names, of_run);
  comparison_.scenarios = titles_told_apart(plans_);
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    plans_[i].title = comparison_.scenarios[i];
  }
  facts_.start_year = static_cast<int>(plans_.front().number_of("horizon.start_year"));
  facts_.years = static_cast<int>(plans_.front().number_of("horizon.years"));
  facts_.runs = outcomes_.runs();
}

void ReportedResults::read_facts(const std::filesystem::path& path) {
  const Hdf5Input file(path, "read " + path.string());
  expect_results_of_this_version(file, path);
  facts_.version = file.text("provenance", "version");
  facts_.command = file.text("provenance", "command");
  facts_.seed = file.whole("provenance", "seed");
  facts_.place = place_in(facts_.command);
  const std::vector<std::string> titles = file.texts("provenance/scenario_title");
  const std::vector<std::string> texts = file.texts("provenance/scenario_text");
  for (std::size_t i = 0; i < outcomes_.scenarios().size(); ++i) {
    plans_.push_back(
        {outcomes_.scenarios()[i], titles.at(i), texts.at(i), settings_in(texts.at(i)), i});
  }
  measures_ = file.names_in("/");
}

void ReportedResults::put_in_order(const std::vector<std::string>& order) {
  const auto rank = [&order](const ReportedPlan& plan) {
    return std::ranges::find(order, plan.name) - order.begin();
  };
  std::ranges::stable_sort(plans_, {}, rank);
}

bool ReportedResults::has(std::string_view measure) const {
  return std::ranges::find(measures_, measure) != measures_.end();
}

std::vector<std::vector<double>> ReportedResults::values(std::string_view measure) const {
  const auto all = outcomes_.values(measure);
  std::vector<std::vector<double>> in_order;
  std::ranges::transform(plans_, std::back_inserter(in_order),
                         [&](const ReportedPlan& plan) { return all[plan.row]; });
  return in_order;
}

std::vector<std::vector<double>> ReportedResults::monthly_values(std::string_view measure) const {
  const auto all = outcomes_.monthly_values(measure);
  std::vector<std::vector<double>> in_order;
  std::ranges::transform(plans_, std::back_inserter(in_order),
                         [&](const ReportedPlan& plan) { return all[plan.row]; });
  return in_order;
}

std::vector<std::string> scenarios_in(const std::filesystem::path& path) {
  return OutcomeFile(results_at(path)).scenarios();
}

}  // namespace stepdown
