#include "calibration/matching/tempered_sampling.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

/// Each coordinate seen once, at `seen[k]` with noise `sd[k]`: under a standard normal prior what
/// is known of it is normal with mean seen / (1 + sd^2) and variance sd^2 / (1 + sd^2).
LogLikelihood seen_once(std::vector<double> seen, std::vector<double> sd) {
  return [seen = std::move(seen), sd = std::move(sd)](const std::vector<Point>& points) {
    std::vector<double> made;
    for (const Point& point : points) {
      double sum = 0;
      for (std::size_t k = 0; k < seen.size(); ++k) {
        sum -= 0.5 * std::pow((point[k] - seen[k]) / sd[k], 2);
      }
      made.push_back(sum);
    }
    return made;
  };
}

struct Moments {
  double mean = 0;
  double sd = 0;
};

Moments moments_of(const std::vector<Point>& points, std::size_t k) {
  const auto n = static_cast<double>(points.size());
  Moments made;
  for (const Point& point : points) {
    made.mean += point[k] / n;
  }
  for (const Point& point : points) {
    made.sd += std::pow(point[k] - made.mean, 2) / n;
  }
  made.sd = std::sqrt(made.sd);
  return made;
}

TEST(TemperedSampling, finds_a_normal_distribution_of_thirty_numbers) {
  constexpr std::size_t dimensions = 30;
  std::vector<double> seen;
  std::vector<double> sd;
  for (std::size_t k = 0; k < dimensions; ++k) {
    seen.push_back(1.5 * std::sin(static_cast<double>(k)));
    sd.push_back(k < 10 ? 0.2 : (k < 20 ? 1.0 : 5.0));
  }
  const TemperedSample sample =
      sample_tempered(dimensions, seen_once(seen, sd), {.seed = 1, .points = 2000, .threads = 2});
  EXPECT_TRUE(sample.is_whole);
  ASSERT_EQ(sample.points.size(), 2000U);
  double worst = 0;
  double mean_ratio = 0;
  for (std::size_t k = 0; k < dimensions; ++k) {
    const double own_sd = sd[k] / std::sqrt(1 + sd[k] * sd[k]);
    const double own_mean = seen[k] / (1 + sd[k] * sd[k]);
    const Moments found = moments_of(sample.points, k);
    worst = std::max(worst, std::abs(found.mean - own_mean) / own_sd);
    EXPECT_NEAR(found.sd / own_sd, 1, 0.15) << k;
    mean_ratio += found.sd / own_sd / dimensions;
  }
  EXPECT_LT(worst, 0.2);
  EXPECT_NEAR(mean_ratio, 1, 0.04);
}

TEST(TemperedSampling, finds_numbers_of_which_only_the_sum_is_known) {
  // x + y = 2 seen with noise 0.1: the sum has mean 2 * 2 / 2.01, the difference is as before.
  const auto likelihood = [](const std::vector<Point>& points) {
    std::vector<double> made;
    for (const Point& point : points) {
      made.push_back(-0.5 * std::pow((point[0] + point[1] - 2) / 0.1, 2));
    }
    return made;
  };
  const TemperedSample sample = sample_tempered(2, likelihood, {.seed = 1, .points = 2000});
  std::vector<Point> turned;
  for (const Point& point : sample.points) {
    turned.push_back({point[0] + point[1], point[0] - point[1]});
  }
  EXPECT_NEAR(moments_of(turned, 0).mean, 2 * 2 / 2.01, 0.02);
  EXPECT_NEAR(moments_of(turned, 0).sd, std::sqrt(0.02 / 2.01), 0.015);
  EXPECT_NEAR(moments_of(turned, 1).mean, 0, 0.2);
  EXPECT_NEAR(moments_of(turned, 1).sd, std::sqrt(2), 0.15);
}

TEST(TemperedSampling, gives_the_prior_back_where_nothing_was_learnt) {
  const auto nothing = [](const std::vector<Point>& points) {
    return std::vector<double>(points.size(), -7.0);
  };
  const TemperedSample sample = sample_tempered(5, nothing, {.seed = 1});
  EXPECT_EQ(sample.steps.size(), 1U);
  for (std::size_t k = 0; k < 5; ++k) {
    EXPECT_NEAR(moments_of(sample.points, k).mean, 0, 0.15);
    EXPECT_NEAR(moments_of(sample.points, k).sd, 1, 0.1);
  }
}

TEST(TemperedSampling, lets_the_likelihood_in_step_by_step) {
  const TemperedSample sample =
      sample_tempered(4, seen_once({3, 3, 3, 3}, {0.1, 0.1, 0.1, 0.1}), {.seed = 1});
  ASSERT_GT(sample.steps.size(), 3U);
  for (std::size_t i = 1; i < sample.steps.size(); ++i) {
    EXPECT_GT(sample.steps[i].power, sample.steps[i - 1].power);
    EXPECT_GT(sample.steps[i].moved, 0.02);
  }
  EXPECT_EQ(sample.steps.back().power, 1);
}

TEST(TemperedSampling, says_when_its_steps_were_not_enough) {
  const TemperedSample sample = sample_tempered(
      4, seen_once({3, 3, 3, 3}, {0.01, 0.01, 0.01, 0.01}), {.seed = 1, .most_steps = 2});
  EXPECT_FALSE(sample.is_whole);
  EXPECT_EQ(sample.steps.size(), 2U);
}

TEST(TemperedSampling, does_not_depend_on_threads) {
  const auto sampled = [](int threads) {
    return bits_of_points(sample_tempered(6, seen_once({1, 0, 1, 0, 1, 0}, {1, 1, 0.3, 0.3, 2, 2}),
                                          {.seed = 5, .points = 300, .threads = threads})
                              .points);
  };
  EXPECT_EQ(sampled(2), sampled(1));
  EXPECT_EQ(sampled(8), sampled(1));
}

}  // namespace
}  // namespace stepdown
