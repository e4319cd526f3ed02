#include "calibration/trial_world.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "model/contract.h"

namespace stepdown {

TrialWorld::TrialWorld(const ModelParameters& world, std::vector<FreeParameter> free,
                       std::vector<Target> targets, TrialLuck luck, DayZeroMaker make_world)
    : world_(world),
      free_(std::move(free)),
      targets_(std::move(targets)),
      luck_(luck),
      make_world_(std::move(make_world)) {}

TrialWorld TrialWorld::changed(const ModelParameters& world,
                               std::vector<FreeParameter> free) const {
  return TrialWorld(world, std::move(free), targets_, luck_, make_world_);
}

Point TrialWorld::start() const {
  Point point;
  for (const FreeParameter& each : free_) {
    point.push_back(each.on_the_line(std::get<double>(each.parameter->get(world_))));
  }
  return point;
}

std::vector<std::string> TrialWorld::stuck() const {
  std::vector<std::string> names;
  for (const FreeParameter& each : free_) {
    const double value = std::get<double>(each.parameter->get(world_));
    if (!(value > each.bounds.low && value < each.bounds.high)) {
      names.emplace_back(each.parameter->name);
    }
  }
  return names;
}

ModelParameters TrialWorld::at(const Point& point) const {
  expects(point.size() == free_.size(), "a point has a place for each free number");
  ModelParameters world = world_;
  for (std::size_t i = 0; i < free_.size(); ++i) {
    free_[i].parameter->set(world, free_[i].from_the_line(point[i]));
  }
  return world;
}

std::vector<std::vector<double>> TrialWorld::means(const std::vector<Point>& points) const {
  const std::size_t runs = luck_.runs;
  std::vector<std::vector<double>> of_run(points.size() * runs);
  for_each_in_parallel(of_run.size(), luck_.threads, [&](std::size_t i) {
    const ModelParameters world = at(points[i / runs]);
    const auto run = static_cast<std::uint32_t>(i % runs);
    const Outcomes outcomes = make_world_(world, RunKey{luck_.seed, run})(world, world);
    for (const Target& target : targets_) {
      of_run[i].push_back(outcomes.of_run.at(target.column));
    }
  });
  std::vector<std::vector<double>> means;
  for (std::size_t p = 0; p < points.size(); ++p) {
    std::vector<double> of_point;
    for (std::size_t t = 0; t < targets_.size(); ++t) {
      double sum = 0;
      std::size_t known = 0;
      for (std::size_t run = 0; run < runs; ++run) {
        const double value = of_run[p * runs + run][t];
        sum += std::isnan(value) ? 0 : value;
        known += std::isnan(value) ? 0 : 1;
      }
      of_point.push_back(known > 0 ? sum / static_cast<double>(known)
                                   : std::numeric_limits<double>::quiet_NaN());
    }
    means.push_back(std::move(of_point));
  }
  return means;
}

std::vector<double> TrialWorld::residuals(const std::vector<double>& means) const {
  std::vector<double> made;
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    made.push_back(std::sqrt(targets_[t].weight) * targets_[t].distance(means[t]));
  }
  return made;
}

LeastSquaresProblem TrialWorld::problem(double pull_sd) const {
  const auto residuals_at = [this](const std::vector<Point>& points) {
    std::vector<std::vector<double>> made;
    for (const std::vector<double>& of_point : means(points)) {
      made.push_back(residuals(of_point));
    }
    return made;
  };
  return {residuals_at, start(), pull_sd};
}

}  // namespace stepdown
