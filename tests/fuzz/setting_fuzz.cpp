#include "scenarios/scenario_error.h"
#include "scenarios/setting_check.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  std::vector<Problem> problems;
  checked_command_line({std::string(bytes)}, problems);
  written(problems);
}

}  // namespace stepdown
