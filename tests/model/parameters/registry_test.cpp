#include "model/parameters/registry.h"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

namespace stepdown {
namespace {

using ::testing::Optional;

TEST(Registry, has_each_name_once_and_finds_it) {
  std::set<std::string_view> names;
  for (const Parameter& parameter : parameter_registry()) {
    EXPECT_TRUE(names.insert(parameter.name).second) << parameter.name;
    EXPECT_EQ(find_parameter(parameter.name), &parameter);
    EXPECT_NE(parameter.name.find('.'), std::string_view::npos) << "a name has its group first";
  }
  EXPECT_EQ(find_parameter("population"), nullptr);
  EXPECT_EQ(find_parameter(""), nullptr);
}

TEST(Registry, starts_within_its_own_bounds) {
  for (const Parameter& parameter : parameter_registry()) {
    EXPECT_LE(parameter.bounds.low, parameter.bounds.high) << parameter.name;
    if (const auto* number = std::get_if<double>(&parameter.initial)) {
      EXPECT_GE(*number, parameter.bounds.low) << parameter.name;
      EXPECT_LE(*number, parameter.bounds.high) << parameter.name;
      EXPECT_TRUE(parameter.kind != Kind::whole || std::floor(*number) == *number)
          << parameter.name;
    } else if (const auto* choice = std::get_if<Choice>(&parameter.initial)) {
      EXPECT_LT(choice->index, parameter.choices.size()) << parameter.name;
    } else {
      for (const double element : std::get<NumberList>(parameter.initial).view()) {
        EXPECT_GE(element, parameter.bounds.low) << parameter.name;
        EXPECT_LE(element, parameter.bounds.high) << parameter.name;
      }
    }
  }
}

TEST(Registry, sets_and_reads_the_field_of_that_parameter_and_no_other) {
  for (const Parameter& parameter : parameter_registry()) {
    ModelParameters changed = initial_parameters();
    Value other = parameter.bounds.low;
    if (parameter.kind == Kind::choice) {
      other = Choice{static_cast<std::uint8_t>(parameter.choices.size() - 1)};
    } else if (parameter.kind == Kind::list) {
      other = NumberList{parameter.bounds.low};
    }
    if (other == parameter.initial) {
      other = parameter.bounds.high;
    }
    parameter.set(changed, other);
    for (const Parameter& read : parameter_registry()) {
      EXPECT_EQ(read.get(changed), &read == &parameter ? other : read.initial)
          << "setting " << parameter.name << ", reading " << read.name;
    }
  }
}

TEST(Registry, has_the_option_of_every_parameter_that_belongs_to_one) {
  for (const Parameter& parameter : parameter_registry()) {
    if (parameter.only_when.option.empty()) {
      continue;
    }
    const Parameter* option = find_parameter(parameter.only_when.option);
    ASSERT_NE(option, nullptr) << parameter.name;
    EXPECT_EQ(std::ranges::count(option->choices, parameter.only_when.answer), 1) << parameter.name;
  }
}

TEST(SimilarParameter, is_the_one_with_the_fewest_letters_mistyped) {
  EXPECT_THAT(similar_parameter("workforce.social_worker"),
              Optional(std::string_view("workforce.social_workers")));
  EXPECT_THAT(similar_parameter("workfroce.social_workers"),
              Optional(std::string_view("workforce.social_workers")));
  EXPECT_THAT(similar_parameter("closure.child_in_ned.policy"),
              Optional(std::string_view("closure.child_in_need.policy")));
  EXPECT_THAT(similar_parameter("closure.targeted_early_help.taper_week"),
              Optional(std::string_view("closure.targeted_early_help.taper_weeks")));
}

TEST(SimilarParameter, may_have_letters_mistyped_in_both_of_its_words) {
  EXPECT_THAT(similar_parameter("feed.eesxng"), Optional(std::string_view("need.easing")));
}

TEST(SimilarParameter, is_none_when_only_the_group_is_alike) {
  EXPECT_EQ(similar_parameter("closure.targeted_early_help.colour"), std::nullopt);
  EXPECT_EQ(similar_parameter("workforce.x"), std::nullopt);
  EXPECT_EQ(similar_parameter("weather.rain"), std::nullopt);
}

TEST(Refusal, says_why_statutory_help_has_no_waiting_list) {
  EXPECT_THAT(refusal_of("waiting.child_protection"),
              Optional(::testing::HasSubstr("never waits")));
  EXPECT_EQ(refusal_of("waiting.targeted_drop_out"), std::nullopt);
}

TEST(Written, is_what_a_scenario_file_would_say) {
  const Parameter& number = *find_parameter("population.children");
  EXPECT_EQ(written(number, 62500.0), "62500");
  EXPECT_EQ(written(number, 100000.0), "100000");
  EXPECT_EQ(written(number, 0.1), "0.1");
  EXPECT_EQ(written(number, 1.0 / 3.0), "0.3333333333333333");
  EXPECT_EQ(written(number, 0.0), "0");
  EXPECT_EQ(written(number, 1e-9), "1e-09");
  const Parameter& choice = *find_parameter("closure.child_in_need.policy");
  EXPECT_EQ(written(choice, Choice{3}), "\"tapered\"");
  const Parameter& list = *find_parameter("closure.child_in_need.taper_weeks");
  EXPECT_EQ(written(list, NumberList{6, 6.5, 12}), "[6, 6.5, 12]");
}

TEST(Names, exist_for_every_unit_and_role) {
  for (int unit = 0; unit <= static_cast<int>(Unit::year); ++unit) {
    EXPECT_EQ(name_of(static_cast<Unit>(unit)).empty(), unit == 0);
  }
  for (const Role role : {Role::fact, Role::lever, Role::uncertainty, Role::numerics}) {
    EXPECT_FALSE(name_of(role).empty());
  }
}

}  // namespace
}  // namespace stepdown
