#pragma once

#include <cstddef>

#include "model/decision.h"
#include "model/outcomes/observer.h"
#include "model/processes/rules.h"
#include "model/state/authority.h"
#include "model/time.h"

namespace stepdown {

/// What a process works on: the state of one run, the rules in force, and who watches.
struct World {
  Authority& authority;
  const Rules& rules;
  const Observers& observers;

  double now() const { return authority.now; }
  Family& family(FamilySlot slot) { return authority.families.family(slot); }
  Case& case_of(FamilySlot slot) { return authority.families.case_of(slot); }
  History& history(FamilySlot slot) { return authority.families.history(slot); }

  /// Which drawing of this decision comes now for the family. What is drawn once at each strike of
  /// a clock is numbered by the clock, in the row that is at hand; all else is counted in the
  /// history.
  std::uint32_t next_occasion(FamilySlot slot, Decision decision) {
    switch (decision) {
      case Decision::judged_at_contact:
        return strikes(slot, FamilyClock::noticed);
      case Decision::concern_grade:
      case Decision::concern_raises_level:
      case Decision::incident_reported:
        return strikes(slot, FamilyClock::concern_arrives);
      default:
        return history(slot).draws[static_cast<std::size_t>(decision) - first_counted_decision]++;
    }
  }

  double uniform(FamilySlot slot, Decision decision) {
    return authority.luck.uniform(family(slot).id, decision, next_occasion(slot, decision));
  }
  bool chance(FamilySlot slot, Decision decision, double probability) {
    return uniform(slot, decision) < probability;
  }

  /// Sets a clock's rate (per day) from now on.
  void set_rate(Family& whose, FamilyClock clock, double rate) {
    whose.clocks.set_rate(clock, authority.now, rate, [&] {
      const auto which = static_cast<std::size_t>(clock);
      return authority.luck.unit_exponential(whose.id, static_cast<Decision>(clock),
                                             whose.clock_draws[which]++);
    });
  }

  /// Puts the family's next event into the calendar; needed after any change of its clocks.
  void reschedule(FamilySlot slot) {
    authority.calendar.schedule(slot, family(slot).clocks.next_day());
  }

  /// The same after a change of the dates of the family's case.
  void reschedule_case(FamilySlot slot) {
    family(slot).clocks.set_timer(FamilyTimer::case_step, case_of(slot).next_date());
    reschedule(slot);
  }

  /// A date so many weeks from now.
  double in_weeks(double weeks) const { return authority.now + weeks * days_per_week; }
  double in_working_days(double days) const {
    return authority.now + Duration::working_days(days).in_days();
  }

  void tell(const Happening& happening) const { observers.tell(happening, authority); }

 private:
  std::uint32_t strikes(FamilySlot slot, FamilyClock clock) {
    return family(slot).clock_draws[static_cast<std::size_t>(clock)];
  }
};

}  // namespace stepdown
