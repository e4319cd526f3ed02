#include <sstream>

#include "analysis/csv_table.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  std::istringstream in{std::string(bytes)};
  read_csv("table.csv", in, {nullptr, [](std::span<const std::string>, std::size_t) {}});
}

}  // namespace stepdown
