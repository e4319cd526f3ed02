#include "calibration/matching/judged_points.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>

#include "analysis/sampling/scrambled_sobol.h"
#include "model/contract.h"
#include "scenarios/ensemble.h"

namespace stepdown {
namespace {

// Enough for the emulator's matrices, few enough that every thread has some.
constexpr std::size_t batch = 64;

}  // namespace

std::vector<double> judged(const std::vector<Point>& points,
                           const std::function<std::vector<double>(const std::vector<Point>&)>& by,
                           int threads) {
  std::vector<double> made(points.size());
  const std::size_t batches = (points.size() + batch - 1) / batch;
  for_each_in_parallel(batches, threads, [&](std::size_t b) {
    const std::size_t first = b * batch;
    const std::size_t last = std::min(first + batch, points.size());
    const std::vector<Point> part(points.begin() + static_cast<std::ptrdiff_t>(first),
                                  points.begin() + static_cast<std::ptrdiff_t>(last));
    const std::vector<double> values = by(part);
    expects(values.size() == part.size(), "every point is judged");
    std::ranges::copy(values, made.begin() + static_cast<std::ptrdiff_t>(first));
  });
  return made;
}

std::vector<Point> points_of_normal_prior(std::size_t points, std::size_t dimensions,
                                          std::uint64_t seed) {
  const std::vector<double> cube = scrambled_sobol(points, dimensions, seed);
  const boost::math::normal prior;
  std::vector<Point> made(points, Point(dimensions));
  for (std::size_t i = 0; i < cube.size(); ++i) {
    made[i / dimensions][i % dimensions] = quantile(prior, cube[i]);
  }
  return made;
}

}  // namespace stepdown
