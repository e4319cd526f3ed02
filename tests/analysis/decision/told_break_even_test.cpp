#include "analysis/decision/told_break_even.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/parameters/registry.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

constexpr double exactly_nothing = 1e6;  // instead of a mean about which runs differ

DecisionTold told_of(double (*benefit)(double)) {
  std::vector<BenefitAt> benefits;
  for (int i = 0; i <= 8; ++i) {
    BenefitAt at{i / 8.0, {}};
    for (int run = 0; run < 30; ++run) {
      const double mean = benefit(at.value);
      at.of_runs.push_back(mean == exactly_nothing ? 0 : mean + 0.1 * (run % 3 - 1));
    }
    benefits.push_back(std::move(at));
  }
  const Varied seen{find_parameter("taper.relapse_seen"), {0, 1}};
  return told_break_even(break_even(std::move(benefits), 1), seen, read_objectives({}).front(),
                         {"The base", "Tapering"});
}

std::string told(double (*benefit)(double)) { return told_of(benefit).sentences[1]; }

TEST(BreakEvenTold, says_from_when_on_a_plan_pays) {
  EXPECT_THAT(told([](double seen) { return seen - 0.35; }),
              HasSubstr("Tapering pays if this is 35 of 100 or more (likely 3"));
  EXPECT_THAT(told([](double seen) { return 0.35 - seen; }), HasSubstr("35 of 100 or less"));
}

TEST(BreakEvenTold, says_always_and_never_and_too_close_to_call) {
  EXPECT_EQ(told([](double) { return 1.0; }),
            "Tapering pays whatever this is, from 0 to 100 of 100.");
  EXPECT_EQ(told([](double) { return -1.0; }),
            "Tapering never pays, whatever this is, from 0 to 100 of 100.");
  EXPECT_THAT(told([](double) { return 0.0; }), HasSubstr("Too close to call everywhere"));
}

TEST(BreakEvenTold, says_where_it_is_sure_and_where_not) {
  EXPECT_EQ(told([](double seen) { return seen > 0.6 ? 1.0 : 0.0; }),
            "Tapering pays from 63 to 100 of 100; too close to call from 0 to 50 of 100. Nowhere "
            "in the range does it surely do the opposite.");
}

TEST(BreakEvenTold, says_where_all_is_exactly_the_same) {
  const DecisionTold at_0 = told_of([](double seen) { return seen > 0 ? 1.0 : exactly_nothing; });
  EXPECT_EQ(at_0.sentences[1],
            "Tapering pays from 13 to 100 of 100; exactly the same at 0 of 100. Nowhere in the "
            "range does it surely do the opposite.");
  EXPECT_EQ(at_0.sentences[2], "At 0 of 100, compared with The base: exactly the same.");
  EXPECT_EQ(at_0.table.groups.front().rows.front().back().text, "the same");
  EXPECT_EQ(told([](double) { return exactly_nothing; }),
            "Tapering and The base are exactly the same in every run, at every value tried from 0 "
            "to 100 of 100.");
  EXPECT_EQ(told([](double seen) { return seen > 0 ? 0.0 : exactly_nothing; }),
            "Tapering and The base cannot be told apart at any value: too close to call from 13 to "
            "100 of 100; exactly the same at 0 of 100.");
}

TEST(BreakEvenTold, says_that_there_is_no_single_one) {
  EXPECT_THAT(told([](double seen) { return seen > 0.3 && seen < 0.7 ? 1.0 : -1.0; }),
              HasSubstr("There is no single break-even: which is better changes 2 times"));
}

TEST(BreakEvenTold, draws_under_its_finding_each_value_with_its_reading) {
  const DecisionTold all = told_of([](double seen) { return seen - 0.35; });
  EXPECT_EQ(all.picture_message, all.sentences[1]);
  const auto& rows = all.table.groups.front().rows;
  ASSERT_EQ(rows.size(), 9U);
  EXPECT_EQ(rows.front().back().text, "loses");
  EXPECT_EQ(rows.back().back().text, "pays");
  EXPECT_EQ(rows.front()[4].text, "30") << "runs";
  EXPECT_LT(std::stod(rows.back()[1].text), 0) << "less of what is better less";
}

}  // namespace
}  // namespace stepdown
