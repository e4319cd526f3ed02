#include "calibration/local/small_numbers.h"

#include <algorithm>
#include <numeric>

#include "analysis/rounding.h"

namespace stepdown {

SmallNumbers::Hidden SmallNumbers::hidden(std::span<const std::int64_t> parts) const {
  Hidden result{std::vector<bool>(parts.size(), false)};
  std::int64_t hidden_sum = 0;
  int hidden_parts = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (hides(parts[i])) {
      result.parts[i] = true;
      hidden_sum += parts[i];
      ++hidden_parts;
    }
  }
  while (hidden_parts > 0 && (hidden_parts < 2 || hidden_sum < threshold_)) {
    std::size_t smallest = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!result.parts[i] && parts[i] > 0 &&
          (smallest == parts.size() || parts[i] < parts[smallest])) {
        smallest = i;
      }
    }
    if (smallest == parts.size()) {
      result.total = true;
      break;
    }
    result.parts[smallest] = true;
    hidden_sum += parts[smallest];
    ++hidden_parts;
  }
  return result;
}

bool SmallNumbers::tells_share(std::int64_t part, std::int64_t whole) const {
  return whole > 0 && !hides(whole) && !hides(part) && !hides(whole - part);
}

std::vector<bool> SmallNumbers::told_ends(std::span<const std::int64_t> bands) const {
  std::vector<bool> told;
  std::int64_t since_last = 0;
  std::int64_t beyond = std::accumulate(bands.begin(), bands.end(), std::int64_t{0});
  const bool any = beyond > 0 && !hides(beyond);
  for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
    since_last += bands[i];
    beyond -= bands[i];
    told.push_back(any && !hides(since_last) && !hides(beyond));
    since_last = told.back() ? 0 : since_last;
  }
  return told;
}

double SmallNumbers::share_grain(std::int64_t whole) const {
  if (threshold_ <= 1) {
    return 0;
  }
  // Of the rounded number, so that the step itself gives nothing away.
  const double one = 100 / std::max(near(whole), 10.0);
  double grain = 10;
  for (const double finer : {5.0, 2.0, 1.0}) {
    grain = finer >= one ? finer : grain;
  }
  return grain;
}

double SmallNumbers::near(std::int64_t count) const {
  return static_cast<double>(threshold_ <= 1 ? count : (count + 5) / 10 * 10);
}

std::string SmallNumbers::about(std::int64_t count) const { return rounded(near(count), 1); }

}  // namespace stepdown
