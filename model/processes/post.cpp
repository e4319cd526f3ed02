#include "model/processes/post.h"

#include <algorithm>
#include <cmath>

#include "model/processes/allocation.h"
#include "model/processes/handover.h"
#include "model/processes/help.h"
#include "model/processes/turnover.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr double never = Worker::never;

/// A post's name in the key of its luck.
std::uint32_t key_of(std::size_t team, WorkerId worker) {
  return static_cast<std::uint32_t>(team) << 24 | worker;
}

double exponential(World& world, std::size_t team, WorkerId id, double mean_days) {
  Worker& worker = world.authority.teams[team].worker(id);
  return mean_days * world.authority.luck.unit_exponential(key_of(team, id), Decision::post_changes,
                                                           worker.draws++);
}

double recruitment_days(const World& world, std::size_t team, const Worker& post) {
  return world.authority.turnover.recruitment[staff_of(team, post)];
}

Places cap_of(const World& world, std::size_t team, const Worker& worker) {
  const ModelParameters& p = world.rules.p;
  const bool merged = world.authority.merged;
  const double full = !merged || team == 0   ? static_cast<double>(world.rules.caps[team])
                      : team == 2            ? p.family_help.protection_cap * one_place
                      : worker.social_worker ? static_cast<double>(world.rules.caps[2])
                                             : static_cast<double>(world.rules.caps[1]);
  return static_cast<Places>(std::lround(full * (worker.staffing == Staffing::newly_qualified
                                                     ? p.workforce.newly_qualified_cap
                                                     : 1.0)));
}

/// Somebody comes to a vacant post.
void fill_post(World& world, std::size_t team, WorkerId id) {
  Worker& worker = world.authority.teams[team].worker(id);
  const WorkforceParameters& w = world.rules.p.workforce;
  Doings& doings = world.authority.doings;
  doings.vacant_posts.change(world.now(), -1);
  const bool agency = worker.agency_comes;
  worker.agency_comes = false;
  ++worker.person;
  if (agency) {
    worker.staffing = Staffing::agency;
    doings.agency_workers.change(world.now(), +1);
  } else {
    const double u = world.authority.luck.uniform(key_of(team, id), Decision::post_filled_by,
                                                  0x8000U + worker.draws);
    const bool new_to_work = worker.social_worker && u < w.newly_qualified_share;
    worker.staffing = new_to_work ? Staffing::newly_qualified : Staffing::permanent;
    worker.qualifies = new_to_work ? world.now() + days_per_year : never;
    ++doings.recruits;
  }
  count_employed(world, team, worker, +1);
  set_cap(world, team, id);
  plan_stay(world, team, id);
  if (agency) {
    // Until the post has a permanent worker again.
    worker.next_change =
        world.now() + exponential(world, team, id, recruitment_days(world, team, worker));
  }
  worker.settles = w.ramp_up_weeks > 0.0 ? world.now() + w.ramp_up_weeks * days_per_week : never;
  set_part(world, team, id);
}

void empty_post(World& world, std::size_t team, WorkerId id, Staffing becomes) {
  Worker& worker = world.authority.teams[team].worker(id);
  Doings& doings = world.authority.doings;
  doings.agency_workers.change(world.now(), worker.staffing == Staffing::agency ? -1 : 0);
  doings.absent_workers.change(world.now(), worker.is_absent ? -1 : 0);
  doings.vacant_posts.change(world.now(), worker.staffing == Staffing::vacant ? -1 : 0);
  doings.leavers += worker.is_filled() ? 1 : 0;
  count_employed(world, team, worker, -1);
  if (becomes == Staffing::closed) {
    worker.staffing = Staffing::closed;
    worker.next_change = worker.absence_turns = worker.settles = worker.qualifies = never;
    worker.is_absent = false;
  } else {
    seek_successor(world, team, id);
  }
  set_part(world, team, id);
  hand_over_all(world, team, id);
}

/// An agency worker makes room for a permanent one, who takes over the families.
void replace_agency(World& world, std::size_t team, WorkerId id) {
  Worker& worker = world.authority.teams[team].worker(id);
  Doings& doings = world.authority.doings;
  const bool was_absent = worker.is_absent;
  doings.absent_workers.change(world.now(), was_absent ? -1 : 0);
  doings.agency_workers.change(world.now(), -1);
  doings.vacant_posts.change(world.now(), +1);
  ++doings.leavers;
  worker.is_absent = false;
  worker.staffing = Staffing::vacant;
  fill_post(world, team, id);
  worker.settles = never;
  set_part(world, team, id);
  hand_to_successor(world, team, id);
  if (was_absent) {
    begin_to_take(world, team);
  }
}

void turn_absence(World& world, std::size_t team, WorkerId id) {
  Worker& worker = world.authority.teams[team].worker(id);
  const WorkforceParameters& w = world.rules.p.workforce;
  worker.is_absent = !worker.is_absent;
  world.authority.doings.absent_workers.change(world.now(), worker.is_absent ? +1 : -1);
  const double mean = w.absence_weeks * days_per_week *
                      (worker.is_absent ? 1.0 : (1.0 - w.absence) / std::max(w.absence, 1e-9));
  worker.absence_turns = world.now() + exponential(world, team, id, mean);
  set_part(world, team, id);
  if (worker.is_absent) {
    hand_over_all(world, team, id);
  } else {
    begin_to_take(world, team);
  }
}

}  // namespace

void count_employed(World& world, std::size_t team, const Worker& worker, int sign) {
  if (worker.staffing == Staffing::permanent || worker.staffing == Staffing::newly_qualified) {
    Doings& doings = world.authority.doings;
    doings.employed[staff_of(team, worker)].change(world.now(), sign);
    doings.social_workers_left += sign < 0 && worker.social_worker ? 1 : 0;
  }
}

void set_cap(World& world, std::size_t team, WorkerId id) {
  Team& all = world.authority.teams[team];
  all.set_cap(id, cap_of(world, team, all.worker(id)), world.now());
}

void set_part(World& world, std::size_t team, WorkerId id) {
  Team& all = world.authority.teams[team];
  const Worker& worker = all.worker(id);
  all.set_takes_part(id, worker.is_filled() && !worker.is_absent && worker.settles == never);
  all.count_room();
}

void plan_stay(World& world, std::size_t team, WorkerId id) {
  Worker& worker = world.authority.teams[team].worker(id);
  const WorkforceParameters& w = world.rules.p.workforce;
  plan_to_leave(world, team, id);
  const double mean_absence = w.absence_weeks * days_per_week;
  worker.absence_turns =
      w.absence > 0.0 && w.absence < 1.0
          ? world.now() + exponential(world, team, id, mean_absence * (1.0 - w.absence) / w.absence)
          : never;
}

void seek_successor(World& world, std::size_t team, WorkerId id) {
  Worker& worker = world.authority.teams[team].worker(id);
  const WorkforceParameters& w = world.rules.p.workforce;
  worker.staffing = Staffing::vacant;
  worker.is_absent = false;
  worker.absence_turns = worker.settles = worker.qualifies = never;
  const double u =
      world.authority.luck.uniform(key_of(team, id), Decision::post_filled_by, worker.draws);
  worker.social_worker = team == 2 || worker.social_worker;
  const bool agency = worker.social_worker && u < w.agency_cover;
  const double days =
      agency ? w.agency_weeks * days_per_week : recruitment_days(world, team, worker);
  worker.next_change = world.now() + exponential(world, team, id, days);
  worker.agency_comes = agency;
  world.authority.doings.vacant_posts.change(world.now(), +1);
}

void empty_posts(World& world, std::size_t team, const std::vector<WorkerId>& all,
                 Staffing become) {
  for (const WorkerId id : all) {
    world.authority.teams[team].set_takes_part(id, false);
  }
  for (const WorkerId id : all) {
    empty_post(world, team, id, become);
    schedule_post(world, team, id);
  }
}

void schedule_post(World& world, std::size_t team, WorkerId id) {
  Authority& authority = world.authority;
  const Worker& worker = authority.teams[team].worker(id);
  const std::size_t slot = authority.post_slot(team, id);
  if (authority.posts.size() <= slot) {
    authority.posts.resize(slot + teams_of_authority);
  }
  authority.posts.schedule(
      static_cast<std::uint32_t>(slot),
      std::min({worker.next_change, worker.absence_turns, worker.settles, worker.qualifies}));
}

void plan_to_leave(World& world, std::size_t team, WorkerId id) {
  Worker& worker = world.authority.teams[team].worker(id);
  const double leaving = world.authority.turnover.leaving[staff_of(team, worker)];
  worker.next_change =
      leaving > 0.0 ? world.now() + exponential(world, team, id, 1.0 / leaving) : never;
}

void pass_post_date(World& world, std::uint32_t post_slot) {
  const std::size_t team = post_slot % teams_of_authority;
  const auto id = static_cast<WorkerId>(post_slot / teams_of_authority);
  Worker& worker = world.authority.teams[team].worker(id);
  ++world.authority.events;
  if (worker.next_change <= world.now()) {
    if (worker.staffing == Staffing::vacant) {
      fill_post(world, team, id);
      begin_to_take(world, team);
    } else if (worker.staffing == Staffing::agency) {
      replace_agency(world, team, id);
    } else {
      empty_post(world, team, id, Staffing::vacant);
    }
  } else if (worker.settles <= world.now()) {
    worker.settles = never;
    set_part(world, team, id);
    begin_to_take(world, team);
  } else if (worker.qualifies <= world.now()) {
    worker.qualifies = never;
    worker.staffing = Staffing::permanent;
    set_cap(world, team, id);
    share_out_help(world, team, id);
    set_part(world, team, id);
    fill_places(world, team);
  } else {
    turn_absence(world, team, id);
  }
  schedule_post(world, team, id);
}

}  // namespace stepdown
