#include "model/processes/timetable.h"

#include <algorithm>

#include "model/processes/arrivals.h"
#include "model/processes/care.h"
#include "model/processes/closing.h"
#include "model/processes/consent.h"
#include "model/processes/early_help.h"
#include "model/processes/enquiry.h"
#include "model/processes/front_door.h"
#include "model/processes/help.h"
#include "model/processes/household.h"
#include "model/processes/need.h"
#include "model/processes/noticing.h"
#include "model/processes/outside.h"
#include "model/processes/post.h"
#include "model/processes/protection.h"
#include "model/processes/review.h"
#ifdef STEPDOWN_CHECKS
#include "model/contract.h"
#include "model/state/accounts.h"
#endif

namespace stepdown {
namespace {

void pass_review(World& world, FamilySlot slot) {
  const Case& open = world.seen_case(slot);
  open.gets_help() && open.tier == ServiceTier::child_protection
      ? hold_review_conference(world, slot)
      : hold_review(world, slot);
}

void establish_relation(World& world, FamilySlot slot) {
  ++world.authority.events;
  world.case_of(slot).relation = true;
  world.case_of(slot).clear(CaseDate::relation_established);
  settle_family(world, slot);
}

void pass_case_date(World& world, FamilySlot slot, CaseDate date) {
  switch (date) {
    case CaseDate::front_door_decides:
      return decide_referral(world, slot);
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
    case CaseDate::relation_established:
      return establish_relation(world, slot);
    case CaseDate::proceedings_end:
      return end_proceedings(world, slot);
  }
}

void give_up(World& world, FamilySlot slot, LeavingClock clock) {
  ++world.authority.events;
  world.case_of(slot).leaving.spend(clock);
  const ServiceTier tier = world.seen_case(slot).tier;
  const bool waited = clock == LeavingClock::drops_out;
  end_case(world, slot, waited ? ClosingReason::dropped_out : ClosingReason::left_early);
  if (world.rules.is_laboratory(Laboratory::queue)) {
    leave(world, slot);
    return;
  }
  if (waited) {
    lose_trust(world, slot, Disappointment::waited_in_vain);
  }
  plan_to_ask_again(world, slot, tier);
}

/// What is due with services on this day: the first in the order of the timetable.
void pass_service_day(World& world, FamilySlot slot) {
  if (world.authority.families.has_case(slot)) {
    Case& open = world.case_of(slot);
    for (std::size_t date = 0; date < case_dates; ++date) {
      if (open.dates[date] <= world.now()) {
        return pass_case_date(world, slot, static_cast<CaseDate>(date));
      }
    }
    if (open.leaving.next_day() <= world.now()) {
      return give_up(world, slot,
                     static_cast<LeavingClock>(open.leaving.place_due(open.leaving.next_day())));
    }
    if (open.care_ends() <= world.now()) {
      return end_care(world, slot);
    }
  }
  Record& record = world.record(slot);
  const std::size_t place = record.clocks.place_due(record.clocks.next_day());
  if (place < capacity_clocks) {
    const auto clock = static_cast<CapacityClock>(place);
    record.clocks.spend(clock);
    clock == CapacityClock::grows ? grow_capacity(world, slot) : lose_capacity(world, slot);
  } else {
    switch (static_cast<AfterClosing>(place - capacity_clocks)) {
      case AfterClosing::fragile_spell_ends:
        end_fragile_spell(world, slot);
        break;
      case AfterClosing::handed_back_ends:
        end_attention(world, slot, Attention::after_help);
        break;
      case AfterClosing::attention_ends:
        end_attention(world, slot, Attention::after_referral);
        break;
      case AfterClosing::asked_again:
        ask_again(world, slot);
        break;
    }
  }
  world.reschedule_services(slot);
}

void strike(World& world, FamilySlot slot, FamilyClock clock) {
  world.family(slot).clocks.spend(clock);
  switch (clock) {
    case FamilyClock::worsens:
      return worsen(world, slot);
    case FamilyClock::eases:
      return ease(world, slot);
    case FamilyClock::concern:
      return turn_concern(world, slot);
    case FamilyClock::noticed:
      return be_noticed(world, slot);
  }
}

void pass(World& world, FamilySlot slot) {
  const std::size_t place = world.family(slot).clocks.place_due(world.now());
  if (place < family_clocks) {
    strike(world, slot, static_cast<FamilyClock>(place));
    if (world.authority.families.has_case(slot)) {
      world.reschedule_services(slot);  // how help works may have changed with the level
    } else {
      world.reschedule(slot);
    }
    return;
  }
  static_cast<FamilyTimer>(place - family_clocks) == FamilyTimer::household
      ? pass_household_date(world, slot)
      : pass_service_day(world, slot);
}

}  // namespace

void advance(World& world, double until) {
  Authority& authority = world.authority;
  OutsideCases& outside = authority.outside;
  while (true) {
    const EventCalendar::Next family = authority.calendar.earliest();
    const EventCalendar::Next post = authority.posts.earliest();
    const EventCalendar::Next child = outside.calendar.earliest();
    const double arrival = authority.next_family_arrival;
    const double next = std::min({family.time, arrival, post.time, child.time, outside.next_arrival,
                                  outside.next_care_arrival});
    if (next >= until) {
      break;
    }
    authority.now = next;
    if (arrival == next) {
      welcome_family(world);
    } else if (family.time == next) {
      // Reading a row that is not in the cache is what an event waits for most. Where services know
      // a family stands in its row, which has to be there first.
      authority.families.prefetch(authority.calendar.likely(4));
      const FamilySlot soon = authority.calendar.likely(2);
      authority.families.prefetch_services(soon);
      if (authority.families.has_record(soon)) {
        world.observers.prefetch(soon);  // who follow little of the others
      }
      pass(world, family.slot);
    } else if (post.time == next) {
      pass_post_date(world, post.slot);
    } else if (outside.next_arrival == next) {
      receive_outside_referral(world);
    } else if (outside.next_care_arrival == next) {
      receive_outside_child_in_care(world);
    } else {
      pass_outside_date(world, child.slot);
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
