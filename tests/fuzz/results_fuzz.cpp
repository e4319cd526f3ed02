#include "analysis/outcome_file.h"
#include "tests/fixtures/written_results.h"
#include "tests/fuzz/edited_hdf5.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  const auto path = edited_hdf5(bytes, "results.h5", [](const std::filesystem::path& original) {
    write_results(original.string(), results_in_coventry());
  });
  const OutcomeFile results(path);
  for (const StoredMeasure& measure : results.measures()) {
    measure.monthly ? results.monthly_values(measure.name) : results.values(measure.name);
  }
  for (std::size_t scenario = 0; scenario < results.scenarios().size(); ++scenario) {
    results.setting_values(scenario);
    results.digest(scenario);
  }
  results.failed_runs();
}

}  // namespace stepdown
