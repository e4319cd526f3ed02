#pragma once

#include <algorithm>
#include <vector>

namespace stepdown {

/// Of what was measured in turns: a turn that another program disturbed does not move it.
inline double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

}  // namespace stepdown
