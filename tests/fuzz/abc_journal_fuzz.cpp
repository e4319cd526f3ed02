#include <stdexcept>

#include "calibration/abc/abc_journal.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  try {
    AbcJournalFile journal(fuzzed_file(bytes, "simulations.runs"), "inputs");
    journal.find(0, 0);
  } catch (const std::invalid_argument&) {
    // It says that the journal is of other inputs.
  }
}

}  // namespace stepdown
