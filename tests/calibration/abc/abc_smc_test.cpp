#include "calibration/abc/abc_smc.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "calibration/abc/distance.h"
#include "calibration/abc/proposal_kernel.h"
#include "calibration/abc/regression.h"
#include "tests/fixtures/normal_problem.h"

namespace stepdown {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Le;

const NormalProblem problem(2);
const std::vector<double> observed{0.3, -0.2};

AbcPlan plan_of(std::size_t generations) {
  AbcPlan plan;
  plan.particles = 200;
  plan.most_generations = generations;
  return plan;
}

AbcResult found(const AbcPlan& plan) {
  return abc_smc(problem.prior(), problem.simulate(), observed, plan);
}

TEST(AbcSmc, keeps_in_the_first_generation_the_nearest_of_the_prior) {
  const AbcResult result = found(plan_of(1));
  ASSERT_EQ(result.last.points.size(), 200U);
  EXPECT_EQ(result.end, AbcEnd::generations_done);
  EXPECT_EQ(result.simulations(), 400U);
  EXPECT_THAT(result.last.weights, Each(1 / 200.0));
  EXPECT_EQ(*std::ranges::max_element(result.last.distances), result.last.tolerance);
  // The same 400 by hand.
  std::vector<std::vector<double>> all;
  std::vector<const std::vector<double>*> seen;
  for (std::uint32_t i = 0; i < 400; ++i) {
    const PointLuck luck(1, 0, i);
    all.push_back(problem.simulate()(problem.prior().draw(luck), luck.of_simulation()));
  }
  for (const auto& each : all) {
    seen.push_back(&each);
  }
  EXPECT_EQ(result.last.scales, scales_of(seen));
  EXPECT_EQ(std::ranges::count_if(all,
                                  [&](const auto& each) {
                                    return distance_between(each, observed, result.last.scales) <=
                                           result.last.tolerance;
                                  }),
            200);
}

TEST(AbcSmc, comes_nearer_in_every_generation) {
  const AbcResult result = found(plan_of(4));
  ASSERT_EQ(result.history.size(), 4U);
  for (const AbcGeneration& each : result.history) {
    EXPECT_EQ(each.accepted, 200U);
    EXPECT_TRUE(each.is_whole && each.is_kept);
    EXPECT_NEAR(each.acceptance, 200.0 / static_cast<double>(each.simulations), 1e-12);
    EXPECT_GT(each.effective_sample_size, 50);
  }
  EXPECT_LT(result.history[3].tolerance, 0.7 * result.history[0].tolerance);
  EXPECT_THAT(result.last.distances, Each(Le(result.last.tolerance)));
}

// What a population weighs is prior over proposal, told here from the population before it.
TEST(AbcSmc, weighs_by_prior_over_proposal) {
  const Population before = found(plan_of(2)).last;
  const Population after = found(plan_of(3)).last;
  const ProposalKernel kernel(before, 1);
  std::vector<double> expected;
  for (const Point& point : after.points) {
    expected.push_back(problem.prior().log_density(point) - kernel.log_density(point));
  }
  EXPECT_EQ(after.weights, from_log_weights(expected));
  EXPECT_LT(effective_sample_size(after.weights), 195);
}

TEST(AbcSmc, takes_as_tolerance_what_a_share_of_the_last_weights_would_meet_under_the_new_scales) {
  const Population before = found(plan_of(2)).last;
  const Population after = found(plan_of(3)).last;
  EXPECT_NE(before.scales, after.scales);
  std::vector<double> distances;
  for (const auto& summaries : before.summaries) {
    distances.push_back(distance_between(summaries, observed, after.scales));
  }
  EXPECT_EQ(after.tolerance, weighted_quantile(distances, before.weights, 0.5));
}

TEST(AbcSmc, heeds_scales_that_are_given) {
  AbcPlan plan = plan_of(3);
  plan.scales = {0.5, std::numeric_limits<double>::infinity()};
  const Population last = found(plan).last;
  EXPECT_EQ(last.scales, plan.scales);
  EXPECT_NEAR(spread_of(last, 1).sd, std::sqrt(0.1), 0.08) << "nothing was learnt of the second";
}

TEST(AbcSmc, has_the_same_bits_for_any_number_of_threads) {
  AbcPlan plan = plan_of(5);
  plan.budget = 3000;
  const std::string alone = bits_of(found(plan));
  for (const int threads : {2, 8}) {
    plan.threads = threads;
    EXPECT_EQ(bits_of(found(plan)), alone) << threads;
  }
  plan.seed = 2;
  EXPECT_NE(bits_of(found(plan)), alone);
}

// From points about the answer the prior still counts: the same posterior as without them.
TEST(AbcSmc, starts_from_points_that_are_given_and_weighs_them_by_the_prior) {
  AbcPlan plan = plan_of(3);
  plan.particles = 2000;
  plan.start.emplace();
  for (std::uint32_t i = 0; i < 300; ++i) {
    const PointLuck luck(77, 0, i);
    plan.start->points.push_back({0.25 + 0.2 * luck.normal(0), 0.2 * luck.normal(1)});
    plan.start->weights.push_back(1 / 300.0);
  }
  const AbcResult result = found(plan);
  EXPECT_LT(effective_sample_size(found(plan_of(2)).last.weights), 200);
  const Adjusted posterior = adjusted(result.last, observed);
  for (std::size_t k = 0; k < 2; ++k) {
    const Spread spread = spread_of(posterior, k);
    EXPECT_NEAR(spread.mean, problem.posterior_mean(observed[k]), 0.2 * problem.posterior_sd());
    EXPECT_NEAR(spread.sd / problem.posterior_sd(), 1, 0.12);
  }
}

TEST(AbcSmc, tells_how_far_it_has_come) {
  std::vector<std::size_t> simulations;
  std::size_t generations = 0;
  const std::atomic<bool> stop{false};
  const AbcResult result = abc_smc(
      problem.prior(), problem.simulate(), observed, plan_of(3), nullptr,
      [&](const AbcProgress& progress) {
        simulations.push_back(progress.simulations);
        generations = progress.history.size();
        EXPECT_LE(progress.near, progress.wanted);
      },
      stop);
  EXPECT_EQ(generations, 3U);
  EXPECT_TRUE(std::ranges::is_sorted(simulations));
  EXPECT_EQ(simulations.back(), result.simulations());
}

TEST(AbcSmc, ends_when_the_budget_is_spent_and_keeps_the_nearest_of_a_generation_cut_short) {
  AbcPlan plan = plan_of(9);
  const AbcResult whole = found(plan_of(4));
  plan.budget = whole.simulations() - 1;
  const AbcResult cut = found(plan);
  EXPECT_EQ(cut.end, AbcEnd::budget_spent);
  EXPECT_EQ(cut.simulations(), plan.budget);
  EXPECT_EQ(cut.history.size(), 4U);
  EXPECT_FALSE(cut.history.back().is_whole);
  EXPECT_TRUE(cut.history.back().is_kept);
  EXPECT_EQ(cut.last.points.size(), 200U);
  EXPECT_GT(cut.last.tolerance, whole.last.tolerance);
  EXPECT_THAT(cut.last.distances, Each(Le(cut.last.tolerance)));
  EXPECT_NEAR(std::accumulate(cut.last.weights.begin(), cut.last.weights.end(), 0.0), 1, 1e-12);
}

TEST(AbcSmc, stays_with_the_last_population_where_a_generation_hardly_began) {
  AbcPlan plan = plan_of(9);
  const AbcResult before = found(plan_of(3));
  // Fewer than a population, and hardly more: of these the nearest lie further off than before.
  for (const std::size_t more : {150U, 210U}) {
    plan.budget = before.simulations() + more;
    const AbcResult cut = found(plan);
    EXPECT_EQ(cut.simulations(), plan.budget);
    EXPECT_FALSE(cut.history.back().is_kept);
    EXPECT_EQ(cut.last.points, before.last.points);
  }
}

TEST(AbcSmc, keeps_its_share_even_of_a_first_generation_cut_short) {
  AbcPlan plan = plan_of(9);
  plan.budget = 100;
  const AbcResult cut = found(plan);
  EXPECT_EQ(cut.end, AbcEnd::budget_spent);
  EXPECT_EQ(cut.last.points.size(), 50U);
}

TEST(AbcSmc, counts_a_call_as_so_many_simulations) {
  AbcPlan plan = plan_of(9);
  plan.simulations_each = 4;
  plan.budget = 4 * 700 + 3;
  const AbcResult result = found(plan);
  EXPECT_EQ(result.simulations(), 4 * 700U);
  plan.simulations_each = 1;
  plan.budget = 700;
  EXPECT_EQ(result.last.points, found(plan).last.points);
}

TEST(AbcSmc, ends_when_too_few_come_near) {
  AbcPlan plan = plan_of(99);
  plan.least_acceptance = 0.2;
  const AbcResult result = found(plan);
  EXPECT_EQ(result.end, AbcEnd::acceptance_too_low);
  EXPECT_EQ(result.history.back().simulations, 1000U);
}

TEST(AbcSmc, ends_when_the_tolerance_stands) {
  // What is counted comes to whole numbers: half of the weight soon agrees exactly with the rest.
  const Simulate counted = [](const Point& point, std::uint64_t luck) {
    const NormalProblem inner(2);
    std::vector<double> seen = inner.simulate()(point, luck);
    std::ranges::for_each(seen, [](double& each) { each = std::round(2 * each); });
    return seen;
  };
  const AbcResult result = abc_smc(problem.prior(), counted, {1, 4}, plan_of(99));
  EXPECT_EQ(result.end, AbcEnd::tolerance_stands);
}

TEST(AbcSmc, ends_when_it_came_as_near_as_was_asked_for) {
  AbcPlan plan = plan_of(99);
  plan.scales = {1, 1};
  plan.tolerance_enough = 0.1;
  const AbcResult result = found(plan);
  EXPECT_EQ(result.end, AbcEnd::tolerance_reached);
  EXPECT_EQ(result.last.tolerance, 0.1);
}

TEST(AbcSmc, ends_when_it_is_asked_to_and_gives_what_it_has) {
  std::atomic<bool> stop{false};
  std::atomic<int> calls{0};
  const Simulate stopping = [&](const Point& point, std::uint64_t luck) {
    stop = ++calls >= 500;
    return problem.simulate()(point, luck);
  };
  AbcPlan plan = plan_of(9);
  const AbcResult result = abc_smc(problem.prior(), stopping, observed, plan, nullptr, {}, stop);
  EXPECT_EQ(result.end, AbcEnd::asked_to_stop);
  EXPECT_EQ(result.simulations(), 500U);
  EXPECT_EQ(result.last.points, found(plan_of(1)).last.points);
}

TEST(AbcSmc, counts_failures_and_gives_an_empty_population_where_nothing_can_be_simulated) {
  const Simulate failing = [](const Point& point, std::uint64_t luck) {
    if (point[0] > 0.2) {
      throw std::runtime_error("too many cases");
    }
    return problem.simulate()(point, luck);
  };
  const AbcResult some = abc_smc(problem.prior(), failing, observed, plan_of(2));
  EXPECT_GT(some.failed(), 50U);
  EXPECT_EQ(some.history[0].first_failure, "too many cases");
  EXPECT_EQ(some.history[0].simulations, 400 + some.history[0].failed);
  EXPECT_THAT(some.last.points, Each(ElementsAre(Le(0.2), ::testing::_)));

  const Simulate never = [](const Point&, std::uint64_t) { return std::vector{NAN + 0.0, 0.0}; };
  AbcPlan plan = plan_of(2);
  plan.least_acceptance = 0.5;
  const AbcResult none = abc_smc(problem.prior(), never, observed, plan);
  EXPECT_EQ(none.end, AbcEnd::acceptance_too_low);
  EXPECT_EQ(none.failed(), 800U);
  EXPECT_TRUE(none.last.points.empty());
}

TEST(AbcSmc, refuses_a_plan_that_cannot_be_meant) {
  AbcPlan plan;
  plan.keep = 2;
  EXPECT_THROW(found(plan), std::invalid_argument);
}

TEST(AbcRejection, is_one_generation_of_so_many_simulations) {
  AbcPlan plan;
  plan.seed = 3;
  const AbcResult result =
      abc_rejection(problem.prior(), problem.simulate(), observed, 1000, 0.1, plan);
  EXPECT_EQ(result.simulations(), 1000U);
  EXPECT_EQ(result.last.points.size(), 100U);
  EXPECT_THAT(result.history, ::testing::SizeIs(1));
  EXPECT_EQ(result.history[0].accepted, 100U);
}

}  // namespace
}  // namespace stepdown
