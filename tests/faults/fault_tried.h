#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace stepdown {

/// How often a fault is tried: `many` times where all are asked for (STEPDOWN_FAULTS=all, as
/// `tools/faults` does), else `few`.
inline int tries(int few, int many) {
  const char* const asked = std::getenv("STEPDOWN_FAULTS");
  return asked != nullptr && std::string(asked) == "all" ? many : few;
}

/// Notes on the running test which fault it tries on what, and how often: a row of the table that
/// `tools/faults` prints. To be called before the fault is tried, so that a test that is skipped or
/// fails has its row too.
inline void fault_tried(const std::string& fault, const std::string& on, int times,
                        const std::string& held) {
  testing::Test::RecordProperty("fault", fault);
  testing::Test::RecordProperty("on", on);
  testing::Test::RecordProperty("times", times);
  testing::Test::RecordProperty("held", held);
}

/// What else the table says of the faults that the running test tried.
inline void fault_told(const std::string& told) { testing::Test::RecordProperty("told", told); }

/// Why the running test could not try its fault on this machine.
inline void fault_not_tried(const std::string& why) {
  testing::Test::RecordProperty("not_tried", why);
}

}  // namespace stepdown
