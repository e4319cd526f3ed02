#include "calibration/local/annex_a_mapping.h"
#include "calibration/local/local_import.h"
#include "calibration/local/local_tables.h"
#include "calibration/local/small_numbers.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

// The first byte says which of the lists it is.
void read_fuzzed(std::string_view bytes) {
  if (bytes.empty()) {
    return;
  }
  const int list = 1 + static_cast<unsigned char>(bytes.front()) % last_annex_list;
  const auto path = fuzzed_file(bytes.substr(1), "list.csv");
  AnnexMapping mapping = annex_words();
  mapping.period = {std::chrono::year(2020) / 4 / 1, std::chrono::year(2024) / 3 / 31};
  mapping.lists[static_cast<std::size_t>(list)] = AnnexFile{"list.csv", annex_columns(list)};
  return_rows(import_annex_lists(path.parent_path(), mapping).counts, SmallNumbers(6));
}

}  // namespace stepdown
