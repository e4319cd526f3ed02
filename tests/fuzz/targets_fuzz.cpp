#include "calibration/targets.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) { read_targets("targets.toml", std::string(bytes)); }

}  // namespace stepdown
