#include "model/outcomes/nearest_rank.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace stepdown {

double nearest_rank(std::vector<double> values, double share) {
  if (values.empty()) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double rank = std::max(1.0, std::ceil(share * static_cast<double>(values.size())));
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(rank - 1.0);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

}  // namespace stepdown
