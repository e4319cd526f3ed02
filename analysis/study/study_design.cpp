#include "analysis/study/study_design.h"

#include <cmath>
#include <limits>
#include <utility>

#include "model/contract.h"

namespace stepdown {
namespace {

StudyPoint point_of(std::vector<double> values, std::size_t number, PointLuck luck) {
  return {std::move(values), luck == PointLuck::own ? static_cast<std::uint32_t>(number) : 0};
}

}  // namespace

std::vector<double> grid_values(const Varied& varied, std::size_t steps) {
  if (!varied.is_range()) {
    return varied.values;
  }
  expects(steps >= 2, "a range is gone through from one end to the other");
  const auto [low, high] = varied.range;
  std::vector<double> values;
  for (std::size_t i = 0; i < steps; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(steps - 1);
    double value = i + 1 == steps ? high : low + share * (high - low);
    if (varied.parameter->kind == Kind::whole) {
      value = std::round(value);
    }
    if (values.empty() || value != values.back()) {
      values.push_back(value);
    }
  }
  return values;
}

std::optional<std::size_t> grid_size(std::span<const Varied> varied, std::size_t steps) {
  std::size_t size = 1;
  for (const Varied& each : varied) {
    const std::size_t values = grid_values(each, steps).size();
    if (size > std::numeric_limits<std::size_t>::max() / values) {
      return {};
    }
    size *= values;
  }
  return size;
}

std::vector<StudyPoint> grid_points(std::span<const Varied> varied, std::size_t steps,
                                    PointLuck luck) {
  std::vector<std::vector<double>> values;
  for (const Varied& each : varied) {
    values.push_back(grid_values(each, steps));
  }
  const std::size_t size = grid_size(varied, steps).value_or(0);
  std::vector<StudyPoint> points;
  points.reserve(size);
  for (std::size_t number = 0; number < size; ++number) {
    std::vector<double> point(varied.size());
    std::size_t rest = number;
    for (std::size_t i = varied.size(); i-- > 0;) {
      point[i] = values[i][rest % values[i].size()];
      rest /= values[i].size();
    }
    points.push_back(point_of(std::move(point), number, luck));
  }
  return points;
}

std::vector<StudyPoint> points_at(std::span<const Varied> varied, std::span<const double> places,
                                  PointLuck luck) {
  expects(!varied.empty() && places.size() % varied.size() == 0,
          "a point has a place along each setting");
  std::vector<StudyPoint> points;
  points.reserve(places.size() / varied.size());
  for (std::size_t first = 0; first < places.size(); first += varied.size()) {
    std::vector<double> values(varied.size());
    for (std::size_t i = 0; i < varied.size(); ++i) {
      values[i] = varied[i].at(places[first + i]);
    }
    points.push_back(point_of(std::move(values), points.size(), luck));
  }
  return points;
}

}  // namespace stepdown
