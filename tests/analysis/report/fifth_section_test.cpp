#include "analysis/report/fifth_section.h"

#include <gtest/gtest.h>

#include "tests/fixtures/comparison_values.h"

namespace stepdown {
namespace {

TEST(FifthsOfAreas, are_counted_in_the_message) {
  ComparisonValues values({"The base", "A"});
  static const std::vector<std::string> names = {"level_4_to_5_fifth_1", "level_4_to_5_fifth_2",
                                                 "level_4_to_5_fifth_3", "level_4_to_5_fifth_4",
                                                 "level_4_to_5_fifth_5"};
  for (std::size_t fifth = 0; fifth < names.size(); ++fifth) {
    values.add(names[fifth], "per 100 children", MeasureGroup::fifths,
               {always(3), fifth == 0 ? evenly(2.5, 3.5) : evenly(2.0, 2.5)});
  }
  EXPECT_EQ(message_of_fifths(values.made()),
            "Severe need is lower in four of five fifths and too close to call in one of five "
            "fifths under A");
}

}  // namespace
}  // namespace stepdown
