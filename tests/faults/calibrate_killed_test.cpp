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

constexpr const char* small_place = R"(
kind = "place"
title = "Smallshire"
[population]
children = { value = 3000, source = "invented" }
[workforce]
social_workers = { value = 5, source = "invented" }
)";

/// A fit of a small place: seconds, most of them runs of the model.
class AKilledFit : public testing::Test {
 protected:
  AKilledFit() { folder_.write("places/smallshire.toml", small_place); }

  std::string out(const std::string& name) const { return folder_.path() + '/' + name; }

  std::vector<std::string> fit(const std::string& name, const char* threads, bool by_runs) const {
    std::vector<std::string> words{"calibrate", "scenarios/base.toml",
                                   "--place",   folder_.path() + "/places/smallshire.toml",
                                   "--targets", "calibration/targets/england_2024.toml",
                                   "--draws",   "20",
                                   "--budget",  by_runs ? "1400" : "100",
                                   "--threads", threads,
                                   "--out",     out(name)};
    if (by_runs) {
      words.insert(words.end(), {"--by", "runs"});
    }
    return words;
  }

  ProgramRun ended(const std::vector<std::string>& command) const {
    std::vector<std::string> arguments = command;
    return run_program(STEPDOWN_BINARY, arguments, STEPDOWN_SOURCE_DIR);
  }

  void is_the_same(const std::string& one, const std::string& other) const {
    for (const char* file : {"posterior.h5", "fit.toml", "fit.csv"}) {
      EXPECT_TRUE(bytes_of(out(one) + '/' + file) == bytes_of(out(other) + '/' + file)) << file;
    }
  }

  TemporaryFolder folder_;
};

TEST_F(AKilledFit, goes_on_and_ends_in_the_same_bytes_on_any_number_of_threads) {
  fault_tried("`kill -9` again and again before it ends", "calibrate", 6,
              "goes on and ends in the same bytes");
  std::mt19937 random(7);
  std::uniform_int_distribution<int> milliseconds(500, 9000);
  for (int times = 0; times < 6; ++times) {
    StartedProgram program(fit("killed", times % 2 == 0 ? "2" : "1", false), out("err"));
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
    program.signal(SIGKILL);
    EXPECT_THAT(program.exit_code(), AnyOf(0, 128 + SIGKILL)) << program.told();
  }
  const ProgramRun last = ended(fit("killed", "2", false));
  ASSERT_EQ(last.exit_code, 0) << last.err;
  ASSERT_EQ(ended(fit("whole", "1", false)).exit_code, 0);
  is_the_same("killed", "whole");
  EXPECT_THAT(names_in(out("killed")),
              UnorderedElementsAre("fit.csv", "fit.html", "fit.toml", "posterior.h5"));
}

TEST_F(AKilledFit, by_runs_of_the_model_goes_on_within_a_generation) {
  fault_tried("`kill -9` again and again before it ends", "calibrate --by runs", 1,
              "goes on and ends in the same bytes");
  {
    StartedProgram program(fit("killed", "2", true), out("err"));
    // What comes before the first runs takes its time on a busy machine.
    bool is_under_way = false;
    for (int waits = 0; waits < 10 && !is_under_way; ++waits) {
      is_under_way = program.tells(4);
    }
    ASSERT_TRUE(is_under_way) << program.told();
    program.signal(SIGKILL);
    EXPECT_EQ(program.exit_code(), 128 + SIGKILL);
  }
  const ProgramRun last = ended(fit("killed", "1", true));
  ASSERT_EQ(last.exit_code, 0) << last.err;
  ASSERT_EQ(ended(fit("whole", "2", true)).exit_code, 0);
  is_the_same("killed", "whole");
}

TEST_F(AKilledFit, that_was_asked_to_stop_says_how_it_goes_on) {
  StartedProgram program(fit("stopped", "2", false), out("err"));
  ASSERT_TRUE(program.tells(2)) << program.told();
  program.interrupt();
  EXPECT_EQ(program.exit_code(), 130);
  EXPECT_THAT(program.told(), HasSubstr("= this goes on from there: stepdown calibrate"));
}

}  // namespace
}  // namespace stepdown
