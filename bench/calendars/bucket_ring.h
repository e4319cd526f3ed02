#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "model/events/event_calendar.h"

namespace stepdown {

/// A candidate for EventCalendar: the calendar queue (Brown 1988), a ring of days, each a linked
/// list of the events that fall on it in this or any later turn of the ring. The length of a day
/// follows the observed rate of events; the order does not depend on it.
class BucketRing {
 public:
  using Next = EventCalendar::Next;

  explicit BucketRing(std::size_t slots)
      : events_(slots), first_of_day_(std::bit_ceil(days_per_slot * slots + 1), nobody) {}

  double time_of(std::uint32_t slot) const { return events_[slot].time; }

  void schedule(std::uint32_t slot, double time) {
    if (events_[slot].time != never) unlink(events_[slot]);
    events_[slot].time = time;
    if (time != never) link(slot);
    ++scheduled_;
  }

  Next earliest() {
    if (pending_ == 0) return {};
    for (std::size_t days_looked_at = 0;; ++days_looked_at, ++today_) {
      if (days_looked_at == first_of_day_.size()) today_ = first_day();
      const Next next = earliest_of(today_);
      if (next.slot == nobody) continue;
      if (scheduled_ > sample_size_) set_length_of_day(next.time);
      return next;
    }
  }

 private:
  static constexpr double never = std::numeric_limits<double>::infinity();
  static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
  static constexpr double far = 0x1p62;
  static constexpr std::size_t days_per_slot = 4;

  struct Event {
    double time = never;
    std::uint32_t after = nobody;
    std::uint32_t before = nobody;
  };

  std::int64_t day_of(double time) const {
    const double day = std::floor(time * days_per_time_);
    return static_cast<std::int64_t>(day < -far ? -far : day > far ? far : day);
  }
  std::uint32_t& first_of(std::int64_t day) {
    return first_of_day_[static_cast<std::size_t>(day) & (first_of_day_.size() - 1)];
  }

  void link(std::uint32_t slot) {
    Event& event = events_[slot];
    const std::int64_t day = day_of(event.time);
    std::uint32_t& first = first_of(day);
    event.after = first;
    event.before = nobody;
    if (first != nobody) events_[first].before = slot;
    first = slot;
    today_ = std::min(today_, day);
    ++pending_;
  }

  void unlink(const Event& event) {
    (event.before == nobody ? first_of(day_of(event.time)) : events_[event.before].after) =
        event.after;
    if (event.after != nobody) events_[event.after].before = event.before;
    --pending_;
  }

  Next earliest_of(std::int64_t day) {
    Next next{never, nobody};
    for (std::uint32_t slot = first_of(day); slot != nobody; slot = events_[slot].after) {
      const double time = events_[slot].time;
      const bool is_before = time < next.time || (time == next.time && slot < next.slot);
      if (is_before && day_of(time) == day) next = {time, slot};
    }
    return next;
  }

  std::int64_t first_day() const {
    double first = never;
    for (const Event& event : events_) first = std::min(first, event.time);
    return day_of(first);
  }

  void set_length_of_day(double now) {
    const double length = (now - sample_began_) / static_cast<double>(scheduled_);
    const bool is_measured = sample_began_ > -never && length > 0.0;
    sample_began_ = now;
    scheduled_ = 0;
    sample_size_ = std::min(2 * sample_size_, std::max(events_.size(), sample_size_));
    const double change = is_measured ? days_per_time_ * length : 1.0;
    if (change > 2.0 / 3.0 && change < 1.5) return;
    days_per_time_ = 1.0 / length;
    std::fill(first_of_day_.begin(), first_of_day_.end(), nobody);
    today_ = day_of(now);
    pending_ = 0;
    for (std::uint32_t slot = 0; slot < events_.size(); ++slot) {
      if (events_[slot].time != never) link(slot);
    }
  }

  std::vector<Event> events_;
  std::vector<std::uint32_t> first_of_day_;
  double days_per_time_ = 1.0;
  std::int64_t today_ = std::numeric_limits<std::int64_t>::max();
  std::size_t pending_ = 0;
  std::size_t scheduled_ = 0;
  // Grows, because the first guess at the length of a day may be very wrong.
  std::size_t sample_size_ = 1000;
  double sample_began_ = -never;
};

}  // namespace stepdown
