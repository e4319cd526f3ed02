#include "analysis/worlds_apart.h"

#include <boost/math/distributions/fisher_f.hpp>

namespace stepdown {
namespace {

constexpr double chance_of_a_false_alarm = 0.05;

double mean_of_all_runs(std::span<const Summary> worlds) {
  double sum = 0;
  double runs = 0;
  for (const Summary& world : worlds) {
    sum += static_cast<double>(world.runs) * world.mean;
    runs += static_cast<double>(world.runs);
  }
  return sum / runs;
}

}  // namespace

bool are_further_apart_than_luck(std::span<const Summary> worlds) {
  if (worlds.size() < 2) {
    return false;
  }
  const double middle = mean_of_all_runs(worlds);
  double between = 0;
  double within = 0;
  double freedom_within = 0;
  for (const Summary& world : worlds) {
    const auto runs = static_cast<double>(world.runs);
    between += runs * (world.mean - middle) * (world.mean - middle);
    if (world.runs >= 2) {
      within += (runs - 1) * world.deviation * world.deviation;
      freedom_within += runs - 1;
    }
  }
  if (freedom_within == 0) {
    return false;
  }
  if (within == 0) {
    return between > 0;
  }
  const double freedom_between = static_cast<double>(worlds.size()) - 1;
  const double ratio = (between / freedom_between) / (within / freedom_within);
  const boost::math::fisher_f by_luck(freedom_between, freedom_within);
  return ratio > boost::math::quantile(boost::math::complement(by_luck, chance_of_a_false_alarm));
}

}  // namespace stepdown
