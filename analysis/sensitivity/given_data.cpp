#include "analysis/sensitivity/given_data.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/summary.h"
#include "model/contract.h"
#include "model/random.h"

namespace stepdown {
namespace {

constexpr auto shuffle = static_cast<Decision>(247);
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double confidence = 0.95;
constexpr std::size_t most_slices = 10;
constexpr std::size_t tenths = 10;
constexpr std::size_t dummies = 200;

using Slices = std::vector<std::uint8_t>;  // of each point the slice it is in

// Slices with about equally many points each; points of equal place are never parted.
Slices slices_of(const GivenData& data, std::size_t input) {
  std::vector<std::size_t> order(data.points());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto place = [&](std::size_t point) { return data.places[point * data.inputs + input]; };
  std::ranges::stable_sort(order, {}, place);
  Slices slices(order.size());
  std::uint8_t slice = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto due = static_cast<std::uint8_t>(i * most_slices / order.size());
    if (due > slice && place(order[i]) != place(order[i - 1])) {
      slice = due;
    }
    slices[order[i]] = slice;
  }
  return slices;
}

// The values in their order with the points they belong to.
struct Sorted {
  std::vector<double> values;
  std::vector<std::size_t> points;
};

Sorted sorted(const GivenData& data) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < data.values.size(); ++i) {
    if (std::isfinite(data.values[i])) {
      order.push_back(i);
    }
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return data.values[i]; });
  Sorted sorted;
  for (const std::size_t i : order) {
    sorted.values.push_back(data.values[i]);
    sorted.points.push_back(i / data.runs);
  }
  return sorted;
}

// The mean over slices of the Kolmogorov-Smirnov distance, of the points that `counts` admits.
template <typename Counts>
double shift_of(const Sorted& sorted, const Slices& slices, const Counts& counts) {
  double sizes[most_slices] = {};
  double all = 0;
  for (const std::size_t point : sorted.points) {
    if (counts(point)) {
      ++sizes[slices[point]];
      ++all;
    }
  }
  double within[most_slices] = {};
  double largest[most_slices] = {};
  double passed = 0;
  for (std::size_t i = 0; i < sorted.points.size(); ++i) {
    if (counts(sorted.points[i])) {
      ++within[slices[sorted.points[i]]];
      ++passed;
    }
    // Between equal values a distribution has no height of its own.
    if (i + 1 < sorted.points.size() && sorted.values[i + 1] == sorted.values[i]) {
      continue;
    }
    for (std::size_t s = 0; s < most_slices; ++s) {
      if (sizes[s] > 0) {
        largest[s] = std::max(largest[s], std::abs(within[s] / sizes[s] - passed / all));
      }
    }
  }
  double sum = 0;
  double used = 0;
  for (std::size_t s = 0; s < most_slices; ++s) {
    if (sizes[s] > 0) {
      sum += largest[s];
      ++used;
    }
  }
  return used > 0 ? sum / used : nothing;
}

constexpr auto all_points = [](std::size_t) { return true; };

Slices shuffled(Slices slices, const Luck& luck, std::size_t dummy) {
  for (std::size_t i = slices.size(); i > 1; --i) {
    const double u =
        luck.uniform(static_cast<std::uint32_t>(dummy), shuffle, static_cast<std::uint32_t>(i));
    std::swap(slices[i - 1], slices[static_cast<std::size_t>(u * static_cast<double>(i))]);
  }
  return slices;
}

// By lot: in the order of a grid every so manieth point is of the same level.
Slices tenths_by_lot(std::size_t points, const Luck& luck, std::size_t lot) {
  Slices tenth(points);
  for (std::size_t point = 0; point < points; ++point) {
    tenth[point] = static_cast<std::uint8_t>(point % tenths);
  }
  return shuffled(std::move(tenth), luck, lot);
}

Estimate shift_with_interval(const Sorted& sorted, const Slices& slices, const Slices& tenth_of) {
  std::vector<double> left_out;
  for (std::size_t tenth = 0; tenth < tenths; ++tenth) {
    left_out.push_back(
        shift_of(sorted, slices, [&](std::size_t point) { return tenth_of[point] != tenth; }));
  }
  return {shift_of(sorted, slices, all_points),
          (tenths - 1.0) * half_width_of_mean(summarise(left_out).deviation, tenths, confidence)};
}

double shift_by_chance(const Sorted& sorted, const std::vector<Slices>& slices, const Luck& luck) {
  std::vector<double> largest;
  for (std::size_t dummy = 0; dummy < dummies; ++dummy) {
    double shift = 0;
    for (std::size_t input = 0; input < slices.size(); ++input) {
      shift = std::max(
          shift, shift_of(sorted, shuffled(slices[input], luck, dummy * slices.size() + input),
                          all_points));
    }
    largest.push_back(shift);
  }
  std::ranges::sort(largest);
  return quantile(largest, confidence);
}

// The mean variance within points over the variance of all.
double luck_of(const GivenData& data) {
  if (data.runs < 2) {
    return nothing;
  }
  const std::span<const double> values(data.values);
  std::vector<double> within;
  for (std::size_t point = 0; point < data.points(); ++point) {
    within.push_back(
        std::pow(summarise(values.subspan(point * data.runs, data.runs)).deviation, 2));
  }
  const double all = std::pow(summarise(values).deviation, 2);
  return all > 0 ? std::min(1.0, summarise(within).mean / all) : nothing;
}

}  // namespace

GivenDataEffects given_data_effects(const GivenData& data, std::uint64_t seed) {
  expects(data.values.size() == data.points() * data.runs, "every point has its runs");
  const Sorted order = sorted(data);
  GivenDataEffects effects;
  effects.values = data.values.size();
  effects.missing = data.values.size() - order.values.size();
  effects.luck = luck_of(data);
  std::vector<Slices> slices;
  for (std::size_t input = 0; input < data.inputs; ++input) {
    slices.push_back(slices_of(data, input));
  }
  const Luck luck({seed, 0});
  effects.by_chance = shift_by_chance(order, slices, luck);
  const Slices tenth_of = tenths_by_lot(data.points(), luck, dummies * data.inputs);
  for (std::size_t input = 0; input < data.inputs; ++input) {
    effects.inputs.push_back({shift_with_interval(order, slices[input], tenth_of)});
  }
  return effects;
}

}  // namespace stepdown
