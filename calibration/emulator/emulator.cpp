#include "calibration/emulator/emulator.h"

#include <algorithm>
#include <cmath>

#include "model/contract.h"

namespace stepdown {

const MeasureEmulator* Emulator::find(std::string_view measure) const {
  const auto found = std::ranges::find(measures_, measure, &MeasureEmulator::name);
  return found == measures_.end() ? nullptr : &*found;
}

double MeasureEmulator::run_variance(std::span<const double> point) const {
  double at = log_run_variance.front();
  for (std::size_t k = 0; k < point.size(); ++k) {
    at += log_run_variance[k + 1] * point[k];
  }
  return std::exp(std::clamp(at, least_log_variance, greatest_log_variance));
}

Table Emulator::means(const Table& points, const std::vector<std::string>& measures) const {
  Table made(points.rows, measures.size());
  for (std::size_t m = 0; m < measures.size(); ++m) {
    const MeasureEmulator* const one = find(measures[m]);
    expects(one != nullptr, "every measure asked for is emulated");
    const std::vector<double> means = one->mean.means(points);
    for (std::size_t i = 0; i < points.rows; ++i) {
      made.at(i, m) = means[i];
    }
  }
  return made;
}

Emulated Emulator::predict(const Table& points, const std::vector<std::string>& measures) const {
  Emulated made{Table(points.rows, measures.size()), Table(points.rows, measures.size()),
                Table(points.rows, measures.size())};
  for (std::size_t m = 0; m < measures.size(); ++m) {
    const MeasureEmulator* const one = find(measures[m]);
    expects(one != nullptr, "every measure asked for is emulated");
    const Predicted predicted = one->mean.predict(points);
    for (std::size_t i = 0; i < points.rows; ++i) {
      made.means.at(i, m) = predicted.means[i];
      made.variances.at(i, m) = predicted.variances[i];
      made.run_variances.at(i, m) = one->run_variance(points.row(i));
    }
  }
  return made;
}

}  // namespace stepdown
