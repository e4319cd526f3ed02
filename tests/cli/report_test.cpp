#include "cli/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "analysis/honest_use.h"
#include "analysis/report/html.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

/// What a person reads before any script has run.
std::string words_of(const std::string& html) {
  const std::string body = html.substr(html.find("<body>"));
  return body.substr(0, body.find("<script>"));
}

class Report : public testing::Test {
 protected:
  ProgramRun compare(std::vector<std::string> files, int runs = 6) {
    files.insert(files.begin(), "compare");
    files.insert(files.end(), {"--out", folder_.path()});
    return run_stepdown(in_milliseconds(files, runs));
  }
  ProgramRun report(std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"report", folder_.path() + "/results.h5"});
    return run_stepdown(options);
  }
  std::string page() const { return bytes_of(folder_.path() + "/report.html"); }

  TemporaryFolder folder_;
};

TEST_F(Report, is_written_by_compare_beside_the_results) {
  const ProgramRun run = compare({base_file, tapered_file});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("written: " + folder_.path() + "/report.html"));
  EXPECT_THAT(page(), HasSubstr("Tapered support compared with The base"));
}

TEST_F(Report, is_the_same_when_made_again_from_the_results_alone) {
  compare({base_file, tapered_file});
  const std::string first = page();
  const ProgramRun run = report({"--out", folder_.path() + "/again.html"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(bytes_of(folder_.path() + "/again.html"), first);
}

TEST_F(Report, has_the_honest_use_text_word_for_word_before_the_contents) {
  compare({base_file, tapered_file});
  const std::string words = words_of(page());
  const std::size_t honest = words.find(escaped(honest_use()));
  ASSERT_NE(honest, std::string::npos);
  EXPECT_LT(honest, words.find("aria-label=\"Contents\""));
}

TEST_F(Report, asks_no_network) {
  compare({base_file, tapered_file});
  const std::string html = page();
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  EXPECT_FALSE(std::regex_search(words_of(html), std::regex("(src|href)=\"(https?:)?//")));
}

TEST_F(Report, tells_equal_plans_by_exactly_0_everywhere) {
  compare({base_file, unchanged_file});
  const std::string words = words_of(page());
  EXPECT_THAT(words, AllOf(HasSubstr("These two plans are the same."), HasSubstr("exactly 0"),
                           Not(HasSubstr("too close to call</td>"))));
  EXPECT_FALSE(std::regex_search(words, std::regex("(fewer|more|less) in \\d+ of \\d+ runs")));
}

TEST_F(Report, puts_the_sentences_about_need_before_official_rereferral) {
  compare({base_file, tapered_file});
  const std::string words = words_of(page());
  EXPECT_LT(words.find("<li>Need: "), words.find("<li>Official re-referral: "));
}

TEST_F(Report, has_fifths_of_areas_and_the_scenario_text_and_command) {
  compare({base_file, tapered_file});
  EXPECT_THAT(words_of(page()),
              AllOf(HasSubstr("Most deprived fifth"), HasSubstr("STRESS-DES"),
                    HasSubstr("closure.child_in_need.policy = &quot;tapered&quot;"),
                    HasSubstr("stepdown compare"), HasSubstr("download=\"comparison.csv\"")));
}

TEST_F(Report, takes_another_scenario_as_the_baseline) {
  compare({base_file, tapered_file});
  const ProgramRun run = report({"--baseline", "tapered"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(page(), HasSubstr("The base compared with Tapered support"));
}

TEST_F(Report, says_which_scenario_is_the_baseline) {
  compare({base_file, tapered_file});
  EXPECT_THAT(report().out, HasSubstr("baseline of the page: base\n"));
  compare({tapered_file, sustained_file});
  EXPECT_THAT(report().out, HasSubstr("baseline of the page: sustained\n"));
  EXPECT_THAT(report({"--help"}).out, HasSubstr("[base, or else the first by"));
}

TEST_F(Report, refuses_a_baseline_that_is_not_there) {
  compare({base_file, tapered_file});
  const ProgramRun run = report({"--baseline", "tapred"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("these results have no scenario `tapred`"),
                             HasSubstr("did you mean `tapered`?")));
}

TEST_F(Report, refuses_results_of_one_scenario) {
  run_stepdown(in_milliseconds({"run", base_file, "--out", folder_.path()}, 2));
  const ProgramRun run = report();
  EXPECT_EQ(run.exit_code, 5);
  EXPECT_THAT(run.err, HasSubstr("these results hold one scenario alone, and a report compares"));
}

TEST_F(Report, refuses_what_is_no_results_file) {
  folder_.write("results.h5", "not at all");
  EXPECT_EQ(report().exit_code, 3);
  const ProgramRun missing = run_stepdown({"report", folder_.path() + "/nowhere.h5"});
  EXPECT_EQ(missing.exit_code, 3);
  EXPECT_THAT(missing.err, HasSubstr("nowhere.h5"));
}

TEST_F(Report, keeps_an_older_page_when_it_cannot_be_made_again) {
  compare({base_file, tapered_file});
  const std::string before = page();
  folder_.write("results.h5", "not at all");
  report();
  EXPECT_EQ(page(), before);
}

}  // namespace
}  // namespace stepdown
