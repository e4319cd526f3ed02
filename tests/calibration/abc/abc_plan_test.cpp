#include "calibration/abc/abc_plan.h"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <set>
#include <stdexcept>
#include <utility>

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::vector<double> observed{1, 2};

AbcPlan changed(const std::function<void(AbcPlan&)>& change) {
  AbcPlan plan;
  change(plan);
  return plan;
}

std::string complaint(const AbcPlan& plan, const std::vector<double>& seen = observed) {
  try {
    check(plan, seen);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return {};
}

TEST(AbcPlan, is_right_as_it_comes) { EXPECT_EQ(complaint({}), ""); }

TEST(AbcPlan, says_what_cannot_be_meant) {
  const std::vector<std::pair<std::function<void(AbcPlan&)>, std::string>> mistakes{
      {[](AbcPlan& plan) { plan.particles = 1; }, "2 particles"},
      {[](AbcPlan& plan) { plan.keep = 0; }, "share kept"},
      {[](AbcPlan& plan) { plan.keep = 1; }, "share kept"},
      {[](AbcPlan& plan) { plan.first_simulations = 999; }, "first generation"},
      {[](AbcPlan& plan) { plan.locality = 1.1; }, "locality"},
      {[](AbcPlan& plan) { plan.scales = {1}; }, "a scale for each"},
      {[](AbcPlan& plan) {
         plan.scales = {1, 0};
       },
       "above 0"},
      {[](AbcPlan& plan) { plan.simulations_each = 0; }, "at least one simulation"},
      {[](AbcPlan& plan) { plan.least_acceptance = 0; }, "least acceptance"},
      {[](AbcPlan& plan) { plan.least_fall = 1; }, "least fall"},
      {[](AbcPlan& plan) { plan.tolerance_enough = -1; }, "tolerance"},
      {[](AbcPlan& plan) { plan.start = WeightedPoints{}; }, "at least one"},
      {[](AbcPlan& plan) {
         plan.start = WeightedPoints{{{1}, {2, 3}}, {0.5, 0.5}};
       },
       "equally"},
      {[](AbcPlan& plan) {
         plan.start = WeightedPoints{{{1}, {2}}, {0.5, 0.4}};
       },
       "come to 1"},
  };
  for (const auto& [mistake, words] : mistakes) {
    EXPECT_THAT(complaint(changed(mistake)), HasSubstr(words));
  }
  EXPECT_THAT(complaint({}, {}), HasSubstr("observed"));
  EXPECT_THAT(complaint({}, {1, std::nan("")}), HasSubstr("observed"));
}

TEST(AbcPlan, begins_with_enough_simulations_to_keep_its_share_of) {
  EXPECT_EQ(first_simulations_of(AbcPlan{}), 2000U);
  EXPECT_EQ(first_simulations_of(changed([](AbcPlan& plan) { plan.keep = 0.3; })), 3333U);
  EXPECT_EQ(first_simulations_of(changed([](AbcPlan& plan) { plan.first_simulations = 5000; })),
            5000U);
}

std::string stamp(const std::function<void(AbcPlan&)>& change) {
  return stamp_of_search(normal_prior({0}, {1}), observed, changed(change));
}

TEST(StampOfSearch, is_another_for_all_that_moves_a_proposal) {
  const std::set<std::string> stamps{stamp([](AbcPlan&) {}),
                                     stamp([](AbcPlan& plan) { plan.seed = 2; }),
                                     stamp([](AbcPlan& plan) { plan.particles = 1001; }),
                                     stamp([](AbcPlan& plan) { plan.keep = 0.4; }),
                                     stamp([](AbcPlan& plan) { plan.first_simulations = 2001; }),
                                     stamp([](AbcPlan& plan) { plan.locality = 0.5; }),
                                     stamp([](AbcPlan& plan) { plan.tolerance_enough = 1; }),
                                     stamp([](AbcPlan& plan) {
                                       plan.scales = {1, 2};
                                     }),
                                     stamp([](AbcPlan& plan) {
                                       plan.start = WeightedPoints{{{1}}, {1}};
                                     }),
                                     stamp([](AbcPlan& plan) {
                                       plan.start = WeightedPoints{{{2}}, {1}};
                                     }),
                                     stamp_of_search(normal_prior({0}, {1}), {1, 2.5}, {}),
                                     stamp_of_search(normal_prior({0}, {2}), observed, {}),
                                     stamp_of_search(normal_prior({1}, {1}), observed, {})};
  EXPECT_THAT(stamps, SizeIs(13));
}

TEST(StampOfSearch, is_the_same_with_more_budget_and_other_threads) {
  EXPECT_EQ(stamp([](AbcPlan&) {}), stamp([](AbcPlan& plan) {
              plan.budget = 5;
              plan.threads = 8;
              plan.most_generations = 3;
              plan.least_fall = 0.1;
            }));
}

}  // namespace
}  // namespace stepdown
