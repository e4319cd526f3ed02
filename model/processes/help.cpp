#include "model/processes/help.h"

#include <limits>

#include "model/policies/closure/closure_policy.h"
#include "model/processes/allocation.h"
#include "model/processes/need.h"
#include "model/time.h"

namespace stepdown {
namespace {

/// Every change of where a case stands goes through here, so that stocks and accounts hold.
void set_stage(World& world, FamilySlot slot, CaseStage stage, ServiceTier tier,
               ChildSet children) {
  Family& family = world.family(slot);
  Case& open = world.case_of(slot);
  Stocks& stocks = world.authority.stocks;
  stocks.count_case(open, world.now(), -1);
  open.stage = stage;
  open.tier = tier;
  open.children = children;
  stocks.count_case(open, world.now(), +1);
  family.statutory = open.is_statutory();
  if (family.helped != open.gets_help()) {
    family.helped = open.gets_help();
    if (family.level >= NeglectLevel::four) {
      const int children_at_home = count_of(family.at_home);
      stocks.severe_without_help.change(world.now(),
                                        family.helped ? -children_at_home : children_at_home);
    }
  }
}

void set_leaving_rates(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  const Case& open = world.case_of(slot);
  const ModelParameters& p = world.rules.p;
  const bool laboratory = world.rules.is_laboratory(Laboratory::queue);
  const bool waits = open.stage == CaseStage::waiting;
  const bool early_help = open.gets_help() && is_early_help(open.tier);
  const double drop_out = open.tier == ServiceTier::targeted_early_help
                              ? p.waiting.targeted_drop_out
                              : p.waiting.community_drop_out;
  world.set_rate(family, FamilyClock::drops_out,
                 !waits       ? 0.0
                 : laboratory ? p.laboratory.abandon_rate
                              : per_day(drop_out));
  world.set_rate(family, FamilyClock::leaves_early,
                 !early_help  ? 0.0
                 : laboratory ? p.laboratory.service_rate
                              : per_day(p.help[row_of(open.tier)].leaves_early));
  world.set_rate(family, FamilyClock::leaves_care,
                 open.gets_help() && open.tier == ServiceTier::looked_after
                     ? per_day(open.has(CaseDate::first_year_in_care_ends) ? p.care.exit_first_year
                                                                           : p.care.exit_later)
                     : 0.0);
}

void set_first_dates(World& world, Case& open) {
  const ModelParameters& p = world.rules.p;
  const double enquiry_ends = open.date(CaseDate::enquiry_ends);
  const double conference = open.date(CaseDate::conference);
  open.clear_dates();
  if (world.rules.is_laboratory(Laboratory::queue)) {
    return;  // help there ends at its own rate alone, however long it lasts
  }
  switch (open.tier) {
    case ServiceTier::child_protection:
      open.date(CaseDate::review) = world.in_weeks(p.protection.first_review_weeks);
      break;
    case ServiceTier::looked_after:
      open.date(CaseDate::first_year_in_care_ends) = world.now() + days_per_year;
      break;
    case ServiceTier::child_in_need:
      // An enquiry made while nobody held the case goes on.
      open.date(CaseDate::enquiry_ends) = enquiry_ends;
      open.date(CaseDate::conference) = conference;
      [[fallthrough]];
    default:
      set_review_dates(world, open);
      break;
  }
}

/// Full help begins; a worker already holds the family, unless there is none at all.
void begin_help(World& world, FamilySlot slot, ServiceTier tier, double judged) {
  Case& open = world.case_of(slot);
  History& history = world.history(slot);
  set_stage(world, slot, CaseStage::helped, tier, open.children);
  open.opened = world.now();
  open.judged_at_start = judged;
  open.intensity = 1.0;
  open.good_reviews = 0;
  open.reviews_without_progress = 0;
  open.taper_step = 0;
  open.first_review_conference_held = false;
  set_first_dates(world, open);
  world.family(slot).clocks.set_timer(FamilyTimer::fragile_spell_ends,
                                      std::numeric_limits<double>::infinity());
  const bool first = history.first_help == History::not_yet;
  if (first) {
    history.first_help = world.now();
  }
  world.tell({.kind = HappeningKind::help_started,
              .day = world.now(),
              .slot = slot,
              .tier = tier,
              .children = count_of(open.children),
              .repeats = first ? 1 : 0});
  settle_family(world, slot);
}

void wait_for_worker(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  let_go(world, slot, ServiceTier::child_in_need);
  set_stage(world, slot, CaseStage::unallocated, ServiceTier::child_in_need, open.children);
  open.opened = world.now();
  open.intensity = 0.0;
  open.clear_dates();
  open.date(CaseDate::review) =
      world.in_weeks(world.rules.p.help[row_of(ServiceTier::child_in_need)].review_weeks);
  world.authority.unallocated.join(slot, world.now());
  world.tell({.kind = HappeningKind::unallocated_started,
              .day = world.now(),
              .slot = slot,
              .tier = ServiceTier::child_in_need,
              .children = count_of(open.children)});
  settle_family(world, slot);
}

void stop_waiting(World& world, FamilySlot slot, ClosingReason reason) {
  Case& open = world.case_of(slot);
  const bool early_help = open.stage == CaseStage::waiting;
  (early_help ? world.authority.list_of(open.tier) : world.authority.unallocated)
      .leave(slot, world.now());
  world.tell({.kind = early_help ? HappeningKind::waiting_ended : HappeningKind::unallocated_ended,
              .day = world.now(),
              .slot = slot,
              .tier = open.tier,
              .reason = reason,
              .children = count_of(open.children),
              .days = world.now() - open.opened});
}

void tell_help_ended(World& world, FamilySlot slot, ClosingReason reason, ChildSet children) {
  const Case& open = world.case_of(slot);
  world.tell({.kind = HappeningKind::help_ended,
              .day = world.now(),
              .slot = slot,
              .tier = open.tier,
              .reason = reason,
              .children = count_of(children),
              .days = world.now() - open.opened});
}

}  // namespace

void settle_family(World& world, FamilySlot slot) {
  set_leaving_rates(world, slot);
  set_help_effects(world, slot);
  world.reschedule_case(slot);
}

void set_review_dates(World& world, Case& open) {
  const ModelParameters& p = world.rules.p;
  open.date(CaseDate::review) = world.in_weeks(p.help[row_of(open.tier)].review_weeks);
  if (const auto limit = time_limit(p.closure[row_of(open.tier) - 1])) {
    open.date(CaseDate::time_limit) = world.now() + limit->in_days();
  }
}

void offer_early_help(World& world, FamilySlot slot, ServiceTier tier, ChildSet children,
                      double judged) {
  if (!world.chance(slot, Decision::consents_to_early_help, world.rules.p.consent.early_help)) {
    world.tell({.kind = HappeningKind::offer_declined,
                .day = world.now(),
                .slot = slot,
                .tier = tier,
                .children = count_of(children)});
    return;
  }
  seek_early_help(world, slot, tier, children, judged);
}

void seek_early_help(World& world, FamilySlot slot, ServiceTier tier, ChildSet children,
                     double judged) {
  Case& open = world.case_of(slot);
  open.children = children;
  WaitingList& list = world.authority.list_of(tier);
  const WorkerId worker = list.length() == 0 ? worker_for(world, tier, children) : nobody;
  if (worker != nobody) {
    world.tell({.kind = HappeningKind::waiting_ended,
                .day = world.now(),
                .slot = slot,
                .tier = tier,
                .children = count_of(children)});
    take_on(world, slot, tier, worker);
    begin_help(world, slot, tier, judged);
    return;
  }
  set_stage(world, slot, CaseStage::waiting, tier, children);
  open.opened = world.now();
  open.judged_at_start = judged;
  list.join(slot, world.now());
  world.tell({.kind = HappeningKind::waiting_started,
              .day = world.now(),
              .slot = slot,
              .tier = tier,
              .children = count_of(children)});
  settle_family(world, slot);
}

void hold_for_assessment(World& world, FamilySlot slot, ChildSet children) {
  Case& open = world.case_of(slot);
  set_stage(world, slot, CaseStage::assessment, ServiceTier::universal, children);
  open.opened = world.now();
  open.intensity = 0.0;
  open.enquiry_made = false;
  take_on(world, slot, ServiceTier::child_in_need,
          world.authority.team_of(ServiceTier::child_in_need).least_loaded());
  settle_family(world, slot);
}

void move_to_statutory(World& world, FamilySlot slot, ServiceTier tier, double judged) {
  Case& open = world.case_of(slot);
  const Team& team = world.authority.team_of(tier);
  const bool comes_from_assessment = open.stage == CaseStage::assessment;
  if (open.stage == CaseStage::unallocated) {
    stop_waiting(world, slot, ClosingReason::none);
    open.worker = nobody;
  } else if (open.gets_help()) {
    tell_help_ended(world, slot,
                    tier > open.tier                         ? ClosingReason::stepped_up
                    : open.tier == ServiceTier::looked_after ? ClosingReason::returned_home
                                                             : ClosingReason::stepped_down,
                    open.children);
  }
  open.judged_at_start = judged;
  const bool needs_worker =
      open.worker == nobody || (comes_from_assessment && team.is_over_cap(open.worker));
  if (tier == ServiceTier::child_in_need && needs_worker) {
    let_go(world, slot, tier);
    const WorkerId other = worker_for(world, tier, open.children);
    if (other == nobody) {
      wait_for_worker(world, slot);
      fill_places(world, tier);
      return;
    }
    take_on(world, slot, tier, other);
  } else if (open.worker == nobody) {
    take_on(world, slot, tier, team.least_loaded());
  }
  begin_help(world, slot, tier, judged);
  fill_places(world, tier);
}

void end_case(World& world, FamilySlot slot, ClosingReason reason) {
  Case& open = world.case_of(slot);
  const ServiceTier tier = open.tier;
  const bool was_helped = open.gets_help();
  const bool held_by_social_worker = open.is_statutory();
  if (open.stage == CaseStage::waiting || open.stage == CaseStage::unallocated) {
    stop_waiting(world, slot, reason);
  } else if (was_helped) {
    tell_help_ended(world, slot, reason, open.children);
  }
  const ServiceTier team = held_by_social_worker ? ServiceTier::child_in_need : tier;
  let_go(world, slot, team);
  set_stage(world, slot, CaseStage::none, ServiceTier::universal, 0);
  open.intensity = 0.0;
  open.clear_dates();
  if (was_helped) {
    begin_fragile_spell(world, slot);
  }
  settle_family(world, slot);
  fill_places(world, team);
}

void fill_places(World& world, ServiceTier tier) {
  if (tier == ServiceTier::universal) {
    return;
  }
  const bool early_help = is_early_help(tier);
  WaitingList& list = early_help ? world.authority.list_of(tier) : world.authority.unallocated;
  while (list.first() != nobody) {
    const FamilySlot slot = list.first();
    Case& open = world.case_of(slot);
    const WorkerId worker = worker_for(world, tier, open.children);
    if (worker == nobody) {
      return;
    }
    stop_waiting(world, slot, ClosingReason::none);
    const ServiceTier starts = early_help ? tier : ServiceTier::child_in_need;
    take_on(world, slot, starts, worker);
    begin_help(world, slot, starts, open.judged_at_start);
  }
}

void set_help_stage(World& world, FamilySlot slot, CaseStage stage, double intensity,
                    double place_share) {
  Case& open = world.case_of(slot);
  set_stage(world, slot, stage, open.tier, open.children);
  open.intensity = intensity;
  const Places places = open.worker == nobody ? 0 : places_for(open.children, place_share);
  const Places by = places - open.places;
  open.places = places;
  change_places(world, open.tier, open.worker, by);
  settle_family(world, slot);
  if (by < 0) {
    fill_places(world, open.tier);
  }
}

void take_from_case(World& world, FamilySlot slot, ChildSet child) {
  Case& open = world.case_of(slot);
  if (!open.is_open() || (open.children & child) == 0) {
    return;
  }
  if (open.children == child) {
    end_case(world, slot, ClosingReason::left_population);
    return;
  }
  if (open.gets_help()) {
    tell_help_ended(world, slot, ClosingReason::left_population, child);
  }
  const Places each = open.places / count_of(open.children);
  const ServiceTier team = open.is_statutory() ? ServiceTier::child_in_need : open.tier;
  set_stage(world, slot, open.stage, open.tier, open.children & static_cast<ChildSet>(~child));
  if (each != 0) {
    open.places -= each;
    change_places(world, team, open.worker, -each);
  }
  fill_places(world, team);  // a place less is held, or a smaller family waits for one
}

}  // namespace stepdown
