#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparison.h"

namespace stepdown {

/// The same comparison in one world of an ensemble.
struct WorldComparison {
  std::string member;
  Comparison comparison;
};

/// In how many worlds a conclusion holds: in all, in at least four of five, or in too few of them.
/// Then, if the worlds differ by more than luck, it depends on which world is true where some say
/// the opposite of others, and holds in some worlds where the others leave it open; if they do not
/// differ, they are as one world, and the conclusion is that of all their runs together. So it is
/// where most worlds have too few runs for a verdict of their own.
enum class Robustness : unsigned char {
  no_pairs,
  all_worlds,
  most_worlds,
  some_worlds,
  depends,
  as_one_world,
  all_runs
};

/// "depends"
std::string_view name_of(Robustness robustness);

/// What the worlds say of one measure of one scenario against the baseline: how many come to which
/// verdict, and the least, middle and greatest of their mean differences.
struct EnsembleFinding {
  std::size_t higher = 0;
  std::size_t lower = 0;
  std::size_t too_close = 0;
  std::size_t the_same = 0;
  std::size_t too_few = 0;         // runs in them to tell
  std::size_t without_number = 0;  // worlds in which no run has one
  std::size_t runs_higher = 0;     // of the runs of all worlds
  std::size_t runs_lower = 0;
  std::size_t runs = 0;
  std::size_t runs_missing = 0;
  double least;
  double median;
  double greatest;
  bool apart = false;  // the means of worlds lie further apart than luck
  Robustness robustness = Robustness::no_pairs;
  Verdict conclusion = Verdict::no_pairs;  // that of most or some worlds, or of all their runs

  std::size_t worlds() const { return higher + lower + too_close + the_same + too_few; }
  std::size_t not_settled() const { return too_close + too_few; }
};

EnsembleFinding ensemble_finding(std::span<const WorldComparison> worlds, std::string_view measure,
                                 std::size_t scenario);

/// For a person who decides: for each headline measure of an answer whether its conclusion holds in
/// all worlds, in most, or depends on which of them is true, with the range of the worlds' means.
std::vector<std::string> ensemble_sentences(std::span<const WorldComparison> worlds,
                                            std::size_t scenario);

/// What is to be said of an answer that rests on these worlds; empty if they and their runs are
/// enough.
std::vector<std::string> cautions_on_worlds(std::span<const WorldComparison> worlds);

/// "42 of 44 runs of all 22 worlds together": those that the conclusion of all runs rests on.
std::string all_runs_in_words(const EnsembleFinding& finding);

/// What to add where all runs together are too close to call and the worlds differ by more than
/// luck; else nothing.
std::string apart_in_words(const EnsembleFinding& finding);

/// "more in 8 of 22 worlds, not settled in 14 by 10 runs each": how many come to which verdict.
std::string some_worlds_in_words(const EnsembleFinding& finding, std::string_view less,
                                 std::string_view more, std::size_t runs_in_each);

}  // namespace stepdown
