#include "calibration/emulator/emulator.h"

#include <algorithm>

#include "model/contract.h"

namespace stepdown {

const MeasureEmulator* Emulator::find(std::string_view measure) const {
  const auto found = std::ranges::find(measures_, measure, &MeasureEmulator::name);
  return found == measures_.end() ? nullptr : &*found;
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
      double log_variance = one->log_run_variance.front();
      for (std::size_t k = 0; k < points.columns; ++k) {
        log_variance += one->log_run_variance[k + 1] * points.at(i, k);
      }
      made.run_variances.at(i, m) = std::exp(
          std::clamp(log_variance, one->least_log_variance, one->greatest_log_variance));
    }
  }
  return made;
}

}  // namespace stepdown
