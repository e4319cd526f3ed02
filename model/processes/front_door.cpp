#include "model/processes/front_door.h"

#include <array>

#include "model/processes/enquiry.h"
#include "model/processes/help.h"
#include "model/processes/judgement.h"
#include "model/processes/need.h"
#include "model/time.h"

namespace stepdown {
namespace {

/// The kind of early help a family judged at `judged` would be offered, or universal for none.
ServiceTier early_help_for(const ThresholdParameters& threshold, double judged) {
  if (judged >= threshold.targeted_early_help) {
    return ServiceTier::targeted_early_help;
  }
  return judged >= threshold.community_early_help ? ServiceTier::community_early_help
                                                  : ServiceTier::universal;
}

/// Counts the referral for each child; returns how many were referred within the year before.
int record_referral(World& world, FamilySlot slot, ChildSet children) {
  int repeats = 0;
  for (int i = 0; i < most_children; ++i) {
    if ((children & (1U << i)) != 0) {
      Child& child = world.history(slot).children[static_cast<std::size_t>(i)];
      repeats += world.now() - child.last_referral <= days_per_year ? 1 : 0;
      child.last_referral = world.now();
    }
  }
  return repeats;
}

}  // namespace

void be_noticed(World& world, FamilySlot slot) {
  const ThresholdParameters& threshold = world.rules.p.threshold;
  if (world.observers.want(HappeningKind::contact)) {
    world.tell({.kind = HappeningKind::contact, .day = world.now(), .slot = slot});
  }
  const double judged = judged_need(world, slot, Decision::judged_at_contact, Seeing::from_outside);
  if (judged >= threshold.referral) {
    ++world.authority.events;
    refer(world, slot);
  } else if (const ServiceTier tier = early_help_for(threshold, judged);
             tier != ServiceTier::universal && !world.case_of(slot).is_open()) {
    ++world.authority.events;
    offer_early_help(world, slot, tier, children_concerned(world, slot), judged);
  }
  set_noticing_rate(world, world.family(slot));
}

void refer(World& world, FamilySlot slot) {
  const ModelParameters& p = world.rules.p;
  const ChildSet children = children_concerned(world, slot);
  const Case& open = world.case_of(slot);
  world.tell({.kind = HappeningKind::referral,
              .day = world.now(),
              .slot = slot,
              .tier = open.gets_help() ? open.tier : ServiceTier::universal,
              .children = count_of(children),
              .repeats = record_referral(world, slot, children)});
  const double judged =
      judged_need(world, slot, Decision::judged_at_referral, Seeing::from_outside);
  if (judged < p.threshold.front_door) {
    world.tell({.kind = HappeningKind::no_further_action,
                .day = world.now(),
                .slot = slot,
                .children = count_of(children)});
    return;
  }
  if (open.is_open()) {
    end_case(world, slot, ClosingReason::stepped_up);
  }
  hold_for_assessment(world, slot, children);
  world.case_of(slot).date(CaseDate::assessment_ends) =
      world.now() + assessment_days(p.front_door, world.uniform(slot, Decision::assessment_length));
  if (judged >= p.threshold.enquiry) {
    start_enquiry(world, slot);
  }
  world.reschedule_case(slot);
}

double assessment_days(const FrontDoorParameters& p, double u) {
  const std::array<double, 5> at = {0.0, p.assessment_quarter, p.assessment_median,
                                    p.assessment_three_quarters, p.assessment_longest};
  const auto quarter = static_cast<std::size_t>(u * 4.0);
  const double within = u * 4.0 - static_cast<double>(quarter);
  return Duration::working_days(at[quarter] + within * (at[quarter + 1] - at[quarter])).in_days();
}

void end_assessment(World& world, FamilySlot slot) {
  ++world.authority.events;
  Case& open = world.case_of(slot);
  open.clear(CaseDate::assessment_ends);
  if (open.is_under_enquiry()) {
    world.reschedule_case(slot);
    return;  // the enquiry's outcome decides
  }
  const double judged =
      judged_need(world, slot, Decision::judged_at_assessment, Seeing::in_the_home);
  if (judged >= world.rules.p.threshold.enquiry && !open.enquiry_made) {
    start_enquiry(world, slot);
  } else {
    decide_assessment(world, slot, judged);
  }
}

void decide_assessment(World& world, FamilySlot slot, double judged) {
  const ModelParameters& p = world.rules.p;
  const ChildSet children = world.case_of(slot).children;
  const bool in_need = judged >= p.threshold.child_in_need;
  world.tell({.kind = HappeningKind::assessment_ended,
              .day = world.now(),
              .slot = slot,
              .reason = in_need ? ClosingReason::none : ClosingReason::not_in_need,
              .children = count_of(children),
              .days = world.now() - world.case_of(slot).opened});
  if (in_need && world.chance(slot, Decision::consents_to_child_in_need, p.consent.child_in_need)) {
    move_to_statutory(world, slot, ServiceTier::child_in_need, judged);
    return;
  }
  if (in_need) {
    world.tell({.kind = HappeningKind::offer_declined,
                .day = world.now(),
                .slot = slot,
                .tier = ServiceTier::child_in_need,
                .reason = ClosingReason::declined,
                .children = count_of(children)});
  }
  end_case(world, slot, in_need ? ClosingReason::declined : ClosingReason::not_in_need);
  const ServiceTier tier = early_help_for(p.threshold, judged);
  if (tier != ServiceTier::universal) {
    offer_early_help(world, slot, tier, children, judged);
  }
}

}  // namespace stepdown
