#include "analysis/report/message_title.h"

#include <gtest/gtest.h>

#include "tests/fixtures/comparison_values.h"

namespace stepdown {
namespace {

std::string title_of_list(const std::vector<std::vector<double>>& others) {
  std::vector<std::string> plans{"The base"};
  std::vector<std::vector<double>> values{always(100)};
  for (const std::vector<double>& plan : others) {
    plans.push_back(std::string(1, static_cast<char>('A' + values.size() - 1)));
    values.push_back(plan);
  }
  ComparisonValues comparison(plans);
  comparison.add("waiting", "families", MeasureGroup::waiting, values);
  return message_title(comparison.made(), "waiting", "The list", "is longer", "is shorter");
}

TEST(MessageTitle, names_the_plans_on_either_side) {
  EXPECT_EQ(title_of_list({evenly(110, 120)}), "The list is longer under A");
  EXPECT_EQ(title_of_list({evenly(110, 120), evenly(80, 90), evenly(105, 106)}),
            "The list is shorter under B, and is longer under A and C");
}

TEST(MessageTitle, does_not_call_what_is_too_close) {
  EXPECT_EQ(title_of_list({evenly(90, 110)}), "The list is too close to call under A");
}

TEST(MessageTitle, does_not_call_what_rests_on_too_few_runs) {
  ComparisonValues values({"The base", "A"});
  values.add("waiting", "families", MeasureGroup::waiting, {always(100, 9), evenly(110, 120, 9)});
  EXPECT_EQ(message_title(values.made(), "waiting", "The list", "is longer", "is shorter"),
            "The list rests on too few runs to tell under A");
}

TEST(MessageTitle, says_where_nothing_differs) {
  EXPECT_EQ(title_of_list({always(100), evenly(50, 60)}),
            "The list is shorter under B, and is exactly the same under A");
}

TEST(MessageTitle, is_the_subject_alone_where_nothing_was_measured) {
  EXPECT_EQ(message_title(ComparisonValues({"The base", "A"}).made(), "waiting", "The list",
                          "is longer", "is shorter"),
            "The list");
}

}  // namespace
}  // namespace stepdown
