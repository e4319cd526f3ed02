#include <gtest/gtest.h>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "tests/faults/fault_tried.h"
#include "tests/faults/moments.h"
#include "tests/faults/work_at_risk.h"

namespace stepdown {
namespace {

/// How often programs are killed in all, over all commands: STEPDOWN_KILLS, or a few.
int kills_in_all() {
  const char* const asked = std::getenv("STEPDOWN_KILLS");
  return asked == nullptr ? 20 : std::atoi(asked);
}

int kills_of(const std::string& verb) {
  return static_cast<int>(std::lround(kills_in_all() * (verb == "compare" ? 0.5
                                                        : verb == "sweep" ? 0.3
                                                                          : 0.2)));
}

class KilledWork : public testing::TestWithParam<std::string> {};

TEST_P(KilledWork, goes_on_and_ends_in_the_same_bytes_whenever_it_was) {
  const int kills = kills_of(GetParam());
  fault_tried("`kill -9` at a random moment of its life", GetParam(), kills,
              "no half file, all that was told as done is there, the same bytes in the end");
  const WorkAtRisk work(GetParam());
  int before_any = 0;
  int under_way = 0;
  int ended_before = 0;
  const WorkAtRisk::Duration life = work.life();
  constexpr double beyond_its_end = 1.05;
  for (const double share : moments(kills, beyond_its_end)) {
    work.begin_anew();
    StartedProgram program = work.started();
    std::this_thread::sleep_for(share * life);
    program.signal(SIGKILL);
    const int code = program.exit_code();
    ASSERT_TRUE(code == 0 || code == 128 + SIGKILL) << program.told();
    (code == 0 ? ended_before : !done_last(program.told()) ? before_any : under_way) += 1;
    work.expect_nothing_half();
    work.expect_nothing_lost(program.told());
    work.expect_goes_on();
    ASSERT_FALSE(HasFailure()) << "killed after " << share << " of its life";
  }
  fault_told(std::to_string(before_any) + " before a run was done, " + std::to_string(under_way) +
             " after, " + std::to_string(ended_before) + " at its end");
  EXPECT_GE(under_way, kills / 5);
}

INSTANTIATE_TEST_SUITE_P(AtRandomMoments, KilledWork,
                         testing::Values("compare", "sweep", "calibrate"),
                         [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace stepdown
