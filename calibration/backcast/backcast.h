#pragma once

#include <atomic>
#include <span>
#include <string>
#include <vector>

#include "calibration/emulator/emulator.h"
#include "calibration/fit/local_fit.h"
#include "calibration/targets.h"

namespace stepdown {

/// A figure of a year that a fit has not seen.
struct LaterFigure {
  std::string measure;
  int year = 0;
  double value = 0;
};

/// An authority as it was known at the end of a year, and what was published of it later.
struct BackcastCase {
  std::string authority;
  int last_year = 0;
  ModelParameters world;        // base and the facts of that year
  std::vector<Target> targets;  // of figures up to that year, with their history
  std::vector<LaterFigure> later;
};

/// One later figure beside what was said of it in advance, by the fit and without any model.
struct BackcastScore {
  std::string authority;
  std::string measure;
  int last_year = 0;
  int year = 0;
  double observed = 0;
  double predicted = 0;  // median
  double low = 0;        // 90% range
  double high = 0;
  double as_last_year = 0;  // the figure of the last year known
  double own_mean = 0;      // of all years known

  bool is_inside() const { return observed >= low && observed <= high; }
};

/// Fits each authority to what was known and says what the later years would bring: the level that
/// fits, moved by as much as levels move in so many years, and the noise of a single year. Measures
/// without a history are left out. The plan's budget should be 0, so that the emulator alone is
/// asked. A case that was not reached when it was asked to stop has no scores.
std::vector<BackcastScore> backcast(std::span<const BackcastCase> cases, const Emulator& emulator,
                                    const LocalFitPlan& plan, const std::atomic<bool>& stop,
                                    const std::function<void(std::size_t done)>& told);

/// How good a way of saying was, over many later figures of one measure.
struct BackcastSummary {
  std::string measure;
  std::size_t figures = 0;
  std::size_t authorities = 0;
  double error = 0;  // mean absolute, of the fits
  double error_as_last_year = 0;
  double error_own_mean = 0;
  double coverage_90 = 0;

  /// Below 1 the fits were nearer than "the same as last year".
  double against_last_year() const { return error / error_as_last_year; }
};

/// One for each measure in the order of their first scores; of the years asked for, or of all.
std::vector<BackcastSummary> summaries_of(std::span<const BackcastScore> scores, int year = 0);

/// What an authority's own target file allows: its history up to two years before its last figure,
/// and those two years to be told. Nothing where histories are too short.
std::vector<BackcastCase> own_backcast(const std::string& authority, const ModelParameters& world,
                                       std::span<const Target> targets);

}  // namespace stepdown
