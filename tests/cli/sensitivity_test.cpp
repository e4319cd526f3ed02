#include "cli/sensitivity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

class Sensitivity : public testing::Test {
 protected:
  std::string out(const std::string& name = "study") const { return folder_.path() + '/' + name; }

  // A study of two plans in milliseconds a run.
  std::vector<std::string> words(std::vector<std::string> more,
                                 const std::string& folder = "study") const {
    std::vector<std::string> all = {"sensitivity", "scenarios/policies/abrupt.toml", tapered_file,
                                    "--out", out(folder)};
    for (const char* setting : {"population.children=400", "workforce.social_workers=2",
                                "horizon.years=1", "horizon.warm_up_years=1"}) {
      all.insert(all.end(), {"--set", setting});
    }
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  ProgramRun study(std::vector<std::string> more, const std::string& folder = "study") const {
    return run_stepdown(words(std::move(more), folder));
  }
  static std::vector<std::string> small(std::vector<std::string> more = {}) {
    std::vector<std::string> all = {"--vary",      "need.easing=0.5..1.5",
                                    "--vary",      "trust.effect",
                                    "--measure",   "child_years_level_3_to_5",
                                    "--measure",   "month_referrals",
                                    "--rows",      "8",
                                    "--scrambles", "4"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  void refuses(const std::vector<std::string>& more, int code, const std::string& what,
               const std::string& way_out) const {
    const ProgramRun run = study(more);
    EXPECT_EQ(run.exit_code, code) << run.out << run.err;
    EXPECT_THAT(run.err, AllOf(HasSubstr(what), HasSubstr(way_out)));
    EXPECT_EQ(bytes_of(out() + "/plan.toml"), "") << "nothing is left";
  }

  TemporaryFolder folder_;
};

TEST_F(Sensitivity, writes_a_page_a_table_and_a_file_and_prints_sentences) {
  const ProgramRun run = study(small());
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("The families here are invented."),
                             HasSubstr("Tapered support against Abrupt closing"), HasSubstr("Luck"),
                             HasSubstr("64 runs at 32 points, 0 failed")));
  for (const char* file : {"sensitivity.html", "sensitivity.csv", "sensitivity.h5"}) {
    EXPECT_NE(bytes_of(out() + '/' + file), "") << file;
  }
  const ProgramRun report = run_stepdown({"report", out() + "/sensitivity.h5"});
  EXPECT_EQ(report.exit_code, 3);
  EXPECT_THAT(report.err, HasSubstr("sensitivity.html"));
}

TEST_F(Sensitivity, ends_in_the_same_bytes_on_any_number_of_threads_and_from_its_folder) {
  ASSERT_EQ(study(small({"--threads", "1", "--seed", "0"}), "one").exit_code, 0);
  ASSERT_EQ(study(small({"--threads", "3", "--seed", "0", "--plan-only"}), "three").exit_code, 0);
  EXPECT_EQ(bytes_of(out("three") + "/sensitivity.h5"), "") << "planned and not run";
  ASSERT_EQ(run_stepdown({"sweep", "run", out("three"), "--shard", "2/3"}).exit_code, 0);
  ASSERT_EQ(run_stepdown({"sensitivity", out("three"), "--threads", "3"}).exit_code, 0);
  for (const char* file : {"sensitivity.html", "sensitivity.csv", "sensitivity.h5"}) {
    EXPECT_TRUE(bytes_of(out("one") + '/' + file) == bytes_of(out("three") + '/' + file)) << file;
  }
}

TEST_F(Sensitivity, tells_its_result_as_json) {
  const ProgramRun run = study(small({"--json", "--group", "both=need.easing,trust.effect"}));
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const auto json = nlohmann::json::parse(run.out);
  EXPECT_EQ(json["method"], "sobol");
  EXPECT_EQ(json["outcomes"][0]["baseline"], "abrupt");
  EXPECT_EQ(json["outcomes"][0]["factors"][0]["factor"], "both");
}

TEST_F(Sensitivity, screens_by_morris) {
  const ProgramRun run = study(small({"--method", "morris", "--luck", "row"}));
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(bytes_of(out() + "/sensitivity.html"), HasSubstr("Morris"));
}

TEST_F(Sensitivity, refuses_settings_that_cannot_be_varied) {
  refuses({"--vary", "need.eesing=0.5..2"}, 2, "need.eesing", "need.easing");
  refuses({"--vary", "need.easing=2..0.5"}, 2, "is empty", "need.easing=0.5..2");
  refuses({"--vary", "closure.targeted_early_help.taper_weeks=1..2"}, 2, "list",
          "one scenario file for each list");
  refuses({"--vary", "caseload.social_worker_cap"}, 2, "needs a range", "low..high");
  refuses({}, 2, "needs to know what is varied", "--vary NAME=LOW..HIGH");
}

TEST_F(Sensitivity, explains_numbers_of_rows_that_do_not_work) {
  refuses({"--vary", "need.easing=0.5..2", "--rows", "100", "--scrambles", "5"}, 2, "power of two",
          "--rows 160");
  refuses({"--vary", "need.easing=0.5..2", "--rows", "1000"}, 2, "power of two", "--rows 1024");
  refuses({"--vary", "need.easing=0.5..2", "--scrambles", "1"}, 2, "--scrambles", "2");
  refuses({"--vary", "need.easing=0.5..2", "--method", "morris", "--rows", "50"}, 2,
          "cannot be shared out evenly", "multiple of 16");
}

TEST_F(Sensitivity, explains_groups_that_make_no_sense) {
  refuses(small({"--group", "nameless"}), 2, "has no name and settings", "name=setting,setting");
  refuses(small({"--group", "g=need.worsening"}), 2, "is not varied", "--vary");
  refuses(small({"--group", "g=need.easing", "--group", "h=need.easing"}), 2, "twice", "once");
  refuses(small({"--method", "morris", "--second-order"}), 2, "belongs to --method sobol",
          "leave it out");
}

TEST_F(Sensitivity, refuses_a_folder_with_another_plan_in_it) {
  ASSERT_EQ(study(small({"--plan-only"})).exit_code, 0);
  const ProgramRun other = study(small({"--seed", "2"}));
  EXPECT_EQ(other.exit_code, 3);
  EXPECT_THAT(other.err, HasSubstr("another plan"));
  const ProgramRun more = run_stepdown({"sensitivity", out(), "--vary", "need.easing"});
  EXPECT_EQ(more.exit_code, 2);
  EXPECT_THAT(more.err, HasSubstr("is the folder of a plan"));
}

TEST_F(Sensitivity, reads_a_finished_sweep) {
  std::vector<std::string> sweep =
      words({"--vary", "need.easing=0.5..1.5", "--vary", "trust.effect", "--measure",
             "child_years_level_3_to_5", "--design", "sobol", "--points", "128", "--runs", "2"},
            "sweep");
  sweep.front() = "sweep";
  ASSERT_EQ(run_stepdown(sweep).exit_code, 0);
  const ProgramRun run = run_stepdown({"sensitivity", "--from", out("sweep") + "/sweep.h5", "--out",
                                       out(), "--baseline", "abrupt"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("256 runs at 128 points"),
                             HasSubstr("Tapered support against Abrupt closing")));
  EXPECT_THAT(bytes_of(out() + "/sensitivity.html"), HasSubstr("PAWN"));
  const ProgramRun unknown = run_stepdown(
      {"sensitivity", "--from", out("sweep") + "/sweep.h5", "--out", out(), "--baseline", "x"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("it has abrupt, tapered"));
  const ProgramRun not_kept = run_stepdown({"sensitivity", "--from", out("sweep") + "/sweep.h5",
                                            "--out", out(), "--measure", "cost_total"});
  EXPECT_EQ(not_kept.exit_code, 2);
  EXPECT_THAT(not_kept.err, AllOf(HasSubstr("`cost_total` is not a measure of the sweep"),
                                  HasSubstr("it has child_years_level_3_to_5")));
  const ProgramRun not_its_plan = run_stepdown({"sensitivity", out("sweep")});
  EXPECT_EQ(not_its_plan.exit_code, 3);
  EXPECT_THAT(not_its_plan.err, HasSubstr("--from sweep.h5"));
}

TEST_F(Sensitivity, of_a_finished_sweep_compares_with_the_base_whatever_the_order_of_names) {
  std::vector<std::string> sweep =
      words({"--vary", "need.easing=0.5..1.5", "--measure", "child_years_level_3_to_5", "--design",
             "sobol", "--points", "128", "--runs", "1"},
            "sweep");
  sweep.front() = "sweep";
  sweep[2] = "scenarios/base.toml";
  ASSERT_EQ(run_stepdown(sweep).exit_code, 0);
  const ProgramRun run =
      run_stepdown({"sensitivity", "--from", out("sweep") + "/sweep.h5", "--out", out(), "--json"});
  const auto difference = nlohmann::json::parse(run.out)["outcomes"][0];
  EXPECT_EQ(difference["scenario"], "abrupt");
  EXPECT_EQ(difference["baseline"], "base");
}

TEST_F(Sensitivity, refuses_to_read_what_is_no_sweep_or_has_too_few_points) {
  folder_.write("text.h5", "no sweep");
  const ProgramRun text = run_stepdown({"sensitivity", "--from", out("text.h5"), "--out", out()});
  EXPECT_EQ(text.exit_code, 3);
  EXPECT_THAT(text.err, AllOf(HasSubstr("text.h5"), HasSubstr("stepdown sweep")));
  std::vector<std::string> sweep = words({"--vary", "need.easing=0.5,1"}, "sweep");
  sweep.front() = "sweep";
  ASSERT_EQ(run_stepdown(sweep).exit_code, 0);
  const ProgramRun few =
      run_stepdown({"sensitivity", "--from", out("sweep") + "/sweep.h5", "--out", out()});
  EXPECT_EQ(few.exit_code, 2);
  EXPECT_THAT(few.err, HasSubstr("too few to tell anything from chance"));
}

}  // namespace
}  // namespace stepdown
