#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "model/events/event_calendar.h"

namespace stepdown {

/// A candidate for EventCalendar: a heap with four children a node that knows where each slot is.
class IndexedHeap {
 public:
  using Next = EventCalendar::Next;

  explicit IndexedHeap(std::size_t slots) : place_(slots, absent) { heap_.reserve(slots); }

  Next earliest() const { return heap_.empty() ? Next{} : heap_.front(); }

  double time_of(std::uint32_t slot) const {
    return place_[slot] == absent ? Next{}.time : heap_[place_[slot]].time;
  }

  void schedule(std::uint32_t slot, double time) {
    const Next event{time, slot};
    if (time == Next{}.time) {
      withdraw(slot);
    } else if (place_[slot] == absent) {
      heap_.push_back(event);
      rise(heap_.size() - 1, event);
    } else {
      move(place_[slot], event);
    }
  }

 private:
  static constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();

  static bool is_before(const Next& a, const Next& b) {
    return (a.time < b.time) | ((a.time == b.time) & (a.slot < b.slot));
  }

  void put(std::size_t node, const Next& event) {
    heap_[node] = event;
    place_[event.slot] = static_cast<std::uint32_t>(node);
  }

  void withdraw(std::uint32_t slot) {
    const std::uint32_t hole = place_[slot];
    if (hole == absent) return;
    const Next last = heap_.back();
    heap_.pop_back();
    place_[slot] = absent;
    if (last.slot != slot) move(hole, last);
  }

  void move(std::size_t node, const Next& event) {
    if (node > 0 && is_before(event, heap_[(node - 1) / 4])) {
      rise(node, event);
    } else {
      sink(node, event);
    }
  }

  void rise(std::size_t node, const Next& event) {
    while (node > 0 && is_before(event, heap_[(node - 1) / 4])) {
      put(node, heap_[(node - 1) / 4]);
      node = (node - 1) / 4;
    }
    put(node, event);
  }

  void sink(std::size_t node, const Next& event) {
    while (4 * node + 1 < heap_.size()) {
      const std::size_t first = 4 * node + 1;
      const std::size_t end = std::min(first + 4, heap_.size());
      std::size_t least = first;
      for (std::size_t child = first + 1; child < end; ++child) {
        least = is_before(heap_[child], heap_[least]) ? child : least;
      }
      if (!is_before(heap_[least], event)) break;
      put(node, heap_[least]);
      node = least;
    }
    put(node, event);
  }

  std::vector<Next> heap_;
  std::vector<std::uint32_t> place_;
};

}  // namespace stepdown
