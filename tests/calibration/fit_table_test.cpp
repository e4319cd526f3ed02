#include "calibration/fit_table.h"

#include <gmock/gmock.h>

#include <cmath>
#include <optional>

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<Target> targets = {
    {"referrals_per_10000", 1, 518.3, 51.83, 1, "Referrals", "table C1"},
    {"rereferral_12m", 0, 22.4, 2.24, 1, "Re-referrals", "table C1"}};

std::vector<TargetRow> rows_of(const std::vector<std::vector<double>>& runs) {
  TargetSink sink(targets);
  std::uint32_t number = 0;
  for (const std::vector<double>& values : runs) {
    const std::optional<Outcomes> outcomes = Outcomes{values, {}, 0};
    sink.take({number++, {&outcomes, 1}});
  }
  return sink.rows();
}

TEST(TargetSink, keeps_each_target_from_its_own_column) {
  const std::vector<TargetRow> rows = rows_of({{22, 530}, {23, 540}});
  EXPECT_EQ(rows[0].simulated.mean, 535);
  EXPECT_EQ(rows[1].simulated.mean, 22.5);
  EXPECT_TRUE(rows[0].is_met());
}

TEST(FitTable, stands_official_and_simulated_side_by_side) {
  const std::string table = fit_table(rows_of({{19, 530}, {20, 540}}));
  EXPECT_THAT(table, AllOf(HasSubstr("518.3"), HasSubstr("535.0"), HasSubstr("+- 51.8 (10%)"),
                           HasSubstr("in\n"), HasSubstr("OUT\n")));
  std::size_t start = 0;
  for (std::size_t end; (end = table.find('\n', start)) != std::string::npos; start = end + 1) {
    EXPECT_LE(end - start, 100U) << table.substr(start, end - start);
  }
}

TEST(FitMarkdown, says_what_is_not_met_and_ends_with_the_notes) {
  const FitDocument document{"tools/base-fit", "england", 62500, 2, 10, 20, "## Notes\n\nMore.\n"};
  const std::string text = fit_markdown(rows_of({{19, 530}, {20, 540}}), document);
  EXPECT_THAT(text, HasSubstr("1 of 2 figures lie within their tolerance"));
  EXPECT_THAT(text, HasSubstr("62,500 children, 10 years after 20 years of warm-up"));
  EXPECT_THAT(text, HasSubstr("- **Re-referrals** (`rereferral_12m`): 13% too low."));
  EXPECT_THAT(text, Not(HasSubstr("- **Referrals**")));
  EXPECT_THAT(text, HasSubstr("| table C1 |"));
  EXPECT_TRUE(text.ends_with("## Notes\n\nMore.\n"));
}

TEST(FitMarkdown, says_when_everything_is_met_and_when_a_figure_does_not_exist) {
  EXPECT_THAT(fit_markdown(rows_of({{22.4, 518.3}}), {}), HasSubstr("Nothing: every figure"));
  EXPECT_THAT(fit_markdown(rows_of({{NAN, 518.3}}), {}), HasSubstr("no run has it"));
}

}  // namespace
}  // namespace stepdown
