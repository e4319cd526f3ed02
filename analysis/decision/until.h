#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/decision/stopping.h"
#include "analysis/official_count.h"
#include "model/outcomes/outcomes.h"
#include "scenarios/outcome_sink.h"

namespace stepdown {

/// How near a mean is to be known before no more runs are made: "rereferral_12m.difference<=0.5",
/// of the mean of a measure under every scenario or of its difference from the baseline, in the
/// measure's own unit or as a share ("cost_total.mean<=1%").
struct Until {
  std::string text;     // as it was typed, without blanks
  std::size_t measure;  // its column among run measures
  bool is_of_difference = false;
  WantedPrecision wanted;
};

/// Reads what was typed after `--until`; throws ScenarioErrors with all that is wrong: a form that
/// cannot be read, a measure that does not exist, is one a month, or is not `stored`, a difference
/// where nothing is compared.
std::vector<Until> read_until(std::span<const std::string> typed, std::span<const Measure> stored,
                              bool has_baseline);

/// Counts the runs of scenarios until every mean is as near as wanted. It is asked at every tenth
/// run only, so that whole batches can be made and whoever goes on after an interruption decides
/// at the same runs.
class RunsUntil {
 public:
  static constexpr std::size_t step = 10;

  /// Of the scenarios in the order of outcomes; which of them is the baseline. Throws NotComparable
  /// where the difference that is wished for has no meaning under one of them.
  RunsUntil(std::vector<Until> wishes, const ServiceModels& scenarios, std::size_t baseline);

  /// Runs in the order of their numbers.
  void take(const FinishedRun& run);
  bool is_enough() const { return rule_.runs() % step == 0 && rule_.is_met(); }
  /// A sentence for each wish: after how many runs it was met, or how near it came in as many as
  /// were allowed and how many it would take.
  std::string in_words() const;

 private:
  struct Watched {
    std::size_t wish;
    std::size_t scenario;
  };
  static StoppingRule rule_of(const std::vector<Until>& wishes,
                              const std::vector<Watched>& watched);
  double value(const Watched& watched, const FinishedRun& run) const;
  std::string in_words(std::size_t wish) const;

  std::vector<Until> wishes_;
  std::vector<std::string> names_;
  std::size_t baseline_;
  std::vector<Watched> watched_;
  StoppingRule rule_;
};

}  // namespace stepdown
