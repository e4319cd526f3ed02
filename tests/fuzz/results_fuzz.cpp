#include "analysis/outcome_file.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  const OutcomeFile results(fuzzed_file(bytes, "results.h5"));
  for (const StoredMeasure& measure : results.measures()) {
    measure.monthly ? results.monthly_values(measure.name) : results.values(measure.name);
  }
  for (std::size_t scenario = 0; scenario < results.scenarios().size(); ++scenario) {
    results.setting_values(scenario);
  }
  results.failed_runs();
}

}  // namespace stepdown
