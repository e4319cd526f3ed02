#include "calibration/local/return_times.h"

#include <algorithm>
#include <cmath>

namespace stepdown {
namespace {

constexpr double half_range = 1.959964;  // of a normal distribution, 95%
constexpr double days_of_a_month = 365.25 / 12.0;

/// Of the share still away, from the sum of Greenwood's terms.
double bound(double away, double greenwood, double sign) {
  const double logarithm = std::log(away);
  return std::pow(away, std::exp(sign * half_range * std::sqrt(greenwood) / std::abs(logarithm)));
}

}  // namespace

void ReturnTimes::add_back(int days_after) {
  ++back_[static_cast<std::size_t>(std::clamp(days_after, 0, longest))];
  ++all_;
}

void ReturnTimes::add_lost(int days_after) {
  ++lost_[static_cast<std::size_t>(std::clamp(days_after, 0, longest))];
  ++all_;
}

std::optional<ShareBack> ReturnTimes::within_days(int days) const {
  std::int64_t followed = all_;
  double away = 1;
  double greenwood = 0;
  std::int64_t back = 0;
  for (std::size_t day = 0; day <= static_cast<std::size_t>(days); ++day) {
    if (back_[day] > 0) {
      const auto at_risk = static_cast<double>(followed);
      const auto returned = static_cast<double>(back_[day]);
      away *= 1 - returned / at_risk;
      greenwood += followed > back_[day] ? returned / (at_risk * (at_risk - returned)) : 0;
      back += back_[day];
    }
    // Whoever is followed to the last day of all has been followed through it.
    followed -= back_[day] + (day < static_cast<std::size_t>(days) ? lost_[day] : 0);
  }
  if (followed <= 0) {
    return std::nullopt;
  }
  ShareBack result{1 - away, 0, 1, back, followed};
  if (away < 1 && greenwood > 0) {
    result.low = 1 - bound(away, greenwood, -1);
    result.high = 1 - bound(away, greenwood, 1);
  } else if (back == 0) {
    // No event: the exact upper bound of a share of none.
    result.high = 1 - std::pow(0.025, 1.0 / static_cast<double>(followed));
  }
  return result;
}

std::optional<ShareBack> ReturnTimes::within_months(int months) const {
  return within_days(std::min(static_cast<int>(months * days_of_a_month), longest - 1));
}

}  // namespace stepdown
