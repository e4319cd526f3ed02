#pragma once

#include <cstddef>
#include <cstdint>

#include "model/events/event_calendar.h"
#include "model/random.h"
#include "model/state/families.h"

namespace stepdown {

/// What no event of a family can avoid and nothing else: it comes up in the calendar, touches both
/// cache lines of its family, draws an exponential with its own key, and gets its next date. Like
/// the engine it fetches the row that probably comes soon.
class LimitKernel {
 public:
  explicit LimitKernel(std::uint32_t families) : calendar_(families) {
    for (FamilySlot slot = 0; slot < families; ++slot) {
      families_.enter();
      calendar_.schedule(slot, next_date(families_.family(slot), 0.0));
    }
    // Until who comes up has nothing to do with the order in which the rows were made.
    live(3 * std::size_t{families});
  }

  void live(std::size_t events) {
    for (std::size_t i = 0; i < events; ++i) {
      const EventCalendar::Next due = calendar_.earliest();
      families_.prefetch(calendar_.likely(4));
      calendar_.schedule(due.slot, next_date(families_.family(due.slot), due.time));
    }
  }

 private:
  static constexpr double mean_days = 170.0;  // between two events of a family, as in the base

  double next_date(Family& family, double now) {
    family.worst_level = family.level;  // in the second line; the rest is in the first
    return now + mean_days *
                     luck_.unit_exponential(family.id, Decision::worsens, family.clock_draws[0]++);
  }

  Luck luck_{{1, 0}};
  EventCalendar calendar_;
  Families families_;
};

}  // namespace stepdown
