#include "tests/statistics/uniform_bands.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>

namespace stepdown {
namespace {

double share_at(std::size_t place, std::size_t values) {
  return static_cast<double>(place + 1) / static_cast<double>(values);
}

/// Bounds outside of which one count lies with at most this chance, half of it on each side.
void set_bounds(std::size_t draws, std::size_t values, double chance_outside, std::vector<int>& low,
                std::vector<int>& high) {
  using boost::math::binomial;
  low.clear();
  high.clear();
  for (std::size_t place = 0; place + 1 < values; ++place) {
    const binomial count(static_cast<double>(draws), share_at(place, values));
    const int most = static_cast<int>(draws);
    int lower = static_cast<int>(boost::math::mean(count));
    while (lower > 0 && boost::math::cdf(count, lower - 1) > chance_outside / 2) {
      --lower;
    }
    int upper = static_cast<int>(boost::math::mean(count));
    while (upper < most &&
           boost::math::cdf(boost::math::complement(count, upper)) > chance_outside / 2) {
      ++upper;
    }
    low.push_back(lower);
    high.push_back(upper);
  }
}

}  // namespace

double chance_inside(int draws, const std::vector<int>& low, const std::vector<int>& high) {
  std::vector<double> log_factorial(static_cast<std::size_t>(draws) + 1, 0.0);
  for (std::size_t i = 1; i < log_factorial.size(); ++i) {
    log_factorial[i] = log_factorial[i - 1] + std::log(static_cast<double>(i));
  }
  const auto factorial = [&](int i) { return log_factorial[static_cast<std::size_t>(i)]; };
  // By count from `first`: the chance of being there and of having been inside ever since.
  std::vector<double> chance{1.0};
  int first = 0;
  for (std::size_t place = 0; place < low.size(); ++place) {
    // Of the draws still above, each falls on this rank with this chance.
    const double share = 1 / static_cast<double>(low.size() + 1 - place);
    std::vector<double> next(static_cast<std::size_t>(high[place] - low[place]) + 1, 0.0);
    for (std::size_t i = 0; i < chance.size(); ++i) {
      const int before = first + static_cast<int>(i);
      const int left = draws - before;
      for (int now = std::max(low[place], before); now <= high[place]; ++now) {
        const int fallen = now - before;
        next[static_cast<std::size_t>(now - low[place])] +=
            chance[i] * std::exp(factorial(left) - factorial(fallen) - factorial(left - fallen) +
                                 fallen * std::log(share) + (left - fallen) * std::log1p(-share));
      }
    }
    chance = std::move(next);
    first = low[place];
  }
  double sum = 0;
  for (const double each : chance) {
    sum += each;
  }
  return sum;
}

UniformBands::UniformBands(std::size_t draws, std::size_t values, double chance) : values_(values) {
  // The widest and the narrowest pointwise chance that can come into question.
  double narrow = 1 - chance;
  double wide = narrow / static_cast<double>(values);
  for (int step = 0; step < 20; ++step) {
    const double middle = std::sqrt(wide * narrow);
    set_bounds(draws, values, middle, low_, high_);
    (chance_inside(static_cast<int>(draws), low_, high_) >= chance ? wide : narrow) = middle;
  }
  set_bounds(draws, values, wide, low_, high_);
}

std::size_t UniformBands::outside(const std::vector<std::size_t>& ranks) const {
  std::vector<int> counts(values_, 0);
  for (const std::size_t rank : ranks) {
    ++counts[rank];
  }
  std::size_t outside = 0;
  int up_to = 0;
  for (std::size_t place = 0; place + 1 < values_; ++place) {
    up_to += counts[place];
    outside += up_to < low_[place] || up_to > high_[place] ? 1 : 0;
  }
  return outside;
}

}  // namespace stepdown
