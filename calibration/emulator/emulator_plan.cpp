#include "calibration/emulator/emulator_plan.h"

#include <algorithm>
#include <array>
#include <optional>

#include "calibration/toml_fields.h"
#include "model/outcomes/outcomes.h"
#include "model/parameters/registry.h"
#include "scenarios/measure_words.h"
#include "scenarios/nearest_word.h"
#include "scenarios/parameter_words.h"
#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

constexpr std::array<std::string_view, 4> tables = {"points", "facts", "prior", "outcomes"};
constexpr double most_points = 100'000;
// A single run of a point says nothing of how far luck moves it.
constexpr double fewest_runs = 2;
constexpr double largest_spread = 3;
constexpr double widest_prior = 10;
constexpr double most_discrepancy = 2;

/// Reads the four tables of a plan.
class PlanReader {
 public:
  PlanReader(const TextFile& file, std::vector<Problem>& problems)
      : file_(file), problems_(problems) {}

  EmulatorPlan read(const std::vector<TomlEntry>& root) {
    for (const TomlEntry& table : root) {
      if (table.key == "points") {
        read_points(table);
      } else if (table.key == "facts") {
        read_inputs(table, facts_, true);
      } else if (table.key == "prior") {
        read_inputs(table, prior_, false);
      } else if (table.key == "outcomes") {
        read_measures(table);
      } else {
        refuse(table.at, "there is no table [" + table.key + "] in a plan of local fits",
               "there are " + quoted_list({tables.begin(), tables.end()}, "and"));
      }
    }
    if (problems_.empty() && (prior_.empty() || plan_.measures.empty())) {
      refuse({}, prior_.empty() ? "[prior] names no parameter" : "[outcomes] names no measure",
             prior_.empty() ? "write [prior] and below it \"need.easing\" = [0.8, 2.5, 0.5]"
                            : "write [outcomes] and below it rereferral_12m = [12.6, 30.3, 0.1]");
    }
    plan_.inputs = facts_;
    plan_.inputs.insert(plan_.inputs.end(), prior_.begin(), prior_.end());
    return std::move(plan_);
  }

 private:
  void refuse(TextSpan at, std::string message, std::string advice) {
    problems_.push_back(
        file_.problem(Fault::calibration_file, at, std::move(message), std::move(advice)));
  }

  void read_points(const TomlEntry& table) {
    TomlFields fields(file_, table, problems_);
    plan_.settings = fields.texts("settings");
    plan_.runs =
        static_cast<std::uint32_t>(fields.number_or("runs", plan_.runs, fewest_runs, 1000));
    plan_.first_points = static_cast<std::size_t>(fields.number("first", 1, most_points));
    plan_.second_points = static_cast<std::size_t>(fields.number_or("second", 0, 0, most_points));
    plan_.spread = fields.number_or("spread", plan_.spread, 0.1, largest_spread);
    fields.refuse_others();
  }

  std::optional<std::vector<double>> numbers(const TomlEntry& entry, std::size_t count) const {
    const auto* list = std::get_if<std::vector<RawValue>>(&entry.value.content);
    if (!list || list->size() != count) {
      return {};
    }
    std::vector<double> made;
    for (const RawValue& each : *list) {
      const auto* number = std::get_if<double>(&each.content);
      if (!number) {
        return {};
      }
      made.push_back(*number);
    }
    return made;
  }

  void read_inputs(const TomlEntry& table, std::vector<Input>& into, bool facts) {
    for (const TomlEntry& entry : table.table) {
      const Parameter* parameter = find_parameter(entry.key);
      if (!parameter) {
        refuse(entry.at, "unknown setting `" + entry.key + "`",
               advice_on_unknown(entry.key, Naming::in_full));
        continue;
      }
      const bool is_count = facts && parameter->kind == Kind::whole;
      if ((parameter->kind != Kind::real && !is_count) || !may_stand(*parameter, facts)) {
        refuse(entry.at, "`" + entry.key + "` cannot stand here",
               facts ? "[facts] are facts of a place that are numbers"
                     : "[prior] has uncertainties and levers that are numbers with decimals");
        continue;
      }
      const auto row = numbers(entry, 3);
      if (!row || !bounds_are_sound(*parameter, is_count, {(*row)[0], (*row)[1]}) ||
          !((*row)[2] > 0 && (*row)[2] <= widest_prior)) {
        refuse(entry.value.at, "`" + entry.key + "` needs bounds and a standard deviation",
               "write [low, high, sd], bounds within " + range_in_words(*parameter) +
                   (is_count ? " and counted per 10,000 children" : "") +
                   ", sd on the line between them, above 0 and at most 10");
        continue;
      }
      into.push_back({{parameter, {(*row)[0], (*row)[1]}}, (*row)[2], is_count});
    }
  }

  static bool may_stand(const Parameter& parameter, bool facts) {
    return facts ? parameter.role == Role::fact
                 : parameter.role == Role::uncertainty || parameter.role == Role::lever;
  }

  static bool bounds_are_sound(const Parameter& parameter, bool is_count, Bounds bounds) {
    return bounds.low < bounds.high && bounds.low >= parameter.bounds.low &&
           (is_count || bounds.high <= parameter.bounds.high);
  }

  void read_measures(const TomlEntry& table) {
    const auto measures = run_measures();
    for (const TomlEntry& entry : table.table) {
      const auto measure = std::ranges::find(measures, std::string_view(entry.key), &Measure::name);
      if (measure == measures.end()) {
        refuse(entry.at, "there is no measure `" + entry.key + "` with one value a run",
               advice_on_measure(entry.key, measures));
        continue;
      }
      const auto row = numbers(entry, 3);
      if (!row || !((*row)[0] < (*row)[1]) || !((*row)[2] >= 0 && (*row)[2] <= most_discrepancy)) {
        refuse(entry.value.at,
               "`" + entry.key + "` needs the range in which authorities lie, and a discrepancy",
               "write [low, high, discrepancy], the last from 0 to 2: a share of a rate, logits of "
               "a percentage");
        continue;
      }
      plan_.measures.push_back({entry.key,
                                static_cast<std::size_t>(measure - measures.begin()),
                                {(*row)[0], (*row)[1]},
                                (*row)[2]});
    }
  }

  const TextFile& file_;
  std::vector<Problem>& problems_;
  EmulatorPlan plan_;
  std::vector<Input> facts_;
  std::vector<Input> prior_;
};

}  // namespace

EmulatorPlan read_emulator_plan(const std::string& path, const std::string& text) {
  const TextFile file{path, lines_of(text)};
  std::vector<Problem> problems;
  EmulatorPlan plan;
  if (const auto root = read_toml(file, problems)) {
    plan = PlanReader(file, problems).read(*root);
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return plan;
}

}  // namespace stepdown
