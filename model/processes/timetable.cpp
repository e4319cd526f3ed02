#include "model/processes/timetable.h"

#include <algorithm>

#include "model/processes/care.h"
#include "model/processes/closing.h"
#include "model/processes/enquiry.h"
#include "model/processes/front_door.h"
#include "model/processes/help.h"
#include "model/processes/household.h"
#include "model/processes/need.h"
#include "model/processes/outside.h"
#include "model/processes/protection.h"
#include "model/processes/review.h"
#ifdef STEPDOWN_CHECKS
#include "model/contract.h"
#include "model/state/accounts.h"
#endif

namespace stepdown {
namespace {

void pass_review(World& world, FamilySlot slot) {
  world.case_of(slot).tier == ServiceTier::child_protection ? hold_review_conference(world, slot)
                                                            : hold_review(world, slot);
}

/// The first of the case's dates that has come.
void pass_case_date(World& world, FamilySlot slot) {
  const Case& open = world.case_of(slot);
  const auto first = std::min_element(open.dates.begin(), open.dates.end());
  switch (static_cast<CaseDate>(first - open.dates.begin())) {
    case CaseDate::assessment_ends:
      return end_assessment(world, slot);
    case CaseDate::enquiry_ends:
      return end_enquiry(world, slot);
    case CaseDate::conference:
      return hold_conference(world, slot);
    case CaseDate::review:
      return pass_review(world, slot);
    case CaseDate::time_limit:
      return reach_time_limit(world, slot);
    case CaseDate::contact:
      return make_contact(world, slot);
    case CaseDate::taper_step_ends:
      return end_taper_step(world, slot);
    case CaseDate::first_year_in_care_ends:
      return end_first_year_in_care(world, slot);
  }
}

void give_up(World& world, FamilySlot slot, ClosingReason reason) {
  ++world.authority.events;
  end_case(world, slot, reason);
  if (world.rules.is_laboratory(Laboratory::queue)) {
    leave(world, slot);
  }
}

void strike(World& world, FamilySlot slot, FamilyClock clock) {
  world.family(slot).clocks.spend(clock);
  switch (clock) {
    case FamilyClock::worsens:
      return worsen(world, slot);
    case FamilyClock::eases:
      return ease(world, slot);
    case FamilyClock::concern_arrives:
      return meet_concern(world, slot);
    case FamilyClock::concern_ends:
      return end_concern(world, slot);
    case FamilyClock::noticed:
      return be_noticed(world, slot);
    case FamilyClock::capacity_grows:
      return grow_capacity(world, slot);
    case FamilyClock::capacity_fades:
      return lose_capacity(world, slot);
    case FamilyClock::drops_out:
      return give_up(world, slot, ClosingReason::dropped_out);
    case FamilyClock::leaves_early:
      return give_up(world, slot, ClosingReason::left_early);
    case FamilyClock::leaves_care:
      return end_care(world, slot);
  }
}

void pass(World& world, FamilySlot slot) {
  const std::size_t place = world.family(slot).clocks.place_due(world.now());
  if (place < family_clocks) {
    strike(world, slot, static_cast<FamilyClock>(place));
    if (world.authority.families.is_here(slot)) {
      world.reschedule(slot);
    }
    return;
  }
  switch (static_cast<FamilyTimer>(place - family_clocks)) {
    case FamilyTimer::household:
      return pass_household_date(world, slot);
    case FamilyTimer::case_step:
      return pass_case_date(world, slot);
    case FamilyTimer::fragile_spell_ends:
      end_fragile_spell(world, slot);
      return world.reschedule(slot);
  }
}

}  // namespace

void advance(World& world, double until) {
  Authority& authority = world.authority;
  while (true) {
    const EventCalendar::Next family = authority.calendar.earliest();
    const EventCalendar::Next outside = authority.outside.calendar.earliest();
    const double arrival = authority.next_family_arrival;
    const double referral = authority.outside.next_arrival;
    const double next = std::min(std::min(family.time, arrival), std::min(outside.time, referral));
    if (next >= until) {
      break;
    }
    authority.now = next;
    if (arrival == next) {
      welcome_family(world);
    } else if (family.time == next) {
      // Reading a row that is not in the cache is what an event waits for most.
      authority.families.prefetch(authority.calendar.likely_second());
      pass(world, family.slot);
    } else if (referral == next) {
      receive_outside_referral(world);
    } else {
      pass_outside_date(world, outside.slot);
    }
#ifdef STEPDOWN_CHECKS
    for (const std::string& fault : broken_accounts(authority)) {
      broken(fault.c_str());
    }
#endif
  }
  authority.now = until;
}

}  // namespace stepdown
