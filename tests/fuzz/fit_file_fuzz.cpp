#include "scenarios/overlay_file.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  load_overlay({"mine.toml", std::string(bytes), "mine.toml"}, ScenarioKind::fit);
}

}  // namespace stepdown
