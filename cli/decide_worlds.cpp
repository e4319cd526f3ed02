#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/decision/break_even.h"
#include "analysis/decision/care_rule.h"
#include "analysis/decision/further_measure.h"
#include "analysis/decision/told_break_even.h"
#include "analysis/decision/told_worlds.h"
#include "analysis/paired_difference.h"
#include "analysis/sampling/scrambled_sobol.h"
#include "analysis/study/study.h"
#include "analysis/study/varied.h"
#include "cli/decide_options.h"
#include "cli/decision_work.h"
#include "cli/study_work.h"

namespace stepdown {
namespace {

constexpr std::size_t first_values = 9;
constexpr std::size_t further_values = 5;

/// The baseline and the policy at points of what is varied, as options of the trials.
class PlansAtPoints {
 public:
  PlansAtPoints(const std::vector<Scenario>& scenarios, const std::vector<Varied>& varied,
                const DecideOptions& options, DecisionWork& work)
      : study_(scenarios, varied, {}, 1, options.work.seed_of_luck()), work_(work) {
    const std::vector<std::string> names = study_.names();
    baseline_ = place_of(names, scenarios.front().name());
    policy_ = place_of(names, scenarios.back().name());
  }

  /// Returns the number of the point.
  std::size_t add(const std::vector<double>& values, std::uint32_t luck) {
    const std::vector<PlanOfRun> plans = study_.at({values, 0});
    const std::size_t point = points_++;
    // Varied levers may leave plans with one past, and varied facts never give two of a point.
    const bool share_a_past = plans[baseline_].warm_up == plans[policy_].warm_up;
    for (const std::size_t which : {baseline_, policy_}) {
      PlanOfRun plan = plans[which];
      plan.name += '@' + std::to_string(point + 1);
      work_.trials().add(std::move(plan), 2 * point + (share_a_past || which == baseline_ ? 0 : 1),
                         luck);
    }
    return point;
  }

  bool make(std::size_t first, std::size_t end, std::size_t runs) {
    std::vector<std::size_t> options;
    for (std::size_t point = first; point < end; ++point) {
      options.push_back(2 * point);
      options.push_back(2 * point + 1);
    }
    return work_.trials().make(options, 0, runs);
  }

  std::size_t points() const { return points_; }
  std::vector<double> of_baseline(std::size_t point, std::size_t column) const {
    return work_.trials().values(2 * point, column);
  }
  std::vector<double> of_policy(std::size_t point, std::size_t column) const {
    return work_.trials().values(2 * point + 1, column);
  }

  std::vector<double> differences(std::size_t point, std::size_t column) const {
    const std::vector<double> policy = of_policy(point, column);
    std::vector<double> baseline = of_baseline(point, column);
    baseline.resize(policy.size(), std::nan(""));
    return differences_by_run(baseline, policy);
  }
  ByPoint differences(std::size_t column) const {
    ByPoint all;
    for (std::size_t point = 0; point < points_; ++point) {
      all.push_back(differences(point, column));
    }
    return all;
  }

 private:
  static std::size_t place_of(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
  }

  Study study_;
  DecisionWork& work_;
  std::size_t baseline_ = 0;
  std::size_t policy_ = 0;
  std::size_t points_ = 0;
};

CareVerdict care_at(const PlansAtPoints& plans, std::size_t point, std::size_t judged) {
  std::vector<std::vector<double>> baseline;
  std::vector<std::vector<double>> policy;
  for (const std::size_t column : care_columns()) {
    baseline.push_back(plans.of_baseline(point, column));
    policy.push_back(plans.of_policy(point, column));
  }
  return judged_care(baseline, policy, judged);
}

/// Over worlds of which each counts once: what it comes to over the runs that both plans have.
CareVerdict care_over_worlds(const PlansAtPoints& plans) {
  std::vector<std::vector<double>> baseline;
  std::vector<std::vector<double>> policy;
  for (const std::size_t column : care_columns()) {
    ByPoint of_baseline;
    ByPoint of_policy;
    for (std::size_t point = 0; point < plans.points(); ++point) {
      of_baseline.push_back(plans.of_baseline(point, column));
      of_policy.push_back(plans.of_policy(point, column));
      const std::size_t runs = std::max(of_baseline.back().size(), of_policy.back().size());
      of_baseline.back().resize(runs, std::nan(""));
      of_policy.back().resize(runs, std::nan(""));
      for (std::size_t run = 0; run < runs; ++run) {
        double& of_one = of_baseline.back()[run];
        double& of_other = of_policy.back()[run];
        of_one = std::isnan(of_other) ? of_other : of_one;
        of_other = std::isnan(of_one) ? of_one : of_other;
      }
    }
    baseline.push_back(mean_of_each_point(of_baseline));
    policy.push_back(mean_of_each_point(of_policy));
  }
  return judged_care(baseline, policy, 1);
}

struct FurtherTold {
  std::vector<std::string> words;
  bool is_worse = false;
};

/// `observed` gives one difference for each independent observation.
FurtherTold judged_by_others(const PlansAtPoints& plans, const std::vector<Objective>& objectives,
                             const ServiceModels& models, const TwoPlans& titles,
                             std::vector<double> (*observed)(const ByPoint&)) {
  FurtherTold told;
  for (std::size_t i = 1; i < objectives.size(); ++i) {
    if (!models.are_all_comparable(objectives[i].name())) {
      told.words.push_back(not_judged_told(objectives[i], {titles.policy}));
      continue;
    }
    const FurtherMeasure judged =
        judged_further(objectives[i], observed(plans.differences(objectives[i].column)),
                       objectives.size() - 1, titles.policy);
    told.words.push_back(judged.words);
    told.is_worse = told.is_worse || judged.is_worse;
  }
  return told;
}

void append(std::vector<std::string>& cautions, const std::vector<std::string>& more) {
  cautions.insert(cautions.end(), more.begin(), more.end());
}

TwoPlans titles_of(const std::vector<Scenario>& scenarios) {
  const bool differ = scenarios.front().title() != scenarios.back().title();
  return {differ ? scenarios.front().title() : scenarios.front().name(),
          differ ? scenarios.back().title() : scenarios.back().name()};
}

const Varied& one_range(const std::vector<Varied>& varied) {
  if (varied.size() != 1 || !varied.front().is_range()) {
    throw UsageError("a break-even is that of one range",
                     "give --vary once, such as --vary taper.relapse_seen=0..1; `decide discover` "
                     "varies several settings");
  }
  return varied.front();
}

void expect_varied(const DecideOptions& options) {
  if (options.vary.empty()) {
    throw UsageError("nothing is varied",
                     "give --vary NAME=LOW..HIGH for each setting that nobody knows");
  }
}

void tell_care_by_value(const PlansAtPoints& plans, const BreakEven& found,
                        const std::vector<double>& tried, const Varied& varied,
                        const TwoPlans& titles, DecisionTold& told) {
  told.cautions.push_back(care_rule_in_words());
  std::size_t worse = 0;
  std::size_t in_doubt = 0;
  CareVerdict worst;
  for (const SureBenefit& at : found.points) {
    const auto point = static_cast<std::size_t>(std::ranges::find(tried, at.value) - tried.begin());
    const CareVerdict verdict = care_at(plans, point, tried.size());
    worse += verdict.care == Care::worse ? 1 : 0;
    in_doubt += verdict.care == Care::in_doubt ? 1 : 0;
    if (verdict.care == Care::worse && verdict.low >= worst.low) {
      worst = verdict;
      told.cautions.resize(1);
      told.cautions.push_back("At " + value_told(varied, at.value) + ", " +
                              care_in_words(verdict, titles.policy));
    }
  }
  told.cautions.push_back(
      titles.policy + " is ruled out by the rule at " +
      (worse == 0 ? std::string("none") : std::to_string(worse)) + " of the " +
      std::to_string(tried.size()) + " values tried" +
      (in_doubt == 0 ? "."
                     : "; it is too close to call at " + std::to_string(in_doubt) + " of them."));
}

ExitCode decide_in_worlds(const DecideOptions& options,
                          DecisionTold (*tell)(const TriedWorlds&, const Objective&,
                                               const TwoPlans&, std::uint64_t)) {
  expect_varied(options);
  const std::vector<Objective> objectives = read_objectives(options.measures);
  const std::vector<Scenario> scenarios = scenarios_to_decide(options, 2, 2);
  const std::vector<Varied> varied = read_varied(options.vary, scenarios);
  look_at_what_is_varied(varied, scenarios, options.selection);
  const ServiceModels models = ServiceModels(scenarios).at_points_of(varied);
  check_comparable(objectives, models);
  const auto points = static_cast<std::size_t>(options.points);
  const auto runs = static_cast<std::size_t>(options.runs);
  DecisionWork work(options, scenarios, objectives, 2 * points * runs);
  PlansAtPoints plans(scenarios, varied, options, work);
  const std::vector<double> places =
      scrambled_sobol(points, varied.size(), options.work.seed_of_luck());
  for (std::size_t point = 0; point < points; ++point) {
    std::vector<double> values;
    for (std::size_t v = 0; v < varied.size(); ++v) {
      values.push_back(varied[v].at(places[point * varied.size() + v]));
    }
    plans.add(values, static_cast<std::uint32_t>(point * runs));
  }
  if (!plans.make(0, points, runs)) {
    return work.stopped();
  }
  TriedWorlds worlds{varied, std::vector<std::vector<double>>(varied.size()), {}, 0, runs, false};
  for (std::size_t point = 0; point < points; ++point) {
    const Summary summary = summarise(plans.differences(point, objectives.front().column));
    if (summary.runs == 0) {
      ++worlds.left_out;
      continue;
    }
    worlds.difference.push_back(summary.mean);
    for (std::size_t v = 0; v < varied.size(); ++v) {
      worlds.values[v].push_back(varied[v].at(places[point * varied.size() + v]));
    }
  }
  const TwoPlans titles = titles_of(scenarios);
  if (2 * worlds.left_out > points) {
    throw UsageError("`" + objectives.front().name() + "` has no value in most of these worlds",
                     "take another measure, or worlds in which there is something to measure");
  }
  const CareVerdict care = care_over_worlds(plans);
  const FurtherTold further =
      judged_by_others(plans, objectives, models, titles, mean_of_each_point);
  worlds.is_ruled_out = care.care == Care::worse || further.is_worse;
  DecisionTold told = tell(worlds, objectives.front(), titles, options.work.seed_of_luck());
  told.cautions.insert(told.cautions.begin(), care_rule_in_words());
  told.cautions.push_back(care.care == Care::no_worse
                              ? "Over all worlds together, " + no_worse_in_words(titles.policy)
                              : "Over all worlds: " + care_in_words(care, titles.policy, "worlds"));
  append(told.cautions, further.words);
  append(told.cautions, caveats_of(objectives));
  return work.finish(std::move(told));
}

}  // namespace

ExitCode decide_break_even(const DecideOptions& options) {
  expect_varied(options);
  const std::vector<Objective> objectives = read_objectives(options.measures);
  const std::vector<Scenario> scenarios = scenarios_to_decide(options, 2, 2);
  const std::vector<Varied> all = read_varied(options.vary, scenarios);
  look_at_what_is_varied(all, scenarios, options.selection);
  const Varied& varied = one_range(all);
  const ServiceModels models(scenarios);  // which are a choice and no range
  check_comparable(objectives, models);
  const auto runs = static_cast<std::size_t>(options.runs);
  DecisionWork work(options, scenarios, objectives, 2 * runs * (first_values + further_values));
  PlansAtPoints plans(scenarios, all, options, work);
  std::vector<double> tried;
  const auto add = [&](double value) {
    const double possible = varied.parameter->kind == Kind::whole ? std::round(value) : value;
    if (std::ranges::find(tried, possible) == tried.end()) {
      tried.push_back(possible);
      plans.add({possible}, 0);
    }
  };
  const auto found_so_far = [&] {
    std::vector<BenefitAt> benefits;
    for (std::size_t point = 0; point < tried.size(); ++point) {
      BenefitAt at{tried[point], plans.differences(point, objectives.front().column)};
      std::ranges::transform(at.of_runs, at.of_runs.begin(), std::negate<>());
      benefits.push_back(std::move(at));
    }
    return break_even(std::move(benefits), options.work.seed_of_luck());
  };
  for (std::size_t i = 0; i < first_values; ++i) {
    add(varied.range.low + (varied.range.high - varied.range.low) * static_cast<double>(i) /
                               static_cast<double>(first_values - 1));
  }
  if (!plans.make(0, tried.size(), runs)) {
    return work.stopped();
  }
  BreakEven found = found_so_far();
  const std::size_t before = tried.size();
  for (const double value : values_to_refine(found, further_values)) {
    add(value);
  }
  if (!plans.make(before, tried.size(), runs)) {
    return work.stopped();
  }
  found = found_so_far();
  const TwoPlans titles = titles_of(scenarios);
  DecisionTold told = told_break_even(found, varied, objectives.front(), titles);
  tell_care_by_value(plans, found, tried, varied, titles, told);
  append(told.cautions,
         judged_by_others(plans, objectives, models, titles, mean_of_each_run).words);
  append(told.cautions, caveats_of(objectives));
  return work.finish(std::move(told));
}

ExitCode decide_discover(const DecideOptions& options) {
  return decide_in_worlds(
      options, [](const TriedWorlds& worlds, const Objective& objective, const TwoPlans& plans,
                  std::uint64_t) { return told_discovery(worlds, objective, plans); });
}

ExitCode decide_worth(const DecideOptions& options) {
  return decide_in_worlds(options, told_worth);
}

}  // namespace stepdown
