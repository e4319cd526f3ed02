#include "model/outcomes/observers/tier_flow_outcomes.h"

#include <gtest/gtest.h>

#include <optional>

#include "model/processes/care.h"
#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier community = ServiceTier::community_early_help;
constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

/// The flows between tiers over two years of a quiet authority.
class TierFlows : public testing::Test {
 protected:
  void watch() {
    outcomes_.emplace(tier_flow_outcomes(),
                      HorizonFacts{small_.rules.p, small_.authority, 730.5, 2});
    small_.observers.add(outcomes_->observer());
  }
  double value(std::string_view name) const { return outcomes_->value(name, small_.authority); }
  double sum() const {
    double all = 0;
    for (const Measure& measure : tier_flow_outcomes().run_measures) {
      all += value(measure.name);
    }
    return all;
  }

  SmallWorld small_{quiet_authority()};
  std::optional<ObservedOutcomes> outcomes_;
};

TEST_F(TierFlows, begin_in_universal_services) {
  watch();
  small_.seek(small_.new_family(2), community);
  small_.open_statutory(small_.new_family(4, NeglectLevel::five), ServiceTier::child_protection);
  EXPECT_EQ(value("flow_universal_to_community"), 1.0) << "two children in two years";
  EXPECT_EQ(value("flow_universal_to_protection"), 2.0);
  EXPECT_EQ(sum(), 3.0);
}

TEST_F(TierFlows, go_from_the_help_of_the_last_12_months_to_the_next) {
  const FamilySlot family = small_.new_family(2);
  watch();
  small_.seek(family, targeted);
  small_.live_until(10);
  end_case(small_.world, family, ClosingReason::stepped_down);
  small_.live_until(100);
  small_.seek(family, community);
  EXPECT_EQ(value("flow_targeted_to_community"), 1.0);
  small_.live_until(110);
  end_case(small_.world, family, ClosingReason::good_review);
  small_.live_until(110 + 366);
  small_.seek(family, targeted);
  EXPECT_EQ(value("flow_community_to_targeted"), 0.0);
  EXPECT_EQ(value("flow_universal_to_targeted"), 2.0) << "the second time more than a year later";
}

TEST_F(TierFlows, know_what_help_goes_on_since_before_day_0) {
  const FamilySlot family = small_.new_family(2, NeglectLevel::four);
  small_.open_statutory(family, ServiceTier::child_in_need);
  watch();
  small_.live_until(500);
  small_.open_statutory(family, ServiceTier::child_protection);
  EXPECT_EQ(value("flow_in_need_to_protection"), 1.0);
  EXPECT_EQ(sum(), 1.0);
}

TEST_F(TierFlows, lead_into_care_and_home_again) {
  const FamilySlot family = small_.new_family(2, NeglectLevel::five);
  small_.rules.p.care.return_home_share = 1;
  watch();
  small_.open_statutory(family, ServiceTier::child_protection);
  small_.live_until(100);
  start_care(small_.world, family);
  EXPECT_EQ(value("flow_protection_to_care"), 1.0);
  small_.live_until(200);
  small_.world.case_of(family).child[0].leaves_care = 200;
  end_care(small_.world, family);
  EXPECT_EQ(value("flow_care_to_home"), 0.5) << "one of the two";
  EXPECT_EQ(value("flow_protection_to_in_need"), 0.0) << "what begins at home is part of it";
  EXPECT_EQ(sum(), 1.0 + 1.0 + 0.5);
}

TEST_F(TierFlows, of_siblings_who_start_together_have_the_same_beginning) {
  const FamilySlot family = small_.new_family(3, NeglectLevel::five);
  watch();
  for (const auto& [tier, children] :
       {std::pair{ServiceTier::child_protection, 2}, std::pair{ServiceTier::child_in_need, 1}}) {
    small_.world.tell({.kind = HappeningKind::help_started,
                       .day = 50,
                       .slot = family,
                       .tier = tier,
                       .children = children});
  }
  EXPECT_EQ(value("flow_universal_to_protection"), 1.0);
  EXPECT_EQ(value("flow_universal_to_in_need"), 0.5);
  small_.world.tell({.kind = HappeningKind::help_started,
                     .day = 90,
                     .slot = family,
                     .tier = ServiceTier::child_in_need,
                     .children = 2});
  EXPECT_EQ(value("flow_protection_to_in_need"), 1.0);
  EXPECT_EQ(sum(), 2.5);
}

TEST_F(TierFlows, begin_anew_with_the_next_family_in_the_row) {
  const FamilySlot family = small_.new_family(2);
  watch();
  small_.seek(family, targeted);
  leave(small_.world, family);
  const FamilySlot next = small_.new_family(2);
  ASSERT_EQ(next, family);
  small_.seek(next, community);
  EXPECT_EQ(value("flow_universal_to_community"), 1.0);
  EXPECT_EQ(value("flow_targeted_to_community"), 0.0);
}

TEST_F(TierFlows, know_what_help_ended_in_the_year_before_day_0) {
  for (const double ended : {-100.0, -400.0}) {
    const FamilySlot family = small_.new_family(1, NeglectLevel::three);
    small_.seek(family, targeted);
    end_case(small_.world, family, ClosingReason::good_review);
    small_.world.record(family).last_closing = static_cast<float>(ended);
  }
  watch();
  small_.seek(0, targeted);
  small_.seek(1, targeted);
  EXPECT_EQ(value("flow_targeted_to_targeted"), 0.5) << "one child in two years";
  EXPECT_EQ(value("flow_universal_to_targeted"), 0.5);
}

TEST_F(TierFlows, begin_in_universal_services_also_for_help_that_begins_on_day_0) {
  const FamilySlot family = small_.new_family(2, NeglectLevel::three);
  watch();
  small_.seek(family, community);
  small_.live_until(10);
  end_case(small_.world, family, ClosingReason::stepped_up);
  small_.seek(family, targeted);
  EXPECT_EQ(value("flow_community_to_targeted"), 1.0);
  EXPECT_EQ(value("flow_universal_to_community"), 1.0);
}

}  // namespace
}  // namespace stepdown
