#include <algorithm>

#include "analysis/decision/allocation.h"
#include "analysis/decision/best_option.h"
#include "analysis/decision/frontier.h"
#include "analysis/decision/told_choice.h"
#include "cli/decide_options.h"
#include "cli/decision_work.h"
#include "cli/scenario_warnings.h"
#include "scenarios/ensemble.h"

namespace stepdown {
namespace {

ChoicePlan choice_plan(const DecideOptions& options, std::vector<Objective> objectives) {
  ChoicePlan plan;
  plan.objectives = std::move(objectives);
  plan.confidence = options.confidence;
  plan.indifference = options.smallest_difference;
  plan.budget = static_cast<std::size_t>(options.runs);
  return plan;
}

std::vector<std::string> titles_of(const std::vector<Scenario>& scenarios) {
  std::vector<std::string> titles;
  for (const Scenario& scenario : scenarios) {
    const bool is_told_apart =
        std::ranges::count(scenarios, scenario.title(), &Scenario::title) == 1;
    titles.push_back(is_told_apart ? scenario.title() : scenario.name());
  }
  return titles;
}

PlanOfRun with_posts(const PlanOfRun& base, const Allocation& allocation,
                     const std::vector<TeamLever>& teams, const std::string& name) {
  PlanOfRun plan = base;
  plan.name = name;
  for (std::size_t i = 0; i < teams.size(); ++i) {
    const Parameter& lever = *teams[i].lever;
    const double value = std::get<double>(lever.get(base.from_day_0)) + allocation.posts[i];
    if (value > lever.bounds.high) {
      throw UsageError("`" + teams[i].name() + "` can be no more than " +
                           std::to_string(static_cast<long long>(lever.bounds.high)),
                       "divide fewer posts, or less money");
    }
    lever.set(plan.from_day_0, value);
  }
  return plan;
}

/// What an option comes to in each run, put right by how lucky the baseline was in it: options that
/// dropped out early can then stand beside others.
std::vector<double> beside_baseline(const OptionTrials& trials, std::size_t option,
                                    std::size_t column) {
  std::vector<double> values = trials.values(option, column);
  const double usual = summarise(trials.values(0, column)).mean;
  for (std::size_t run = 0; run < values.size(); ++run) {
    values[run] += usual - trials.value(0, column, run);
  }
  return values;
}

std::vector<Allocation> allocations(const DecideOptions& options,
                                    const std::vector<TeamLever>& teams) {
  const auto most = static_cast<std::size_t>(options.most_options);
  return options.posts > 0 ? allocations_of_posts(teams, static_cast<int>(options.posts), most)
                           : allocations_of_money(teams, options.money, most);
}

void check_what_is_divided(const DecideOptions& options) {
  if ((options.posts > 0) == (options.money > 0)) {
    throw UsageError(options.posts > 0 ? "posts and money cannot both be divided"
                                       : "nothing was said of how much there is to divide",
                     "give --posts 10, or --money 500000 (pounds a year)");
  }
}

}  // namespace

ExitCode decide_best(const DecideOptions& options) {
  const std::vector<Objective> objectives = read_objectives(options.measures);
  constexpr std::size_t most_options = 200;
  const std::vector<Scenario> scenarios = scenarios_to_decide(options, 2, most_options);
  tell_warnings(scenarios);
  check_comparable(objectives, ServiceModels(scenarios));
  const ChoicePlan plan = choice_plan(options, objectives);
  DecisionWork work(options, scenarios, objectives, scenarios.size() * plan.budget);
  std::vector<const Scenario*> in_order;
  for (const Scenario& scenario : scenarios) {
    in_order.push_back(&scenario);
  }
  work.trials().add_all(plans_of_runs(in_order));
  const BestOption choice = choose_best(work.trials(), plan);
  return choice.is_complete ? work.finish(told_choice(choice, plan, titles_of(scenarios)))
                            : work.stopped();
}

ExitCode decide_budget(const DecideOptions& options) {
  check_what_is_divided(options);
  const std::vector<Objective> objectives = read_objectives(options.measures);
  const std::vector<Scenario> scenarios = scenarios_to_decide(options, 1, 1);
  tell_warnings(scenarios);
  const std::vector<TeamLever> teams =
      read_team_levers(options.move, scenarios.front().from_day_0());
  const std::vector<Allocation> ways = allocations(options, teams);
  if (ways.empty()) {
    throw UsageError("so little money buys not one post", "give more after --money");
  }
  const ChoicePlan plan = choice_plan(options, objectives);
  const std::vector<const Scenario*> in_order{&scenarios.front()};
  const PlanOfRun base = plans_of_runs(in_order).front();
  std::vector<std::string> titles{scenarios.front().title() + " as it is"};
  std::vector<PlanOfRun> plans{base};
  plans.front().name = "as it is";
  for (const Allocation& way : ways) {
    titles.push_back(way.told(teams));
    plans.push_back(with_posts(base, way, teams, titles.back()));
  }
  DecisionWork work(options, scenarios, objectives, plans.size() * plan.budget);
  work.trials().add_all(plans);
  const BestOption choice = choose_best(work.trials(), plan);
  if (!choice.is_complete) {
    return work.stopped();
  }
  DecisionTold told = told_choice(choice, plan, titles);
  told.title = options.posts > 0
                   ? "How to divide " + std::to_string(options.posts) + " posts"
                   : "How to divide " + std::to_string(static_cast<long long>(options.money)) +
                         " pounds a year";
  std::vector<CostAndOutcome> both;
  const auto cost = std::ranges::find(run_measures(), "cost_total", &Measure::name);
  const auto cost_column = static_cast<std::size_t>(cost - run_measures().begin());
  for (std::size_t option = 0; option < plans.size(); ++option) {
    both.push_back({beside_baseline(work.trials(), option, cost_column),
                    beside_baseline(work.trials(), option, objectives.front().column)});
    if (!choice.options[option].may_be_chosen()) {
      both.back().outcome.clear();  // what may not be taken is on no frontier
    }
  }
  tell_frontier(frontier(both), both, plan, titles, told);
  return work.finish(std::move(told));
}

}  // namespace stepdown
