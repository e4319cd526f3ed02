#include "analysis/report/reported_results.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "analysis/comparability.h"

namespace stepdown {
namespace {

constexpr std::string_view before_day_0 = "before_day_0.";

/// The lines that begin so, without their beginning, taken out of the others.
SettingLines taken_out(SettingLines& lines, std::string_view beginning) {
  SettingLines taken;
  for (const auto& [name, value] : lines) {
    if (name.starts_with(beginning)) {
      taken[name.substr(beginning.size())] = value;
    }
  }
  std::erase_if(lines, [&](const auto& line) { return line.first.starts_with(beginning); });
  return taken;
}

/// Facts of the place and the calendar have to be the same for a difference to mean something.
std::string fact_that_differs(const std::vector<ReportedPlan>& plans) {
  for (const Parameter& parameter : parameter_registry()) {
    if (!must_be_the_same(parameter)) {
      continue;
    }
    for (const ReportedPlan& plan : plans) {
      if (plan.value_of(parameter) != plans.front().value_of(parameter)) {
        return std::string(parameter.name) + " is " + plans.front().value_of(parameter) + " in " +
               plans.front().name + " but " + plan.value_of(parameter) + " in " + plan.name;
      }
    }
  }
  return "";
}

void expect_plans_to_compare(const std::vector<ReportedPlan>& plans) {
  if (plans.size() < 2) {
    throw NotReportable("these results hold one scenario alone, and a report compares",
                        "`stepdown compare BASE.toml OTHER.toml --out FOLDER` makes results of "
                        "both with the same luck");
  }
  if (const std::string fact = fact_that_differs(plans); !fact.empty()) {
    throw NotReportable("these scenarios cannot be compared: " + fact,
                        "a difference means something in one place over one horizon only");
  }
  if (plans.front().settings.contains("laboratory.system")) {
    throw NotReportable("these are runs of the laboratory, not of services",
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

std::string what_worlds_fit(const ReportedFacts& facts) {
  return facts.is_fitted
             ? "fit " + (facts.place.empty() ? "the authority" : facts.place) + "'s own figures"
             : "fit the official figures about as well";
}

std::string ReportedPlan::value_of(const Parameter& parameter) const {
  const auto found = settings.find(parameter.name);
  return found == settings.end() ? written(parameter, parameter.initial) : found->second;
}

bool ReportedPlan::uses(const Parameter& parameter) const {
  const Parameter* option = find_parameter(parameter.only_when.option);
  return option == nullptr ||
         value_of(*option) == '"' + std::string(parameter.only_when.answer) + '"';
}

ReportedResults::ReportedResults(const std::filesystem::path& path,
                                 const std::vector<std::string>& order)
    : outcomes_(path) {
  read_facts();
  put_in_order(order);
  expect_plans_to_compare(plans_);
  std::vector<std::string> names;
  std::ranges::transform(plans_, std::back_inserter(names), &ReportedPlan::name);
  std::vector<Measure> of_run;
  std::ranges::copy_if(run_measures(), std::back_inserter(of_run),
                       [this](const Measure& measure) { return has(measure.name); });
  const std::vector<std::string> titles = titles_told_apart(plans_);
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    plans_[i].title = titles[i];
  }
  for (std::size_t draw = 0; draw < outcomes_.draws().size(); ++draw) {
    worlds_.push_back({outcomes_.draws()[draw], compare(outcomes_, names, of_run, draw)});
    worlds_.back().comparison.scenarios = titles;
  }
}

void ReportedResults::read_facts() {
  const Provenance& made = outcomes_.provenance();
  facts_ = {made.version,
            made.command,
            made.seed,
            made.place_title,
            made.official,
            made.start_year,
            made.years,
            outcomes_.runs(),
            outcomes_.draws().size() > 1 ? outcomes_.draws().front() : "",
            !made.fitted_by.empty(),
            made.runs_until};
  for (std::size_t i = 0; i < made.scenarios.size(); ++i) {
    const ScenarioText& scenario = made.scenarios[i];
    SettingLines settings = setting_lines(scenario.text);
    const SettingLines before = taken_out(settings, before_day_0);
    plans_.push_back({scenario.name, scenario.title, scenario.question, scenario.text, settings,
                      before, setting_lines(scenario.stated_sources), scenario.evidence, i});
  }
  for (const StoredMeasure& measure : outcomes_.measures()) {
    measures_.push_back(measure.name);
  }
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
  return OutcomeFile(path).scenarios();
}

}  // namespace stepdown
