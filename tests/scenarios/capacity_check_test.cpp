#include "scenarios/capacity_check.h"

#include "tests/fixtures/settings_checked.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

const ObservedFigure caseload{"caseload_social_worker", 22.625, "csww", "2024", {}};
const ObservedFigure in_need{"children_in_need_at_31_march", 905, "b1", "2024", {}};

TEST(Posts, that_are_not_there_cannot_be_cut) {
  EXPECT_THAT(
      checked_together({"workforce.social_workers=5", "workforce.additional_social_workers=-6"}),
      only(Severity::error, "more social workers are taken away than there are"));
  EXPECT_THAT(checked_together({"workforce.additional_community_workers=-100"}),
              only(Severity::error,
                   "more workers of community-based early help are taken away than there are"));
}

TEST(Posts, of_a_place_are_counted_before_they_are_cut) {
  const std::vector<std::string> place = {"population.children=10000",
                                          "workforce.key_workers_per_10000=3.4"};
  const auto cut_by = [&](const std::string& posts) {
    std::vector<std::string> settings = place;
    settings.push_back("workforce.additional_key_workers=" + posts);
    return checked_together(settings);
  };
  EXPECT_THAT(cut_by("-3"), IsEmpty());
  const auto problems = cut_by("-4");
  EXPECT_THAT(problems, only(Severity::error, "more key workers are taken away than there are"));
  EXPECT_EQ(problems.at(0).suggestion, "3 at 3.4 for every 10,000 children, and -4");
}

TEST(Posts, at_the_front_door_are_not_all_cut) {
  EXPECT_THAT(checked_together({"workforce.additional_front_door=-9"}), IsEmpty());
  EXPECT_THAT(checked_together({"workforce.additional_front_door=-10"}),
              only(Severity::error, "no referral would be decided"));
  EXPECT_THAT(checked_together({"population.children=100"}), IsEmpty());
}

TEST(Caps, count_the_children_without_a_place_under_them) {
  EXPECT_THAT(
      checked_together({"workforce.social_workers=40", "caseload.social_worker_cap=18"},
                       {caseload, in_need}),
      only(Severity::warning,
           "a cap of 18 children with 40 social workers holds 720 children; social workers held "
           "905, so 185 have no place under the cap"));
  EXPECT_THAT(checked_together({"workforce.social_workers=40", "caseload.social_worker_cap=23"},
                               {caseload, in_need}),
              IsEmpty());
}

TEST(Caps, take_children_in_need_where_no_caseload_is_known) {
  const auto problems = checked_together({"workforce.social_workers=40"}, {in_need});
  EXPECT_THAT(problems,
              only(Severity::warning,
                   "holds 720 children; 905 were in need at 31 March, so 185 have no place"));
  EXPECT_THAT(problems.at(0).suggestion, HasSubstr("not each of them has a social worker"));
}

TEST(ProtectionTeams, have_room_for_plans_and_care) {
  const ObservedFigure plans{"stock_child_protection", 259, "d1", "2024", {}};
  const ObservedFigure care{"looked_after_at_31_march", 433, "cla", "2024", {}};
  const std::string merged = "family_help.model=merged";
  EXPECT_THAT(checked_together({merged}, {plans, care}), IsEmpty());
  EXPECT_THAT(
      checked_together({merged, "family_help.protection_share=0.2"}, {plans, care}),
      only(
          Severity::warning,
          "a cap of 18 children with a protection team of 21 holds 378 children; 259 were on plans "
          "and 433 looked after"));
  EXPECT_THAT(checked_together({merged, "family_help.protection_share=0"}),
              only(Severity::error, "the protection team has nobody in it"));
}

TEST(ReservedPlaces, are_places_that_there_are) {
  EXPECT_THAT(
      checked_together({"workforce.reserved_share=0.5", "workforce.community_workers_per_10000=0"}),
      IsEmpty());
  EXPECT_THAT(
      checked_together({"workforce.reserved_share=0.5", "workforce.community_workers_per_10000=0",
                        "workforce.key_workers_per_10000=0"}),
      only(Severity::warning, "there is no post of early help"));
}

TEST(AgencyWorkers, come_before_those_they_stand_in_for) {
  EXPECT_THAT(checked_together({"workforce.recruitment_weeks=3"}),
              only(Severity::warning, "a permanent worker comes sooner than the agency worker"));
  EXPECT_THAT(checked_together({"workforce.recruitment_weeks=3", "workforce.agency_cover=0"}),
              IsEmpty());
}

TEST(SupportWhileWaiting, takes_the_place_it_gives) {
  EXPECT_THAT(checked_together({"waiting.interim_support=0.1"}), IsEmpty());
  EXPECT_THAT(checked_together({"waiting.interim_support=0.2"}),
              only(Severity::warning, "capacity from nothing"));
}

}  // namespace
}  // namespace stepdown
