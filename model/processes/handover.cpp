#include "model/processes/handover.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "model/processes/allocation.h"
#include "model/processes/consent.h"
#include "model/processes/help.h"
#include "model/processes/workforce.h"

namespace stepdown {
namespace {

/// A change of worker may lose a family that is free to go (EV54).
bool loses_family(World& world, FamilySlot slot) {
  const Case& open = world.seen_case(slot);
  return open.gets_help() && is_early_help(open.tier) &&
         world.chance_in_case(slot, Decision::lost_at_handover,
                              world.rules.p.workforce.handover_loss);
}

std::vector<FamilySlot> families_of(const World& world, std::size_t team, WorkerId worker) {
  const std::span<const FamilySlot> held = world.authority.teams[team].families_of(worker);
  return {held.rbegin(), held.rend()};
}

/// A place that became free meanwhile may have brought a family of the list to somebody else.
bool is_held(const World& world, FamilySlot slot, std::size_t team, WorkerId worker) {
  const Case& open = world.seen_case(slot);
  return open.worker == worker && open.team == team;
}

void hand_over_second(World& world, WorkerId worker) {
  Authority& authority = world.authority;
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    if (authority.families.is_here(slot) && world.seen_case(slot).second_worker == worker) {
      drop_second(world, slot);
      add_second(world, slot);
      settle_family(world, slot);
    }
  }
}

/// The team that is to hold the family now, if it has nobody; none if it needs nobody.
std::optional<std::size_t> team_missing(const World& world, const Case& open) {
  if (open.worker != nobody) {
    return std::nullopt;
  }
  if (open.gets_help() ||
      (open.stage == CaseStage::waiting && world.rules.p.waiting.interim_support > 0.0)) {
    return world.authority.team_row(open.tier);
  }
  return open.stage == CaseStage::assessment || open.in_care != 0 ? std::optional(std::size_t{2})
                                                                  : std::nullopt;
}

void find_worker_outside(World& world, OutsideCase& child) {
  const bool needs = child.stage != OutsideStage::in_need || child.has_plan;
  if (child.id != nobody && child.worker == nobody && needs) {
    child.worker = world.authority.teams[2].least_loaded();
    if (child.worker != nobody) {
      take_on_outside(world, child.worker);
    }
  }
}

bool is_alone(const Team& team) {
  int there = 0;
  for (WorkerId id = 0; id < team.size() && there < 2; ++id) {
    there += team.worker(id).takes_part ? 1 : 0;
  }
  return there == 1;
}

void hand_over_outside(World& world, WorkerId worker) {
  for (OutsideCase& child : world.authority.outside.rows) {
    if (child.id != nobody && child.worker == worker) {
      let_go_outside(world, worker);
      child.worker = nobody;
      find_worker_outside(world, child);
    }
  }
}

}  // namespace

void meet_new_worker(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  open.worker_changes = static_cast<std::uint8_t>(std::min(open.worker_changes + 1, 255));
  world.tell({.kind = HappeningKind::worker_changed,
              .day = world.now(),
              .slot = slot,
              .tier = open.tier,
              .children = count_of(open.children) + count_of(open.in_care),
              .repeats = open.worker_changes});
  lose_trust_at_handover(world, slot);
}

void change_worker(World& world, FamilySlot slot, std::size_t team, WorkerId worker) {
  const bool had_one = world.known(slot).last_worker != nobody;
  if (had_one && worker != nobody && !knows_family(world, slot, team, worker)) {
    meet_new_worker(world, slot);
  }
}

void hand_over(World& world, FamilySlot slot, std::size_t team) {
  meet_new_worker(world, slot);
  if (loses_family(world, slot)) {
    end_case(world, slot, ClosingReason::lost_at_handover);
    return;
  }
  const WorkerId second = world.seen_case(slot).second_worker;
  let_go(world, slot);
  take_on(world, slot, team, world.authority.teams[team].least_loaded());
  if (second != nobody) {
    add_second(world, slot);
  }
  settle_family(world, slot);
}

void find_worker(World& world, FamilySlot slot) {
  const auto team = team_missing(world, world.seen_case(slot));
  if (!team) {
    return;
  }
  if (const WorkerId worker = world.authority.teams[*team].least_loaded(); worker != nobody) {
    take_on(world, slot, *team, worker);
    settle_family(world, slot);
  }
}

void begin_to_take(World& world, std::size_t team) {
  Authority& authority = world.authority;
  // Nobody is left without a worker while there is another one.
  if (is_alone(authority.teams[team])) {
    for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
      if (authority.families.is_here(slot)) {
        find_worker(world, slot);
      }
    }
    if (team == 2) {
      for (OutsideCase& child : authority.outside.rows) {
        find_worker_outside(world, child);
      }
    }
  }
  fill_places(world, team);
}

void hand_over_all(World& world, std::size_t team, WorkerId worker) {
  Authority& authority = world.authority;
  for (const FamilySlot slot : families_of(world, team, worker)) {
    if (is_held(world, slot, team, worker)) {
      hand_over(world, slot, team);
    }
  }
  if (team == 2) {
    hand_over_outside(world, worker);
    if (authority.merged) {
      hand_over_second(world, worker);
    }
  }
}

void hand_to_successor(World& world, std::size_t team, WorkerId worker) {
  const double weeks = world.rules.p.working.relation_weeks;
  for (const FamilySlot slot : families_of(world, team, worker)) {
    if (!is_held(world, slot, team, worker)) {
      continue;
    }
    meet_new_worker(world, slot);
    if (loses_family(world, slot)) {
      end_case(world, slot, ClosingReason::lost_at_handover);
      continue;
    }
    Case& open = world.case_of(slot);
    open.relation = weeks <= 0.0;
    open.date(CaseDate::relation_established) = open.relation ? Case::never : world.in_weeks(weeks);
    settle_family(world, slot);
  }
}

}  // namespace stepdown
