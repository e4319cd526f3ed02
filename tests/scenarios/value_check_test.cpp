#include "scenarios/value_check.h"

#include <gmock/gmock.h>

#include <limits>

#include "model/parameters/registry.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

struct Checked {
  std::optional<Value> value;
  std::vector<Problem> problems;
};

Checked check(const char* name, RawValue raw) {
  const PointAt point_at = [](Fault fault, TextSpan at, std::string message, std::string advice) {
    Problem problem;
    problem.fault = fault;
    problem.column = at.column;
    problem.message = std::move(message);
    problem.suggestion = std::move(advice);
    return problem;
  };
  Checked made;
  made.value = checked_value(*find_parameter(name), raw, point_at, made.problems);
  return made;
}

RawValue number(double value) { return {value, {1, 5, 2}}; }
RawValue text(const char* value) { return {std::string(value), {1, 5, 2}}; }
RawValue list(std::vector<RawValue> elements) { return {std::move(elements), {1, 5, 2}}; }

Problem refusal(const char* name, RawValue raw) {
  const Checked made = check(name, std::move(raw));
  EXPECT_FALSE(made.value);
  EXPECT_THAT(made.problems, SizeIs(1));
  return made.problems.empty() ? Problem() : made.problems.front();
}

constexpr const char* workers = "workforce.social_workers";
constexpr const char* share = "taper.relapse_seen";
constexpr const char* policy = "closure.child_in_need.policy";
constexpr const char* weeks = "closure.child_in_need.taper_weeks";

TEST(ValueCheck, lets_sound_values_through) {
  EXPECT_EQ(check(workers, number(40)).value, Value(40.0));
  EXPECT_EQ(check(share, number(0)).value, Value(0.0));
  EXPECT_EQ(check(share, number(1)).value, Value(1.0));
  EXPECT_EQ(check(policy, text("tapered")).value, Value(Choice{3}));
  EXPECT_EQ(check(weeks, list({number(4), number(8)})).value, Value(NumberList{4, 8}));
}

TEST(ValueCheck, makes_minus_nothing_nothing) {
  const Checked made = check(share, number(-0.0));
  EXPECT_FALSE(std::signbit(std::get<double>(*made.value)));
}

TEST(ValueCheck, refuses_the_wrong_type_and_says_which_is_right) {
  EXPECT_EQ(refusal(workers, text("many")).fault, Fault::wrong_type);
  EXPECT_THAT(refusal(workers, text("40")).suggestion, HasSubstr("without quotation marks: 40"));
  EXPECT_EQ(refusal(workers, list({number(1)})).fault, Fault::wrong_type);
  EXPECT_EQ(refusal(workers, {ForeignValue{"a date"}, {}}).fault, Fault::wrong_type);
  EXPECT_THAT(refusal(workers, {ForeignValue{"a date"}, {}}).message, HasSubstr("a date"));
  EXPECT_EQ(refusal(policy, number(3)).fault, Fault::wrong_type);
  EXPECT_THAT(refusal(weeks, number(6)).suggestion, HasSubstr("[6, 6, 12]"));
}

TEST(ValueCheck, knows_what_a_percentage_was_meant_to_be) {
  EXPECT_THAT(refusal("awareness.campaign", number(40)).suggestion,
              HasSubstr("40% is written 0.4"));
  EXPECT_THAT(refusal("shock.publicity.size", number(15)).suggestion,
              HasSubstr("15% more is written 1.15"));
  EXPECT_THAT(refusal("workforce.turnover", number(13.9)).suggestion,
              HasSubstr("13.9% a year is written 0.139"));
  EXPECT_THAT(refusal("policy.from_month", number(-1)).suggestion, Not(HasSubstr("%")));
}

TEST(ValueCheck, refuses_what_is_out_of_bounds_and_states_bounds_and_unit) {
  const Problem problem = refusal(workers, number(9000));
  EXPECT_EQ(problem.fault, Fault::out_of_bounds);
  EXPECT_THAT(problem.message, HasSubstr("9000"));
  EXPECT_THAT(problem.suggestion, HasSubstr("posts, 0 to 5000"));
  EXPECT_EQ(refusal(workers, number(-1)).fault, Fault::out_of_bounds);
}

TEST(ValueCheck, knows_a_percentage_by_its_size) {
  EXPECT_THAT(refusal(share, number(20)).suggestion, HasSubstr("20% is written 0.2"));
}

TEST(ValueCheck, refuses_what_is_no_finite_number) {
  EXPECT_EQ(refusal(share, number(std::numeric_limits<double>::quiet_NaN())).fault,
            Fault::not_a_number);
  EXPECT_EQ(refusal(share, number(std::numeric_limits<double>::infinity())).fault,
            Fault::not_a_number);
}

TEST(ValueCheck, refuses_parts_of_a_worker) {
  EXPECT_EQ(refusal(workers, number(40.5)).fault, Fault::not_whole);
}

TEST(ValueCheck, lists_the_answers_of_an_option_the_nearest_first) {
  const Problem problem = refusal(policy, text("step-down"));
  EXPECT_EQ(problem.fault, Fault::unknown_choice);
  EXPECT_THAT(problem.suggestion, HasSubstr("one of `step_down`, "));
  EXPECT_THAT(problem.suggestion, HasSubstr("`abrupt`"));
}

TEST(ValueCheck, refuses_lists_that_are_too_long_or_empty) {
  EXPECT_EQ(refusal(weeks, list({})).fault, Fault::list_length);
  EXPECT_EQ(refusal(weeks, list(std::vector<RawValue>(9, number(1)))).fault, Fault::list_length);
  EXPECT_THAT(check(weeks, list(std::vector<RawValue>(8, number(1)))).problems, IsEmpty());
}

TEST(ValueCheck, names_every_bad_element_of_a_list) {
  const Checked made = check(weeks, list({number(0), text("x"), number(4)}));
  EXPECT_FALSE(made.value);
  EXPECT_THAT(made.problems, SizeIs(2));
}

}  // namespace
}  // namespace stepdown
