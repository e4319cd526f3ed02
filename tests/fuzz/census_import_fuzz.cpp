#include "calibration/local/local_import.h"
#include "calibration/local/local_tables.h"
#include "calibration/local/small_numbers.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  const LocalImport import = import_cin_returns({fuzzed_file(bytes, "return.xml")}, {});
  return_rows(import.counts, SmallNumbers(6));
}

}  // namespace stepdown
