#include "analysis/posterior_file.h"
#include "tests/fuzz/edited_hdf5.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  read_posterior(edited_hdf5(bytes, "posterior.h5", [](const std::filesystem::path& original) {
    write_posterior({"kent",
                     "Kent",
                     "0.1.0",
                     "stepdown calibrate",
                     "[figures]\n",
                     {"need.easing", "need.worsening"},
                     {{0.6, 0.1}, {0.7, 0.2}, {0.8, 0.3}}},
                    original);
  }));
}

}  // namespace stepdown
