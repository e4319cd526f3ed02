#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/faults/fault_tried.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/started_program.h"

namespace stepdown {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

class AKilledDecision : public testing::Test {
 protected:
  std::string out(const std::string& name) const { return folder_.path() + '/' + name; }

  std::vector<std::string> decision(const std::string& name, const char* threads) const {
    return {"decide",
            "break-even",
            "scenarios/base.toml",
            "scenarios/policies/tapered.toml",
            "--vary",
            "taper.relapse_seen=0..1",
            "--measure",
            "waiting_targeted_early_help_mean",
            "--set",
            "population.children=3000",
            "--set",
            "workforce.social_workers=5",
            "--set",
            "horizon.years=2",
            "--runs",
            "40",
            "--threads",
            threads,
            "--out",
            out(name)};
  }

  /// Without a smallest difference that matters: it is then found from the first runs.
  std::vector<std::string> choice(const std::string& name, const char* threads) const {
    std::vector<std::string> words{"decide", "best", "scenarios/base.toml"};
    for (const char* plan : {"portal", "anti_stigma", "structured_tools", "published_criteria"}) {
      words.push_back(std::string("scenarios/policies/") + plan + ".toml");
    }
    for (const char* setting : {"population.children=3000", "workforce.social_workers=5",
                                "horizon.years=2", "horizon.warm_up_years=2"}) {
      words.insert(words.end(), {"--set", setting});
    }
    words.insert(words.end(), {"--runs", "120", "--threads", threads, "--out", out(name)});
    return words;
  }

  /// Kills it at moments up to so many milliseconds, then lets it end; and another without.
  template <class Command>
  void kill_and_compare(const Command& command, int times, int most, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> milliseconds(100, most);
    for (int time = 0; time < times; ++time) {
      StartedProgram program(command("killed", time % 2 == 0 ? "2" : "1"), out("err"));
      std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
      program.signal(SIGKILL);
      EXPECT_THAT(program.exit_code(), AnyOf(0, 128 + SIGKILL)) << program.told();
    }
    const ProgramRun last = ended(command("killed", "2"));
    ASSERT_EQ(last.exit_code, 0) << last.err;
    ASSERT_EQ(ended(command("whole", "1")).exit_code, 0);
    for (const char* file : {"decision.html", "decision.csv", "runs.csv"}) {
      EXPECT_TRUE(bytes_of(out("killed") + '/' + file) == bytes_of(out("whole") + '/' + file))
          << file;
    }
    EXPECT_THAT(names_in(out("killed")),
                UnorderedElementsAre("decision.html", "decision.csv", "runs.csv"));
  }

  ProgramRun ended(const std::vector<std::string>& command) const {
    return run_program(STEPDOWN_BINARY, command, STEPDOWN_SOURCE_DIR);
  }

  TemporaryFolder folder_;
};

TEST_F(AKilledDecision, goes_on_and_ends_in_the_same_bytes_on_any_number_of_threads) {
  fault_tried("`kill -9` again and again before it ends", "decide break-even", 5,
              "goes on and ends in the same bytes");
  kill_and_compare(
      [&](const std::string& name, const char* threads) { return decision(name, threads); }, 5,
      2500, 11);
}

TEST_F(AKilledDecision, between_plans_goes_on_and_ends_in_the_same_bytes) {
  fault_tried("`kill -9` again and again before it ends", "decide best", 4,
              "goes on and ends in the same bytes");
  kill_and_compare(
      [&](const std::string& name, const char* threads) { return choice(name, threads); }, 4, 4000,
      7);
}

TEST_F(AKilledDecision, that_was_asked_to_stop_says_how_it_goes_on) {
  StartedProgram program(decision("stopped", "2"), out("err"));
  ASSERT_TRUE(program.tells(2)) << program.told();
  program.interrupt();
  EXPECT_EQ(program.exit_code(), 130);
  EXPECT_THAT(program.told(), HasSubstr("= this goes on from there: stepdown decide break-even"));
}

}  // namespace
}  // namespace stepdown
