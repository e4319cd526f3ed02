#include "analysis/run_record.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) { run_in(bytes); }

}  // namespace stepdown
