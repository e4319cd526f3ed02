#include "calibration/dfe/dfe_panel.h"
#include "calibration/dfe/dfe_targets.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  const DfePanel panel = read_dfe(fuzzed_file(bytes, "table.csv").parent_path());
  for (const DfeAuthority& authority : panel.authorities) {
    targets_of(panel, authority, 2000, 2100);
  }
}

}  // namespace stepdown
