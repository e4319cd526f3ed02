#include "model/processes/help.h"
#include "model/processes/statutory.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "model/policies/closure/closure_policy.h"
#include "model/processes/allocation.h"
#include "model/processes/consent.h"
#include "model/processes/early_help.h"
#include "model/processes/handover.h"
#include "model/processes/need.h"
#include "model/processes/noticing.h"
#include "model/time.h"

namespace stepdown {
namespace {

void set_leaving_rates(World& world, FamilySlot slot) {
  if (!world.authority.families.has_case(slot)) {
    return;
  }
  Case& open = world.case_of(slot);
  const ModelParameters& p = world.rules.p;
  const bool laboratory = world.rules.is_laboratory(Laboratory::queue);
  const bool waits = open.stage == CaseStage::waiting;
  const bool early_help = open.gets_help() && is_early_help(open.tier);
  const auto set = [&](LeavingClock clock, Decision decision, double rate) {
    open.leaving.set_rate(clock, world.now(), rate, [&] {
      const auto row = static_cast<std::size_t>(clock);
      return world.authority.luck.unit_exponential(
          world.family(slot).id, decision,
          static_cast<std::uint32_t>(open.number) << 8 | open.clock_draws[row]++);
    });
  };
  set(LeavingClock::drops_out, Decision::drops_out,
      !waits       ? 0.0
      : laboratory ? p.laboratory.abandon_rate
                   : drop_out_rate(world, slot));
  set(LeavingClock::leaves_early, Decision::leaves_early,
      !early_help  ? 0.0
      : laboratory ? p.laboratory.service_rate
                   : early_leaving_rate(world, slot));
}

void set_first_dates(World& world, Case& open) {
  const double front_door_decides = open.date(CaseDate::front_door_decides);
  const double enquiry_ends = open.date(CaseDate::enquiry_ends);
  const double conference = open.date(CaseDate::conference);
  open.clear_dates();
  if (world.rules.is_laboratory(Laboratory::queue)) {
    return;  // help there ends at its own rate alone, however long it lasts
  }
  open.date(CaseDate::front_door_decides) = front_door_decides;
  if (open.tier == ServiceTier::child_protection) {
    open.date(CaseDate::review) = world.in_weeks(world.rules.p.protection.first_review_weeks);
    return;
  }
  if (open.tier == ServiceTier::child_in_need) {
    // An enquiry made while nobody held the case goes on.
    open.date(CaseDate::enquiry_ends) = enquiry_ends;
    open.date(CaseDate::conference) = conference;
  }
  set_review_dates(world, open);
}

bool is_planned_ending(ClosingReason reason) {
  return reason == ClosingReason::good_review || reason == ClosingReason::sustained_progress ||
         reason == ClosingReason::taper_completed || reason == ClosingReason::stepped_down ||
         reason == ClosingReason::time_limit;
}

/// Help is over: trust, the fragile spell, and what school and health are told (EV45, EV71).
void leave_help(World& world, FamilySlot slot, ClosingReason reason) {
  Record& record = world.record(slot);
  if (is_planned_ending(reason)) {
    gain_trust(world, slot);
  }
  record.last_closing = static_cast<float>(world.now());
  record.spell_goes_on = reason == ClosingReason::stepped_up;
  begin_fragile_spell(world, slot);
  const ClosureWaysParameters& ways = world.rules.p.closure_ways;
  if (reason != ClosingReason::stepped_up && ways.hand_back > 0.0 &&
      world.chance_in_case(slot, Decision::handed_back, ways.hand_back)) {
    draw_attention(world, slot, Attention::after_help, ways.hand_back_effect,
                   world.rules.p.need.fragile_weeks);
  }
}

/// What was done for the family has ended; a referral of those at home is still to be decided.
void await_decision(World& world, FamilySlot slot, double decision) {
  if (!(decision < Case::never) || world.family(slot).at_home == 0) {
    return;
  }
  set_stage(world, slot, CaseStage::front_door, ServiceTier::universal, world.family(slot).at_home);
  world.case_of(slot).date(CaseDate::front_door_decides) = decision;
}

/// Nothing but children in care is left of the case, who are the protection team's.
void leave_to_care(World& world, FamilySlot slot) {
  drop_second(world, slot);
  if (const Case& open = world.seen_case(slot); open.worker != nobody && open.team != 2) {
    hand_over(world, slot, 2);
  } else {
    adjust_places(world, slot);
  }
}

/// The head of one list gets a place, if there is one.
bool place_first(World& world, WaitingList& list, std::size_t team) {
  const FamilySlot slot = list.first();
  if (slot == nobody) {
    return false;
  }
  Case& open = world.case_of(slot);
  const ServiceTier tier = open.tier;
  const Places places = full_places(world, tier, open.children);
  // Who supports the family meanwhile holds part of its place already.
  const bool goes_on =
      open.worker != nobody && world.authority.teams[team].has_room(
                                   open.worker, places - open.places, may_be_reserved(world, slot));
  const WorkerId worker = goes_on ? open.worker : worker_for(world, slot, team, places);
  if (worker == nobody) {
    return false;
  }
  leave_list(world, slot, ClosingReason::none);
  list.prefetch_first(world.authority.families);
  if (tier == ServiceTier::child_in_need) {
    change_worker(world, slot, team, worker);
  }
  begin_help_with(world, slot, tier, worker, static_cast<double>(open.judged_at_start));
  return true;
}

}  // namespace

Places full_places(const World& world, ServiceTier tier, ChildSet children) {
  const double each =
      (is_early_help(tier) ? world.rules.easy_access_place : 1.0) * world.rules.whole_family_place;
  return count_of(children) * static_cast<Places>(std::lround(each * one_place));
}

void leave_list(World& world, FamilySlot slot, ClosingReason reason) {
  Case& open = world.case_of(slot);
  const bool early_help = open.stage == CaseStage::waiting;
  const std::size_t team = world.authority.team_row(open.tier);
  world.authority.list_of(team, world.family(slot).area)
      .leave(world.authority.families, slot, world.now());
  let_go(world, slot);  // of those who supported the family meanwhile
  world.tell({.kind = early_help ? HappeningKind::waiting_ended : HappeningKind::unallocated_ended,
              .day = world.now(),
              .slot = slot,
              .tier = open.tier,
              .reason = reason,
              .children = count_of(open.children),
              .days = world.now() - open.opened});
}

void settle_family(World& world, FamilySlot slot) {
  set_leaving_rates(world, slot);
  set_help_effects(world, slot);
  world.reschedule_services(slot);
}

bool note_first_help(World& world, FamilySlot slot) {
  Record& record = world.record(slot);
  const bool first = record.first_help == Record::not_yet;
  if (first) {
    record.first_help = static_cast<float>(world.now());
  }
  return first;
}

void begin_help(World& world, FamilySlot slot, ServiceTier tier, double judged, ChildSet go_on) {
  Case& open = world.case_of(slot);
  Record& record = world.record(slot);
  set_stage(world, slot, CaseStage::helped, tier, open.children);
  open.opened = world.now();
  open.judged_at_start = static_cast<float>(judged);
  open.intensity = 1.0F;
  open.good_reviews = 0;
  open.reviews_without_progress = 0;
  open.taper_step = 0;
  open.review_conferences = 0;
  set_first_dates(world, open);
  adjust_places(world, slot);
  world.family(slot).fragile = false;
  record.clocks.set_timer(AfterClosing::fragile_spell_ends, Case::never);
  if (!record.spell_goes_on) {
    record.spell_goes_on = true;
    record.spells_of_help = static_cast<std::uint8_t>(std::min(record.spells_of_help + 1, 255));
  }
  tell_help_started(world, slot, open.children & static_cast<ChildSet>(~go_on),
                    note_first_help(world, slot));
  settle_family(world, slot);
}

void set_review_dates(World& world, Case& open) {
  const ModelParameters& p = world.rules.p;
  open.date(CaseDate::review) = world.in_weeks(p.help[row_of(open.tier)].review_weeks);
  if (const auto limit = time_limit(p.closure[row_of(open.tier) - 1])) {
    open.date(CaseDate::time_limit) = world.now() + limit->in_days();
  }
}

void begin_help_with(World& world, FamilySlot slot, ServiceTier tier, WorkerId worker,
                     double judged) {
  Case& open = world.case_of(slot);
  set_stage(world, slot, CaseStage::helped, tier, open.children);
  take_on(world, slot, world.authority.team_row(tier), worker);
  begin_help(world, slot, tier, judged);
}

void end_case(World& world, FamilySlot slot, ClosingReason reason) {
  Case& open = world.case_of(slot);
  const bool was_helped = open.gets_help();
  const ChildSet children = open.children;
  const double decision = open.date(CaseDate::front_door_decides);
  const std::size_t team = open.worker != nobody ? open.team : world.authority.team_row(open.tier);
  if (open.stage == CaseStage::waiting || open.stage == CaseStage::unallocated) {
    leave_list(world, slot, reason);
  } else if (was_helped) {
    tell_help_ended(world, slot, reason, children);
  }
  end_plans(world, slot, open.planned);
  end_episodes(world, slot, children, reason);
  open.intensity = 0.0F;
  open.clear_dates();
  set_stage(world, slot, CaseStage::none, ServiceTier::universal, 0);
  if (was_helped) {
    leave_help(world, slot, reason);
  } else {
    world.record(slot).spell_goes_on = false;  // what was to follow does not
  }
  await_decision(world, slot, decision);
  if (open.in_care != 0) {
    leave_to_care(world, slot);
  } else {
    let_go(world, slot);
    if (open.is_over()) {
      world.authority.families.close_case(slot);
    }
  }
  settle_family(world, slot);
  fill_places(world, team);
}

void fill_places(World& world, std::size_t team) {
  if (team == 2) {
    while (place_first(world, world.authority.unallocated, team)) {
    }
    return;
  }
  WaitingList& others = world.authority.list_of(team, 0);
  WaitingList& deprived = world.authority.list_of(team, 4);
  while (others.size() + deprived.size() > 0) {
    const bool deprived_first =
        others.size() == 0 || (deprived.size() > 0 && deprived.first_rank() < others.first_rank());
    WaitingList& first = deprived_first ? deprived : others;
    // Only a post reserved for them lets families of deprived areas go before those ahead of them.
    const bool may_pass = !deprived_first && world.rules.p.workforce.reserved_share > 0.0;
    if (!place_first(world, first, team) && !(may_pass && place_first(world, deprived, team))) {
      return;
    }
  }
}

void set_help_stage(World& world, FamilySlot slot, CaseStage stage, double intensity) {
  Case& open = world.case_of(slot);
  set_stage(world, slot, stage, open.tier, open.children);
  open.intensity = static_cast<float>(intensity);
  const bool freed = adjust_places(world, slot);
  settle_family(world, slot);
  if (freed) {
    fill_places(world, open.team);
  }
}

void settle_after_child(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  const std::size_t team = open.worker != nobody ? open.team : world.authority.team_row(open.tier);
  if (open.children == 0 && open.is_open()) {
    open.intensity = 0.0F;
    open.clear_dates();
    set_stage(world, slot, CaseStage::none, ServiceTier::universal, 0);
    if (open.in_care != 0) {
      leave_to_care(world, slot);
    }
  }
  if (open.is_over()) {
    world.record(slot).spell_goes_on = false;
    let_go(world, slot);
    world.authority.families.close_case(slot);
  } else if (open.gets_help() && open.tier == ServiceTier::child_protection && open.planned == 0) {
    move_to_statutory(world, slot, ServiceTier::child_in_need,
                      static_cast<double>(open.judged_at_start));
    return;
  } else {
    adjust_places(world, slot);
  }
  settle_family(world, slot);
  fill_places(world, team);
}

void take_from_case(World& world, FamilySlot slot, ChildSet child) {
  if (!world.authority.families.has_case(slot)) {
    return;
  }
  Case& open = world.case_of(slot);
  if ((open.in_care & child) != 0) {
    end_episodes(world, slot, child, ClosingReason::left_population);
    tell_care_ended(world, slot, child, ClosingReason::left_population);
    const auto row = static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(child)));
    open.child[row].leaves_care = std::numeric_limits<float>::infinity();
    set_in_care(world, slot, open.children, open.in_care & static_cast<ChildSet>(~child));
  } else if (open.children == child) {
    end_case(world, slot, ClosingReason::left_population);
    return;
  } else if ((open.children & child) != 0) {
    if (open.gets_help()) {
      tell_help_ended(world, slot, ClosingReason::left_population, child);
    }
    end_plans(world, slot, open.planned & child);
    end_episodes(world, slot, child, ClosingReason::left_population);
    set_in_care(world, slot, open.children & static_cast<ChildSet>(~child), open.in_care);
  } else {
    return;
  }
  settle_after_child(world, slot);
}

}  // namespace stepdown
