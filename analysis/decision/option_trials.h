#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/official_count.h"
#include "analysis/run_journal.h"
#include "scenarios/ensemble.h"

namespace stepdown {

/// How the trials of options are made: what is kept of each run, whose luck, and on how many
/// threads; the journal may be null. `tell` hears how many runs there are.
struct TrialPlan {
  std::vector<std::size_t> columns;  // of the run measures
  std::uint64_t seed = 1;
  int threads = 1;
  RunJournal* journal = nullptr;
  std::function<void(std::size_t runs)> tell = [](std::size_t) {};
};

/// Options that are tried run by run, each run at most once whoever asks for it: what is in the
/// journal is not made again, and is not there before it is asked for. A run of the same number has
/// the same luck under every option that was added with the same `luck`.
class OptionTrials {
 public:
  OptionTrials(TrialPlan plan, const std::atomic<bool>& stop,
               DayZeroMaker make_world = model_worlds());

  /// Options that were added with the same `group` have the same world before day 0 and are tried
  /// together where they are asked for together. Run r has the luck of number `luck` + r.
  std::size_t add(PlanOfRun option, std::size_t group, std::uint32_t luck = 0);
  /// Of plans as `plans_of_runs` gives them, in their order.
  void add_all(std::span<const PlanOfRun> plans);

  /// Makes the runs of these options from `first` up to `end` that are not there yet; false if it
  /// was stopped before they were.
  bool make(std::span<const std::size_t> options, std::size_t first, std::size_t end);

  /// NaN where the run failed, had no value, or was not made.
  double value(std::size_t option, std::size_t column, std::size_t run) const;
  /// By run, from the first to the last that was made.
  std::vector<double> values(std::size_t option, std::size_t column) const;
  std::size_t runs_of(std::size_t option) const;

  std::size_t size() const { return options_.size(); }
  const std::string& name(std::size_t option) const { return options_[option].plan.name; }
  /// By what their plans decide from day 0.
  ServiceModels service_models() const;
  std::size_t runs() const { return runs_; }  // of all options together
  const std::vector<FailedRun>& failed() const { return failed_; }

 private:
  using RunValues = std::vector<double>;  // empty: not made
  struct Option {
    PlanOfRun plan;
    std::size_t group;
    std::uint32_t luck;
    std::vector<RunValues> runs;
    std::size_t asked = 0;  // runs from the first: a journal may hold more
  };
  struct Job {
    std::size_t group;
    std::size_t run;
    std::vector<std::size_t> options;
  };
  std::vector<Job> missing(std::span<const std::size_t> options, std::size_t first,
                           std::size_t end) const;
  MadeRun made(const Job& job) const;
  void take(std::size_t group, const FinishedRun& finished);
  void recall(std::size_t group);
  const std::vector<std::size_t>& members(std::size_t group) const;

  TrialPlan plan_;
  const std::atomic<bool>& stop_;
  DayZeroMaker make_world_;
  std::vector<Option> options_;
  std::vector<std::vector<std::size_t>> groups_;
  std::vector<SavedRun> saved_;
  std::vector<FailedRun> failed_;
  std::size_t runs_ = 0;
};

}  // namespace stepdown
