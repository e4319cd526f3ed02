#pragma once

#include <cstddef>
#include <cstdint>

#include "model/events/event_calendar.h"
#include "model/events/tournament.h"

namespace stepdown {

/// A candidate for EventCalendar: a tournament of sixteen, which always has all in order and so
/// does more than a calendar must.
class WideTournament {
 public:
  using Next = EventCalendar::Next;

  explicit WideTournament(std::size_t slots) : days_(slots) {}

  double time_of(std::uint32_t slot) const { return days_.number_of(slot); }
  void schedule(std::uint32_t slot, double time) { days_.set(slot, time); }
  Next earliest() const { return {days_.least().number, days_.least().slot}; }

 private:
  Tournament days_;
};

}  // namespace stepdown
