#include "tests/fuzz/fuzzed.h"

#include "scenarios/scenario.h"
#include "tests/fuzz/file_beside_the_built_in.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  const FileBesideTheBuiltIn source("scenarios/policies/mine.toml", std::string(bytes));
  load_scenarios(source, {{source.path()}, "", {}});
}

}  // namespace stepdown
