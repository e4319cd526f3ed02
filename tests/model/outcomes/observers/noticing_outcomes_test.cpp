#include "model/outcomes/observers/noticing_outcomes.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "model/processes/noticing.h"
#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

/// The measures of being noticed over two years of a quiet authority.
class NoticingMeasures : public testing::Test {
 protected:
  NoticingMeasures() { small_.observers.add(outcomes_.observer()); }

  void tell(HappeningKind kind, NoticeRoute route, int children = 1) {
    outcomes_.saw({.kind = kind, .day = 10, .slot = 0, .children = children, .route = route},
                  small_.authority);
  }
  double value(std::string_view name) {
    settle_tallies(small_.authority);
    return outcomes_.value(name, small_.authority);
  }

  SmallWorld small_{quiet_authority()};
  ObservedOutcomes outcomes_{noticing_outcomes(), {small_.rules.p, small_.authority, 730.5, 2}};
};

TEST_F(NoticingMeasures, count_families_by_who_notices_them) {
  tell(HappeningKind::contact, NoticeRoute::school, 4);
  tell(HappeningKind::contact, NoticeRoute::school);
  tell(HappeningKind::contact, NoticeRoute::family_itself);
  outcomes_.observer().month_ended(small_.authority, 0);
  tell(HappeningKind::contact, NoticeRoute::the_public);
  outcomes_.observer().month_ended(small_.authority, 1);
  EXPECT_EQ(value("contacts_school"), 1.0);
  EXPECT_EQ(value("contacts_family"), 0.5);
  EXPECT_EQ(value("contacts_public"), 0.5);
  EXPECT_EQ(value("contacts_police"), 0.0);
  EXPECT_EQ(outcomes_.observer().monthly_values(), (std::vector<double>{3, 1}));
}

TEST_F(NoticingMeasures, count_an_incident_as_noticed_by_the_police) {
  const FamilySlot family = small_.new_family();
  small_.set_need(family, NeglectLevel::one, AcuteConcern::serious);
  report_incident(small_.world, family);
  EXPECT_EQ(value("contacts_police"), 0.5);
  EXPECT_EQ(value("referrals_by_police"), 100.0);
}

TEST_F(NoticingMeasures, tell_in_children_who_refers) {
  EXPECT_TRUE(std::isnan(value("referrals_by_health")));
  tell(HappeningKind::referral, NoticeRoute::health, 3);
  tell(HappeningKind::referral, NoticeRoute::early_years, 1);
  EXPECT_EQ(value("referrals_by_health"), 75.0);
  EXPECT_EQ(value("referrals_by_early_years"), 25.0);
  EXPECT_EQ(value("referrals_by_housing_voluntary"), 0.0);
}

TEST_F(NoticingMeasures, tell_of_children_whom_nobody_knows) {
  const FamilySlot known_in_need = small_.new_family(1, NeglectLevel::three);
  small_.new_family(3, NeglectLevel::three);  // unknown
  small_.new_family(4);
  small_.live_until(365.25);
  small_.seek(known_in_need, ServiceTier::targeted_early_help);
  small_.live_until(730.5);
  EXPECT_DOUBLE_EQ(value("never_known"), 100 * 7.5 / 8) << "one child in eight known for a year";
  EXPECT_DOUBLE_EQ(value("never_known_level_3_to_5"), 100 * 3.5 / 4);
}

TEST_F(NoticingMeasures, tell_of_families_who_leave_after_need_without_having_been_known) {
  const FamilySlot known = small_.new_family(1, NeglectLevel::four);
  const FamilySlot unknown = small_.new_family(1, NeglectLevel::two);
  const FamilySlot never_in_need = small_.new_family();
  small_.world.family(known).worst_level = NeglectLevel::four;
  small_.world.family(unknown).worst_level = NeglectLevel::three;
  small_.refer_and_decide(known);
  for (const FamilySlot family : {known, unknown, never_in_need}) {
    leave(small_.world, family);
  }
  EXPECT_EQ(value("left_never_known"), 50.0);
}

TEST_F(NoticingMeasures, tell_of_families_who_are_assessed_and_need_nothing) {
  const std::array families = {small_.new_family(1, NeglectLevel::two),
                               small_.new_family(1, NeglectLevel::one, AcuteConcern::moderate),
                               small_.new_family(4, NeglectLevel::three),
                               small_.new_family(2, NeglectLevel::five)};
  for (const FamilySlot family : families) {
    outcomes_.saw({.kind = HappeningKind::assessment_ended,
                   .day = 10,
                   .slot = family,
                   .children = count_of(small_.world.family(family).at_home)},
                  small_.authority);
  }
  EXPECT_EQ(value("assessed_without_need"), 100.0 / 8) << "one child of eight";
}

}  // namespace
}  // namespace stepdown
