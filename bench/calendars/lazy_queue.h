#pragma once

#include <cstddef>
#include <cstdint>
#include <queue>
#include <vector>

#include "model/events/event_calendar.h"

namespace stepdown {

/// A candidate for EventCalendar: the priority queue of the standard library, in which an event
/// that was replaced stays until it comes up.
class LazyQueue {
 public:
  using Next = EventCalendar::Next;

  explicit LazyQueue(std::size_t slots) : time_of_(slots, Next{}.time) {}

  Next earliest() {
    while (!queue_.empty() && queue_.top().time != time_of_[queue_.top().slot]) {
      queue_.pop();
    }
    return queue_.empty() ? Next{} : queue_.top();
  }

  double time_of(std::uint32_t slot) const { return time_of_[slot]; }

  void schedule(std::uint32_t slot, double time) {
    time_of_[slot] = time;
    if (time != Next{}.time) queue_.push({time, slot});
  }

 private:
  struct IsAfter {
    bool operator()(const Next& a, const Next& b) const {
      return a.time > b.time || (a.time == b.time && a.slot > b.slot);
    }
  };

  std::priority_queue<Next, std::vector<Next>, IsAfter> queue_;
  std::vector<double> time_of_;
};

}  // namespace stepdown
