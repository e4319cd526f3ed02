#include "model/outcomes/observers/return_outcomes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

/// Tells the measures of returning what happens to family 0 over ten years.
class Returning : public testing::Test {
 protected:
  Returning() : observer_(return_outcomes().observe({parameters_, day_0_, 3652, 3652 / 365.25})) {}

  void happens(HappeningKind kind, double day, ServiceTier tier = ServiceTier::universal,
               ClosingReason reason = ClosingReason::none) {
    observer_->saw(
        {.kind = kind, .day = day, .slot = 0, .tier = tier, .reason = reason, .children = 1},
        day_0_);
  }
  double value(std::string_view name) const {
    const OutcomeKind kind = return_outcomes();
    const auto at = std::ranges::find(kind.run_measures, name, &Measure::name);
    EXPECT_NE(at, kind.run_measures.end()) << name;
    return observer_->run_values(day_0_).at(
        static_cast<std::size_t>(at - kind.run_measures.begin()));
  }

  ModelParameters parameters_ = small_authority();
  Authority day_0_{RunKey{}};
  std::unique_ptr<OutcomeObserver> observer_;
};

TEST_F(Returning, is_a_referral_after_help_has_ended) {
  happens(HappeningKind::help_ended, 100, targeted, ClosingReason::good_review);
  happens(HappeningKind::referral, 250);
  EXPECT_EQ(value("return_3m_good_review"), 0.0);
  EXPECT_EQ(value("return_6m_good_review"), 100.0);
  EXPECT_EQ(value("return_12m_good_review"), 100.0);
  EXPECT_EQ(value("back_12m"), 100.0);
  EXPECT_TRUE(std::isnan(value("return_12m_taper_completed")));
}

TEST_F(Returning, is_told_as_a_curve_with_the_families_still_followed) {
  happens(HappeningKind::help_ended, 100, targeted, ClosingReason::good_review);
  happens(HappeningKind::referral, 350);
  EXPECT_EQ(value("return_2m_good_review"), 0.0);
  EXPECT_EQ(value("return_9m_good_review"), 100.0);
  EXPECT_EQ(value("followed_0m_good_review"), 1.0);
  EXPECT_EQ(value("followed_6m_good_review"), 1.0);
  EXPECT_EQ(value("followed_9m_good_review"), 0.0) << "it is back";
  EXPECT_EQ(value("followed_0m_taper_completed"), 0.0);
}

TEST_F(Returning, is_early_help_sought_later_but_not_what_stepping_down_brings_at_once) {
  happens(HappeningKind::help_ended, 100, targeted, ClosingReason::stepped_down);
  happens(HappeningKind::waiting_started, 100, ServiceTier::community_early_help);
  happens(HappeningKind::help_started, 130, ServiceTier::community_early_help);
  EXPECT_EQ(value("return_12m_stepped_down"), 0.0);
  happens(HappeningKind::help_ended, 300, ServiceTier::community_early_help,
          ClosingReason::good_review);
  happens(HappeningKind::help_started, 400, targeted);
  EXPECT_EQ(value("return_12m_good_review"), 100.0);
  EXPECT_TRUE(std::isnan(value("return_12m_stepped_down"))) << "watched for 200 days only";
  EXPECT_EQ(value("return_6m_stepped_down"), 0.0);
}

TEST_F(Returning, is_not_the_help_accepted_in_stepping_down_though_an_assessment_comes_before) {
  happens(HappeningKind::help_ended, 100, targeted, ClosingReason::stepped_down);
  happens(HappeningKind::offer_accepted, 100, ServiceTier::community_early_help);
  happens(HappeningKind::waiting_started, 114, ServiceTier::community_early_help);
  happens(HappeningKind::help_started, 130, ServiceTier::community_early_help);
  EXPECT_EQ(value("return_12m_stepped_down"), 0.0);
}

TEST_F(Returning, is_help_sought_after_the_tier_below_was_declined_or_was_not_there) {
  happens(HappeningKind::help_ended, 100, targeted, ClosingReason::stepped_down);
  happens(HappeningKind::offer_declined, 100, ServiceTier::community_early_help);
  happens(HappeningKind::waiting_started, 114, ServiceTier::community_early_help);
  EXPECT_EQ(value("return_12m_stepped_down"), 100.0);
  happens(HappeningKind::help_ended, 300, ServiceTier::community_early_help,
          ClosingReason::stepped_down);
  happens(HappeningKind::waiting_started, 314, ServiceTier::community_early_help);
  EXPECT_EQ(value("return_12m_stepped_down"), 100.0);
}

TEST_F(Returning, is_not_the_early_help_accepted_as_an_assessment_finds_no_need_or_is_declined) {
  happens(HappeningKind::assessment_ended, 100, ServiceTier::universal, ClosingReason::not_in_need);
  happens(HappeningKind::offer_accepted, 100, targeted);
  happens(HappeningKind::help_started, 121, targeted);
  EXPECT_EQ(value("back_12m_not_in_need"), 0.0);
  happens(HappeningKind::referral, 200);
  EXPECT_EQ(value("back_12m_not_in_need"), 100.0) << "that is coming back";
  happens(HappeningKind::offer_declined, 300, ServiceTier::child_in_need, ClosingReason::declined);
  happens(HappeningKind::offer_accepted, 300, targeted);
  happens(HappeningKind::waiting_started, 321, targeted);
  EXPECT_EQ(value("back_12m_declined"), 0.0);
}

TEST_F(Returning, is_help_accepted_later_than_the_closing) {
  happens(HappeningKind::help_ended, 100, targeted, ClosingReason::stepped_down);
  happens(HappeningKind::offer_accepted, 150, ServiceTier::community_early_help);
  happens(HappeningKind::help_started, 171, ServiceTier::community_early_help);
  EXPECT_EQ(value("return_12m_stepped_down"), 100.0);
}

TEST_F(Returning, does_not_begin_where_a_plan_ends_and_help_goes_on) {
  happens(HappeningKind::help_ended, 100, ServiceTier::child_protection,
          ClosingReason::stepped_down);
  happens(HappeningKind::help_started, 100, ServiceTier::child_in_need);
  EXPECT_TRUE(std::isnan(value("back_12m")));
  EXPECT_TRUE(std::isnan(value("return_12m_stepped_down")));
  happens(HappeningKind::help_ended, 200, ServiceTier::child_in_need, ClosingReason::good_review);
  EXPECT_EQ(value("back_12m"), 0.0);
}

TEST_F(Returning, does_not_begin_where_help_ends_for_want_of_a_worker) {
  happens(HappeningKind::help_ended, 100, ServiceTier::child_in_need, ClosingReason::stepped_down);
  happens(HappeningKind::unallocated_started, 100, ServiceTier::child_in_need);
  EXPECT_TRUE(std::isnan(value("back_12m")));
  happens(HappeningKind::help_ended, 200, ServiceTier::child_in_need, ClosingReason::stepped_down);
  happens(HappeningKind::waiting_started, 200, targeted);
  EXPECT_EQ(value("back_12m"), 0.0);
}

TEST_F(Returning, is_followed_after_declining_a_plan_and_not_after_declining_early_help) {
  happens(HappeningKind::offer_declined, 50, targeted);
  EXPECT_TRUE(std::isnan(value("back_12m_declined")));
  happens(HappeningKind::offer_declined, 100, ServiceTier::child_in_need, ClosingReason::declined);
  happens(HappeningKind::referral, 200);
  EXPECT_EQ(value("back_12m_declined"), 100.0);
}

TEST_F(Returning, is_followed_after_every_other_way_out) {
  happens(HappeningKind::waiting_ended, 10, targeted, ClosingReason::dropped_out);
  happens(HappeningKind::referral, 20);
  happens(HappeningKind::no_further_action, 20);
  happens(HappeningKind::referral, 30);
  happens(HappeningKind::assessment_ended, 80, ServiceTier::universal, ClosingReason::not_in_need);
  happens(HappeningKind::help_started, 90, targeted);
  happens(HappeningKind::help_ended, 120, targeted, ClosingReason::left_early);
  EXPECT_EQ(value("back_12m_dropped_out"), 100.0);
  EXPECT_EQ(value("back_12m_no_further_action"), 100.0);
  EXPECT_EQ(value("back_12m_not_in_need"), 100.0);
  EXPECT_EQ(value("back_12m_left_early"), 0.0);
  EXPECT_EQ(value("back_12m"), 0.0) << "of ends of help alone";
}

TEST_F(Returning, is_not_expected_of_a_family_that_has_left) {
  happens(HappeningKind::help_ended, 100, targeted, ClosingReason::good_review);
  happens(HappeningKind::family_left, 200);
  happens(HappeningKind::family_arrived, 210);
  happens(HappeningKind::referral, 220);
  EXPECT_EQ(value("return_3m_good_review"), 0.0);
  EXPECT_TRUE(std::isnan(value("return_6m_good_review"))) << "nobody was watched so long";
}

TEST(Returns, are_counted_for_the_policy_in_force_and_no_other) {
  for (std::size_t policy = 0; policy < closure_policy_names.size(); ++policy) {
    const ModelParameters p = with_closure(small_authority(), static_cast<ClosurePolicy>(policy));
    const Outcomes outcomes = Replication(p, {2, 0}).under(p);
    const std::array<std::string_view, 5> measures = {
        "return_3m_good_review", "return_3m_time_limit", "return_3m_sustained_progress",
        "return_3m_taper_completed", "return_3m_stepped_down"};
    for (std::size_t other = 0; other < measures.size(); ++other) {
      EXPECT_EQ(std::isnan(measured(outcomes, measures[other])), other != policy)
          << measures[other] << " under " << closure_policy_names[policy];
    }
  }
}

TEST(Returns, of_families_who_decline_a_plan_are_found_in_a_whole_authority) {
  ModelParameters p = small_authority();
  p.consent.child_in_need = 0.3;
  p.consent.early_help = 0;
  EXPECT_TRUE(std::isfinite(measured(Replication(p, {2, 0}).under(p), "back_12m_declined")));
}

TEST_F(Returning, is_expected_of_a_family_lost_at_a_change_of_worker_as_of_one_that_leaves) {
  happens(HappeningKind::help_ended, 100, targeted, ClosingReason::lost_at_handover);
  happens(HappeningKind::referral, 150);
  EXPECT_EQ(value("back_12m_left_early"), 100.0);
  EXPECT_EQ(value("back_12m"), 100.0);
}

TEST_F(Returning, is_not_what_a_family_waited_for_when_it_was_referred) {
  observer_->saw({.kind = HappeningKind::no_further_action,
                  .day = 100,
                  .slot = 0,
                  .children = 1,
                  .repeats = 1},
                 day_0_);
  happens(HappeningKind::help_started, 150, targeted);
  EXPECT_TRUE(std::isnan(value("back_12m_no_further_action")));
}

TEST_F(Returning, is_not_seen_any_more_of_a_family_taken_off_the_list) {
  happens(HappeningKind::help_ended, 100, targeted, ClosingReason::stepped_down);
  happens(HappeningKind::offer_accepted, 100, ServiceTier::community_early_help);
  happens(HappeningKind::waiting_ended, 120, ServiceTier::community_early_help,
          ClosingReason::taken_off_list);
  happens(HappeningKind::help_started, 500, targeted);
  EXPECT_TRUE(std::isnan(value("return_3m_stepped_down"))) << "watched for 20 days";
}

}  // namespace
}  // namespace stepdown
