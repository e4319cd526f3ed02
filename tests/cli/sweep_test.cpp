#include "cli/sweep.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Sweep : public testing::Test {
 protected:
  std::string folder(const std::string& name = "plan") const { return folder_.path() + '/' + name; }

  std::vector<std::string> asked(std::vector<std::string> words,
                                 const std::string& name = "plan") const {
    std::vector<std::string> all{"sweep"};
    all.insert(all.end(), words.begin(), words.end());
    all = in_milliseconds(all, 2);
    all.insert(all.end(), {"--out", folder(name)});
    return all;
  }
  ProgramRun of_plan(const std::string& verb, const std::vector<std::string>& more = {},
                     const std::string& name = "plan") const {
    std::vector<std::string> words{"sweep", verb, folder(name)};
    words.insert(words.end(), more.begin(), more.end());
    return run_stepdown(words);
  }
  std::vector<std::string> planned(const std::string& design = "sobol") const {
    return {"plan",           base_file,   tapered_file,     "--vary", "need.easing=0.5..1.5",
            "--design",       design,      "--points",       "8",      "--measure",
            "rereferral_12m", "--measure", "month_referrals"};
  }

  TemporaryFolder folder_;
};

TEST_F(Sweep, planned_run_in_shards_and_merged_is_the_sweep_at_once) {
  ASSERT_EQ(run_stepdown(asked(planned())).exit_code, 0);
  for (const char* shard : {"3/4", "1/4", "4/4"}) {
    EXPECT_EQ(of_plan("run", {"--shard", shard, "--threads", "1"}).exit_code, 0);
  }
  const ProgramRun too_early = of_plan("merge");
  EXPECT_EQ(too_early.exit_code, 4);
  EXPECT_THAT(too_early.err,
              AllOf(HasSubstr("error[R003]: 4 of 16 runs are missing: runs 4 to 7 (points 2 to 3)"),
                    HasSubstr("this makes what is missing: stepdown sweep run ")));
  EXPECT_THAT(of_plan("status").out, AllOf(HasSubstr("12 of 16 runs are saved"),
                                           HasSubstr("missing: runs 4 to 7 (points 2 to 3)")));
  const ProgramRun rest = of_plan("run");
  EXPECT_EQ(rest.exit_code, 0) << rest.err;
  EXPECT_THAT(rest.out, HasSubstr("next: stepdown sweep merge"));
  EXPECT_EQ(of_plan("merge").exit_code, 0);

  std::vector<std::string> at_once = planned();
  at_once.erase(at_once.begin());
  const ProgramRun whole = run_stepdown(asked(at_once, "whole"));
  EXPECT_EQ(whole.exit_code, 0) << whole.err;
  for (const char* file : {"/sweep.h5", "/sweep.csv"}) {
    EXPECT_FALSE(bytes_of(folder("whole") + file).empty());
    EXPECT_TRUE(bytes_of(folder() + file) == bytes_of(folder("whole") + file)) << file;
  }
}

TEST_F(Sweep, that_is_merged_is_done_though_its_runs_were_deleted) {
  std::vector<std::string> at_once = planned();
  at_once.erase(at_once.begin());
  ASSERT_EQ(run_stepdown(asked(at_once)).exit_code, 0);
  std::filesystem::remove_all(folder() + "/runs");
  EXPECT_THAT(of_plan("status").out, AllOf(StartsWith("merged: " + folder() + "/sweep.h5\n"),
                                           Not(HasSubstr("next:")), Not(HasSubstr("missing:"))));
}

TEST_F(Sweep, tells_json_of_each_step) {
  std::vector<std::string> words = planned("lhs");
  words.emplace_back("--json");
  const auto plan = nlohmann::json::parse(run_stepdown(asked(words)).out);
  EXPECT_EQ(plan["runs"], 16);
  const auto run = nlohmann::json::parse(of_plan("run", {"--shard", "1/2", "--json"}).out);
  EXPECT_EQ(run["saved"], 8);
  const auto status = nlohmann::json::parse(of_plan("status", {"--json"}).out);
  EXPECT_EQ(status["missing"][0]["first_run"], 8);
  of_plan("run");
  EXPECT_EQ(nlohmann::json::parse(of_plan("merge", {"--json"}).out)["failed_runs"], 0);
}

TEST_F(Sweep, of_a_grid_has_named_values_and_steps_of_ranges) {
  const ProgramRun run =
      run_stepdown(asked({base_file, "--vary", "need.easing=0.5..1.5", "--vary",
                          "closure.targeted_early_help.policy=abrupt,tapered", "--steps", "3",
                          "--measure", "rereferral_12m", "--luck", "same"}));
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(bytes_of(folder() + "/sweep.csv"), HasSubstr("\n5,0,1.5,tapered,base,1,"));
  EXPECT_THAT(bytes_of(folder() + "/points.csv"), HasSubstr("\n5,0,1.5,tapered\n"));
}

TEST_F(Sweep, takes_points_from_a_file_and_tells_all_that_is_wrong_in_it) {
  folder_.write("good.csv", "need.easing,caseload.social_worker_cap\n0.75,14\n1.1,20\n");
  const ProgramRun good = run_stepdown(
      asked({base_file, "--points", folder("good.csv"), "--measure", "rereferral_12m"}));
  EXPECT_EQ(good.exit_code, 0) << good.err;
  folder_.write("bad.csv", "need.eesing,caseload.social_worker_cap\n0.75,many\n1.1,\n");
  const ProgramRun bad = run_stepdown(asked({base_file, "--points", folder("bad.csv")}, "bad"));
  EXPECT_EQ(bad.exit_code, 2);
  EXPECT_THAT(bad.err,
              AllOf(HasSubstr("there is no setting `need.eesing`"), HasSubstr("bad.csv:2:6"),
                    HasSubstr("bad.csv:3"), HasSubstr("3 things to mend")));
  EXPECT_THAT(names_in(folder_.path()), Not(Contains("bad")));
}

TEST_F(Sweep, refuses_what_cannot_be_meant) {
  const auto refusal = [&](const std::vector<std::string>& words) {
    const ProgramRun run = run_stepdown(asked(words));
    EXPECT_EQ(run.exit_code, 2) << run.out;
    return run.err;
  };
  EXPECT_THAT(refusal({base_file}), HasSubstr("needs to know what is varied"));
  EXPECT_THAT(refusal({base_file, "--vary", "need.eesing=1..2"}), HasSubstr("S014"));
  EXPECT_THAT(refusal({base_file, "--vary", "need.easing=2..0.5"}),
              HasSubstr("write need.easing=0.5..2"));
  EXPECT_THAT(refusal({base_file, "--vary", "horizon.years=1..5"}), HasSubstr("the calendar"));
  EXPECT_THAT(
      refusal({base_file, "--vary", "need.easing", "--steps", "101", "--vary", "need.worsening"}),
      AllOf(HasSubstr("10,201 points (101 x 101)"), HasSubstr("--yes")));
  EXPECT_THAT(refusal({base_file, "--vary", "need.easing", "--design", "sobol"}),
              HasSubstr("powers of 2"));
  EXPECT_THAT(refusal({base_file, "--vary", "need.easing", "--points", "8"}),
              HasSubstr("--design lhs or --design sobol"));
  EXPECT_THAT(
      refusal({base_file, "--vary", "need.easing", "--design", "sobol", "--points", "600000"}),
      AllOf(HasSubstr("1,200,000 runs"), HasSubstr("--yes")));
  EXPECT_THAT(refusal({base_file, "--vary", "need.easing", "--measure", "rereferal_12m"}),
              HasSubstr("`rereferral_12m`"));
  EXPECT_THAT(refusal({base_file, "--vary", "help.community_early_help.age_from=5,12", "--vary",
                       "help.community_early_help.age_to=8,18"}),
              AllOf(HasSubstr("S028"), HasSubstr("point 2 (")));
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{"--vary", "need.easing", "--design", "lhs", "--points", "8"},
        {"--vary", "need.easing=1,2"},
        {"--points", folder("points.csv")}}) {
    std::vector<std::string> words{base_file, "--steps", "3"};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_THAT(refusal(words), AllOf(HasSubstr("C008"), HasSubstr("leave --steps out")));
  }
  EXPECT_THAT(refusal({base_file, "--set", "need.easing=1", "--vary", "need.easing=1..2"}),
              AllOf(HasSubstr("C008"), HasSubstr("`--set need.easing=1` sets what is varied")));
  EXPECT_THAT(names_in(folder_.path()), testing::IsEmpty());
}

TEST_F(Sweep, says_which_decisions_its_points_overwrite) {
  folder_.write("files/base.toml", "kind = \"base\"\n");
  folder_.write("files/cap.toml",
                "kind = \"policy\"\nextends = \"base.toml\"\n[caseload]\n"
                "social_worker_cap = 16\n");
  const ProgramRun run =
      run_stepdown(asked({"plan", folder("files/base.toml"), folder("files/cap.toml"), "--vary",
                          "caseload.social_worker_cap=14,18"}));
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, AllOf(HasSubstr("note: `caseload.social_worker_cap` is varied"),
                             HasSubstr("16 of " + folder("files/cap.toml:4"))));
}

TEST_F(Sweep, goes_on_in_a_folder_with_its_plan_and_refuses_one_with_another) {
  ASSERT_EQ(run_stepdown(asked(planned())).exit_code, 0);
  EXPECT_EQ(run_stepdown(asked(planned())).exit_code, 0);
  const ProgramRun other = run_stepdown(asked(planned("lhs")));
  EXPECT_EQ(other.exit_code, 3);
  EXPECT_THAT(other.err, HasSubstr("has another plan in it"));
}

TEST_F(Sweep, refuses_runs_of_another_plan_and_changed_scenarios) {
  folder_.write("files/base.toml", "kind = \"base\"\ntitle = \"Mine\"\n");
  const std::vector<std::string> words{"plan",      folder("files/base.toml"),
                                       "--vary",    "need.easing=0.5..1.5",
                                       "--design",  "sobol",
                                       "--points",  "4",
                                       "--measure", "rereferral_12m"};
  ASSERT_EQ(run_stepdown(asked(words)).exit_code, 0);
  ASSERT_EQ(run_stepdown(asked(planned(), "other")).exit_code, 0);
  ASSERT_EQ(of_plan("run", {"--shard", "1/2"}, "other").exit_code, 0);
  folder_.write("plan/runs/1-of-2.runs", bytes_of(folder("other") + "/runs/1-of-2.runs"));
  for (const char* verb : {"run", "merge", "status"}) {
    const ProgramRun mixed = of_plan(verb);
    EXPECT_EQ(mixed.exit_code, 5) << verb;
    EXPECT_THAT(mixed.err, HasSubstr("1-of-2.runs` has runs of another plan"));
  }
  std::filesystem::remove(folder() + "/runs/1-of-2.runs");
  folder_.write("files/base.toml", "kind = \"base\"\ntitle = \"Mine\"\n[need]\neasing = 1.1\n");
  const ProgramRun changed = of_plan("run");
  EXPECT_EQ(changed.exit_code, 5);
  EXPECT_THAT(changed.err, HasSubstr("the scenario files have changed since the plan was made"));
}

TEST_F(Sweep, refuses_a_folder_without_a_plan_and_a_shard_that_is_none) {
  const ProgramRun none = of_plan("run");
  EXPECT_EQ(none.exit_code, 3);
  EXPECT_THAT(none.err, HasSubstr("has no plan that can be read"));
  for (const char* shard : {"0/4", "5/4", "1", "a/b", "1/0"}) {
    EXPECT_EQ(of_plan("run", {"--shard", shard}).exit_code, 2) << shard;
  }
}

TEST_F(Sweep, whose_shard_another_makes_says_to_wait_or_to_take_another) {
  ASSERT_EQ(run_stepdown(asked(planned())).exit_code, 0);
  ASSERT_EQ(of_plan("run", {"--shard", "1/2"}).exit_code, 0);
  const int journal = ::open((folder() + "/runs/2-of-2.runs").c_str(), O_RDWR | O_CREAT, 0666);
  ASSERT_EQ(::flock(journal, LOCK_EX), 0);
  const ProgramRun second = of_plan("run", {"--shard", "2/2"});
  ::close(journal);
  EXPECT_EQ(second.exit_code, 3);
  EXPECT_THAT(second.err, AllOf(HasSubstr("another stepdown makes shard 2/2"),
                                HasSubstr("wait until it has ended, or make another part"),
                                Not(HasSubstr("doctor"))));
}

TEST_F(Sweep, of_one_word_too_few_says_which_there_are) {
  const ProgramRun run = run_stepdown({"sweep"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("sweep plan"));
  EXPECT_THAT(run_stepdown({"sweep", "paln", "x"}).err, HasSubstr("`plan`"));
}

}  // namespace
}  // namespace stepdown
