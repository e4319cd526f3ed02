// False alarm: with a seed drawn at random the whole file fails by chance less often than once in a
// million. Every statistic is checked at a chance of at most 5e-9 (6 standard errors: 2e-9; chi
// square and Kolmogorov-Smirnov at 5e-9), and fewer than 100 are checked. The seeds are fixed.
#include "model/random.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>

namespace stepdown {
namespace {

constexpr double false_alarm = 5e-9;
constexpr double standard_errors = 6.0;
constexpr std::uint64_t seed = 20240401;
constexpr std::uint32_t draws = 1U << 20;

struct Name {
  std::uint64_t seed = stepdown::seed;
  std::uint32_t run = 1;
  std::uint32_t entity = 1000;
  std::uint8_t decision = 3;
  std::uint32_t occasion = 0;
};

std::uint64_t word(const Name& name) {
  return KeyedStream({name.seed, name.run}, name.entity, Decision{name.decision}, name.occasion)();
}

double uniform(const Name& name) {
  return Luck({name.seed, name.run}).uniform(name.entity, Decision{name.decision}, name.occasion);
}

struct Neighbours {
  std::string how;
  std::function<Name(std::uint32_t i)> one;
  std::function<Name(std::uint32_t i)> next;
};

std::vector<Neighbours> all_neighbours() {
  const auto many_families = [](std::uint32_t i) { return Name{.entity = i}; };
  const auto many_occasions = [](std::uint32_t i) { return Name{.occasion = i}; };
  const auto both = [](std::uint32_t i) { return Name{.entity = i & 1023, .occasion = i >> 10}; };
  return {
      {"next family", many_families, [](auto i) { return Name{.entity = i + 1}; }},
      {"next occasion", many_occasions, [](auto i) { return Name{.occasion = i + 1}; }},
      {"next decision", many_families, [](auto i) { return Name{.entity = i, .decision = 4}; }},
      {"next decision, later", many_occasions,
       [](auto i) { return Name{.decision = 4, .occasion = i}; }},
      {"next run", many_families, [](auto i) { return Name{.run = 2, .entity = i}; }},
      {"next seed", many_families, [](auto i) { return Name{.seed = seed + 1, .entity = i}; }},
      {"seed with another high half", many_families,
       [](auto i) { return Name{.seed = seed + (1ULL << 32), .entity = i}; }},
      {"next run and seed before", many_occasions,
       [](auto i) { return Name{.seed = seed - 1, .run = 2, .occasion = i}; }},
      {"family and occasion swapped", both,
       [](auto i) { return Name{.entity = i >> 10, .occasion = (i & 1023) + 1024}; }},
  };
}

// Of pairs of uniforms, in standard errors under independence.
class Correlation {
 public:
  void add(double u, double v) {
    sum_ += (u - 0.5) * (v - 0.5) * 12.0;
    ++pairs_;
  }
  double in_standard_errors() const { return sum_ / std::sqrt(pairs_); }

 private:
  double sum_ = 0.0;
  double pairs_ = 0.0;
};

double chi_square_limit(double degrees_of_freedom) {
  return quantile(complement(boost::math::chi_squared(degrees_of_freedom), false_alarm));
}

double chi_square(const std::vector<double>& counts) {
  double total = 0.0;
  for (const double count : counts) {
    total += count;
  }
  const double expected = total / static_cast<double>(counts.size());
  double sum = 0.0;
  for (const double count : counts) {
    sum += (count - expected) * (count - expected) / expected;
  }
  return sum;
}

// sqrt(n) times the greatest distance between the empirical and the stated distribution; Massart's
// inequality bounds its tail by 2 exp(-2 x^2) for every n.
double kolmogorov_smirnov(std::vector<double> sample, const std::function<double(double)>& cdf) {
  std::sort(sample.begin(), sample.end());
  const double n = static_cast<double>(sample.size());
  double distance = 0.0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double at = cdf(sample[i]);
    const double rank = static_cast<double>(i);
    distance = std::max({distance, at - rank / n, (rank + 1.0) / n - at});
  }
  return std::sqrt(n) * distance;
}

const double kolmogorov_smirnov_limit = std::sqrt(std::log(2.0 / false_alarm) / 2.0);

struct Moments {
  double mean = 0.0;
  double variance = 0.0;
};

// The variance about the stated mean, whose standard error needs only the fourth central moment.
Moments moments(const std::vector<double>& sample, double true_mean) {
  const double n = static_cast<double>(sample.size());
  Moments of;
  for (const double x : sample) {
    of.mean += x / n;
    of.variance += (x - true_mean) * (x - true_mean) / n;
  }
  return of;
}

void expect_moments(const std::vector<double>& sample, double mean, double variance,
                    double fourth_central_moment) {
  const double n = static_cast<double>(sample.size());
  const auto of = moments(sample, mean);
  EXPECT_NEAR(of.mean, mean, standard_errors * std::sqrt(variance / n));
  EXPECT_NEAR(of.variance, variance,
              standard_errors * std::sqrt((fourth_central_moment - variance * variance) / n));
}

std::vector<double> sample(const std::function<double(const Luck&, std::uint32_t)>& draw) {
  const Luck luck({seed, 9});
  std::vector<double> values(draws);
  for (std::uint32_t i = 0; i < draws; ++i) {
    values[i] = draw(luck, i);
  }
  return values;
}

TEST(KeyedDraws, of_neighbours_are_uncorrelated) {
  for (const auto& neighbours : all_neighbours()) {
    Correlation correlation;
    for (std::uint32_t i = 0; i < draws; ++i) {
      correlation.add(uniform(neighbours.one(i)), uniform(neighbours.next(i)));
    }
    EXPECT_LT(std::abs(correlation.in_standard_errors()), standard_errors) << neighbours.how;
  }
}

// The two streams taken in turn, as one sequence: its successive pairs fill the square evenly.
TEST(KeyedDraws, of_interleaved_streams_fill_the_square_evenly) {
  constexpr std::size_t side = 32;
  for (const auto& neighbours : all_neighbours()) {
    std::vector<double> counts(side * side);
    for (std::uint32_t i = 0; i < draws; ++i) {
      const auto x = static_cast<std::size_t>(uniform(neighbours.one(i)) * side);
      const auto y = static_cast<std::size_t>(uniform(neighbours.next(i)) * side);
      ++counts[x * side + y];
    }
    EXPECT_LT(chi_square(counts), chi_square_limit(side * side - 1)) << neighbours.how;
  }
}

TEST(KeyedDraws, of_neighbours_differ_in_half_their_bits) {
  for (const auto& neighbours : all_neighbours()) {
    double different = 0.0;
    for (std::uint32_t i = 0; i < draws; ++i) {
      different += std::popcount(word(neighbours.one(i)) ^ word(neighbours.next(i)));
    }
    constexpr double bits = 64.0 * draws;
    EXPECT_NEAR(different, bits / 2.0, standard_errors * std::sqrt(bits / 4.0)) << neighbours.how;
  }
}

TEST(KeyedDraws, of_one_stream_are_uncorrelated) {
  KeyedStream stream({seed, 1}, 1, Decision{1}, 1);
  Correlation correlation;
  double before = 0x1p-64 * static_cast<double>(stream());
  for (std::uint32_t i = 0; i < draws; ++i) {
    const double now = 0x1p-64 * static_cast<double>(stream());
    correlation.add(before, now);
    before = now;
  }
  EXPECT_LT(std::abs(correlation.in_standard_errors()), standard_errors);
}

TEST(KeyedDraws, uniform_fills_the_interval_evenly) {
  constexpr std::size_t cells = 4096;
  std::vector<double> high(cells);
  std::vector<double> low(cells);
  for (std::uint32_t i = 0; i < draws; ++i) {
    const double u = uniform({.entity = i >> 4, .occasion = i & 15});
    const double scaled = u * 0x1p40;
    ++high[static_cast<std::size_t>(u * cells)];
    ++low[static_cast<std::size_t>((scaled - std::floor(scaled)) * cells)];
  }
  EXPECT_LT(chi_square(high), chi_square_limit(cells - 1));
  EXPECT_LT(chi_square(low), chi_square_limit(cells - 1));
}

TEST(KeyedDraws, unit_exponential_has_its_distribution) {
  const auto values = sample(
      [](const Luck& luck, std::uint32_t i) { return luck.unit_exponential(i, Decision{1}, 0); });
  expect_moments(values, 1.0, 1.0, 9.0);
  EXPECT_LT(kolmogorov_smirnov(values, [](double x) { return -std::expm1(-x); }),
            kolmogorov_smirnov_limit);
}

TEST(KeyedDraws, standard_normal_has_its_distribution) {
  const auto values = sample(
      [](const Luck& luck, std::uint32_t i) { return luck.standard_normal(7, Decision{2}, i); });
  expect_moments(values, 0.0, 1.0, 3.0);
  const boost::math::normal normal;
  EXPECT_LT(kolmogorov_smirnov(values, [&](double x) { return cdf(normal, x); }),
            kolmogorov_smirnov_limit);
}

TEST(KeyedDraws, unit_mean_gamma_has_its_distribution) {
  for (const double shape : {0.5, 1.0, 4.0}) {
    const auto values = sample([shape](const Luck& luck, std::uint32_t i) {
      return luck.unit_mean_gamma(shape, i, Decision{0}, 0);
    });
    const double variance = 1.0 / shape;
    expect_moments(values, 1.0, variance, 3.0 * variance * variance * (1.0 + 2.0 / shape));
    const boost::math::gamma_distribution gamma(shape, 1.0 / shape);
    EXPECT_LT(kolmogorov_smirnov(values, [&](double x) { return cdf(gamma, x); }),
              kolmogorov_smirnov_limit);
  }
}

}  // namespace
}  // namespace stepdown
