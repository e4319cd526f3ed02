#include "analysis/posterior_file.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) { read_posterior(fuzzed_file(bytes, "posterior.h5")); }

}  // namespace stepdown
