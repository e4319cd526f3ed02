#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "analysis/published_file.h"
#include "analysis/run_record.h"
#include "analysis/study/study_plan.h"

namespace stepdown {

/// Writes the runs of a study as comma-separated values, a row for each run of each scenario at
/// each point: whose luck it has, the varied values, and the measures that are one number a run,
/// empty where it failed. Errors are std::system_error; without `finish` nothing appears.
class StudyCsv {
 public:
  /// `scenarios` in the order of their names.
  StudyCsv(const std::filesystem::path& path, const StudyPlan& plan,
           std::vector<std::string> scenarios);

  void take(const SavedRun& run);
  void finish();

 private:
  const StudyPlan& plan_;
  std::vector<std::string> scenarios_;
  std::size_t measures_ = 0;
  PublishedFile file_;
  std::ofstream out_;
};

}  // namespace stepdown
