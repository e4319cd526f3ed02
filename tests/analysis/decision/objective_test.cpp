#include "analysis/decision/objective.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string refused(const std::vector<std::string>& typed) {
  try {
    read_objectives(typed);
  } catch (const ScenarioErrors& errors) {
    return errors.what();
  }
  return "not refused";
}

TEST(Objectives, are_need_where_nobody_says) {
  const std::vector<Objective> objectives = read_objectives({});
  ASSERT_EQ(objectives.size(), 1);
  EXPECT_EQ(objectives.front().name(), "child_years_level_3_to_5");
}

TEST(Objectives, are_never_cost_or_official_rereferral_alone) {
  for (const std::vector<std::string>& typed : std::vector<std::vector<std::string>>{
           {"cost_total"}, {"rereferral_12m"}, {"cost_total", "rereferral_12m"}}) {
    EXPECT_THAT(refused(typed), AllOf(HasSubstr("decides nothing alone"),
                                      HasSubstr("--measure " + typed.front() +
                                                " --measure child_years_level_3_to_5")));
  }
  EXPECT_EQ(refused({"cost_total", "child_years_level_3_to_5"}), "not refused");
}

TEST(Objectives, are_measures_of_which_less_is_better) {
  EXPECT_THAT(refused({"first_helped_families"}), HasSubstr("neither better nor worse"));
  EXPECT_THAT(refused({"escalation_12"}), HasSubstr("`escalation_12m`"));
  EXPECT_THAT(refused({"escalation_12m", "escalation_12m"}), HasSubstr("named twice"));
}

const ServiceModels base_and_family_help({"base", "family_help"}, {false, true});

std::vector<std::string> reasons(const std::vector<std::string>& typed,
                                 const ServiceModels& plans = base_and_family_help) {
  try {
    check_comparable(read_objectives(typed), plans);
  } catch (const NotComparable& refusal) {
    std::vector<std::string> said = refusal.reasons();
    said.insert(said.begin(), refusal.what());
    return said;
  }
  return {};
}

TEST(Objectives, do_not_rank_plans_of_which_they_count_something_else) {
  EXPECT_THAT(reasons({"escalation_12m"}),
              ElementsAre("these plans cannot be compared in `escalation_12m`",
                          HasSubstr("they are one in `family_help` and two in `base`"),
                          AllOf(HasSubstr("--measure"), HasSubstr("return_of_need_24m"),
                                HasSubstr("child_years_level_4_to_5"), Not(HasSubstr("cost_total")),
                                Not(HasSubstr("escalation")))));
  EXPECT_THAT(reasons({"escalation_12m"}, {{"a", "b"}, {true, true}}), IsEmpty());
  EXPECT_THAT(reasons({"child_years_level_3_to_5"}), IsEmpty());
}

TEST(Objectives, that_count_something_else_may_stand_beside_one_that_decides) {
  EXPECT_THAT(reasons({"child_years_level_3_to_5", "escalation_12m"}), IsEmpty());
  EXPECT_THAT(reasons({"cost_total", "child_years_level_3_to_5", "escalation_12m"}), IsEmpty());
}

TEST(Objectives, that_count_something_else_do_not_leave_cost_to_decide_alone) {
  EXPECT_THAT(reasons({"cost_total", "escalation_12m"}),
              Contains("these plans cannot be compared in `escalation_12m`"));
}

TEST(Objectives, tell_differences_as_people_do) {
  const Objective need = read_objectives({}).front();
  EXPECT_EQ(difference_told(need, -6.2, -4.1),
            "4 to 6 fewer children living at neglect level 3 to 5 at any one time");
  const std::vector<std::string> names{"escalation_12m"};
  EXPECT_THAT(difference_told(read_objectives(names).front(), -3, 4),
              HasSubstr("of every 100 starts of early help"));
}

TEST(Objectives, tell_what_has_to_be_known_of_those_that_flatter) {
  EXPECT_THAT(caveats_of(read_objectives({})), IsEmpty());
  const std::vector<std::string> names{"severe_child_years_without_help",
                                       "child_years_level_3_to_5", "rereferral_12m"};
  EXPECT_THAT(
      caveats_of(read_objectives(names)),
      ElementsAre(HasSubstr("Severe need without help: A case that is held open counts as helped"),
                  HasSubstr("Official re-referral: ")));
}

TEST(Objectives, tell_that_there_is_no_difference_at_all) {
  const Objective need = read_objectives({}).front();
  EXPECT_EQ(difference_told(need, 0, 0), "exactly the same");
  EXPECT_EQ(mean_difference_told(need, -0.0, 0), "exactly the same");
}

}  // namespace
}  // namespace stepdown
