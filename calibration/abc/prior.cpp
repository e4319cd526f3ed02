#include "calibration/abc/prior.h"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <utility>

namespace stepdown {

Prior normal_prior(Point means, Point sds) {
  if (means.size() != sds.size() || std::ranges::any_of(sds, [](double sd) { return !(sd > 0); })) {
    throw std::invalid_argument(
        "a normal prior needs as many standard deviations as means, each above 0");
  }
  Prior prior;
  prior.draw = [means, sds](const PointLuck& luck) {
    Point point(means.size());
    for (std::size_t i = 0; i < point.size(); ++i) {
      point[i] = means[i] + sds[i] * luck.normal(static_cast<std::uint32_t>(i));
    }
    return point;
  };
  prior.log_density = [means = std::move(means), sds = std::move(sds)](const Point& point) {
    double sum = 0;
    for (std::size_t i = 0; i < point.size(); ++i) {
      const double away = (point[i] - means[i]) / sds[i];
      sum -= away * away / 2;
    }
    return sum;
  };
  return prior;
}

}  // namespace stepdown
