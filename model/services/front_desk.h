#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

namespace stepdown {

/// The front door staff: referrals are decided in the order in which they come, by whoever is free
/// first, each taking the same time.
class FrontDesk {
 public:
  /// Those who go hand what they have begun to those who stay: the busiest queues remain.
  void set_staff(std::size_t staff, double now) {
    std::ranges::sort(free_, std::greater<>{});
    free_.resize(staff, now);
    std::ranges::make_heap(free_, std::greater<>{});
  }

  /// When the decision on a referral that comes now will have been made; never without staff.
  double decision_on(double now, double days, double never) {
    if (free_.empty()) {
      return never;
    }
    std::ranges::pop_heap(free_, std::greater<>{});
    const double done = std::max(now, free_.back()) + days;
    free_.back() = done;
    std::ranges::push_heap(free_, std::greater<>{});
    return done;
  }

  std::size_t staff() const { return free_.size(); }

 private:
  std::vector<double> free_;  // when each is free again: the earliest first
};

}  // namespace stepdown
