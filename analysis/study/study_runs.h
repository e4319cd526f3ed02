#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/run_record.h"
#include "analysis/study/study_plan.h"

namespace stepdown {

/// Runs of a study by their numbers, from `first` up to `end`.
struct RunStretch {
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - first; }
  bool operator==(const RunStretch&) const = default;
};

/// One of so many parts of a study, counted from 1: a contiguous range of its runs.
struct Shard {
  std::size_t number = 1;
  std::size_t of = 1;

  RunStretch range(std::size_t runs_in_all) const;
  /// "2/16"
  std::string text() const;
  /// The journal of its runs in a plan's folder.
  std::filesystem::path journal(const std::filesystem::path& folder) const;
};

/// The folder of a plan's journals.
std::filesystem::path journals_folder(const std::filesystem::path& folder);

/// What has been run of a plan so far: the union of all journals in its folder, whatever sharding
/// they came from, as it stood when this was made. Others may be writing them meanwhile.
class StudyRuns {
 public:
  /// Journals of another plan are NotComparable, and so are
  /// two that disagree about a run.
  StudyRuns(const std::filesystem::path& folder, const StudyPlan& plan);

  std::size_t saved() const { return saved_; }
  std::size_t in_all() const { return places_.size(); }
  bool is_complete() const { return saved_ == places_.size(); }
  /// How many runs are saved that had at least one scenario fail.
  std::size_t failed() const { return failed_; }
  std::size_t saved_in(RunStretch range) const;
  /// What is missing of a range, in order.
  std::vector<RunStretch> missing_in(RunStretch range) const;

  /// The saved runs in the order of their numbers, one at a time; those missing are left out.
  void each(const std::function<void(std::size_t number, const SavedRun& run)>& act) const;

  /// What the runs came to in one measure that the plan keeps, NaN where one is missing or failed;
  /// scenarios in the order of names. Throws std::out_of_range for another measure.
  StudyValues values_of(std::string_view measure) const;
  /// The same of a monthly measure, month by month.
  std::vector<StudyValues> values_by_month(std::string_view measure) const;

 private:
  // Where a run's record stands: which journal, and from which byte on.
  struct Place {
    std::uint32_t journal = no_journal;
    std::uint64_t byte = 0;
  };
  static constexpr std::uint32_t no_journal = UINT32_MAX;

  void read(std::uint32_t journal, const std::string& inputs);
  void note(std::size_t number, Place place, const std::string& record, bool has_failed);

  const StudyPlan& plan_;
  std::vector<std::filesystem::path> journals_;
  std::vector<Place> places_;
  std::size_t saved_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace stepdown
