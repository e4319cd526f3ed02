#pragma once

#include <algorithm>
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
  /// The family's case as it stands, a closed one if there is none.
  const Case& seen_case(FamilySlot slot) const {
    return static_cast<const Families&>(authority.families).case_of(slot);
  }
  const Record& known(FamilySlot slot) const { return authority.families.known(slot); }
  Record& record(FamilySlot slot);

  double uniform(FamilySlot slot, Decision decision, std::uint32_t occasion) {
    return authority.luck.uniform(family(slot).id, decision, occasion);
  }
  bool chance(FamilySlot slot, Decision decision, std::uint32_t occasion, double probability) {
    return uniform(slot, decision, occasion) < probability;
  }
  double standard_normal(FamilySlot slot, Decision decision, std::uint32_t occasion) {
    return authority.luck.standard_normal(family(slot).id, decision, occasion);
  }

  /// Which drawing of this decision comes now in the family's case.
  std::uint32_t next_in_case(FamilySlot slot, Decision decision) {
    Case& open = case_of(slot);
    const std::size_t row = static_cast<std::size_t>(decision) - first_decision_in_case;
    return static_cast<std::uint32_t>(open.number) << 8 | open.draws[row]++;
  }
  bool chance_in_case(FamilySlot slot, Decision decision, double probability) {
    return chance(slot, decision, next_in_case(slot, decision), probability);
  }

  /// What is drawn once at each strike of a clock is numbered by the clock.
  std::uint32_t strikes(FamilySlot slot, FamilyClock clock) {
    return family(slot).clock_draws[static_cast<std::size_t>(clock)];
  }

  /// Sets a clock's rate (per day) from now on.
  void set_rate(Family& whose, FamilyClock clock, double rate, Decision decision,
                const TimeChange& change = TimeChange::none()) {
    whose.clocks.set_rate(
        clock, authority.now, rate,
        [&] {
          const auto which = static_cast<std::size_t>(clock);
          return authority.luck.unit_exponential(whose.id, decision, whose.clock_draws[which]++);
        },
        change);
  }

  /// Puts the family's next event into the calendar; needed after any change of its clocks.
  void reschedule(FamilySlot slot) {
    authority.calendar.schedule(slot, family(slot).clocks.next_day());
  }

  /// The same after a change of the dates of the family's case or record.
  void reschedule_services(FamilySlot slot) {
    family(slot).clocks.set_timer(FamilyTimer::services, next_service_day(slot));
    reschedule(slot);
  }

  double next_service_day(FamilySlot slot) const {
    const double record = authority.families.has_record(slot)
                              ? authority.families.known(slot).clocks.next_day()
                              : Case::never;
    return authority.families.has_case(slot) ? std::min(record, seen_case(slot).next_day())
                                             : record;
  }

  /// A date so many weeks from now.
  double in_weeks(double weeks) const { return authority.now + weeks * days_per_week; }
  double in_working_days(double days) const {
    return authority.now + Duration::working_days(days).in_days();
  }

  void tell(const Happening& happening) const { observers.tell(happening, authority); }
};

/// The family's record; one that services have not dealt with before becomes known.
inline Record& World::record(FamilySlot slot) {
  if (!authority.families.has_record(slot)) {
    Family& whose = family(slot);
    authority.stocks.count_unknown(whose, authority.now, -1);
    Record& opened = authority.families.record(slot);
    authority.stocks.count_unknown(whose, authority.now, +1);
    return opened;
  }
  return authority.families.record(slot);
}

}  // namespace stepdown
