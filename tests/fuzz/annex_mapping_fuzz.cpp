#include "calibration/local/annex_a_mapping.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) { read_annex_mapping("mapping.toml", std::string(bytes)); }

}  // namespace stepdown
