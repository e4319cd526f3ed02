#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/decision/care_rule.h"
#include "analysis/decision/objective.h"
#include "analysis/decision/option_trials.h"
#include "analysis/decision/selection.h"
#include "analysis/paired_difference.h"
#include "analysis/summary.h"

namespace stepdown {

/// Where an option ended: `best`; `the_same` as the best in every run of both; `left` beside others
/// when the budget ended; `beaten`;
/// `ruled_out` by the rule that no fifth of areas may fare worse; `worse_otherwise` under a further
/// measure.
enum class Standing : unsigned char { best, the_same, left, beaten, ruled_out, worse_otherwise };

/// "ruled_out"
std::string name_of(Standing standing);

/// What is known of an option when the choice ended.
struct OptionTold {
  std::size_t option = 0;
  Standing standing = Standing::beaten;
  std::size_t runs = 0;
  Summary own;  // put right by how lucky the baseline was in these runs: beside any other's
  PairedDifference from_baseline;  // over the runs of both
  CareVerdict care;
  std::size_t worse_under = 0;                  // of `worse_otherwise`: which further objective
  std::vector<std::size_t> not_judged_by = {};  // further objectives of another meaning under it

  bool may_be_chosen() const {
    return standing != Standing::ruled_out && standing != Standing::worse_otherwise;
  }
};

/// The choice among options, of which the first is the baseline.
struct BestOption {
  std::vector<OptionTold> options;  // in their order
  std::vector<std::size_t> left;    // the best alone, or those that the budget did not tell apart
  double indifference = 0;
  bool is_decided = false;
  bool is_complete = true;  // whether nobody stopped it
  std::size_t without_value = 0;
};

/// How a choice is made: by the first objective; `indifference` 0 takes a tenth of the gap between
/// the best and the worst mean in the first runs.
struct ChoicePlan {
  std::vector<Objective> objectives;
  double confidence = 0.95;
  double indifference = 0;
  std::size_t first_runs = 30;
  std::size_t budget = 1000;
};

/// Throws NotComparable where the options cannot be ranked by the objectives; by a further one that
/// means something else under an option than under the baseline that option is not judged. Options
/// that are surely worse by the rule, or under a further objective, are left out before
/// the contest of select_best and again after it, when more runs are known: the contest is then
/// held once more without them, from the runs that are there.
BestOption choose_best(OptionTrials& trials, const ChoicePlan& plan);

/// The columns of the run measures that a choice by these objectives looks at.
std::vector<std::size_t> columns_of(const std::vector<Objective>& objectives);

}  // namespace stepdown
