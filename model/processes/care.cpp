#include "model/processes/care.h"

#include <algorithm>
#include <limits>

#include "model/processes/front_door.h"
#include "model/processes/handover.h"
#include "model/processes/help.h"
#include "model/processes/household.h"
#include "model/processes/judgement.h"
#include "model/processes/need.h"
#include "model/processes/statutory.h"
#include "model/time.h"

namespace stepdown {
namespace {

/// A stay in care at unit-exponential `draw`: children leave more slowly after the first year.
double days_in_care(const CareParameters& p, double draw) {
  const double first_year = p.exit_first_year;
  const double years = draw < first_year    ? draw / first_year
                       : p.exit_later > 0.0 ? 1.0 + (draw - first_year) / p.exit_later
                                            : std::numeric_limits<double>::infinity();
  return years * days_per_year;
}

}  // namespace

void start_care(World& world, FamilySlot slot, double judged_neglect) {
  const CareParameters& p = world.rules.p.care;
  Case& open = world.case_of(slot);
  if (open.stage == CaseStage::unallocated) {
    const std::size_t team = world.authority.team_row(ServiceTier::child_in_need);
    const WorkerId worker = world.authority.teams[team].least_loaded();
    leave_list(world, slot, ClosingReason::none);
    change_worker(world, slot, team, worker);
    begin_help_with(world, slot, ServiceTier::child_in_need, worker,
                    static_cast<double>(open.judged_at_start));
  }
  const ChildSet candidates = open.planned != 0 ? open.planned : open.children;
  const ChildSet taken =
      some_of(world, slot, candidates, p.siblings_in_care, Decision::siblings_in_care);
  tell_help_ended(world, slot, ClosingReason::stepped_up, taken);
  const bool first = note_first_help(world, slot);
  world.tell({.kind = HappeningKind::help_started,
              .day = world.now(),
              .slot = slot,
              .tier = ServiceTier::looked_after,
              .children = count_of(taken),
              .repeats = first ? 1 : 0});
  if (open.stage == CaseStage::assessment) {
    tell_assessment_ended(world, slot, ClosingReason::none, taken, judged_neglect);
  }
  for (std::size_t i = 0; i < most_children; ++i) {
    if ((taken >> i & 1U) != 0) {
      const double draw =
          world.authority.luck.unit_exponential(world.family(slot).id, Decision::care_stay,
                                                world.next_in_case(slot, Decision::care_stay));
      open.child[i].leaves_care = static_cast<float>(world.now() + days_in_care(p, draw));
    }
  }
  note_in_need(world, slot, taken);
  end_plans(world, slot, open.planned & taken);
  set_in_care(world, slot, open.children & static_cast<ChildSet>(~taken), open.in_care | taken);
  set_at_home(world, slot, world.family(slot).at_home & static_cast<ChildSet>(~taken));
  // What had been decided for the children who stay goes on; an assessment is decided with them.
  if (open.stage == CaseStage::assessment && open.children != 0 &&
      !open.has(CaseDate::assessment_ends)) {
    open.date(CaseDate::assessment_ends) = world.now();
  }
  settle_after_child(world, slot);
}

void end_care(World& world, FamilySlot slot) {
  ++world.authority.events;
  Case& open = world.case_of(slot);
  const auto first = std::ranges::min_element(
      open.child, {}, [](const ChildInCase& child) { return child.leaves_care; });
  const auto row = static_cast<std::size_t>(first - open.child.begin());
  const auto child = static_cast<ChildSet>(1U << row);
  first->leaves_care = std::numeric_limits<float>::infinity();
  const bool home =
      world.chance_in_case(slot, Decision::returns_home, world.rules.p.care.return_home_share);
  tell_care_ended(world, slot, child,
                  home ? ClosingReason::returned_home : ClosingReason::permanence);
  const auto rest = static_cast<ChildSet>(open.in_care & ~child);
  if (!home) {
    end_episodes(world, slot, child, ClosingReason::permanence);
    set_in_care(world, slot, open.children, rest);
    settle_after_child(world, slot);
    leave_if_empty(world, slot);
    return;
  }
  set_in_care(world, slot, open.children, rest);
  set_at_home(world, slot, world.family(slot).at_home | child);
  if (open.is_statutory()) {
    set_in_care(world, slot, open.children | child, rest);
    tell_help_started(world, slot, child, false);
    settle_after_child(world, slot);
  } else {
    const double decision = open.date(CaseDate::front_door_decides);
    open.clear_dates();
    open.date(CaseDate::front_door_decides) = decision;  // on a referral of those at home
    set_stage(world, slot, CaseStage::assessment, ServiceTier::universal, child);
    move_to_statutory(world, slot, ServiceTier::child_in_need, number(world.family(slot).level));
  }
}

}  // namespace stepdown
