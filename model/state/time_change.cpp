#include "model/state/time_change.h"

#include <algorithm>
#include <cmath>

#include "model/time.h"

namespace stepdown {
namespace {

constexpr double twelfth = days_per_year / 12.0;

}  // namespace

TimeChange::TimeChange(double begin, std::vector<double> speeds) {
  if (std::ranges::all_of(speeds, [](double speed) { return speed == 1.0; })) {
    return;
  }
  begin_ = begin;
  speeds_ = std::move(speeds);
  total_.assign(1, begin);
  for (const double speed : speeds_) {
    total_.push_back(total_.back() + speed * twelfth);
  }
}

double TimeChange::clock_at(double day) const {
  const double twelfths = (day - begin_) / twelfth;
  if (!(twelfths > 0.0)) {
    return day;
  }
  if (!(twelfths < static_cast<double>(speeds_.size()))) {
    return total_.back() + day - begin_ - static_cast<double>(speeds_.size()) * twelfth;
  }
  const auto row = static_cast<std::size_t>(twelfths);
  return total_[row] + (day - begin_ - static_cast<double>(row) * twelfth) * speeds_[row];
}

double TimeChange::day_at(double clock_time) const {
  if (clock_time <= total_.front()) {
    return clock_time;
  }
  if (clock_time >= total_.back()) {
    return clock_time - total_.back() + begin_ + static_cast<double>(speeds_.size()) * twelfth;
  }
  const auto after = std::upper_bound(total_.begin(), total_.end(), clock_time);
  const auto row = static_cast<std::size_t>(after - total_.begin()) - 1;
  return begin_ + static_cast<double>(row) * twelfth + (clock_time - total_[row]) / speeds_[row];
}

double TimeChange::speed(double day) const {
  const double twelfths = (day - begin_) / twelfth;
  return twelfths >= 0.0 && twelfths < static_cast<double>(speeds_.size())
             ? speeds_[static_cast<std::size_t>(twelfths)]
             : 1.0;
}

}  // namespace stepdown
