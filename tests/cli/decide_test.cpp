#include "cli/decide.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/decide_options.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

const std::string base = "scenarios/base.toml";
const std::string tapered = "scenarios/policies/tapered.toml";

class Decide : public testing::Test {
 protected:
  ProgramRun decide(std::vector<std::string> words, const std::string& out = "out") {
    words.insert(words.begin(), "decide");
    words.insert(words.end(),
                 {"--set", "population.children=1000", "--set", "workforce.social_workers=2",
                  "--set", "horizon.years=1", "--set", "horizon.warm_up_years=1", "--progress",
                  "none", "--out", folder_.path() + '/' + out});
    return run_program(STEPDOWN_BINARY, words, STEPDOWN_SOURCE_DIR);
  }
  std::string in(const std::string& name) const { return bytes_of(folder_.path() + '/' + name); }

  TemporaryFolder folder_;
};

TEST_F(Decide, best_names_one_or_says_that_it_cannot_and_writes_it_down) {
  const ProgramRun run = decide({"best", base, tapered, "--runs", "40"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("Which of 2 is best"), HasSubstr("The families here are invented."),
                    HasSubstr("Who must not fare worse")));
  EXPECT_THAT(names_in(folder_.path() + "/out"),
              UnorderedElementsAre("decision.html", "decision.csv", "runs.csv"));
  EXPECT_THAT(in("out/decision.csv"), HasSubstr("option,mean,difference,low,high"));
  EXPECT_THAT(in("out/decision.html"),
              AllOf(HasSubstr("What this is, and is not"), HasSubstr("stepdown decide best")));
}

TEST_F(Decide, writes_amounts_down_as_they_were_typed) {
  DecideOptions options;
  options.kind = "best";
  for (const double amount : {1e-7, 0.123456789, 1.0 / 3, 12.5}) {
    options.smallest_difference = amount;
    const std::string command = command_of(options);
    const std::string option = "--smallest-difference-that-matters ";
    EXPECT_EQ(std::stod(command.substr(command.find(option) + option.size())), amount) << command;
  }
  options.kind = "budget";
  options.move = {"workforce.volunteers"};
  options.money = 500'000;
  EXPECT_THAT(command_of(options), HasSubstr("--money 500000 "));
}

TEST_F(Decide, ends_in_the_same_bytes_on_any_number_of_threads) {
  decide({"best", base, tapered, "--runs", "50", "--threads", "1"}, "one");
  decide({"best", base, tapered, "--runs", "50", "--threads", "3"}, "three");
  for (const char* file : {"decision.html", "decision.csv", "runs.csv"}) {
    EXPECT_EQ(in(std::string("one/") + file), in(std::string("three/") + file)) << file;
  }
}

TEST_F(Decide, budget_divides_posts_and_tells_the_frontier) {
  const ProgramRun run =
      decide({"budget", base, "--move",
              "workforce.additional_social_workers,workforce.additional_key_workers", "--posts",
              "2", "--runs", "30", "--json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json result = nlohmann::json::parse(run.out);
  EXPECT_EQ(result["question"], "How to divide 2 posts");
  EXPECT_EQ(result["rows"].size(), 4);
  EXPECT_TRUE(result["rows"][1].contains("frontier"));
  EXPECT_EQ(result["rows"][1]["option"], "2 social workers more");
}

TEST_F(Decide, break_even_is_told_of_one_range) {
  const ProgramRun run =
      decide({"break-even", base, tapered, "--vary", "taper.relapse_seen=0..1", "--runs", "30"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("When Tapered support pays"), HasSubstr("of 100"),
                             HasSubstr("values tried")));
}

TEST_F(Decide, discover_and_worth_look_at_many_worlds) {
  const std::vector<std::string> worlds = {base,       tapered,
                                           "--vary",   "taper.relapse_seen",
                                           "--vary",   "caseload.social_worker_cap=10..25",
                                           "--points", "64",
                                           "--runs",   "1"};
  std::vector<std::string> words = worlds;
  words.insert(words.begin(), "discover");
  const ProgramRun discovered = decide(words, "where");
  EXPECT_EQ(discovered.exit_code, 0) << discovered.err;
  EXPECT_THAT(discovered.out, HasSubstr("of 64 worlds"));
  words.front() = "worth";
  const ProgramRun worth = decide(words, "worth");
  EXPECT_EQ(worth.exit_code, 0) << worth.err;
  EXPECT_THAT(worth.out, HasSubstr("Knowing everything that is varied here"));
}

TEST_F(Decide, discovers_no_loss_of_less_than_a_penny) {
  const ProgramRun run =
      decide({"discover", base, "scenarios/policies/step_down.toml", "--vary",
              "need.easing=0.8..1.2", "--measure", "cost_total", "--measure",
              "child_years_level_3_to_5", "--points", "64", "--runs", "1", "--json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  std::map<std::string, std::vector<double>> cost_by_world;
  std::istringstream lines(in("out/runs.csv"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find('@');
    if (at != std::string::npos) {
      const std::size_t comma = line.find(',', at);
      cost_by_world[line.substr(at, comma - at)].push_back(
          std::stod(line.substr(line.find(',', comma + 1) + 1)));
    }
  }
  ASSERT_EQ(cost_by_world.size(), 64U);
  const auto lost = std::ranges::count_if(
      cost_by_world, [](const auto& world) { return world.second[1] - world.second[0] > 0.01; });
  const nlohmann::json result = nlohmann::json::parse(run.out);
  EXPECT_THAT(result["answer"].dump(),
              HasSubstr("loses in " + std::to_string(lost) + " of 64 worlds"));
  EXPECT_THAT(result["cautions"].dump(),
              AnyOf(HasSubstr(" of 64 worlds)"), HasSubstr("at most 2 of 100 more")));
}

struct Refusal {
  std::vector<std::string> words;
  const char* said;
};

TEST_F(Decide, says_what_is_wrong_and_makes_nothing) {
  const std::vector<Refusal> refusals = {
      {{"best", base}, "needs at least 2 scenarios"},
      {{"best", base, tapered, "--measure", "cost_total"}, "decides nothing alone"},
      {{"best", base, tapered, "--measure", "rereferral_12m"}, "decides nothing alone"},
      {{"best", base, tapered, "--measure", "referals"}, "there is no measure `referals`"},
      {{"best", base, tapered, "--without-constraint"}, "--without-constraint"},
      {{"best", base, tapered, "--smallest-difference-that-matters", "-1"}, "a number above 0"},
      {{"budget", base, "--move", "workforce.additional_key_workers"}, "give --posts 10"},
      {{"budget", base, "--move", "caseload.key_worker_cap", "--posts", "2"}, "moves posts"},
      {{"budget", base, "--move", "workforce.additional_key_workers", "--money", "5"},
       "not one post"},
      {{"budget", base, tapered, "--move", "workforce.volunteers", "--posts", "2"},
       "no more than 1 scenario"},
      {{"break-even", base, tapered}, "nothing is varied"},
      {{"break-even", base, tapered, "--vary", "taper.relapse_seen=1..0"}, "is empty"},
      {{"break-even", base, tapered, "--vary", "taper.relapse_sene=0..1"}, "taper.relapse_seen"},
      {{"break-even", base, tapered, "--vary", "taper.relapse_seen=0,1"}, "that of one range"},
      {{"discover", base, tapered, "--vary", "taper.relapse_seen", "--points", "3"}, "from 64 to"},
      {{"worth", base, "--vary", "taper.relapse_seen"}, "just 2 scenarios"},
  };
  for (const Refusal& refusal : refusals) {
    const ProgramRun run = decide(refusal.words);
    EXPECT_EQ(run.exit_code, 2) << refusal.said;
    EXPECT_THAT(run.err, HasSubstr(refusal.said));
    EXPECT_THAT(run.out, Not(HasSubstr("written")));
  }
  EXPECT_EQ(in("out/decision.html"), "");
}

TEST_F(Decide, compares_no_official_count_of_a_plan_with_one_service) {
  const std::string family_help = "scenarios/policies/family_help.toml";
  const std::string vary = "need.easing=0.5..2";
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"best", base, family_help},
           {"break-even", base, family_help, "--vary", vary},
           {"discover", base, family_help, "--vary", vary},
           {"worth", base, tapered, "--vary", "family_help.model", "--vary", vary}}) {
    std::vector<std::string> typed = words;
    typed.insert(typed.end(), {"--measure", "escalation_12m"});
    const ProgramRun run = decide(typed);
    EXPECT_EQ(run.exit_code, 5) << words.front() << run.err;
    EXPECT_THAT(run.err, AllOf(HasSubstr("R001"), HasSubstr("`escalation_12m`"),
                               HasSubstr("take a --measure with one meaning")));
  }
  EXPECT_EQ(in("out/decision.html"), "");
}

TEST_F(Decide, says_which_further_measure_is_not_compared_with_which_plan) {
  const ProgramRun run =
      decide({"best", base, "scenarios/policies/family_help.toml", "--measure",
              "child_years_level_3_to_5", "--measure", "escalation_12m", "--runs", "30", "--json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(nlohmann::json::parse(run.out)["cautions"].dump(),
              HasSubstr("Escalation (escalation_12m) is not compared with Family Help"));
}

}  // namespace
}  // namespace stepdown
