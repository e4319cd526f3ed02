#include "cli/sweep_merge.h"

#include <algorithm>
#include <iostream>
#include <iterator>

#include "analysis/study/study_csv.h"
#include "analysis/study/study_file.h"
#include "cli/shell_words.h"
#include "cli/work_progress.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr std::size_t stretches_told = 5;

}  // namespace

MergedSweep merge_sweep(const OpenedPlan& opened, const StudyRuns& runs,
                        const WorkOptions& options) {
  expects(runs.is_complete(), "a plan is merged once it has run");
  const std::filesystem::path results = opened.folder / "sweep.h5";
  const std::filesystem::path table = opened.folder / "sweep.csv";
  std::vector<std::string> names;
  for (const Scenario* scenario : in_order_of_name(opened.scenarios)) {
    names.push_back(scenario->name());
  }
  StudyFile file(results, opened.plan, opened.scenarios);
  StudyCsv csv(table, opened.plan, names);
  WorkProgress progress(progress_style(options.progress), std::cerr, "runs", width_of_stderr());
  runs.each([&](std::size_t number, const SavedRun& run) {
    file.take(number, run);
    csv.take(run);
    progress.tell("merging", number + 1, runs.in_all());
  });
  csv.finish();
  file.finish();
  return {{results, table}, runs.failed()};
}

void tell_missing(const std::filesystem::path& folder, const StudyPlan& plan,
                  const StudyRuns& runs) {
  const std::vector<RunStretch> missing = runs.missing_in({0, runs.in_all()});
  std::string stretches;
  for (std::size_t i = 0; i < std::min(missing.size(), stretches_told); ++i) {
    stretches += (i == 0 ? "" : ", ") + in_words(missing[i], plan);
  }
  if (missing.size() > stretches_told) {
    stretches += " and " + std::to_string(missing.size() - stretches_told) + " more stretches";
  }
  Problem problem;
  problem.fault = Fault::runs_missing;
  problem.message = std::to_string(runs.in_all() - runs.saved()) + " of " +
                    std::to_string(runs.in_all()) + " runs are missing: " + stretches;
  problem.suggestion =
      "this makes what is missing: stepdown sweep run " + shell_word(folder.string());
  std::cerr << written(problem);
}

}  // namespace stepdown
