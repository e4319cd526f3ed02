#include "model/processes/protection.h"

#include <algorithm>

#include "model/processes/care.h"
#include "model/processes/front_door.h"
#include "model/processes/help.h"
#include "model/processes/statutory.h"

namespace stepdown {
namespace {

int count_plans(World& world, FamilySlot slot, ChildSet planned) {
  Case& open = world.case_of(slot);
  Record& record = world.record(slot);
  int repeats = 0;
  for (std::size_t i = 0; i < most_children; ++i) {
    if ((planned >> i & 1U) != 0) {
      ChildRecord& child = record.children[i];
      repeats += child.plans > 0 ? 1 : 0;
      child.plans = static_cast<std::uint8_t>(std::min(child.plans + 1, 255));
      open.child[i].plan_since = static_cast<float>(world.now());
    }
  }
  return repeats;
}

/// A plan ends more easily at each review conference after the first, which is the strictest.
double ends_below(const ProtectionParameters& p, int conferences_before) {
  return conferences_before == 0 ? p.end_below - p.first_review_stricter
                                 : p.end_below + p.later_review_looser * (conferences_before - 1);
}

}  // namespace

void start_plan(World& world, FamilySlot slot, const Judgement& judged) {
  const ProtectionParameters& p = world.rules.p.protection;
  const ChildSet planned = some_of(world, slot, world.seen_case(slot).children, p.siblings_planned,
                                   Decision::siblings_planned);
  const int repeats = count_plans(world, slot, planned);
  note_in_need(world, slot, world.seen_case(slot).children);  // siblings without a plan too
  world.tell({.kind = HappeningKind::plan_started,
              .day = world.now(),
              .slot = slot,
              .tier = ServiceTier::child_protection,
              .children = count_of(planned),
              .repeats = repeats,
              .neglect = judged.neglect >= p.neglect_category_from});
  if (const Case& open = world.seen_case(slot); open.stage == CaseStage::assessment) {
    tell_assessment_ended(world, slot, ClosingReason::none, open.children, judged.neglect);
  }
  set_planned(world, slot, planned);
  move_to_statutory(world, slot, ServiceTier::child_protection, judged.need);
}

void hold_review_conference(World& world, FamilySlot slot) {
  const ModelParameters& all = world.rules.p;
  const ProtectionParameters& p = all.protection;
  Case& open = world.case_of(slot);
  ++world.authority.events;
  const double judged =
      judge_case(world, slot, Decision::judged_at_review_conference, Seeing::in_the_home).need;
  const int conferences_before = open.review_conferences++;
  if (judged < ends_below(p, conferences_before)) {
    end_plans(world, slot, open.planned);
    move_to_statutory(world, slot, ServiceTier::child_in_need, judged);
    open.minimum_until =
        static_cast<float>(world.in_weeks(all.closure_ways.minimum_weeks_after_plan));
    return;
  }
  if (judged < static_cast<double>(open.judged_at_start)) {
    open.reviews_without_progress = 0;
  } else if (++open.reviews_without_progress >= p.reviews_before_proceedings &&
             !open.has(CaseDate::proceedings_end)) {
    open.reviews_without_progress = 0;
    open.date(CaseDate::proceedings_end) = world.in_weeks(p.proceedings_weeks);
  }
  const double earliest = std::min(p.later_review_earliest_weeks, p.later_review_weeks);
  const double u = world.uniform(slot, Decision::next_review_conference,
                                 world.next_in_case(slot, Decision::next_review_conference));
  open.date(CaseDate::review) = world.in_weeks(earliest + u * (p.later_review_weeks - earliest));
  world.reschedule_services(slot);
}

void end_proceedings(World& world, FamilySlot slot) {
  const ProtectionParameters& p = world.rules.p.protection;
  ++world.authority.events;
  world.case_of(slot).clear(CaseDate::proceedings_end);
  const double u = world.uniform(slot, Decision::care_from_proceedings,
                                 world.next_in_case(slot, Decision::care_from_proceedings));
  const bool conference =
      p.family_group_conference > 0.0 &&
      world.chance(slot, Decision::keeps_worker, 0x8000U + world.known(slot).cases,
                   p.family_group_conference);
  const bool care =
      u < p.care_from_proceedings * (conference ? p.family_group_conference_effect : 1.0);
  world.tell({.kind = HappeningKind::proceedings_ended,
              .day = world.now(),
              .slot = slot,
              .tier = ServiceTier::child_protection,
              .reason = care ? ClosingReason::none : ClosingReason::returned_home,
              .children = count_of(world.seen_case(slot).planned),
              .repeats = conference ? 1 : 0});
  if (care) {
    start_care(world, slot);
  } else {
    world.reschedule_services(slot);
  }
}

}  // namespace stepdown
