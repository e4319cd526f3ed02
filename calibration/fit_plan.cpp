#include "calibration/fit_plan.h"

#include <algorithm>
#include <array>

#include "calibration/toml_fields.h"
#include "model/parameters/registry.h"
#include "scenarios/nearest_word.h"
#include "scenarios/parameter_words.h"
#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

constexpr std::array<std::string_view, 5> tables = {"evaluation", "search", "fit", "ensemble",
                                                    "drawn_in_ensemble"};

/// Reads the five tables of a fit file.
class FitPlanReader {
 public:
  FitPlanReader(const TextFile& file, std::vector<Problem>& problems)
      : file_(file), problems_(problems) {}

  FitPlan read(const std::vector<TomlEntry>& root) {
    FitPlan plan;
    for (const TomlEntry& table : root) {
      if (table.key == "evaluation") {
        TomlFields fields(file_, table, problems_);
        plan.runs = static_cast<std::uint32_t>(fields.number_or("runs", plan.runs, 1, 1000));
        plan.settings = fields.texts("settings");
        fields.refuse_others();
      } else if (table.key == "search") {
        TomlFields fields(file_, table, problems_);
        plan.iterations =
            static_cast<int>(fields.number_or("iterations", plan.iterations, 1, 1000));
        plan.step = fields.number_or("step", plan.step, 1e-6, 2);
        plan.pull_sd = fields.number_or("pull_sd", plan.pull_sd, 1e-3, 1e6);
        fields.refuse_others();
      } else if (table.key == "ensemble") {
        TomlFields fields(file_, table, problems_);
        plan.misfit_factor = fields.number_or("misfit_factor", plan.misfit_factor, 1, 100);
        plan.misfit_enough = fields.number_or("misfit_enough", plan.misfit_enough, 0, 100);
        plan.member_iterations =
            static_cast<int>(fields.number_or("iterations", plan.member_iterations, 1, 1000));
        fields.refuse_others();
      } else if (table.key == "fit") {
        plan.fitted = free_parameters(table, true);
      } else if (table.key == "drawn_in_ensemble") {
        plan.drawn = free_parameters(table, false);
      } else {
        refuse(table.at, "there is no table [" + table.key + "] in a fit file",
               "there are " + quoted_list({tables.begin(), tables.end()}, "and"));
      }
    }
    if (plan.fitted.empty() && problems_.empty()) {
      refuse({}, "[fit] names no parameter", "write [fit] and below it \"need.easing\" = []");
    }
    return plan;
  }

 private:
  void refuse(TextSpan at, std::string message, std::string advice) {
    problems_.push_back(
        file_.problem(Fault::calibration_file, at, std::move(message), std::move(advice)));
  }

  std::vector<FreeParameter> free_parameters(const TomlEntry& table, bool with_levers) {
    std::vector<FreeParameter> made;
    for (const TomlEntry& entry : table.table) {
      const Parameter* parameter = find_parameter(entry.key);
      if (!parameter) {
        refuse(entry.at, "unknown setting `" + entry.key + "`", advice_on_unknown(entry.key));
      } else if (parameter->kind != Kind::real || !may_move(*parameter, with_levers)) {
        refuse(entry.at, "`" + entry.key + "` cannot stand here",
               with_levers ? "a fit moves uncertainties and levers that are numbers with decimals"
                           : "a world is drawn from uncertainties that are numbers with decimals");
      } else {
        made.push_back({parameter, bounds_of(*parameter, entry)});
      }
    }
    return made;
  }

  // What an authority decides is fitted in the base and is then the same in every world.
  static bool may_move(const Parameter& parameter, bool with_levers) {
    return parameter.role == Role::uncertainty || (with_levers && parameter.role == Role::lever);
  }

  Bounds bounds_of(const Parameter& parameter, const TomlEntry& entry) {
    const auto* list = std::get_if<std::vector<RawValue>>(&entry.value.content);
    if (list && list->empty()) {
      return parameter.bounds;
    }
    const bool has_two = list && list->size() == 2;
    const auto* low = has_two ? std::get_if<double>(&list->front().content) : nullptr;
    const auto* high = has_two ? std::get_if<double>(&list->back().content) : nullptr;
    if (!low || !high || *low >= *high || *low < parameter.bounds.low ||
        *high > parameter.bounds.high) {
      refuse(entry.value.at, "`" + entry.key + "` needs its two bounds",
             "write [] for those of the registry (" + range_in_words(parameter) +
                 "), or [low, high] within them");
      return parameter.bounds;
    }
    return {*low, *high};
  }

  const TextFile& file_;
  std::vector<Problem>& problems_;
};

}  // namespace

FitPlan read_fit_plan(const std::string& path, const std::string& text) {
  const TextFile file{path, lines_of(text)};
  std::vector<Problem> problems;
  FitPlan plan;
  if (const auto root = read_toml(file, problems)) {
    plan = FitPlanReader(file, problems).read(*root);
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return plan;
}

}  // namespace stepdown
