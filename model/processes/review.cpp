#include "model/processes/review.h"

#include "model/policies/closure/closure_policy.h"
#include "model/processes/closing.h"
#include "model/processes/early_help.h"
#include "model/processes/enquiry.h"
#include "model/processes/front_door.h"
#include "model/processes/help.h"
#include "model/processes/judgement.h"
#include "model/processes/rationing.h"
#include "model/processes/statutory.h"

namespace stepdown {
namespace {

/// Home visits belong to one-to-one help and to statutory work, not to groups (EV76).
Seeing seeing_of(ServiceTier tier) {
  return tier == ServiceTier::community_early_help ? Seeing::from_outside : Seeing::in_the_home;
}

/// Under Family Help a family that needs more stays with its lead practitioner: there is no
/// referral between early help and child in need (EV75).
void become_child_in_need(World& world, FamilySlot slot, double judged) {
  Case& open = world.case_of(slot);
  for (std::size_t i = 0; i < most_children; ++i) {
    if ((open.children >> i & 1U) != 0) {
      open.child[i].in_need_since = static_cast<float>(world.now());
    }
  }
  note_in_need(world, slot, open.children);
  move_to_statutory(world, slot, ServiceTier::child_in_need, judged);
}

void step_up(World& world, FamilySlot slot, double judged) {
  Case& open = world.case_of(slot);
  open.reviews_without_progress = 0;
  switch (open.tier) {
    case ServiceTier::community_early_help: {
      const ChildSet children = open.children;
      end_case(world, slot, ClosingReason::stepped_up);
      seek_early_help(world, slot, ServiceTier::targeted_early_help, children, judged);
      break;
    }
    case ServiceTier::targeted_early_help:
      if (!world.authority.merged) {
        refer(world, slot, NoticeRoute::housing_voluntary);
      } else if (judged >= threshold_in_need(world)) {
        become_child_in_need(world, slot, judged);
      }
      break;
    default:
      start_enquiry(world, slot);
      break;
  }
}

/// Of a child in need without a worker: whoever is on duty asks from outside whether there is harm
/// to enquire about, or no need any more.
void review_unallocated(World& world, FamilySlot slot) {
  const ModelParameters& p = world.rules.p;
  Case& open = world.case_of(slot);
  const double judged =
      judge_case(world, slot, Decision::judged_at_review, Seeing::from_outside).need;
  const bool good =
      judged < p.threshold.good_review && world.family(slot).concern == AcuteConcern::none;
  world.tell({.kind = HappeningKind::review_held,
              .day = world.now(),
              .slot = slot,
              .tier = open.tier,
              .children = count_of(open.children),
              .repeats = good ? 1 : 0});
  open.date(CaseDate::review) =
      world.in_weeks(p.help[row_of(ServiceTier::child_in_need)].review_weeks);
  if (judged >= p.threshold.enquiry) {
    start_enquiry(world, slot);
  } else if (good && !open.is_under_enquiry()) {
    end_case(world, slot, ClosingReason::not_in_need);
    return;
  }
  world.reschedule_services(slot);
}

}  // namespace

void hold_review(World& world, FamilySlot slot) {
  const ModelParameters& p = world.rules.p;
  Case& open = world.case_of(slot);
  if (open.stage == CaseStage::waiting) {
    return look_at_waiting_again(world, slot);
  }
  ++world.authority.events;
  if (open.stage == CaseStage::unallocated) {
    return review_unallocated(world, slot);
  }
  const ServiceTier tier = open.tier;
  const HelpParameters& help = p.help[row_of(tier)];
  const double judged = judge_case(world, slot, Decision::judged_at_review, seeing_of(tier)).need;
  const bool good =
      judged < p.threshold.good_review && world.family(slot).concern == AcuteConcern::none;
  open.good_reviews = good ? static_cast<std::uint8_t>(open.good_reviews + 1) : std::uint8_t{0};
  const bool progress = good || judged < static_cast<double>(open.judged_at_start);
  open.reviews_without_progress =
      progress ? std::uint8_t{0} : static_cast<std::uint8_t>(open.reviews_without_progress + 1);
  open.date(CaseDate::review) = world.in_weeks(help.review_weeks);
  world.tell({.kind = HappeningKind::review_held,
              .day = world.now(),
              .slot = slot,
              .tier = tier,
              .children = count_of(open.children),
              .repeats = good ? 1 : 0});
  const bool enquiry_needed = tier == ServiceTier::child_in_need && judged >= p.threshold.enquiry;
  const bool more_needed = tier == ServiceTier::targeted_early_help && world.authority.merged &&
                           judged >= p.threshold.referral;
  if (enquiry_needed || more_needed ||
      open.reviews_without_progress >= help.reviews_without_progress) {
    step_up(world, slot, judged);
  } else if (!open.is_under_enquiry() && !open.has(CaseDate::front_door_decides) &&
             world.now() >= static_cast<double>(open.minimum_until)) {
    close_by_policy(world, slot, {.good = good, .good_in_a_row = open.good_reviews}, judged);
  }
  if (world.seen_case(slot).gets_help()) {
    world.reschedule_services(slot);
  }
}

}  // namespace stepdown
