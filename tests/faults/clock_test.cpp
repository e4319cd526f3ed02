#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/faults/fault_tried.h"
#include "tests/faults/work_at_risk.h"

namespace stepdown {
namespace {

constexpr const char* another_clock = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

class WorkByAJumpingClock : public testing::TestWithParam<std::string> {
 protected:
  const WorkAtRisk work_{GetParam()};
};

/// A clock that is set forward and back by days while it lives, written down for those who look.
class JumpingClock {
 public:
  explicit JumpingClock(const WorkAtRisk& work) : file_(work.beside("clock")) {
    set("+0d");
    hand_ = std::thread([this] {
      const std::vector<std::string> days{"+40d", "-3d", "+0d", "-400d", "+1d"};
      for (std::size_t i = 0; !is_over_; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        set(days[i % days.size()]);
        ++jumps_;
      }
    });
  }
  ~JumpingClock() {
    is_over_ = true;
    hand_.join();
  }
  JumpingClock(const JumpingClock&) = delete;
  JumpingClock& operator=(const JumpingClock&) = delete;

  int jumps() const { return jumps_; }
  WorkAtRisk::Words before() const {
    return {"/usr/bin/env", std::string("LD_PRELOAD=") + another_clock,
            "FAKETIME_TIMESTAMP_FILE=" + file_, "FAKETIME_NO_CACHE=1"};
  }

 private:
  void set(const std::string& offset) const {
    std::ofstream(file_ + ".next") << offset << '\n';
    std::filesystem::rename(file_ + ".next", file_);
  }

  std::string file_;
  std::atomic<bool> is_over_{false};
  std::atomic<int> jumps_{0};
  std::thread hand_;
};

TEST_P(WorkByAJumpingClock, ends_in_the_same_bytes) {
  constexpr int times = 4;
  fault_tried("the clock set forward and back by days", GetParam(), times,
              "ends well with the same bytes");
  if (!std::filesystem::exists(another_clock)) {
    fault_not_tried("libfaketime is missing");
    GTEST_SKIP();
  }
  int jumps = 0;
  for (int i = 0; i < times; ++i) {
    const JumpingClock clock(work_);
    work_.begin_anew();
    const ProgramRun run = work_.ended(clock.before());
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_TRUE(work_.is_finished());
    work_.expect_nothing_half();
    jumps += clock.jumps();
  }
  fault_told(std::to_string(jumps) + " jumps");
  EXPECT_GT(jumps, times);
}

INSTANTIATE_TEST_SUITE_P(OfAnyKind, WorkByAJumpingClock,
                         testing::Values("compare", "sweep", "calibrate"),
                         [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace stepdown
