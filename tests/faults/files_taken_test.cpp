#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <thread>

#include "tests/faults/fault_tried.h"
#include "tests/faults/moments.h"
#include "tests/faults/work_at_risk.h"
#include "tests/fixtures/milliseconds_runs.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;

class WorkWhoseFilesAreTaken : public testing::TestWithParam<std::string> {
 protected:
  /// Does `take` at moments all over the work, which then either ends well or says why not. How
  /// often it came too late or found nothing to take is `missed`.
  void take_at_any_moment(int times, const std::function<bool()>& take) {
    const WorkAtRisk::Duration life = work_.life();
    int taken = 0;
    int noticed = 0;
    for (const double share : moments(times, 1)) {
      work_.begin_anew();
      StartedProgram program = work_.started();
      std::this_thread::sleep_for(share * life);
      // Else it could end well after it is looked at and before anything is taken.
      program.halt();
      const bool is_taken = !work_.is_finished() && take();
      program.go_on();
      const int code = program.exit_code();
      EXPECT_THAT(code, AnyOf(0, 2, 3, 4)) << program.told();
      // A file that is gone before it was read is a wrong command line, as one that never was.
      EXPECT_TRUE(code != 2 || program.told().find("there is no file") != std::string::npos)
          << program.told();
      if (is_taken) {
        ++taken;
        noticed += code == 0 ? 0 : 1;
        EXPECT_TRUE(code != 0 || work_.has_results()) << "ended well without its results";
      }
      work_.expect_nothing_half();
      work_.write_inputs();
      work_.expect_goes_on();
      ASSERT_FALSE(HasFailure()) << "taken after " << share << " of its life: " << program.told();
    }
    fault_told("taken " + std::to_string(taken) + " times, told of " + std::to_string(noticed) +
               " times");
    EXPECT_GT(taken, 0);
  }

  const int times_ = tries(4, 10);
  const WorkAtRisk work_{GetParam()};
};

TEST_P(WorkWhoseFilesAreTaken, while_it_runs_does_not_need_what_it_has_read) {
  fault_tried("the files it was given removed while it runs", GetParam(), times_,
              "ends well or says what is missing, the same bytes");
  take_at_any_moment(times_, [this] {
    for (const std::string& input : work_.inputs()) {
      fs::remove(input);
    }
    return true;
  });
}

TEST_P(WorkWhoseFilesAreTaken, with_its_saved_runs_cut_short_makes_no_wrong_file_of_the_rest) {
  fault_tried("its saved runs truncated under it", GetParam(), times_,
              "ends well or with exit code 3 or 4, nothing wrong written, the same bytes again");
  take_at_any_moment(times_, [this] {
    bool is_cut = false;
    for (const std::string& journal : work_.journals()) {
      std::error_code gone;
      fs::resize_file(journal, fs::file_size(journal, gone) / 2, gone);
      is_cut = is_cut || !gone;
    }
    return is_cut;
  });
}

TEST_P(WorkWhoseFilesAreTaken, with_its_whole_folder_says_so_and_can_begin_again) {
  fault_tried("its whole folder removed under it", GetParam(), times_,
              "ends well only with its results there, else exit code 3 or 4");
  take_at_any_moment(times_, [this] {
    std::error_code busy;
    return fs::remove_all(work_.folder(), busy) > 0;
  });
}

INSTANTIATE_TEST_SUITE_P(OfAnyKind, WorkWhoseFilesAreTaken,
                         testing::Values("compare", "sweep", "calibrate"),
                         [](const auto& instance) { return instance.param; });

TEST(ResultsCutShort, are_refused_by_whoever_reads_them) {
  constexpr int lengths = 20;
  fault_tried("a results file cut short", "report, export", 2 * lengths,
              "exit code 3, nothing written");
  const TemporaryFolder folder;
  const std::string out = folder.path() + "/out";
  ASSERT_EQ(run_stepdown(in_milliseconds({"compare", base_file, tapered_file, "--out", out}, 4))
                .exit_code,
            0);
  const std::string whole = bytes_of(out + "/results.h5");
  for (int i = 0; i < lengths; ++i) {
    folder.write("cut/results.h5", whole.substr(0, whole.size() * i / lengths));
    const std::string cut = folder.path() + "/cut/results.h5";
    const std::string made = folder.path() + "/made";
    for (const std::string verb : {"report", "export"}) {
      const ProgramRun run = run_stepdown({verb, cut, "--out", made});
      EXPECT_EQ(run.exit_code, 3) << verb << " of " << i << " twentieths: " << run.err;
      EXPECT_FALSE(fs::exists(made)) << verb << " of " << i << " twentieths";
    }
  }
}

}  // namespace
}  // namespace stepdown
