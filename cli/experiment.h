#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison.h"
#include "analysis/decision/until.h"
#include "analysis/luck_and_not_knowing.h"
#include "analysis/provenance.h"
#include "cli/exit_code.h"
#include "cli/experiment_options.h"
#include "cli/posterior_worlds.h"
#include "scenarios/ensemble.h"
#include "scenarios/scenario.h"

namespace stepdown {

class RunFolder;
class RunJournal;

/// A run that failed, and the draw in which it did.
struct FailedInDraw {
  std::size_t draw;
  FailedRun run;
};

/// Scenarios that have been run, in one world or in several: the results file, and how the runs
/// ended. Runs are saved as they finish, so that a program that is interrupted or killed can be
/// started again and does the rest; the results then have the same bytes.
class Experiment {
 public:
  /// Runs the scenarios, or reads their results where equal inputs were run before. `verb` is what
  /// was typed. Errors of writing are std::system_error.
  Experiment(std::string verb, const ExperimentOptions& options, std::vector<Draw> draws,
             const DayZeroMaker& make_world = model_worlds());
  /// In draws that fit an authority's figures.
  Experiment(std::string verb, const ExperimentOptions& options, WorldsToRun worlds,
             const DayZeroMaker& make_world = model_worlds());
  /// In the world of the base, or of the one member that was asked for.
  Experiment(std::string verb, const ExperimentOptions& options,
             const std::vector<Scenario>& scenarios,
             const DayZeroMaker& make_world = model_worlds());
  ~Experiment();

  /// Of each draw.
  std::size_t runs() const { return runs_; }
  const std::vector<FailedInDraw>& failed() const { return failed_; }
  /// What there is to read; empty where nothing is kept.
  const std::vector<std::filesystem::path>& files() const { return files_; }
  /// Whether equal inputs were run before, so that nothing had to be run.
  bool is_read_again() const { return is_read_again_; }
  /// Whether every run that was asked for is there.
  bool is_complete() const { return saved_runs_ == draws_.size() * enough_runs_; }
  /// Why there are as many runs as there are, where that was left to the runs; else empty.
  const std::string& why_so_many() const { return provenance_.runs_until; }

  /// Of the run measures that were stored, in the order in which the scenarios were named; null if
  /// not one run is complete.
  const Comparison* comparison(std::size_t draw = 0) const {
    return draw < comparisons_.size() ? &comparisons_[draw] : nullptr;
  }

  /// Why each measure of an answer is uncertain; empty unless several worlds were run.
  const std::vector<MeasureSplit>& splits() const { return splits_; }

  /// Prints where the results are.
  void print_files(std::ostream& out) const;
  /// Says on stderr which runs failed or are missing, and gives the exit code of that. To be called
  /// once all else is written: until then the saved runs stay beside the results, so that whoever
  /// is killed in between runs nothing twice. Throws std::system_error where results were taken
  /// away since they were written.
  ExitCode conclude() const;

 private:
  std::size_t runs_asked() const { return static_cast<std::size_t>(options_.runs); }
  bool read_again(const RunFolder& folder);
  void run(const RunFolder& folder, const std::string& inputs, const DayZeroMaker& make_world);
  std::string until_in_text() const;
  std::optional<RunsUntil> runs_until() const;
  void write_results(const RunJournal& journal, const std::filesystem::path& path);
  void write_what_there_is(const RunFolder& folder, const RunJournal& journal);
  void read_results(const std::filesystem::path& path);
  void conclude_interrupted() const;
  void expect_files() const;

  std::string verb_;
  ExperimentOptions options_;
  std::vector<Draw> draws_;
  std::vector<std::string> names_;
  Provenance provenance_;
  std::size_t runs_ = 0;
  std::size_t enough_runs_ = 0;  // of each draw: those asked for, or fewer where that was enough
  std::size_t saved_runs_ = 0;   // of all draws together
  std::unique_ptr<RunJournal> journal_;  // none where results were read again
  std::filesystem::path saved_in_;
  std::vector<FailedInDraw> failed_;
  std::vector<std::filesystem::path> files_;
  bool is_read_again_ = false;
  std::vector<MeasureSplit> splits_;
  std::vector<Comparison> comparisons_;  // one for each draw that is complete
};

}  // namespace stepdown
