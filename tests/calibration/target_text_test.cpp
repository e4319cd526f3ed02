#include "calibration/target_text.h"

#include <gmock/gmock.h>

#include <array>

namespace stepdown {
namespace {

using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr std::array measures = {
    Measure{"rereferral_12m", "%", "Re-referrals", MeasureGroup::returning, false}};

Target full() {
  Target target;
  target.measure = "rereferral_12m";
  target.value = 23.0625;
  target.error = 1.3125;
  target.tolerance = 1.645 * target.error;
  target.label = "Again, \"officially\"";
  target.source = "c1";
  target.observed = 23.3;
  target.noise = 1.5;
  target.drift = 2.875;
  target.year = 2024;
  target.by_year = {{2023, 22.5, "c1.csv: a\\b"}, {2024, 23.3, "c1.csv: b"}};
  return target;
}

TEST(TargetText, is_read_again) {
  const std::vector<Target> one{full()};
  const std::string text = written_targets(one, "What this is\n\nand whose");
  EXPECT_THAT(text, StartsWith("# What this is\n#\n# and whose\n\n[rereferral_12m]\n"));
  const std::vector<Target> read = read_targets("t.toml", text, measures);
  ASSERT_THAT(read, SizeIs(1));
  EXPECT_NEAR(read[0].value, 23.0625, 5e-4);
  EXPECT_NEAR(read[0].error, 1.3125, 5e-3);
  EXPECT_EQ(read[0].observed, 23.3);
  EXPECT_EQ(read[0].noise, 1.5);
  EXPECT_EQ(read[0].year, 2024);
  EXPECT_EQ(read[0].label, full().label);
  EXPECT_EQ(read[0].by_year, full().by_year);
}

TEST(TargetText, of_a_figure_without_history_has_no_empty_keys) {
  Target target = full();
  target.by_year.clear();
  target.noise = target.drift = 0;
  target.year = 0;
  EXPECT_EQ(written_targets(std::vector<Target>{target}, ""),
            "[rereferral_12m]\nvalue = 23.062\nerror = 1.31\n"
            "label = \"Again, \\\"officially\\\"\"\nsource = \"c1\"\n");
}

TEST(ShortNumber, keeps_whole_numbers_whole) {
  EXPECT_EQ(short_number(350198), "350198");
  EXPECT_EQ(short_number(12059476, 4), "12059476");
  EXPECT_EQ(short_number(692.2), "692.2");
  EXPECT_EQ(short_number(84.4588), "84.459");
  EXPECT_EQ(short_number(0), "0");
  EXPECT_EQ(short_number(0.0123456, 3), "0.0123");
}

TEST(TomlTextQuoted, keeps_every_letter) {
  EXPECT_EQ(toml_text("a \"b\" \\ c\n"), "\"a \\\"b\\\" \\\\ c\\u000A\"");
}

}  // namespace
}  // namespace stepdown
