#include "model/processes/statutory.h"

#include <limits>

#include "model/processes/allocation.h"
#include "model/processes/early_help.h"
#include "model/processes/handover.h"
#include "model/processes/help.h"

namespace stepdown {
namespace {

void wait_for_worker(World& world, FamilySlot slot, std::size_t team) {
  Case& open = world.case_of(slot);
  let_go(world, slot);
  set_stage(world, slot, CaseStage::unallocated, ServiceTier::child_in_need, open.children);
  open.opened = world.now();
  open.intensity = 0.0F;
  open.clear_dates();
  open.date(CaseDate::review) =
      world.in_weeks(world.rules.p.help[row_of(ServiceTier::child_in_need)].review_weeks);
  world.authority.list_of(team, world.family(slot).area)
      .join(world.authority.families, slot, rank_on_list(world, open), world.now());
  world.tell({.kind = HappeningKind::unallocated_started,
              .day = world.now(),
              .slot = slot,
              .tier = ServiceTier::child_in_need,
              .children = count_of(open.children)});
  settle_family(world, slot);
}

}  // namespace

void hold_for_assessment(World& world, FamilySlot slot, ChildSet children) {
  if (!world.authority.families.has_case(slot)) {
    open_case(world, slot);
  }
  Case& open = world.case_of(slot);
  set_stage(world, slot, CaseStage::assessment, ServiceTier::universal, children);
  open.opened = world.now();
  open.intensity = 0.0F;
  open.enquiry_made = false;
  for (std::size_t i = 0; i < most_children; ++i) {
    if ((children >> i & 1U) != 0) {
      open.child[i].in_need_since = static_cast<float>(world.now());
    }
  }
  if (open.worker == nobody) {
    const WorkerId known = known_worker_for(world, slot, 2, count_of(children) * one_place);
    take_on(world, slot, 2, known != nobody ? known : world.authority.teams[2].least_loaded());
  } else {
    adjust_places(world, slot);
  }
  settle_family(world, slot);
}

void move_to_statutory(World& world, FamilySlot slot, ServiceTier tier, double judged) {
  Case& open = world.case_of(slot);
  Authority& authority = world.authority;
  const std::size_t team = authority.team_row(tier);
  const bool comes_from_assessment = open.stage == CaseStage::assessment;
  const ChildSet in_need_before = children_on(open, ServiceTier::child_in_need);
  const ChildSet go_on =
      in_need_before &
      static_cast<ChildSet>(tier == ServiceTier::child_protection ? ~open.planned : open.children);
  if (open.stage == CaseStage::unallocated) {
    leave_list(world, slot, ClosingReason::none);
  } else if (open.gets_help()) {
    tell_help_ended(world, slot,
                    tier > open.tier ? ClosingReason::stepped_up : ClosingReason::stepped_down,
                    open.children & static_cast<ChildSet>(~go_on));
  }
  open.judged_at_start = static_cast<float>(judged);
  const bool goes_to_another_team = tier == ServiceTier::child_in_need && open.worker != nobody &&
                                    open.team != team && open.in_care == 0;
  const bool needs_worker =
      open.worker == nobody || goes_to_another_team ||
      (comes_from_assessment && authority.teams[open.team].is_over_cap(open.worker));
  if (tier == ServiceTier::child_in_need && needs_worker && open.in_care == 0) {
    const bool had_worker = open.worker != nobody;
    let_go(world, slot);
    const WorkerId other = worker_for(world, slot, team, full_places(world, tier, open.children));
    if (other == nobody) {
      tell_help_ended(world, slot, ClosingReason::none, go_on);
      wait_for_worker(world, slot, team);
      fill_places(world, 2);
      if (team != 2) {
        fill_places(world, team);  // those ahead may need more room than this family
      }
      return;
    }
    if (had_worker) {
      change_worker(world, slot, team, other);
    }
    set_stage(world, slot, CaseStage::helped, tier, open.children);
    take_on(world, slot, team, other);
  } else if (open.worker == nobody) {
    set_stage(world, slot, CaseStage::helped, tier, open.children);
    take_on(world, slot, 2, authority.teams[2].least_loaded());
  }
  if (tier != ServiceTier::child_protection) {
    drop_second(world, slot);
  }
  begin_help(world, slot, tier, judged, go_on);
  if (tier == ServiceTier::child_protection && authority.merged && open.team == 1) {
    add_second(world, slot);
    settle_family(world, slot);  // another professional comes and goes
  }
  fill_places(world, team);
  if (goes_to_another_team) {
    fill_places(world, 2);
  }
}

}  // namespace stepdown
