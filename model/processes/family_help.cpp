#include "model/processes/family_help.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <vector>

#include "model/processes/allocation.h"
#include "model/processes/early_help.h"
#include "model/processes/handover.h"
#include "model/processes/help.h"
#include "model/processes/post.h"
#include "model/processes/workforce.h"

namespace stepdown {
namespace {

bool is_child_in_need(const Case& open) {
  return open.gets_help() && open.tier == ServiceTier::child_in_need && open.in_care == 0;
}

/// A post of the social work team becomes one of Family Help. Children in need go along; others
/// stay with the colleagues of the protection team.
void move_post(World& world, WorkerId from, bool takes_part) {
  Authority& authority = world.authority;
  Worker moved = authority.teams[2].worker(from);
  moved.takes_part = takes_part;
  std::vector<FamilySlot> go_along;
  const std::span<const FamilySlot> held = authority.teams[2].families_of(from);
  std::copy_if(held.rbegin(), held.rend(), std::back_inserter(go_along),
               [&](FamilySlot slot) { return is_child_in_need(world.seen_case(slot)); });
  moved.load = 0;
  const WorkerId to = authority.teams[1].add(moved);
  for (const FamilySlot slot : go_along) {
    const bool relation = world.seen_case(slot).relation;
    const double established = world.seen_case(slot).date(CaseDate::relation_established);
    let_go(world, slot);
    take_on(world, slot, 1, to);
    Case& open = world.case_of(slot);
    open.relation = relation;  // the worker is the same
    open.date(CaseDate::relation_established) = established;
  }
  Worker& left = authority.teams[2].worker(from);
  left.staffing = Staffing::closed;
  left.is_absent = false;
  authority.teams[2].set_takes_part(from, false);
  left.next_change = left.absence_turns = left.settles = left.qualifies = Worker::never;
  schedule_post(world, 1, to);
  schedule_post(world, 2, from);
  hand_over_all(world, 2, from);
}

/// Children in need held in the protection team go to Family Help.
void bring_children_in_need(World& world) {
  Authority& authority = world.authority;
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    if (!authority.families.is_here(slot)) {
      continue;
    }
    const Case& open = world.seen_case(slot);
    if (open.stage == CaseStage::unallocated) {
      Case& waits = world.case_of(slot);
      authority.unallocated.leave(authority.families, slot, world.now());
      authority.list_of(1, world.family(slot).area)
          .join(authority.families, slot, rank_on_list(world, waits), world.now());
    } else if (is_child_in_need(open) && open.team == 2) {
      meet_new_worker(world, slot);
      let_go(world, slot);
      take_on(world, slot, 1, authority.teams[1].least_loaded());
    }
  }
}

}  // namespace

void merge_services(World& world) {
  Authority& authority = world.authority;
  authority.merged = true;
  authority.merged_since = world.now();
  const Team& social_work = authority.teams[2];
  const auto stay = static_cast<WorkerId>(std::lround(world.rules.p.family_help.protection_share *
                                                      static_cast<double>(social_work.size())));
  const auto posts = static_cast<WorkerId>(social_work.size());
  // Nobody hands a family over to somebody who is about to go too.
  std::vector<bool> takes_part;
  for (WorkerId post = stay; post < posts; ++post) {
    takes_part.push_back(social_work.worker(post).takes_part);
    authority.teams[2].set_takes_part(post, false);
  }
  for (WorkerId post = stay; post < posts; ++post) {
    if (authority.teams[2].worker(post).staffing != Staffing::closed) {
      move_post(world, post, takes_part[post - stay]);
    }
  }
  set_caps(world, 1);
  set_caps(world, 2);
  bring_children_in_need(world);
}

}  // namespace stepdown
