#include "scenarios/scenario_check.h"

#include <gmock/gmock.h>

#include "scenarios/setting_check.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<Problem> check(const std::vector<std::string>& settings,
                           const std::vector<ObservedFigure>& observed = {}) {
  std::vector<Problem> problems;
  Layers layers;
  layers.add(checked_command_line(settings, problems));
  EXPECT_THAT(problems, IsEmpty());
  return check_together(layers, observed);
}

auto is(Severity severity, const std::string& message) {
  return AllOf(Field(&Problem::severity, severity), Field(&Problem::message, HasSubstr(message)));
}

constexpr const char* tapered = "closure.targeted_early_help.policy=tapered";
const std::string closure = "closure.targeted_early_help.";

TEST(CheckTogether, has_nothing_against_the_registry) { EXPECT_THAT(check({}), IsEmpty()); }

TEST(CheckTogether, has_nothing_against_any_closure_policy_as_it_comes) {
  for (const char* answer : {"abrupt", "time_limited", "sustained", "tapered", "step_down"}) {
    EXPECT_THAT(check({closure + "policy=" + answer}), IsEmpty()) << answer;
  }
}

TEST(CheckTogether, wants_as_many_lengths_as_intensities_and_shares) {
  EXPECT_THAT(check({tapered, closure + "taper_weeks=[6, 6]"}),
              ElementsAre(is(Severity::error, "2 lengths, 3 intensities and 3 place shares")));
}

TEST(CheckTogether, points_at_what_the_person_gave_and_not_at_the_registry) {
  const auto problems = check({tapered, closure + "taper_weeks=[6, 6]"});
  EXPECT_EQ(problems.at(0).line_text, closure + "taper_weeks=[6, 6]");
}

TEST(CheckTogether, wants_a_taper_to_fall) {
  EXPECT_THAT(check({tapered, closure + "taper_intensity=[0.2, 0.2, 0.1]"}), IsEmpty());
  EXPECT_THAT(check({tapered, closure + "taper_intensity=[0.2, 0.4, 0.1]"}),
              ElementsAre(is(Severity::error, "more help in a later step")));
}

TEST(CheckTogether, warns_of_help_from_nothing) {
  EXPECT_THAT(check({tapered, closure + "taper_place_share=[0.6, 0.4, 0.1]"}),
              ElementsAre(is(Severity::warning,
                             "step 3 of the taper of targeted early help gives "
                             "more help than the place it holds")));
}

TEST(CheckTogether, warns_of_a_taper_without_contact) {
  EXPECT_THAT(check({tapered, closure + "contact_weeks=26"}),
              ElementsAre(is(Severity::warning, "ends before its first contact")));
}

TEST(CheckTogether, wants_shares_to_add_up_to_no_more_than_all) {
  EXPECT_THAT(check({"population.share_one_child=0.6"}),
              ElementsAre(is(Severity::error, "add up to more than all")));
}

TEST(CheckTogether, warns_of_thresholds_in_a_senseless_order) {
  EXPECT_THAT(check({"threshold.community_early_help=3.2"}),
              ElementsAre(is(Severity::warning, "for greater need than targeted early help")));
  EXPECT_THAT(check({"threshold.good_review=4"}),
              ElementsAre(is(Severity::warning, "closed at a need that opens one")));
}

TEST(CheckTogether, wants_quantiles_of_assessments_in_order) {
  EXPECT_THAT(check({"front_door.assessment_median=50"}),
              ElementsAre(is(Severity::error, "cannot fall")));
}

TEST(CheckTogether, wants_no_fewer_than_no_workers) {
  EXPECT_THAT(check({"workforce.social_workers=5", "workforce.additional_social_workers=-6"}),
              ElementsAre(is(Severity::error, "more social workers are taken away")));
}

TEST(CheckTogether, counts_the_children_without_a_place_under_the_cap) {
  const ObservedFigure load{"caseload_social_worker", 22.5, "csww", "2024", {}};
  EXPECT_THAT(check({"workforce.social_workers=40", "caseload.social_worker_cap=18"}, {load}),
              ElementsAre(is(Severity::warning,
                             "a cap of 18 children with 40 social workers holds 720 children; "
                             "social workers held 900, so 180 have no place under the cap")));
  EXPECT_THAT(check({"workforce.social_workers=40", "caseload.social_worker_cap=23"}, {load}),
              IsEmpty());
}

}  // namespace
}  // namespace stepdown
