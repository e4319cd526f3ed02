#pragma once

#include <vector>

namespace stepdown {

/// The least of the values that at least this share of them does not exceed; not a number of none.
double nearest_rank(std::vector<double> values, double share);

}  // namespace stepdown
