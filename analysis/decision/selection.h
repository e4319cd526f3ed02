#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace stepdown {

/// What each of several options comes to, run by run; more is better. Options have the same luck in
/// a run of the same number.
class OptionRuns {
 public:
  virtual ~OptionRuns() = default;
  /// Sees to it that these options have their runs from `first` up to `end`; false if it was
  /// stopped before.
  virtual bool make(std::span<const std::size_t> options, std::size_t first, std::size_t end) = 0;
  /// NaN where the run failed or had no value.
  virtual double value(std::size_t option, std::size_t run) const = 0;
};

/// How sure the best of several options is to be found.
struct SelectionPlan {
  double confidence = 0.95;
  /// Options that are no more than this apart are equally good.
  double indifference = 0;
  std::size_t first_runs = 30;   // after which the first options may be left behind
  std::size_t batch = 10;        // runs that are made at once
  std::size_t budget = 100'000;  // runs of one option at most
};

/// What a selection came to.
struct Selected {
  std::vector<std::size_t> left;  // options that nobody left behind, best mean first
  std::vector<std::size_t> runs;  // of each option that took part, those that were compared
  std::size_t without_value = 0;  // runs that were left out because one had no value
  bool is_decided = false;        // whether one was left before the budget ended
  bool is_complete = true;        // whether nobody stopped it
};

/// The fully sequential procedure of Kim and Nelson (2001) with common random numbers: after every
/// run, whoever is too far behind any other drops out. The variance that decides about a pair is
/// that of their own differences. If the best is better than all others by the indifference, it is
/// the one left with the stated confidence, for values that are about normal; otherwise one is left
/// that is no further from the best than that.
Selected select_best(OptionRuns& runs, std::span<const std::size_t> options,
                     const SelectionPlan& plan);

}  // namespace stepdown
