#include "model/processes/policy_change.h"

#include "model/policies/closure/closure_policy.h"
#include "model/processes/allocation.h"
#include "model/processes/help.h"

namespace stepdown {
namespace {

void set_time_limit(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  const auto limit = time_limit(world.rules.p.closure[row_of(open.tier) - 1]);
  if (!limit) {
    open.clear(CaseDate::time_limit);
  } else if (open.stage == CaseStage::helped && !open.has(CaseDate::time_limit)) {
    open.date(CaseDate::time_limit) = world.now() + limit->in_days();
  }
}

/// Assessments, protection plans and care do not wait: where there was nobody, somebody may be now.
void find_worker(World& world, FamilySlot slot) {
  const Case& open = world.case_of(slot);
  if (open.is_statutory() && open.stage != CaseStage::unallocated && open.worker == nobody) {
    take_on(world, slot, ServiceTier::child_in_need,
            world.authority.team_of(ServiceTier::child_in_need).least_loaded());
  }
}

}  // namespace

void adopt_policy(World& world) {
  Authority& authority = world.authority;
  for (std::size_t row = 0; row < authority.teams.size(); ++row) {
    Team& team = authority.teams[row];
    team.set_posts(static_cast<std::size_t>(world.rules.posts[row]));
    team.set_cap(world.rules.caps[row], world.now());
  }
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    if (!authority.families.is_here(slot)) {
      continue;
    }
    find_worker(world, slot);
    if (const Case& open = world.case_of(slot); open.gets_help() && closes_by_policy(open.tier)) {
      set_time_limit(world, slot);
    }
    settle_family(world, slot);
  }
  for (const ServiceTier tier : {ServiceTier::community_early_help,
                                 ServiceTier::targeted_early_help, ServiceTier::child_in_need}) {
    fill_places(world, tier);
  }
}

}  // namespace stepdown
