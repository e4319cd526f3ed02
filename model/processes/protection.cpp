#include "model/processes/protection.h"

#include "model/processes/care.h"
#include "model/processes/help.h"
#include "model/processes/judgement.h"

namespace stepdown {
namespace {

int count_plan(World& world, FamilySlot slot) {
  int repeats = 0;
  for (int i = 0; i < most_children; ++i) {
    if ((world.case_of(slot).children & (1U << i)) != 0) {
      Child& child = world.history(slot).children[static_cast<std::size_t>(i)];
      repeats += child.plans > 0 ? 1 : 0;
      ++child.plans;
    }
  }
  return repeats;
}

}  // namespace

void start_plan(World& world, FamilySlot slot, double judged) {
  const int repeats = count_plan(world, slot);
  world.tell({.kind = HappeningKind::plan_started,
              .day = world.now(),
              .slot = slot,
              .tier = ServiceTier::child_protection,
              .children = count_of(world.case_of(slot).children),
              .repeats = repeats});
  move_to_statutory(world, slot, ServiceTier::child_protection, judged);
}

void hold_review_conference(World& world, FamilySlot slot) {
  const ProtectionParameters& p = world.rules.p.protection;
  Case& open = world.case_of(slot);
  ++world.authority.events;
  const double judged =
      judged_need(world, slot, Decision::judged_at_review_conference, Seeing::in_the_home);
  const double ends_below =
      p.end_below - (open.first_review_conference_held ? 0.0 : p.first_review_stricter);
  open.first_review_conference_held = true;
  if (judged < ends_below) {
    move_to_statutory(world, slot, ServiceTier::child_in_need, judged);
    return;
  }
  if (judged < open.judged_at_start) {
    open.reviews_without_progress = 0;
  } else if (++open.reviews_without_progress >= p.reviews_before_proceedings) {
    open.reviews_without_progress = 0;
    if (world.chance(slot, Decision::care_from_proceedings, p.care_from_proceedings)) {
      start_care(world, slot, judged);
      return;
    }
  }
  open.date(CaseDate::review) = world.in_weeks(p.later_review_weeks);
  world.reschedule_case(slot);
}

}  // namespace stepdown
