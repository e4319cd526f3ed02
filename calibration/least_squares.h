#pragma once

#include <functional>
#include <vector>

namespace stepdown {

/// Numbers on lines without ends.
using Point = std::vector<double>;

/// Numbers by column.
using Columns = std::vector<std::vector<double>>;

/// The residuals of many points, each in the same order; called with all points that can be tried
/// at once, so that it may work on them in parallel.
using ResidualsAt = std::function<std::vector<std::vector<double>>(const std::vector<Point>&)>;

/// What is to be made small: the sum of squares of the residuals, and weakly the way from the
/// start, in standard deviations `pull_sd`.
struct LeastSquaresProblem {
  ResidualsAt residuals_at;
  Point start;
  double pull_sd = 1e6;
};

/// How long to search and how far to look: a slope is a forward difference over `step`, which has
/// to be wide where residuals have noise.
struct LeastSquaresPlan {
  int iterations = 20;
  double step = 1e-6;
  double least_gain = 1e-3;  // two iterations in a row that gain less, as a share, are the last
  double longest_move = 2;   // of one number in one iteration
  double least_move = 0;     // one that moves no number further finds noise rather than a slope
  /// Slopes that are known already, a column for each number: then they are not measured but
  /// corrected by what each move shows (Broyden 1965).
  Columns slopes = {};
};

/// The best point so far. `misfit` is the sum of squares of the residuals alone, `objective` that
/// with the pull.
struct LeastSquaresState {
  int iteration = 0;
  Point point;
  std::vector<double> residuals;
  double misfit = 0;
  double objective = 0;
};

/// The slope of each residual at the problem's start, a column for each number.
Columns slopes_at_start(const LeastSquaresProblem& problem, double step);

/// Minimises by Levenberg and Marquardt's method; `told` hears of the start and of every iteration
/// that found something better. Where no move gains anything the search ends.
LeastSquaresState least_squares(
    const LeastSquaresProblem& problem, const LeastSquaresPlan& plan,
    const std::function<void(const LeastSquaresState&)>& told = [](const auto&) {});

}  // namespace stepdown
