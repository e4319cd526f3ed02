#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analysis/decision/decision_told.h"
#include "analysis/decision/objective.h"
#include "analysis/decision/option_trials.h"
#include "analysis/run_journal.h"
#include "cli/decide_options.h"
#include "cli/interrupt.h"
#include "cli/work_progress.h"

namespace stepdown {

/// The runs of a decision under way, saved as they come in the folder of the decision, and how it
/// ends: files and words, or the command that goes on.
class DecisionWork {
 public:
  /// `most_runs` is how many there may be in all.
  DecisionWork(const DecideOptions& options, const std::vector<Scenario>& scenarios,
               const std::vector<Objective>& objectives, std::size_t most_runs);

  OptionTrials& trials() { return *trials_; }

  /// Writes decision.html, decision.csv and runs.csv, prints the sentences or JSON, and takes the
  /// journal away.
  ExitCode finish(DecisionTold told);
  /// Says how to go on.
  ExitCode stopped();

 private:
  DecisionMade made() const;
  std::string runs_csv() const;
  void print(const DecisionTold& told, const DecisionMade& made) const;

  DecideOptions options_;
  std::vector<Scenario> scenarios_;
  std::vector<std::size_t> columns_;
  std::unique_ptr<RunJournal> journal_;
  std::unique_ptr<Interrupt> interrupt_;
  std::unique_ptr<WorkProgress> progress_;
  std::unique_ptr<OptionTrials> trials_;
};

/// The scenarios of the selection; throws UsageError unless there are at least (or, where `most`
/// is given, at most) so many, and ScenarioErrors, NotComparable.
std::vector<Scenario> scenarios_to_decide(const DecideOptions& options, std::size_t least,
                                          std::size_t most);

}  // namespace stepdown
