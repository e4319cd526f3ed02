#include "calibration/emulator/emulator_plan.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) { read_emulator_plan("plan.toml", std::string(bytes)); }

}  // namespace stepdown
