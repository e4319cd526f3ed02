#include "cli/runs_under_way.h"

#include <algorithm>
#include <chrono>
#include <iostream>

#include "analysis/answer.h"
#include "cli/interrupt.h"
#include "cli/progress.h"

namespace stepdown {
namespace {

std::size_t place_by_name(const std::vector<Scenario>& scenarios, const Scenario& scenario) {
  const std::vector<const Scenario*> sorted = in_order_of_name(scenarios);
  return static_cast<std::size_t>(std::ranges::find(sorted, &scenario) - sorted.begin());
}

// The first measure that a sentence would speak of; none where worlds would be mixed in one mean.
std::optional<WatchedNumber> number_to_watch(const std::vector<Draw>& draws) {
  const std::vector<Scenario>& scenarios = draws.front().scenarios;
  if (draws.size() > 1 || scenarios.front().from_day_0().laboratory.system != Laboratory::off) {
    return {};
  }
  const std::string_view measure = answered_measures().front();
  const auto found = std::ranges::find(run_measures(), measure, &Measure::name);
  if (found == run_measures().end()) {
    return {};
  }
  WatchedNumber watched;
  watched.column = static_cast<std::size_t>(found - run_measures().begin());
  watched.label = std::string(measure);
  const Scenario& shown = scenarios[scenarios.size() > 1 ? 1 : 0];
  watched.scenario = place_by_name(scenarios, shown);
  if (scenarios.size() > 1) {
    watched.baseline = place_by_name(scenarios, scenarios.front());
    watched.label += ", " + shown.name() + " minus " + scenarios.front().name() + ':';
  }
  return watched;
}

// Saves each run of one draw as it comes.
class JournalSink : public OutcomeSink {
 public:
  JournalSink(RunJournal& journal, std::size_t draw, RunsUntil* until)
      : journal_(journal), draw_(static_cast<std::uint32_t>(draw)), until_(until) {}
  void take(const FinishedRun& run) override {
    journal_.append(draw_, run);
    if (until_ != nullptr) {
      until_->take(run);
    }
    Interrupt::note_saved_run();
    // After a power cut no more than the work of some seconds is done again.
    constexpr std::chrono::seconds pause(5);
    if (const auto now = Clock::now(); now - last_sync_ >= pause) {
      journal_.sync();
      last_sync_ = now;
    }
  }

 private:
  using Clock = std::chrono::steady_clock;

  RunJournal& journal_;
  std::uint32_t draw_;
  RunsUntil* until_;
  Clock::time_point last_sync_ = Clock::now();
};

// Counts the runs of one draw among those of all draws.
class ProgressOfAll : public ProgressListener {
 public:
  ProgressOfAll(ProgressListener& listener, std::size_t before, std::size_t total)
      : listener_(listener), before_(before), total_(total) {}
  void run_finished(const FinishedRun& run, std::size_t done, std::size_t) override {
    listener_.run_finished(run, before_ + done, total_);
  }

 private:
  ProgressListener& listener_;
  std::size_t before_;
  std::size_t total_;
};

}  // namespace

void make_missing_runs(RunJournal& journal, const ExperimentOptions& options,
                       const std::vector<Draw>& draws, RunsUntil* until,
                       const DayZeroMaker& make_world, const std::atomic<bool>& stop) {
  const auto runs = static_cast<std::size_t>(options.runs);
  const std::size_t total = draws.size() * runs;
  ProgressDisplay progress(progress_style(options.progress), std::cerr, number_to_watch(draws),
                           width_of_stderr());
  if (journal.runs() > 0) {
    progress.go_on_from(journal.runs(), total);
    journal.each([&](const SavedRun& run) {
      progress.recall(run.finished());
      if (until != nullptr) {
        until->take(run.finished());
      }
    });
  }
  while (journal.runs() < total && !stop && !(until != nullptr && until->is_enough())) {
    const std::size_t draw = journal.runs() / runs;
    const std::size_t done = journal.runs() % runs;
    const std::size_t left = runs - done;
    const std::size_t next =
        until == nullptr ? left : std::min(left, RunsUntil::step - done % RunsUntil::step);
    const EnsemblePlan plan{
        static_cast<std::uint64_t>(options.seed),
        static_cast<std::uint32_t>(options.first_run) + static_cast<std::uint32_t>(done),
        static_cast<std::uint32_t>(next), static_cast<int>(options.threads)};
    JournalSink sink(journal, draw, until);
    ProgressOfAll of_all(progress, journal.runs(), total);
    run_ensemble(draws[draw].scenarios, plan, sink, of_all, stop, make_world);
  }
}

}  // namespace stepdown
