#include "model/processes/allocation.h"

#include <cmath>
#include <span>

#include "model/processes/need.h"
#include "model/processes/rationing.h"

namespace stepdown {
namespace {

/// Changes a worker's load; over the cap, everybody the worker helps feels it.
template <typename Change>
void change_load(World& world, std::size_t row, WorkerId worker, Change&& change) {
  Team& team = world.authority.teams[row];
  const bool was_over = team.is_over_cap(worker);
  change(team);
  watch_demand(world, row);
  if ((was_over || team.is_over_cap(worker)) && world.rules.p.caseload.dilution > 0.0) {
    share_out_help(world, row, worker);
  }
}

/// The part of a place that each child of the case takes.
double share_of_place(const World& world, const Case& open) {
  const ModelParameters& p = world.rules.p;
  switch (open.stage) {
    case CaseStage::waiting:
      return p.waiting.interim_support > 0.0 ? p.waiting.interim_place : 0.0;
    case CaseStage::tapering:
      return p.closure[row_of(open.tier) - 1].taper_place_share[open.taper_step];
    case CaseStage::assessment:
    case CaseStage::helped:
      return 1.0;
    default:
      return 0.0;
  }
}

}  // namespace

bool may_be_reserved(const World& world, FamilySlot slot) {
  return static_cast<const Families&>(world.authority.families).family(slot).area >= 3;
}

bool knows_family(const World& world, FamilySlot slot, std::size_t team, WorkerId worker) {
  const Record& known = world.known(slot);
  return worker != nobody && known.last_worker == worker && known.last_team == team &&
         known.last_person == world.authority.teams[team].worker(worker).person;
}

void share_out_help(World& world, std::size_t team, WorkerId worker) {
  const std::span<const FamilySlot> held = world.authority.teams[team].families_of(worker);
  // They were last touched at other times: what is far away comes near for all of them at once.
  for (const FamilySlot slot : held) {
    world.authority.families.prefetch(slot);
  }
  for (const FamilySlot slot : held) {
    world.authority.families.prefetch_services(slot);
  }
  for (const FamilySlot slot : held) {
    set_help_effects(world, slot);
    world.reschedule_services(slot);
  }
}

Places places_of(const World& world, const Case& open) {
  const double by_work = (is_early_help(open.tier) ? world.rules.easy_access_place : 1.0) *
                         (open.gets_help() ? world.rules.whole_family_place : 1.0);
  const auto each =
      static_cast<Places>(std::lround(share_of_place(world, open) * by_work * one_place));
  return count_of(open.children) * each + count_of(open.in_care) * one_place;
}

WorkerId known_worker_for(World& world, FamilySlot slot, std::size_t row, Places places) {
  const Team& team = world.authority.teams[row];
  const Record& known = world.known(slot);
  if (!knows_family(world, slot, row, known.last_worker)) {
    return nobody;
  }
  const double keeps = world.rules.p.working.consistent_worker;
  const bool takes = team.has_room(known.last_worker, places, may_be_reserved(world, slot)) ||
                     (keeps > 0.0 && team.worker(known.last_worker).takes_part &&
                      world.chance(slot, Decision::keeps_worker, known.cases, keeps));
  return takes ? known.last_worker : nobody;
}

WorkerId least_loaded_for(const World& world, FamilySlot slot, std::size_t team) {
  return world.authority.teams[team].least_loaded(may_be_reserved(world, slot));
}

WorkerId worker_for(World& world, FamilySlot slot, std::size_t row, Places places) {
  if (const WorkerId known = known_worker_for(world, slot, row, places); known != nobody) {
    return known;
  }
  const Team& team = world.authority.teams[row];
  const bool reserved = may_be_reserved(world, slot);
  const WorkerId worker = team.with_room_for(places, reserved);
  return worker == nobody && world.rules.p.caseload.overload == Overload::stretch
             ? team.least_loaded(reserved)
             : worker;
}

void take_on(World& world, FamilySlot slot, std::size_t team, WorkerId worker) {
  Case& open = world.case_of(slot);
  open.worker = worker;
  open.team = static_cast<std::uint8_t>(team);
  open.places = worker == nobody ? 0 : places_of(world, open);
  const double relation_weeks = world.rules.p.working.relation_weeks;
  open.relation = relation_weeks <= 0.0 ||
                  (world.known(slot).knew_last_worker && knows_family(world, slot, team, worker));
  if (worker == nobody) {
    open.clear(CaseDate::relation_established);
    return;
  }
  open.date(CaseDate::relation_established) =
      open.relation ? Case::never : world.in_weeks(relation_weeks);
  change_load(world, team, worker,
              [&](Team& its) { its.take(worker, slot, open.places, world.now()); });
}

void let_go(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  drop_second(world, slot);
  if (const WorkerId worker = open.worker; worker != nobody) {
    Record& record = world.record(slot);
    record.last_worker = worker;
    record.last_team = open.team;
    record.knew_last_worker = open.relation;
    record.last_person = world.authority.teams[open.team].worker(worker).person;
    change_load(world, open.team, worker,
                [&](Team& its) { its.release(worker, slot, open.places, world.now()); });
  }
  open.worker = nobody;
  open.places = 0;
  open.relation = false;
  open.clear(CaseDate::relation_established);
}

bool adjust_places(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  if (open.worker == nobody) {
    return false;
  }
  if (open.second_worker != nobody) {
    const Places by = count_of(open.planned) * one_place - open.second_places;
    if (by != 0) {
      open.second_places += by;
      change_load(world, 2, open.second_worker,
                  [&](Team& its) { its.change(open.second_worker, by, world.now()); });
    }
  }
  const Places by = places_of(world, open) - open.places;
  if (by != 0) {
    open.places += by;
    change_load(world, open.team, open.worker,
                [&](Team& its) { its.change(open.worker, by, world.now()); });
  }
  return by < 0;
}

void add_second(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  const WorkerId second = world.authority.teams[2].least_loaded();
  if (open.second_worker != nobody || second == nobody) {
    return;
  }
  open.second_worker = second;
  open.second_places = count_of(open.planned) * one_place;
  change_load(world, 2, second,
              [&](Team& its) { its.change(second, open.second_places, world.now()); });
}

void drop_second(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  if (const WorkerId second = open.second_worker; second != nobody) {
    const Places places = open.second_places;
    open.second_worker = nobody;
    open.second_places = 0;
    change_load(world, 2, second, [&](Team& its) { its.change(second, -places, world.now()); });
  }
}

void take_on_outside(World& world, WorkerId worker) {
  change_load(world, 2, worker, [&](Team& team) { team.change(worker, one_place, world.now()); });
}

void let_go_outside(World& world, WorkerId worker) {
  change_load(world, 2, worker, [&](Team& team) { team.change(worker, -one_place, world.now()); });
}

}  // namespace stepdown
