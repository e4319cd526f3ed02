#include "analysis/sensitivity/sweep_input.h"
#include "analysis/study/study_file.h"
#include "model/outcomes/outcomes.h"
#include "tests/fixtures/small_study.h"
#include "tests/fuzz/edited_hdf5.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {
namespace {

void write_small_sweep(const std::filesystem::path& path) {
  const StudyPlan plan = small_plan();
  StudyFile file(path, plan, scenarios_of_small_study());
  for (std::uint32_t run = 0; run < plan.points.size() * plan.runs; ++run) {
    const Outcomes outcomes{{0.1 * run, 0.2}, std::vector<double>(12, 1.0 * run), 12};
    file.take(run, {0, run, {outcomes, outcomes}, {}});
  }
  file.finish();
}

}  // namespace

void read_fuzzed(std::string_view bytes) {
  const SweepInput sweep(edited_hdf5(bytes, "sweep.h5", write_small_sweep));
  for (const std::size_t column : sweep.kept().of_run) {
    sweep.values_of(run_measures()[column].name);
  }
  for (const std::size_t column : sweep.kept().monthly) {
    sweep.values_by_month(monthly_measures()[column].name);
  }
}

}  // namespace stepdown
