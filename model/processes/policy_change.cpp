#include "model/processes/policy_change.h"

#include <algorithm>
#include <vector>

#include "model/policies/closure/closure_policy.h"
#include "model/processes/allocation.h"
#include "model/processes/early_help.h"
#include "model/processes/family_help.h"
#include "model/processes/front_door.h"
#include "model/processes/handover.h"
#include "model/processes/help.h"
#include "model/processes/rationing.h"
#include "model/processes/workforce.h"

namespace stepdown {
namespace {

/// A limit that is new to an open case: those that are open today do not all end on one day.
void set_time_limit(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  const auto limit = time_limit(world.rules.p.closure[row_of(open.tier) - 1]);
  if (!limit) {
    open.clear(CaseDate::time_limit);
  } else if (open.stage == CaseStage::helped && !open.has(CaseDate::time_limit)) {
    const double days = limit->in_days();
    const double past = world.now() - open.opened;
    const double part = past < days
                            ? 1.0 - past / days
                            : world.uniform(slot, Decision::keeps_worker, 0x4000U + open.number);
    open.date(CaseDate::time_limit) = world.now() + days * part;
  }
}

/// A referral that met nobody at the front door is decided by those who are there now.
void find_front_door_staff(World& world, FamilySlot slot) {
  const Case& open = world.seen_case(slot);
  if (open.stage == CaseStage::front_door && !open.has(CaseDate::front_door_decides)) {
    seek_decision(world, slot);
  }
}

/// Brings how calendar time acts on a family's clocks from the old rules to the new.
void change_times(World& world, const Times& old) {
  const Times& next = world.rules.times;
  for (FamilySlot slot = 0; slot < world.authority.families.slots(); ++slot) {
    if (!world.authority.families.is_here(slot)) {
      continue;
    }
    Family& family = world.family(slot);
    family.clocks.change_time(FamilyClock::worsens, world.now(), old.worsening, next.worsening);
    family.clocks.change_time(FamilyClock::noticed, world.now(), old.noticing, next.noticing);
    if (family.concern == AcuteConcern::none) {
      family.clocks.change_time(FamilyClock::concern, world.now(), old.concerns, next.concerns);
    }
  }
}

/// A list keeps its families and takes the order that is now in force.
void reorder(World& world, WaitingList& list) {
  std::vector<FamilySlot> waiting;
  while (list.first() != nobody) {
    waiting.push_back(list.first());
    list.leave(world.authority.families, list.first(), world.now());
  }
  for (const FamilySlot slot : waiting) {
    const Case& open = world.seen_case(slot);
    list.join(world.authority.families, slot, rank_on_list(world, open), world.now());
  }
}

void set_classes(World& world, Family& family) {
  constexpr std::uint32_t classes = 5;  // the trait's place among a family's traits
  family.classes = world.authority.luck.uniform(family.id, Decision::traits, classes) <
                   world.rules.p.need.universal_parenting;
}

/// Families who wait begin, or cease, to be supported meanwhile; looks at the list are set.
void adopt_waiting(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  const WaitingParameters& p = world.rules.p.waiting;
  open.intensity = static_cast<float>(p.interim_support);
  if (p.interim_support > 0.0) {
    find_worker(world, slot);
  } else {
    let_go(world, slot);
  }
  if (p.retriage_weeks <= 0.0) {
    open.clear(CaseDate::review);
  } else if (!open.has(CaseDate::review)) {
    open.date(CaseDate::review) = world.in_weeks(p.retriage_weeks);
  }
}

/// A taper goes on with the help of its step, or from the first if there is no such step.
void adopt_taper(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  const ClosureParameters& closure = world.rules.p.closure[row_of(open.tier) - 1];
  if (open.taper_step >= closure.taper_weeks.size) {
    open.taper_step = 0;
    open.date(CaseDate::taper_step_ends) = world.in_weeks(closure.taper_weeks[0]);
  }
  open.intensity = static_cast<float>(closure.taper_intensity[open.taper_step]);
}

void adopt_for_family(World& world, FamilySlot slot) {
  set_classes(world, world.family(slot));
  if (world.authority.families.has_case(slot)) {
    find_worker(world, slot);
    find_front_door_staff(world, slot);
    const Case& open = world.seen_case(slot);
    if (open.gets_help() && closes_by_policy(open.tier)) {
      set_time_limit(world, slot);
    }
    if (open.stage == CaseStage::waiting) {
      adopt_waiting(world, slot);
    }
    if (open.stage == CaseStage::tapering) {
      adopt_taper(world, slot);
    }
    adjust_places(world, slot);
  }
  settle_family(world, slot);
}

}  // namespace

void begin_world(World& world) {
  world.authority.times = world.rules.times;
  staff_teams(world);
}

void adopt_policy(World& world) {
  Authority& authority = world.authority;
  if (!(authority.times == world.rules.times)) {
    change_times(world, authority.times);
    authority.times = world.rules.times;
  }
  change_posts(world);
  if (world.rules.merged() && !authority.merged) {
    merge_services(world);
  }
  for (auto& lists : authority.early_help_lists) {
    for (WaitingList& list : lists) {
      reorder(world, list);
    }
  }
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    if (authority.families.is_here(slot)) {
      adopt_for_family(world, slot);
    }
  }
  for (std::size_t team = 0; team < teams_of_authority; ++team) {
    watch_demand(world, team);
    fill_places(world, team);
  }
}

void settle_all(World& world) {
  for (FamilySlot slot = 0; slot < world.authority.families.slots(); ++slot) {
    if (world.authority.families.is_here(slot) && world.authority.families.has_case(slot)) {
      settle_family(world, slot);
    }
  }
}

}  // namespace stepdown
