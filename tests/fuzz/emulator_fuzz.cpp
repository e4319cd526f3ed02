#include <stdexcept>

#include "calibration/emulator/emulator_file.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  try {
    read_emulator(fuzzed_file(bytes, "emulator.h5"));
  } catch (const std::runtime_error&) {
    // Whoever reads it says which file it was.
  }
}

}  // namespace stepdown
