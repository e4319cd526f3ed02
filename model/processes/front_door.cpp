#include "model/processes/front_door.h"

#include <array>
#include <cmath>

#include "model/processes/consent.h"
#include "model/processes/early_help.h"
#include "model/processes/enquiry.h"
#include "model/processes/help.h"
#include "model/processes/judgement.h"
#include "model/processes/noticing.h"
#include "model/processes/rationing.h"
#include "model/processes/statutory.h"
#include "model/time.h"

namespace stepdown {
namespace {

/// Counts the referral for each child; returns how many were referred within the year before.
int record_referral(World& world, FamilySlot slot, ChildSet children) {
  Record& record = world.record(slot);
  int repeats = 0;
  for (std::size_t i = 0; i < most_children; ++i) {
    if ((children >> i & 1U) != 0) {
      ChildRecord& child = record.children[i];
      repeats += world.now() - static_cast<double>(child.last_referral) <= days_per_year ? 1 : 0;
      child.last_referral = static_cast<float>(world.now());
    }
  }
  return repeats;
}

/// The children of the family's latest referral who still live there.
ChildSet children_referred(World& world, FamilySlot slot) {
  return children_concerned(world, slot, Decision::children_included, world.known(slot).referrals);
}

/// What a family that is turned away makes of it: trust falls, and others go on calling.
void turn_away(World& world, FamilySlot slot) {
  const NoticingParameters& p = world.rules.p.noticing;
  lose_trust(world, slot, Disappointment::turned_away);
  draw_attention(world, slot, Attention::after_referral, p.repeat_contacts, p.repeat_weeks);
}

/// Under Family Help a family on targeted help is not referred: its lead practitioner is told, and
/// looks at once (EV75).
bool has_lead_practitioner(const World& world, FamilySlot slot) {
  const Case& open = world.seen_case(slot);
  return world.authority.merged && open.gets_help() &&
         open.tier == ServiceTier::targeted_early_help;
}

void call_lead_practitioner(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  open.date(open.stage == CaseStage::tapering ? CaseDate::contact : CaseDate::review) = world.now();
  world.reschedule_services(slot);
}

double days_of_assessment(World& world, FamilySlot slot) {
  const ModelParameters& p = world.rules.p;
  const JudgementParameters& j = p.judgement;
  const double quantile =
      world.uniform(slot, Decision::assessment_length, world.known(slot).referrals);
  const Case& open = world.seen_case(slot);
  const double share =
      open.worker == nobody ? 1.0 : world.authority.teams[open.team].cap_share(open.worker);
  return assessment_days(p.front_door, quantile) *
         (1.0 + j.structured_tools * (j.structured_tools_time - 1.0)) *
         (share < 1.0 ? std::pow(share, -p.front_door.overload_slows) : 1.0);
}

}  // namespace

void refer(World& world, FamilySlot slot, NoticeRoute route) {
  if (world.seen_case(slot).has(CaseDate::front_door_decides)) {
    return;
  }
  if (has_lead_practitioner(world, slot)) {
    call_lead_practitioner(world, slot);
    return;
  }
  Record& record = world.record(slot);
  ++record.referrals;
  const ChildSet children = children_referred(world, slot);
  const Case& before = world.seen_case(slot);
  world.tell({.kind = HappeningKind::referral,
              .day = world.now(),
              .slot = slot,
              .tier = before.gets_help() ? before.tier : ServiceTier::universal,
              .children = count_of(children),
              .repeats = record_referral(world, slot, children),
              .route = route});
  if (!world.authority.families.has_case(slot)) {
    open_case(world, slot);
  }
  Case& open = world.case_of(slot);
  if (!open.is_open()) {
    set_stage(world, slot, CaseStage::front_door, ServiceTier::universal, children);
  }
  open.asked_since = static_cast<float>(world.now());
  seek_decision(world, slot);
}

void seek_decision(World& world, FamilySlot slot) {
  world.case_of(slot).date(CaseDate::front_door_decides) = world.authority.front_desk.decision_on(
      world.now(), Duration::working_days(world.rules.p.front_door.decision_days).in_days(),
      Case::never);
  world.reschedule_services(slot);
}

void decide_referral(World& world, FamilySlot slot) {
  ++world.authority.events;
  Case& open = world.case_of(slot);
  open.clear(CaseDate::front_door_decides);
  const ChildSet children = children_referred(world, slot);
  const double waited = world.now() - static_cast<double>(open.asked_since);
  const double judged = judge(world, slot, Decision::judged_at_referral,
                              world.known(slot).referrals, Seeing::from_outside)
                            .need;
  const bool assessed = judged >= world.rules.p.threshold.front_door && children != 0;
  world.tell(
      {.kind = assessed ? HappeningKind::referral_accepted : HappeningKind::no_further_action,
       .day = world.now(),
       .slot = slot,
       .children = count_of(children),
       .repeats = open.stage == CaseStage::front_door ? 0 : 1,
       .days = waited});
  if (!assessed) {
    if (open.stage == CaseStage::front_door) {
      end_case(world, slot, ClosingReason::no_further_action);
    }
    turn_away(world, slot);
    settle_family(world, slot);  // less trust: a family that is being helped may leave sooner
    return;
  }
  if (open.is_open() && open.stage != CaseStage::front_door) {
    end_case(world, slot, ClosingReason::stepped_up);
  }
  hold_for_assessment(world, slot, children);
  world.case_of(slot).date(CaseDate::assessment_ends) =
      world.now() + days_of_assessment(world, slot);
  if (judged >= world.rules.p.threshold.enquiry) {
    start_enquiry(world, slot);
  }
  world.reschedule_services(slot);
}

double assessment_days(const FrontDoorParameters& p, double u) {
  constexpr double statutory_limit = 45.0;
  const std::array<double, 6> at = {0.0,
                                    p.assessment_quarter,
                                    p.assessment_median,
                                    p.assessment_three_quarters,
                                    statutory_limit,
                                    p.assessment_longest};
  const std::array<double, 6> share = {0.0, 0.25, 0.5, 0.75, p.assessment_in_time, 1.0};
  std::size_t next = 1;
  while (next < 5 && u > share[next]) {
    ++next;
  }
  const double width = share[next] - share[next - 1];
  const double within = width > 0.0 ? (u - share[next - 1]) / width : 0.0;
  return Duration::working_days(at[next - 1] + within * (at[next] - at[next - 1])).in_days();
}

void end_assessment(World& world, FamilySlot slot) {
  ++world.authority.events;
  Case& open = world.case_of(slot);
  if (open.stage == CaseStage::early_help_assessment) {
    end_early_help_assessment(world, slot);
    return;
  }
  open.clear(CaseDate::assessment_ends);
  if (open.is_under_enquiry()) {
    world.reschedule_services(slot);
    return;  // the enquiry's outcome decides
  }
  const Judgement judged =
      judge_case(world, slot, Decision::judged_at_assessment, Seeing::in_the_home);
  if (judged.need >= world.rules.p.threshold.enquiry && !open.enquiry_made) {
    start_enquiry(world, slot);
  } else {
    decide_assessment(world, slot, judged.need, judged.neglect);
  }
}

void tell_assessment_ended(World& world, FamilySlot slot, ClosingReason reason, ChildSet children,
                           double judged_neglect) {
  const double recorded_from = world.rules.p.front_door.neglect_recorded_from;
  world.tell({.kind = HappeningKind::assessment_ended,
              .day = world.now(),
              .slot = slot,
              .reason = reason,
              .children = count_of(children),
              .repeats = judged_neglect >= recorded_from ? 1 : 0,
              .days = world.now() - world.seen_case(slot).opened});
}

void decide_assessment(World& world, FamilySlot slot, double judged, double judged_neglect) {
  const ModelParameters& p = world.rules.p;
  Case& open = world.case_of(slot);
  const ChildSet children = open.children;
  const bool in_need = judged >= threshold_in_need(world);
  tell_assessment_ended(world, slot, in_need ? ClosingReason::none : ClosingReason::not_in_need,
                        children, judged_neglect);
  if (in_need) {
    note_in_need(world, slot, children);
    if (world.chance_in_case(slot, Decision::consents_to_child_in_need,
                             chance_of_accepting(world, slot, ServiceTier::child_in_need))) {
      move_to_statutory(world, slot, ServiceTier::child_in_need, judged);
      return;
    }
    world.tell({.kind = HappeningKind::offer_declined,
                .day = world.now(),
                .slot = slot,
                .tier = ServiceTier::child_in_need,
                .reason = ClosingReason::declined,
                .children = count_of(children)});
  }
  const bool offered = world.chance_in_case(slot, Decision::early_help_after_assessment,
                                            p.front_door.early_help_after_assessment);
  const bool care_goes_on = open.in_care != 0;
  end_case(world, slot, in_need ? ClosingReason::declined : ClosingReason::not_in_need);
  const ServiceTier tier = early_help_for(world, slot, judged);
  if (tier != ServiceTier::universal && (in_need || offered) && !care_goes_on) {
    offer_early_help(world, slot, tier, children, judged, Assessed::by_social_work);
  } else {
    turn_away(world, slot);
  }
}

}  // namespace stepdown
