#include "cli/progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/summary.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const WatchedNumber difference{"need, b minus a:", 0, 1, 0};

// Runs whose second scenario is higher by 1, 2, 3, ...
std::string told(ProgressStyle style, std::size_t runs,
                 const std::optional<WatchedNumber>& watched = difference, std::size_t width = 80) {
  std::ostringstream out;
  {
    ProgressDisplay display(style, out, watched, width);
    for (std::size_t run = 0; run < runs; ++run) {
      const double base = 100.0 * static_cast<double>(run);
      const std::vector<std::optional<Outcomes>> outcomes{
          Outcomes{{base}, {}, 0}, Outcomes{{base + static_cast<double>(run) + 1}, {}, 0}};
      display.run_finished({static_cast<std::uint32_t>(run), outcomes}, run + 1, runs);
    }
  }
  return out.str();
}

TEST(Progress, tells_a_pipe_a_line_for_each_tenth) {
  const std::string text = told(ProgressStyle::lines, 100);
  EXPECT_EQ(std::ranges::count(text, '\n'), 10);
  EXPECT_THAT(text, StartsWith("10% 10/100 runs, "));
  EXPECT_THAT(text, HasSubstr("\n100% 100/100 runs, 0 s left"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

TEST(Progress, tells_a_pipe_no_more_lines_than_runs) {
  EXPECT_EQ(std::ranges::count(told(ProgressStyle::lines, 3), '\n'), 3);
}

TEST(Progress, shows_the_paired_difference_with_its_half_width) {
  // Differences 1, 2, 3: mean 2, half-width 4.302653 / sqrt(3).
  EXPECT_THAT(told(ProgressStyle::lines, 3), HasSubstr("; need, b minus a: 2.0 +- 2.5\n"));
}

TEST(Progress, changes_one_line_of_a_terminal_and_takes_it_away) {
  const std::string text = told(ProgressStyle::live, 3);
  EXPECT_THAT(text, StartsWith("\r\x1b[K"));
  EXPECT_THAT(text, Not(HasSubstr("\n")));
  EXPECT_EQ(text.substr(text.size() - 4), "\r\x1b[K");
}

TEST(Progress, does_not_run_over_the_edge_of_a_terminal) {
  const std::string text = told(ProgressStyle::live, 1, difference, 20);
  const std::size_t end = text.find('\r', 1);
  EXPECT_LE(end - std::string("\r\x1b[K").size(), 19U);
}

TEST(Progress, tells_a_program_an_object_a_line) {
  std::istringstream lines(told(ProgressStyle::json, 3));
  std::string line;
  std::getline(lines, line);
  const nlohmann::json first = nlohmann::json::parse(line);
  EXPECT_EQ(first["done"], 1);
  EXPECT_EQ(first["total"], 3);
  EXPECT_EQ(first["mean"], 1);
  EXPECT_TRUE(first["half_width"].is_null());
  std::getline(lines, line);
  EXPECT_TRUE(nlohmann::json::parse(line)["half_width"].is_number());
}

TEST(Progress, is_silent_when_asked) { EXPECT_THAT(told(ProgressStyle::none, 50), IsEmpty()); }

TEST(Progress, watches_nothing_where_there_is_nothing_to_watch) {
  EXPECT_THAT(told(ProgressStyle::lines, 10, std::nullopt), Not(HasSubstr("+-")));
}

TEST(RunningMean, agrees_with_the_summary_of_all_values) {
  RunningMean running;
  std::vector<double> values;
  for (int i = 0; i < 50; ++i) {
    values.push_back(1e6 + std::sin(i));
    running.add(values.back());
  }
  const Summary summary = summarise(values);
  EXPECT_NEAR(running.mean, summary.mean, 1e-6);
  EXPECT_NEAR(running.half_width(), summary.half_width, 1e-6);
}

TEST(Duration, is_told_in_two_units) {
  EXPECT_EQ(duration_in_words(44.2), "45 s");
  EXPECT_EQ(duration_in_words(200), "3 min 20 s");
  EXPECT_EQ(duration_in_words(7500), "2 h 5 min");
}

}  // namespace
}  // namespace stepdown
