#include "calibration/emulator/gaussian_process.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>

#include "calibration/matching/judged_points.h"
#include "model/random.h"

namespace stepdown {
namespace {

using Function = std::function<double(const Point&)>;

double wave(const Point& x) { return 2 + 0.5 * x[0] + std::sin(1.5 * x[0]) * std::cos(x[1]); }

/// A function at points of the prior, with noise.
NoisyValues seen_of(const Function& of, std::size_t count, std::size_t dimensions, double noise_sd,
                    std::uint64_t seed = 1) {
  const std::vector<Point> points = points_of_normal_prior(count, dimensions, seed);
  NoisyValues made{Table(points), {}, std::vector<double>(count, noise_sd * noise_sd)};
  for (std::size_t i = 0; i < count; ++i) {
    const double z = Luck({seed, 0}).standard_normal(static_cast<std::uint32_t>(i), Decision{}, 0);
    made.values.push_back(of(points[i]) + noise_sd * z);
  }
  return made;
}

GaussianProcess learnt(const NoisyValues& seen, std::size_t subset) {
  return {seen, GaussianProcess::most_likely_smoothness(seen, subset), subset};
}

double usual_error(const GaussianProcess& process, const Function& of, std::size_t dimensions) {
  const std::vector<Point> points = points_of_normal_prior(200, dimensions, 99);
  const std::vector<double> means = process.means(Table(points));
  double squares = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    squares += std::pow(means[i] - of(points[i]), 2);
  }
  return std::sqrt(squares / static_cast<double>(points.size()));
}

TEST(GaussianProcess, recovers_a_smooth_function_through_noise) {
  const NoisyValues seen = seen_of(wave, 300, 2, 0.1);
  const GaussianProcess process = learnt(seen, 300);
  // Half of the noise of one value; the function itself has a spread of about 0.8.
  EXPECT_LT(usual_error(process, wave, 2), 0.05);
}

TEST(GaussianProcess, has_a_trend_that_goes_on_beyond_what_was_seen) {
  const Function bowl = [](const Point& x) { return 1 + 2 * x[0] - 0.5 * x[1] * x[1]; };
  const GaussianProcess process = learnt(seen_of(bowl, 80, 2, 0.01), 80);
  EXPECT_NEAR(process.means(Table({{5, 0}}))[0], bowl({5, 0}), 0.2);
  EXPECT_NEAR(process.means(Table({{0, 5}}))[0], bowl({0, 5}), 0.5);
}

TEST(GaussianProcess, is_sure_among_what_it_has_seen_and_unsure_far_away) {
  const GaussianProcess process = learnt(seen_of(wave, 200, 2, 0.05), 200);
  const Predicted predicted = process.predict(Table({{0.1, -0.2}, {40, 40}}));
  const double widest = std::pow(process.smoothness().sd, 2);
  EXPECT_LT(predicted.variances[0], 0.05 * widest);
  EXPECT_NEAR(predicted.variances[1], widest + std::pow(process.smoothness().extra_noise_sd, 2),
              1e-6 * widest);
}

TEST(GaussianProcess, finds_which_coordinates_matter) {
  const Function of = [](const Point& x) { return std::sin(2 * x[1]); };
  const NoisyValues seen = seen_of(of, 200, 3, 0.05);
  const Smoothness found = GaussianProcess::most_likely_smoothness(seen, 200);
  EXPECT_GT(found.lengths[0], 3 * found.lengths[1]);
  EXPECT_GT(found.lengths[2], 3 * found.lengths[1]);
}

TEST(GaussianProcess, tells_roughness_from_known_noise) {
  // Said to be without noise, and yet no smooth function goes through it.
  NoisyValues seen = seen_of(wave, 300, 2, 0.3);
  std::ranges::fill(seen.noise_variances, 1e-6);
  const double rough = GaussianProcess::most_likely_smoothness(seen, 300).extra_noise_sd;
  EXPECT_NEAR(rough, 0.3, 0.06);
  std::ranges::fill(seen.noise_variances, 0.09);
  EXPECT_LT(GaussianProcess::most_likely_smoothness(seen, 300).extra_noise_sd, 0.15);
}

TEST(GaussianProcess, finds_lengths_that_predict_best) {
  const NoisyValues seen = seen_of(wave, 200, 2, 0.1);
  const Smoothness found = GaussianProcess::most_likely_smoothness(seen, 200);
  const double least = usual_error(GaussianProcess(seen, found, 200), wave, 2);
  for (const double factor : {0.25, 4.0}) {
    Smoothness other = found;
    for (double& length : other.lengths) {
      length *= factor;
    }
    EXPECT_GT(usual_error(GaussianProcess(seen, other, 200), wave, 2), 0.95 * least) << factor;
  }
}

TEST(GaussianProcess, knows_more_by_its_mean_than_by_the_subset_behind_its_variance) {
  const NoisyValues seen = seen_of(wave, 300, 2, 0.1);
  const Smoothness smoothness = GaussianProcess::most_likely_smoothness(seen, 300);
  const GaussianProcess all(seen, smoothness, 300);
  const GaussianProcess part(seen, smoothness, 60);
  const Table points(points_of_normal_prior(50, 2, 5));
  const Predicted of_all = all.predict(points);
  const Predicted of_part = part.predict(points);
  EXPECT_EQ(of_all.means, of_part.means);
  for (std::size_t i = 0; i < points.rows; ++i) {
    EXPECT_GE(of_part.variances[i], of_all.variances[i]);
  }
}

TEST(GaussianProcess, widens_its_variances_by_the_factor_it_was_given) {
  const NoisyValues seen = seen_of(wave, 60, 2, 0.1);
  const Smoothness smoothness{{1, 1}, 1, 0.1};
  const Table at({{0.3, 0.3}});
  const double once = GaussianProcess(seen, smoothness, 60, 1).predict(at).variances[0];
  EXPECT_NEAR(GaussianProcess(seen, smoothness, 60, 2.5).predict(at).variances[0], 2.5 * once,
              1e-12);
}

TEST(GaussianProcess, predicts_the_same_from_what_was_kept_of_it) {
  const NoisyValues seen = seen_of(wave, 120, 2, 0.1);
  const GaussianProcess process = learnt(seen, 80);
  const GaussianProcess again(process.points(), process.smoothness(), process.trend(),
                              process.weights(), seen.noise_variances, process.subset(),
                              process.variance_factor());
  const Table points(points_of_normal_prior(40, 2, 7));
  EXPECT_EQ(again.predict(points).means, process.predict(points).means);
  EXPECT_EQ(again.predict(points).variances, process.predict(points).variances);
  EXPECT_EQ(again.means(points), process.predict(points).means);
}

TEST(GaussianProcess, bears_points_that_are_there_twice_and_values_that_are_all_the_same) {
  NoisyValues seen = seen_of([](const Point&) { return 3.0; }, 60, 2, 0);
  for (std::size_t k = 0; k < 2; ++k) {
    seen.points.at(1, k) = seen.points.at(0, k);
  }
  const GaussianProcess process = learnt(seen, 60);
  EXPECT_NEAR(process.means(Table({{0.5, 0.5}}))[0], 3, 1e-6);
}

}  // namespace
}  // namespace stepdown
