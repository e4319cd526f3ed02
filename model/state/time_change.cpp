#include "model/state/time_change.h"

#include <algorithm>

namespace stepdown {
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

double TimeChange::speed(double day) const {
  const double twelfths = (day - begin_) / twelfth;
  return twelfths >= 0.0 && twelfths < static_cast<double>(speeds_.size())
             ? speeds_[static_cast<std::size_t>(twelfths)]
             : 1.0;
}

}  // namespace stepdown
