#include "analysis/decision/best_option.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double usual_share_of_range = 0.1;
constexpr double surely = 0.95;

/// Less of the objective is better.
class LessIsBetter : public OptionRuns {
 public:
  LessIsBetter(OptionTrials& trials, std::size_t column) : trials_(trials), column_(column) {}
  bool make(std::span<const std::size_t> options, std::size_t first, std::size_t end) override {
    return trials_.make(options, first, end);
  }
  double value(std::size_t option, std::size_t run) const override {
    return -trials_.value(option, column_, run);
  }

 private:
  OptionTrials& trials_;
  std::size_t column_;
};

class Choosing {
 public:
  Choosing(OptionTrials& trials, const ChoicePlan& plan)
      : trials_(trials), plan_(plan), models_(trials.service_models()) {
    check_comparable(plan.objectives, models_);
    for (std::size_t option = 0; option < trials.size(); ++option) {
      made_.options.push_back({option, Standing::beaten, 0, {}, {}, {}, 0});
      for (std::size_t i = 1; i < plan.objectives.size(); ++i) {
        if (!is_judged_by(i, option)) {
          made_.options.back().not_judged_by.push_back(i);
        }
      }
      in_.push_back(option);
    }
  }

  BestOption made() {
    made_.is_complete = trials_.make(in_, 0, plan_.first_runs);
    if (!made_.is_complete) {
      return made_;
    }
    made_.indifference = indifference();
    leave_out_of(in_);
    while (made_.is_complete) {
      hold_contest();
      const std::size_t before = in_.size();
      if (made_.is_complete) {
        leave_out_of(made_.left);
      }
      if (in_.size() == before) {
        break;
      }
    }
    for (OptionTold& told : made_.options) {
      describe(told);
    }
    mark_equals();
    return made_;
  }

 private:
  double indifference() const {
    if (plan_.indifference > 0) {
      return plan_.indifference;
    }
    const auto mean_of = [&](std::size_t option) {
      return summarise(trials_.values(option, objective())).mean;
    };
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (std::size_t option = 0; option < trials_.size(); ++option) {
      const double mean = mean_of(option);
      least = std::isnan(mean) ? least : std::min(least, mean);
      most = std::isnan(mean) ? most : std::max(most, mean);
    }
    if (most > least) {
      return usual_share_of_range * (most - least);
    }
    return 1;  // where all are equal in every run, any difference will do
  }

  std::size_t objective() const { return plan_.objectives.front().column; }

  void hold_contest() {
    LessIsBetter runs(trials_, objective());
    const Selected selected = select_best(
        runs, in_, {plan_.confidence, made_.indifference, plan_.first_runs, 10, plan_.budget});
    made_.left = selected.left;
    made_.is_decided = selected.is_decided;
    made_.is_complete = selected.is_complete;
    made_.without_value = selected.without_value;
    // The winner is judged against a baseline that may have dropped out long before.
    const std::vector<std::size_t> baseline{0};
    for (const std::size_t option : made_.left) {
      made_.is_complete = made_.is_complete && trials_.make(baseline, 0, trials_.runs_of(option));
    }
  }

  std::vector<double> values(std::size_t option, std::size_t column, std::size_t runs) const {
    std::vector<double> all = trials_.values(option, column);
    all.resize(runs, std::nan(""));
    return all;
  }

  std::size_t runs_with_baseline(std::size_t option) const {
    return std::min(trials_.runs_of(0), trials_.runs_of(option));
  }

  CareVerdict care_of(std::size_t option) const {
    std::vector<std::vector<double>> baseline;
    std::vector<std::vector<double>> own;
    const std::size_t runs = runs_with_baseline(option);
    for (const std::size_t column : care_columns()) {
      baseline.push_back(values(0, column, runs));
      own.push_back(values(option, column, runs));
    }
    return judged_care(baseline, own, trials_.size() - 1);
  }

  bool is_judged_by(std::size_t objective, std::size_t option) const {
    return models_.are_comparable(plan_.objectives[objective].name(), 0, option);
  }

  /// A further objective under which the option is surely worse, from 1; 0 if there is none.
  std::size_t worse_under(std::size_t option) const {
    const std::size_t runs = runs_with_baseline(option);
    for (std::size_t i = 1; i < plan_.objectives.size(); ++i) {
      if (!is_judged_by(i, option)) {
        continue;
      }
      const std::size_t column = plan_.objectives[i].column;
      const Summary over_runs =
          paired_difference(values(0, column, runs), values(option, column, runs)).over_runs;
      const double others = static_cast<double>((trials_.size() - 1) * plan_.objectives.size());
      if (over_runs.runs >= 2 &&
          over_runs.mean - half_width_of_mean(over_runs.deviation, over_runs.runs,
                                              1 - 2 * (1 - surely) / others) >
              0) {
        return i;
      }
    }
    return 0;
  }

  void leave_out_of(const std::vector<std::size_t>& looked_at) {
    std::set<std::size_t> out;
    for (const std::size_t option : looked_at) {
      if (option == 0) {
        continue;
      }
      OptionTold& told = made_.options[option];
      told.worse_under = worse_under(option);
      if (care_of(option).care == Care::worse) {
        told.standing = Standing::ruled_out;
        out.insert(option);
      } else if (told.worse_under > 0) {
        told.standing = Standing::worse_otherwise;
        out.insert(option);
      }
    }
    std::erase_if(in_, [&](std::size_t option) { return out.contains(option); });
  }

  void describe(OptionTold& told) const {
    const bool is_left = std::ranges::find(made_.left, told.option) != made_.left.end();
    if (is_left && std::ranges::find(in_, told.option) != in_.end()) {
      told.standing = made_.is_decided ? Standing::best : Standing::left;
    }
    told.runs = trials_.runs_of(told.option);
    const std::size_t runs = runs_with_baseline(told.option);
    const std::vector<double> baseline = values(0, objective(), runs);
    told.from_baseline = paired_difference(baseline, values(told.option, objective(), runs));
    const double luck = summarise(trials_.values(0, objective())).mean - summarise(baseline).mean;
    std::vector<double> own = trials_.values(told.option, objective());
    for (double& value : own) {
      value += std::isnan(luck) ? 0 : luck;
    }
    told.own = summarise(own);
    if (told.option > 0) {
      told.care = care_of(told.option);
    }
  }

  void mark_equals() {
    if (!made_.is_decided || made_.left.empty()) {
      return;
    }
    const std::size_t best = made_.left.front();
    for (OptionTold& told : made_.options) {
      const std::size_t runs = std::min(trials_.runs_of(best), trials_.runs_of(told.option));
      if (told.standing == Standing::beaten &&
          paired_difference(values(best, objective(), runs), values(told.option, objective(), runs))
                  .verdict == Verdict::the_same) {
        told.standing = Standing::the_same;
      }
    }
  }

  OptionTrials& trials_;
  const ChoicePlan& plan_;
  ServiceModels models_;
  std::vector<std::size_t> in_;
  BestOption made_;
};

}  // namespace

std::string name_of(Standing standing) {
  switch (standing) {
    case Standing::best:
      return "best";
    case Standing::the_same:
      return "the_same";
    case Standing::left:
      return "too_close_to_call";
    case Standing::beaten:
      return "beaten";
    case Standing::ruled_out:
      return "ruled_out";
    case Standing::worse_otherwise:
      return "worse_otherwise";
  }
  broken("a standing has a name");
}

BestOption choose_best(OptionTrials& trials, const ChoicePlan& plan) {
  expects(trials.size() >= 2, "a choice is between at least two");
  return Choosing(trials, plan).made();
}

std::vector<std::size_t> columns_of(const std::vector<Objective>& objectives) {
  std::vector<std::size_t> columns;
  for (const Objective& objective : objectives) {
    columns.push_back(objective.column);
  }
  for (const std::size_t column : care_columns()) {
    columns.push_back(column);
  }
  return columns;
}

}  // namespace stepdown
