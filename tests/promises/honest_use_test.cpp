#include "analysis/honest_use.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/report/html.h"
#include "tests/fixtures/milliseconds_runs.h"

// The page on the quality of own records is the one that does not have this text: the children that
// it counts are not invented.

namespace stepdown {
namespace {

using ::testing::HasSubstr;

class HonestUse : public testing::TestWithParam<std::vector<std::string>> {};

TEST_P(HonestUse, stands_word_for_word_on_every_page_before_any_picture) {
  const TemporaryFolder folder;
  folder.write("small.toml",
               "kind = \"place\"\ntitle = \"Smallshire\"\n[population]\nchildren = { value = 3000, "
               "source = \"invented\" }\n[workforce]\nsocial_workers = { value = 5, source = "
               "\"invented\" }\n");
  folder.write("figures.toml",
               "[rereferral_12m]\nvalue = 22\nerror = 4\nlabel = \"Back within 12 months\"\n"
               "source = \"invented\"\n");
  std::vector<std::string> command = GetParam();
  for (std::string& word : command) {
    word = word == "PLACE"     ? folder.path() + "/small.toml"
           : word == "FIGURES" ? folder.path() + "/figures.toml"
                               : word;
  }
  command.insert(command.end(), {"--out", folder.path() + "/out"});
  const ProgramRun run = run_stepdown(command);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  int pages = 0;
  for (const std::string& name : names_in(folder.path() + "/out")) {
    if (name.ends_with(".html")) {
      const std::string page = bytes_of(folder.path() + "/out/" + name);
      const std::string body = page.substr(page.find("<body"));
      ASSERT_THAT(body, HasSubstr(escaped(honest_use())));
      EXPECT_LT(body.find(escaped(honest_use())), body.find("<figure"));
      ++pages;
    }
  }
  EXPECT_EQ(pages, 1);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, HonestUse,
    testing::Values(
        in_milliseconds({"compare", base_file, tapered_file}, 4),
        in_milliseconds({"compare", base_file, tapered_file, "--ensemble"}, 2),
        std::vector<std::string>{"sensitivity", base_file, tapered_file, "--set",
                                 "population.children=400", "--set", "workforce.social_workers=2",
                                 "--set", "horizon.years=2", "--vary", "need.easing=0.5..1.5",
                                 "--rows", "16"},
        std::vector<std::string>{
            "decide", "break-even", base_file, tapered_file, "--vary", "taper.relapse_seen=0..1",
            "--measure", "waiting_targeted_early_help_mean", "--set", "population.children=400",
            "--set", "workforce.social_workers=2", "--set", "horizon.years=2", "--runs", "30"},
        std::vector<std::string>{"calibrate", base_file, "--place", "PLACE", "--targets", "FIGURES",
                                 "--draws", "20", "--budget", "8"}),
    [](const auto& instance) {
      return instance.param.front() + (instance.index == 1 ? "_in_worlds" : "");
    });

TEST(Version, says_the_honest_use_word_for_word) {
  EXPECT_THAT(run_stepdown({"--version"}).out, HasSubstr(std::string(honest_use())));
}

}  // namespace
}  // namespace stepdown
