#include "model/processes/workforce.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "model/processes/post.h"
#include "model/processes/turnover.h"

namespace stepdown {
namespace {

Worker filled(Staffing staffing, bool social_worker) {
  Worker worker;
  worker.staffing = staffing;
  worker.social_worker = social_worker;
  return worker;
}

void add_post(World& world, std::size_t team, Staffing staffing, bool at_once) {
  Team& all = world.authority.teams[team];
  const WorkerId id = all.add(filled(staffing, team == 2));
  set_cap(world, team, id);
  if (changes_hands(world, all.worker(id))) {
    if (at_once) {
      plan_stay(world, team, id);
    } else {
      seek_successor(world, team, id);
    }
  }
  count_employed(world, team, all.worker(id), +1);
  set_part(world, team, id);
  schedule_post(world, team, id);
}

bool is_authoritys(const Worker& worker) {
  return worker.staffing != Staffing::volunteer && worker.staffing != Staffing::partner &&
         worker.staffing != Staffing::closed;
}

/// Opens or closes posts until there are so many of this kind; vacant posts close first.
void bring_to(World& world, std::size_t team, std::size_t wanted, Staffing kind, bool at_once) {
  Team& all = world.authority.teams[team];
  const auto is_kind = [&](const Worker& worker) {
    return kind == Staffing::permanent ? is_authoritys(worker) : worker.staffing == kind;
  };
  std::size_t there = 0;
  for (WorkerId id = 0; id < all.size(); ++id) {
    there += is_kind(all.worker(id)) ? 1 : 0;
  }
  for (; there < wanted; ++there) {
    add_post(world, team, kind, at_once || kind != Staffing::permanent);
  }
  std::vector<WorkerId> cut;
  for (const bool vacant : {true, false}) {
    for (auto id = static_cast<WorkerId>(all.size()); id > 0 && there > wanted; --id) {
      const Worker& worker = all.worker(id - 1);
      if (is_kind(worker) && (worker.staffing == Staffing::vacant) == vacant) {
        cut.push_back(id - 1);
        --there;
      }
    }
  }
  empty_posts(world, team, cut, Staffing::closed);
}

/// The first posts of a service are reserved for the most deprived areas.
void reserve_posts(World& world, std::size_t team) {
  Team& all = world.authority.teams[team];
  const double share = team == 2 ? 0.0 : world.rules.p.workforce.reserved_share;
  const auto reserved = static_cast<WorkerId>(std::lround(share * static_cast<double>(all.size())));
  for (WorkerId id = 0; id < all.size(); ++id) {
    all.worker(id).is_reserved = id < reserved;
  }
}

void set_posts(World& world, bool at_once) {
  const Rules& rules = world.rules;
  if (!world.authority.merged) {
    for (std::size_t team = 0; team < teams_of_authority; ++team) {
      bring_to(world, team, posts_wanted(world, team), Staffing::permanent, at_once);
    }
  }
  bring_to(world, 0, static_cast<std::size_t>(rules.p.workforce.volunteers), Staffing::volunteer,
           true);
  bring_to(world, 1, static_cast<std::size_t>(rules.p.workforce.partner_leads), Staffing::partner,
           true);
  for (std::size_t team = 0; team < teams_of_authority; ++team) {
    reserve_posts(world, team);
    set_caps(world, team);
  }
  world.authority.front_desk.set_staff(rules.front_door_staff, world.now());
}

}  // namespace

void set_caps(World& world, std::size_t team) {
  Team& all = world.authority.teams[team];
  for (WorkerId id = 0; id < all.size(); ++id) {
    set_cap(world, team, id);
  }
  all.count_room();
}

void staff_teams(World& world) {
  begin_turnover(world);
  set_posts(world, true);
}

void change_posts(World& world) {
  change_turnover(world);
  set_posts(world, false);
}

void staff_exodus(World& world, double share) {
  std::size_t posts = 0;
  std::array<std::vector<WorkerId>, teams_of_authority> there;
  // Social workers of Family Help go as well, after those of the protection team.
  for (std::size_t team = teams_of_authority; team-- > 0;) {
    const Team& all = world.authority.teams[team];
    for (WorkerId id = 0; id < all.size(); ++id) {
      const Worker& worker = all.worker(id);
      posts += worker.social_worker && worker.staffing != Staffing::closed ? 1 : 0;
      if (worker.social_worker && worker.is_filled()) {
        there[team].push_back(id);
      }
    }
  }
  auto most = static_cast<std::size_t>(std::lround(share * static_cast<double>(posts)));
  for (std::size_t team = teams_of_authority; team-- > 0;) {
    there[team].resize(std::min(there[team].size(), most));
    most -= there[team].size();
    empty_posts(world, team, there[team], Staffing::vacant);
  }
}

}  // namespace stepdown
