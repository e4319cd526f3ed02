#include <algorithm>

#include "analysis/study/study_plan.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

// What stands behind the first zero byte is the table of points beside the plan.
void read_fuzzed(std::string_view bytes) {
  const std::size_t end = std::min(bytes.find('\0'), bytes.size());
  fuzzed_file(bytes.substr(std::min(end + 1, bytes.size())), "points.csv");
  read_study_plan(fuzzed_file(bytes.substr(0, end), "plan.toml").parent_path());
}

}  // namespace stepdown
