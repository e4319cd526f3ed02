#include "calibration/targets.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

#include "scenarios/text_faults.h"
#include "scenarios/toml_text.h"
#include "tests/fixtures/scenario_texts.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr std::array measures = {
    Measure{"referrals", "children a year", "Referrals", MeasureGroup::flows, false},
    Measure{"rereferral_12m", "%", "Re-referrals", MeasureGroup::returning, false}};

std::vector<Target> read(const std::string& text) {
  return read_targets("figures.toml", text, measures);
}

std::vector<Problem> problems_of(const std::string& text) {
  try {
    read(text);
  } catch (const ScenarioErrors& errors) {
    return errors.problems();
  }
  return {};
}

const std::string rereferral =
    "[rereferral_12m]\nvalue = 22.4\ntolerance = 0.1\nlabel = \"Again\"\nsource = \"c1\"\n";

TEST(Targets, know_the_column_of_their_measure) {
  const std::vector<Target> targets = read(rereferral);
  ASSERT_THAT(targets, SizeIs(1));
  EXPECT_EQ(targets[0].measure, "rereferral_12m");
  EXPECT_EQ(targets[0].column, 1U);
  EXPECT_EQ(targets[0].label, "Again");
  EXPECT_EQ(targets[0].source, "c1");
  EXPECT_EQ(targets[0].weight, 1);
}

TEST(Targets, take_a_tolerance_as_a_share_or_in_the_unit_of_the_measure) {
  EXPECT_DOUBLE_EQ(read(rereferral)[0].tolerance, 2.24);
  const std::string in_points =
      "[referrals]\nvalue = 0\npoints = 4\nlabel = \"l\"\nsource = \"s\"\n";
  EXPECT_DOUBLE_EQ(read(in_points)[0].tolerance, 4);
}

TEST(Targets, read_a_tolerance_as_half_of_a_90_per_cent_range) {
  const Target target = read(rereferral)[0];
  EXPECT_DOUBLE_EQ(target.error, 2.24 / 1.645);
  EXPECT_DOUBLE_EQ(target.observed, 22.4);
  EXPECT_EQ(target.noise, 0);
  EXPECT_EQ(target.drift, 0);
  EXPECT_EQ(target.year, 0);
  EXPECT_TRUE(target.by_year.empty());
}

const std::string with_history =
    "[rereferral_12m]\nvalue = 22.4\nerror = 1.5\nobserved = 23\nnoise = 2\ndrift = 0.5\n"
    "year = 2024\nlabel = \"Again\"\nsource = \"c1\"\n"
    "by_year = [{ year = 2023, value = 22, source = \"c1, a\" },\n"
    "           { year = 2024, value = 23, source = \"c1, b\" }]\n";

TEST(Targets, may_say_their_error_and_their_history_instead) {
  const Target target = read(with_history)[0];
  EXPECT_EQ(target.error, 1.5);
  EXPECT_DOUBLE_EQ(target.tolerance, 1.645 * 1.5);
  EXPECT_EQ(target.observed, 23);
  EXPECT_EQ(target.noise, 2);
  EXPECT_EQ(target.drift, 0.5);
  EXPECT_EQ(target.year, 2024);
  EXPECT_THAT(target.by_year,
              ::testing::ElementsAre(YearFigure{2023, 22, "c1, a"}, YearFigure{2024, 23, "c1, b"}));
}

TEST(Targets, have_years_that_rise_and_figures_with_a_source) {
  EXPECT_THAT(problems_of(with_history + "tolerance = 0.1\n"), SizeIs(1));
  std::string text = with_history;
  text.replace(text.find("year = 2023"), 11, "year = 2024");
  ASSERT_THAT(problems_of(text), SizeIs(1));
  EXPECT_THAT(problems_of(text)[0].message, HasSubstr("do not rise"));
  text = with_history;
  text.replace(text.find("source = \"c1, b\""), 16, "sauce = \"c1, b\"");
  EXPECT_THAT(problems_of(text), SizeIs(2));
  EXPECT_THAT(problems_of(rereferral + "by_year = 3\n"), SizeIs(1));
}

TEST(Targets, are_in_the_unit_of_their_measure_and_of_their_own_past) {
  const auto with_value = [](const std::string& value) {
    std::string text = with_history;
    text.replace(text.find("value = "),
                 text.find('\n', text.find("value = ")) - text.find("value = "),
                 "value = " + value);
    return problems_of(text);
  };
  EXPECT_THAT(with_value("23.4"), SizeIs(0));
  ASSERT_THAT(with_value("0.234"), SizeIs(1));
  EXPECT_THAT(with_value("0.234")[0].message, HasSubstr("far from"));
  EXPECT_THAT(with_value("234"), SizeIs(1)) << "no share";
}

TEST(Targets, are_met_within_their_tolerance_both_ends_included) {
  const Target target{"a", 0, 100, 10, 1, "", ""};
  EXPECT_TRUE(target.is_met_by(90));
  EXPECT_TRUE(target.is_met_by(110));
  EXPECT_FALSE(target.is_met_by(110.1));
  EXPECT_DOUBLE_EQ(target.distance(85), -1.5);
}

TEST(Targets, are_far_off_when_the_simulation_has_no_such_figure) {
  const Target target{"a", 0, 100, 10, 1, "", ""};
  EXPECT_FALSE(target.is_met_by(NAN));
  EXPECT_GE(target.distance(NAN), 10);
}

TEST(Targets, name_every_unknown_measure_and_a_similar_one) {
  std::string text = rereferral;
  text.replace(text.find("12m"), 3, "21m");
  const auto problems = problems_of(text +
                                    "[nothing_like_it]\nvalue = 1\npoints = 1\n"
                                    "label = \"l\"\nsource = \"s\"\n");
  ASSERT_THAT(problems, SizeIs(2));
  EXPECT_THAT(problems[0].message, HasSubstr("`rereferral_21m`"));
  EXPECT_THAT(problems[0].suggestion, HasSubstr("`rereferral_12m`"));
  EXPECT_EQ(problems[1].line, 6);
}

TEST(Targets, need_a_value_one_tolerance_a_label_and_a_source) {
  EXPECT_THAT(problems_of("[referrals]\n"), SizeIs(4));
  EXPECT_THAT(problems_of(rereferral + "points = 3\n"), SizeIs(1));
  EXPECT_THAT(problems_of(rereferral + "tolerence = 3\n"), SizeIs(1));
  EXPECT_THAT(problems_of("referrals = 3\n"), SizeIs(1));
  EXPECT_THAT(problems_of(""), SizeIs(1));
  EXPECT_THAT(problems_of("[referrals\n"), SizeIs(1));
}

TEST(Targets, of_england_are_well_formed_apart_from_the_measures_there_are) {
  const std::string path = STEPDOWN_SOURCE_DIR "/calibration/targets/england_2024.toml";
  std::ifstream in(path);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const TextFile file{path, lines_of(text)};
  std::vector<Problem> problems;
  const auto rows = read_toml(file, problems);
  ASSERT_TRUE(rows);
  std::vector<Measure> all;
  for (const TomlEntry& row : *rows) {
    all.push_back({row.key, "", "", MeasureGroup::flows, false});
  }
  const std::vector<Target> targets = read_targets(path, text, all);
  EXPECT_THAT(targets, SizeIs(rows->size()));
  EXPECT_GE(targets.size(), 28U);
}

}  // namespace
}  // namespace stepdown
