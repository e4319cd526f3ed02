#include "scenarios/scenario.h"
#include "tests/fuzz/file_beside_the_built_in.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  const FileBesideTheBuiltIn source("scenarios/places/mine.toml", std::string(bytes));
  load_place(source, source.path());
  load_scenarios(source, {{"scenarios/base.toml"}, source.path(), {}});
}

}  // namespace stepdown
