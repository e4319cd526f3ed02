#include "model/outcomes/observers/referral_outcomes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr double years = 10;
constexpr double end = years * days_per_year;

/// Tells the measures of referrals what happens in an authority of 20,000 children over ten years.
class Referrals : public testing::Test {
 protected:
  Referrals() { observer_ = referral_outcomes().observe({parameters_, day_0_, end, years}); }

  void happens(HappeningKind kind, double day, int children, int repeats = 0,
               ServiceTier tier = ServiceTier::universal,
               ClosingReason reason = ClosingReason::none) {
    observer_->saw({.kind = kind,
                    .day = day,
                    .slot = 0,
                    .tier = tier,
                    .reason = reason,
                    .children = children,
                    .repeats = repeats},
                   day_0_);
  }
  /// So many children live there throughout.
  void live_there(double children) {
    Tally& at_home = day_0_.stocks.at_home[2][1].at_level[0];
    at_home.change(0.0, static_cast<int>(children));
    at_home.settle(end);
  }
  double value(std::string_view name) const {
    const OutcomeKind kind = referral_outcomes();
    const auto at = std::ranges::find(kind.run_measures, name, &Measure::name);
    EXPECT_NE(at, kind.run_measures.end()) << name;
    return observer_->run_values(day_0_).at(
        static_cast<std::size_t>(at - kind.run_measures.begin()));
  }

  ModelParameters parameters_ = initial_parameters();
  Authority day_0_{RunKey{}};
  std::unique_ptr<OutcomeObserver> observer_;
};

TEST_F(Referrals, are_children_and_the_outside_ones_count_too) {
  happens(HappeningKind::referral, 10, 3, 1);
  happens(HappeningKind::outside_referral, 20, 1, 1);
  live_there(20'000);
  EXPECT_EQ(value("referrals"), 4 / years);
  EXPECT_DOUBLE_EQ(value("referrals_per_10000"), 2 / years);
  EXPECT_EQ(value("rereferral_12m"), 50.0);
  EXPECT_DOUBLE_EQ(value("rereferrals_per_10000"), 1 / years);
}

TEST_F(Referrals, are_of_the_children_who_live_there_and_not_of_those_of_day_0) {
  happens(HappeningKind::referral, 10, 3);
  live_there(20'000);
  const double of_so_many = value("referrals_per_10000");
  live_there(20'000);  // as many again
  EXPECT_DOUBLE_EQ(value("referrals_per_10000"), of_so_many / 2);
}

TEST_F(Referrals, of_the_models_families_and_of_outside_cases_are_told_apart) {
  happens(HappeningKind::referral, 10, 3);
  happens(HappeningKind::outside_referral, 20, 1);
  EXPECT_EQ(value("referrals_own"), 3 / years);
  EXPECT_EQ(value("referrals_outside"), 1 / years);
  EXPECT_EQ(value("referrals"), value("referrals_own") + value("referrals_outside"));
}

TEST_F(Referrals, that_do_not_exist_have_no_share) {
  EXPECT_EQ(value("referrals"), 0.0);
  EXPECT_TRUE(std::isnan(value("rereferral_12m")));
  EXPECT_TRUE(std::isnan(value("escalation_12m")));
}

TEST_F(Referrals, closed_without_assessment_or_need_are_shares_of_all_referrals) {
  happens(HappeningKind::referral, 10, 4);
  happens(HappeningKind::outside_referral, 20, 4);
  happens(HappeningKind::no_further_action, 10, 1);
  happens(HappeningKind::assessment_ended, 50, 2, 0, ServiceTier::universal,
          ClosingReason::not_in_need);
  happens(HappeningKind::assessment_ended, 50, 1);
  happens(HappeningKind::outside_closed, 50, 1, 0, ServiceTier::universal,
          ClosingReason::not_in_need);
  EXPECT_EQ(value("no_further_action"), 12.5);
  EXPECT_EQ(value("assessed_not_in_need"), 37.5);
}

TEST_F(Referrals, within_a_year_of_a_start_of_early_help_are_escalations) {
  happens(HappeningKind::help_started, 100, 1, 0, targeted);
  happens(HappeningKind::referral, 100 + 365, 1);
  EXPECT_EQ(value("escalation_12m"), 100.0);
  happens(HappeningKind::help_started, 1000, 1, 0, targeted);
  happens(HappeningKind::referral, 1000 + 366, 1);
  EXPECT_EQ(value("escalation_12m"), 50.0);
}

TEST_F(Referrals, escalate_one_start_where_help_began_twice_within_a_year) {
  happens(HappeningKind::help_started, 100, 1, 0, ServiceTier::community_early_help);
  happens(HappeningKind::help_started, 200, 1, 0, targeted);
  happens(HappeningKind::referral, 300, 1);
  happens(HappeningKind::help_started, 1000, 1, 0, targeted);
  EXPECT_EQ(value("escalation_12m"), 50.0);
}

TEST_F(Referrals, escalate_only_early_help_that_is_watched_for_a_whole_year) {
  happens(HappeningKind::help_started, 100, 1, 0, ServiceTier::child_in_need);
  happens(HappeningKind::referral, 200, 1);
  EXPECT_TRUE(std::isnan(value("escalation_12m")));
  happens(HappeningKind::help_started, end - 300, 1, 0, targeted);
  happens(HappeningKind::referral, end - 200, 1);
  EXPECT_TRUE(std::isnan(value("escalation_12m")));
}

TEST_F(Referrals, of_the_next_family_in_the_row_do_not_escalate_the_last_ones_help) {
  happens(HappeningKind::help_started, 100, 1, 0, targeted);
  happens(HappeningKind::family_left, 200, 1);
  happens(HappeningKind::referral, 300, 1);
  EXPECT_EQ(value("escalation_12m"), 0.0);
}

TEST_F(Referrals, aside_declined_offers_are_those_of_early_help) {
  happens(HappeningKind::offer_declined, 100, 2, 0, targeted);
  happens(HappeningKind::offer_declined, 100, 5, 0, ServiceTier::child_in_need,
          ClosingReason::declined);
  EXPECT_EQ(value("offers_declined"), 2 / years);
}

}  // namespace
}  // namespace stepdown
