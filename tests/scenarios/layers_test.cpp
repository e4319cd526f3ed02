#include "scenarios/layers.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* policy = "closure.child_in_need.policy";
constexpr const char* weeks = "closure.child_in_need.taper_weeks";
constexpr Choice abrupt{0};
constexpr Choice tapered{3};

GivenSetting given(std::string_view name, Value value, const char* file) {
  GivenSetting made;
  made.setting = {find_parameter(name), value, {Origin::Giver::file, file, 1}, {}};
  made.where.file = file;
  return made;
}

TEST(Layers, start_with_the_registry) {
  const Layers layers;
  EXPECT_EQ(layers.settings().size(), parameter_registry().size());
  for (const Setting& setting : layers.settings()) {
    EXPECT_EQ(setting.value, setting.parameter->initial);
    EXPECT_EQ(setting.origin.text(), "registry");
  }
}

TEST(Layers, keep_the_last_value_and_who_gave_it) {
  Layers layers;
  layers.add(
      {{given("need.easing", 1.0, "base.toml"), given("need.worsening", 0.2, "base.toml")}, {}});
  layers.add({{given("need.easing", 2.0, "mine.toml")}, {}});
  EXPECT_EQ(layers.of("need.easing").setting.value, Value(2.0));
  EXPECT_EQ(layers.of("need.easing").setting.origin.text(), "mine.toml:1");
  EXPECT_EQ(layers.of("need.worsening").setting.origin.text(), "base.toml:1");
  EXPECT_EQ(layers.parameters().need.easing, 2.0);
  EXPECT_EQ(layers.parameters().need.worsening, 0.2);
}

TEST(Layers, replace_lists_as_a_whole) {
  Layers layers;
  layers.add({{given(weeks, NumberList{1, 2, 3, 4}, "base.toml")}, {}});
  layers.add({{given(weeks, NumberList{9}, "mine.toml")}, {}});
  EXPECT_EQ(layers.of(weeks).setting.value, Value(NumberList{9}));
}

TEST(Layers, call_a_parameter_whose_option_has_another_answer_an_orphan) {
  Layers layers;
  layers.add({{given(weeks, NumberList{9}, "mine.toml")}, {}});
  const std::vector<Problem> orphans = layers.take_back_orphans();
  ASSERT_THAT(orphans, SizeIs(1));
  EXPECT_EQ(orphans[0].fault, Fault::option_not_chosen);
  EXPECT_EQ(orphans[0].file, "mine.toml");
  EXPECT_THAT(orphans[0].message, HasSubstr("belongs to policy = \"tapered\", but "
                                            "closure.child_in_need.policy is \"abrupt\""));
  EXPECT_EQ(layers.of(weeks).setting.value, find_parameter(weeks)->initial);
}

TEST(Layers, have_an_orphan_in_everything_that_an_option_alone_gives_a_meaning) {
  for (const Parameter& parameter : parameter_registry()) {
    if (parameter.only_when.option.empty()) continue;
    Layers layers;
    layers.add({{given(parameter.name, parameter.initial, "mine.toml")}, {}});
    EXPECT_THAT(layers.take_back_orphans(), SizeIs(1)) << parameter.name;
  }
}

TEST(Layers, name_the_line_that_chose_the_other_answer) {
  Layers layers;
  layers.add({{given(policy, abrupt, "base.toml")}, {}});
  layers.add({{given(weeks, NumberList{9}, "mine.toml")}, {}});
  const std::vector<Problem> orphans = layers.take_back_orphans();
  ASSERT_THAT(orphans, SizeIs(1));
  EXPECT_THAT(orphans[0].message, HasSubstr("(set in base.toml:1)"));
}

TEST(Layers, find_the_option_in_an_earlier_or_a_later_layer) {
  Layers earlier;
  earlier.add({{given(policy, tapered, "base.toml")}, {}});
  earlier.add({{given(weeks, NumberList{9}, "mine.toml")}, {}});
  EXPECT_THAT(earlier.take_back_orphans(), IsEmpty());
  Layers later;
  later.add({{given(weeks, NumberList{9}, "base.toml")}, {}});
  later.add({{given(policy, tapered, "mine.toml")}, {}});
  EXPECT_THAT(later.take_back_orphans(), IsEmpty());
  EXPECT_EQ(later.of(weeks).setting.value, Value(NumberList{9}));
}

TEST(Layers, forget_what_belonged_to_an_answer_that_a_later_layer_changes) {
  Layers layers;
  layers.add({{given(policy, tapered, "base.toml"), given(weeks, NumberList{9}, "base.toml")}, {}});
  layers.add({{given(policy, abrupt, "mine.toml")}, {}});
  EXPECT_THAT(layers.take_back_orphans(), IsEmpty());
  EXPECT_EQ(layers.of(weeks).setting.value, find_parameter(weeks)->initial);
  EXPECT_EQ(layers.of(weeks).setting.origin.text(), "registry");
}

TEST(Layers, do_not_forget_what_is_given_together_with_another_answer) {
  Layers layers;
  layers.add({{given(policy, tapered, "base.toml"), given(weeks, NumberList{9}, "base.toml")}, {}});
  layers.add({{given(policy, abrupt, "mine.toml"), given(weeks, NumberList{4}, "mine.toml")}, {}});
  const std::vector<Problem> orphans = layers.take_back_orphans();
  ASSERT_THAT(orphans, SizeIs(1));
  EXPECT_EQ(orphans[0].file, "mine.toml");
}

TEST(Layers, conclude_nothing_from_an_option_that_was_mistyped) {
  Layers wrong_value;
  wrong_value.add({{given(weeks, NumberList{9}, "mine.toml")}, {policy}});
  EXPECT_THAT(wrong_value.take_back_orphans(), IsEmpty());
  Layers wrong_name;
  wrong_name.add({{given(weeks, NumberList{9}, "mine.toml")}, {"closure.child_in_need.polcy"}});
  EXPECT_TRUE(wrong_name.is_in_doubt(policy));
  EXPECT_THAT(wrong_name.take_back_orphans(), IsEmpty());
}

}  // namespace
}  // namespace stepdown
