#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/new_outcome_file.h"
#include "analysis/provenance.h"
#include "analysis/run_record.h"
#include "analysis/study/study_plan.h"

namespace stepdown {

/// Writes the runs of a study to one file as they come, in the order of their numbers: axes
/// scenario, point, run and month, the varied settings along the points, and `/provenance` as in
/// results. A failed run is missing and named. What is written depends on the runs alone. Errors
/// are std::system_error; without `finish` nothing appears.
class StudyFile {
 public:
  StudyFile(const std::filesystem::path& path, const StudyPlan& plan,
            const std::vector<Scenario>& scenarios);

  void take(std::size_t number, const SavedRun& run);
  void finish();

 private:
  struct Series {
    std::string name;
    std::size_t column;
    std::size_t columns;  // of its kind that are kept
    std::size_t length;   // values a run
    bool monthly;
    std::vector<double> block;
  };

  void add_axes(const Provenance& provenance);
  void add_points();
  void add_series();
  void keep(Series& series, const SavedRun& run, std::size_t place) const;
  void flush();

  const StudyPlan& plan_;
  NewOutcomeFile file_;
  std::size_t scenarios_;
  std::size_t months_;
  std::size_t points_in_block_;
  std::size_t runs_in_block_;
  std::vector<Series> series_;
  std::size_t first_ = 0;  // number of the first run of the block in hand
  std::size_t held_ = 0;
  std::vector<std::string> failures_;
};

}  // namespace stepdown
