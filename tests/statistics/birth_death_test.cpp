#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "calibration/emulator/gaussian_process.h"
#include "calibration/matching/history_matching.h"
#include "calibration/matching/judged_points.h"
#include "calibration/matching/scaled_target.h"
#include "model/random.h"

// A hundred individuals of whom each gives birth at the rate 0.04 and dies at the rate 0.08: after
// 15 units of time their number has the mean 54.881164 and the variance 74.285227, and both have
// closed forms for any rates. History matching is to find from these two figures where the rates
// lie, knowing the process by its runs alone.

namespace stepdown {
namespace {

constexpr double individuals = 100;
constexpr double time_observed = 15;
constexpr double true_mean = 54.881164;
constexpr double true_variance = 74.285227;
// As if the figures came from so many observed populations.
constexpr double observed_populations = 400;
constexpr std::uint32_t runs_of_a_point = 200;
constexpr std::size_t points_of_a_wave = 60;
constexpr int waves = 3;

struct Rates {
  double birth = 0;
  double death = 0;
};

/// The prior: both rates known within a factor of 2.7, nine times of ten about.
Rates rates_at(const Point& point) {
  return {0.05 * std::exp(0.5 * point[0]), 0.06 * std::exp(0.5 * point[1])};
}

Point truth() { return {std::log(0.04 / 0.05) / 0.5, std::log(0.08 / 0.06) / 0.5}; }

double closed_mean(const Rates& rates) {
  return individuals * std::exp((rates.birth - rates.death) * time_observed);
}

double closed_variance(const Rates& rates) {
  const double net = rates.birth - rates.death;
  const double growth = std::exp(net * time_observed);
  if (std::abs(net) < 1e-9) {
    return 2 * individuals * rates.birth * time_observed;
  }
  return individuals * (rates.birth + rates.death) / net * growth * (growth - 1);
}

/// Event by event.
double simulated(const Rates& rates, RunKey key) {
  KeyedStream bits(key, 0, Decision{}, 0);
  const auto uniform = [&bits] { return static_cast<double>(bits() >> 11 | 1U) * 0x1p-53; };
  const double each = rates.birth + rates.death;
  double alive = individuals;
  double now = 0;
  while (alive > 0) {
    now -= std::log(uniform()) / (each * alive);
    if (now > time_observed) {
      break;
    }
    alive += uniform() * each < rates.birth ? 1 : -1;
  }
  return alive;
}

struct Moments {
  double mean = 0;
  double variance = 0;
};

Moments moments_of_runs(const Rates& rates, std::uint64_t seed, std::uint32_t runs) {
  std::vector<double> seen;
  Moments made;
  for (std::uint32_t run = 0; run < runs; ++run) {
    seen.push_back(simulated(rates, {seed, run}));
    made.mean += seen.back() / runs;
  }
  for (const double each : seen) {
    made.variance += (each - made.mean) * (each - made.mean) / (runs - 1);
  }
  return made;
}

/// Both figures on the logarithm, learnt from runs.
struct TwoEmulators {
  GaussianProcess mean;
  GaussianProcess variance;

  Emulated at(const std::vector<Point>& points) const {
    const Table table(points);
    const Predicted means = mean.predict(table);
    const Predicted variances = variance.predict(table);
    Emulated made{Table(points.size(), 2), Table(points.size(), 2), Table(points.size(), 2)};
    for (std::size_t i = 0; i < points.size(); ++i) {
      made.means.at(i, 0) = means.means[i];
      made.means.at(i, 1) = variances.means[i];
      made.variances.at(i, 0) = means.variances[i];
      made.variances.at(i, 1) = variances.variances[i];
    }
    return made;
  }
};

class Runs {
 public:
  void add(const std::vector<Point>& points, std::uint64_t seed) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Moments seen = moments_of_runs(rates_at(points[i]), seed * 1000 + i, runs_of_a_point);
      points_.push_back(points[i]);
      means_.push_back(std::log(seen.mean));
      mean_noise_.push_back(seen.variance / runs_of_a_point / (seen.mean * seen.mean));
      variances_.push_back(std::log(seen.variance));
      variance_noise_.push_back(2.0 / (runs_of_a_point - 1));
    }
  }

  TwoEmulators learnt() const {
    const auto process = [this](const std::vector<double>& values,
                                const std::vector<double>& noise) {
      const NoisyValues seen{Table(points_), values, noise};
      return GaussianProcess(seen, GaussianProcess::most_likely_smoothness(seen, values.size()),
                             values.size());
    };
    return {process(means_, mean_noise_), process(variances_, variance_noise_)};
  }

 private:
  std::vector<Point> points_;
  std::vector<double> means_;
  std::vector<double> mean_noise_;
  std::vector<double> variances_;
  std::vector<double> variance_noise_;
};

std::vector<ScaledTarget> two_figures() {
  return {{"mean", std::log(true_mean), std::sqrt(true_variance / observed_populations) / true_mean,
           0, 0},
          {"variance", std::log(true_variance), std::sqrt(2 / observed_populations), 0, 0}};
}

/// The share of the prior that the closed forms would leave, by a fine grid.
double share_of_closed_forms() {
  const std::vector<ScaledTarget> figures = two_figures();
  constexpr int steps = 2000;
  constexpr double furthest = 4;
  constexpr double step = 2 * furthest / steps;
  double share = 0;
  for (int i = 0; i < steps; ++i) {
    for (int k = 0; k < steps; ++k) {
      const Point at = {-furthest + (i + 0.5) * step, -furthest + (k + 0.5) * step};
      const Rates rates = rates_at(at);
      const double of_mean = (std::log(closed_mean(rates)) - figures[0].value) / figures[0].sd;
      const double of_variance =
          (std::log(closed_variance(rates)) - figures[1].value) / figures[1].sd;
      if (std::abs(of_mean) <= 3 && std::abs(of_variance) <= 3) {
        share += std::exp(-0.5 * (at[0] * at[0] + at[1] * at[1])) * step * step / (2 * M_PI);
      }
    }
  }
  return share;
}

// The mean of 40,000 runs has a standard error of 0.043 and their variance one of 0.53; six of each
// are allowed: a new seed alarms with a chance below 1e-8.
TEST(BirthAndDeath, is_simulated_as_its_closed_forms_say) {
  const Rates rates = rates_at(truth());
  EXPECT_NEAR(closed_mean(rates), true_mean, 1e-6);
  EXPECT_NEAR(closed_variance(rates), true_variance, 1e-6);
  const Moments seen = moments_of_runs(rates, 1, 40'000);
  EXPECT_NEAR(seen.mean, true_mean, 6 * 0.043);
  EXPECT_NEAR(seen.variance, true_variance, 6 * 0.53);
  // Where more are born than die.
  const Rates growing{0.06, 0.03};
  const Moments grown = moments_of_runs(growing, 2, 40'000);
  const double variance = closed_variance(growing);
  EXPECT_NEAR(grown.mean, closed_mean(growing), 6 * std::sqrt(variance / 40'000));
  EXPECT_NEAR(grown.variance, variance, 6 * variance * std::sqrt(2.2 / 40'000));
}

TEST(BirthAndDeath, is_found_from_its_mean_and_variance_by_history_matching_in_waves) {
  const std::vector<ScaledTarget> figures = two_figures();
  Runs runs;
  runs.add(points_of_normal_prior(points_of_a_wave, 2, 1), 1);
  std::vector<double> shares;
  std::vector<Point> left;
  for (int wave = 1; wave <= waves; ++wave) {
    const TwoEmulators emulators = runs.learnt();
    const SpaceLeft space =
        match_history(2,
                      [&](const std::vector<Point>& points) {
                        return implausibilities(emulators.at(points), figures, 0);
                      },
                      {.seed = static_cast<std::uint64_t>(wave), .points = 2000});
    ASSERT_FALSE(space.is_empty);
    shares.push_back(space.share);
    left = space.points;
    std::vector<Point> next;
    for (std::size_t i = 0; i < points_of_a_wave; ++i) {
      next.push_back(left[i * left.size() / points_of_a_wave]);
    }
    runs.add(next, static_cast<std::uint64_t>(wave) + 1);
  }
  const TwoEmulators emulators = runs.learnt();
  const Emulated at_truth = emulators.at({truth()});
  const double off = implausibilities(at_truth, figures, 0)[0];
  const double exact = share_of_closed_forms();
  const double mean = std::exp(at_truth.means.at(0, 0));
  const double variance = std::exp(at_truth.means.at(0, 1));
  std::printf("share left by wave: %.4f %.4f %.4f, by the closed forms %.4f\n", shares[0],
              shares[1], shares[2], exact);
  std::printf("at the truth: implausibility %.3f, mean %.3f, variance %.3f\n", off, mean, variance);

  EXPECT_LE(off, 3);
  EXPECT_LT(shares.back(), 0.05);
  EXPECT_LE(shares.back(), 1.2 * shares.front());
  EXPECT_GT(shares.back(), 0.7 * exact);
  EXPECT_LT(shares.back(), 2 * exact);
  EXPECT_NEAR(mean, true_mean, 0.02 * true_mean);
  EXPECT_NEAR(variance, true_variance, 0.12 * true_variance);
  // What is left lies about the truth, birth and death together.
  Point middle = {0, 0};
  for (const Point& point : left) {
    middle[0] += point[0] / static_cast<double>(left.size());
    middle[1] += point[1] / static_cast<double>(left.size());
  }
  EXPECT_NEAR(rates_at(middle).birth, 0.04, 0.008);
  EXPECT_NEAR(rates_at(middle).death, 0.08, 0.008);
}

}  // namespace
}  // namespace stepdown
