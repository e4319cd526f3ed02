#include "model/processes/allocation.h"

#include <cmath>

#include "model/processes/need.h"

namespace stepdown {
namespace {

/// Changes a worker's load; over the cap, everybody the worker helps feels it.
template <typename Change>
void change_load(World& world, ServiceTier tier, WorkerId worker, Change&& change) {
  Team& team = world.authority.team_of(tier);
  const bool was_over = team.is_over_cap(worker);
  change(team);
  if ((was_over || team.is_over_cap(worker)) && world.rules.p.caseload.dilution > 0.0) {
    for (FamilySlot slot = team.first_family(worker); slot != nobody;
         slot = team.next_family(slot)) {
      set_help_effects(world, slot);
      world.reschedule(slot);
    }
  }
}

}  // namespace

Places places_for(ChildSet children, double share) {
  return count_of(children) * static_cast<Places>(std::lround(share * one_place));
}

void take_on(World& world, FamilySlot slot, ServiceTier tier, WorkerId worker) {
  Case& open = world.case_of(slot);
  open.worker = worker;
  open.places = worker == nobody ? 0 : places_for(open.children, 1.0);
  if (worker != nobody) {
    change_load(world, tier, worker,
                [&](Team& team) { team.take(worker, slot, open.places, world.now()); });
  }
}

void let_go(World& world, FamilySlot slot, ServiceTier tier) {
  Case& open = world.case_of(slot);
  const WorkerId worker = open.worker;
  if (worker != nobody) {
    change_load(world, tier, worker,
                [&](Team& team) { team.release(worker, slot, open.places, world.now()); });
  }
  open.worker = nobody;
  open.places = 0;
}

WorkerId worker_for(const World& world, ServiceTier tier, ChildSet children) {
  const Team& team = world.authority.team_of(tier);
  const WorkerId worker = team.with_room_for(places_for(children, 1.0));
  return worker == nobody && world.rules.p.caseload.overload == Overload::stretch
             ? team.least_loaded()
             : worker;
}

void change_places(World& world, ServiceTier tier, WorkerId worker, Places by) {
  if (by != 0) {
    change_load(world, tier, worker, [&](Team& team) { team.change(worker, by, world.now()); });
  }
}

void take_on_outside(World& world, WorkerId worker) {
  change_load(world, ServiceTier::child_in_need, worker,
              [&](Team& team) { team.take_outside(worker, world.now()); });
}

void let_go_outside(World& world, WorkerId worker) {
  change_load(world, ServiceTier::child_in_need, worker,
              [&](Team& team) { team.release_outside(worker, world.now()); });
}

}  // namespace stepdown
