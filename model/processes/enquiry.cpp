#include "model/processes/enquiry.h"

#include "model/processes/care.h"
#include "model/processes/front_door.h"
#include "model/processes/judgement.h"
#include "model/processes/protection.h"

namespace stepdown {
namespace {

/// What ran beside the enquiry goes on: an assessment that was only waiting for it is decided now.
void return_from_enquiry(World& world, FamilySlot slot, const Judgement& judged) {
  const Case& open = world.seen_case(slot);
  if (open.stage == CaseStage::assessment && !open.has(CaseDate::assessment_ends)) {
    decide_assessment(world, slot, judged.need, judged.neglect);
  } else {
    world.reschedule_services(slot);
  }
}

}  // namespace

void start_enquiry(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  if (open.is_under_enquiry()) {
    return;
  }
  open.enquiry_made = true;
  open.date(CaseDate::enquiry_ends) = world.in_working_days(world.rules.p.front_door.enquiry_days);
  world.tell({.kind = HappeningKind::enquiry_started,
              .day = world.now(),
              .slot = slot,
              .tier = open.tier,
              .children = count_of(open.children)});
  world.reschedule_services(slot);
}

void end_enquiry(World& world, FamilySlot slot) {
  const ModelParameters& p = world.rules.p;
  Case& open = world.case_of(slot);
  ++world.authority.events;
  open.clear(CaseDate::enquiry_ends);
  const bool serious = world.family(slot).concern == AcuteConcern::serious;
  const Judgement judged =
      judge_case(world, slot, Decision::judged_at_enquiry, Seeing::in_the_home);
  if (serious && world.chance_in_case(slot, Decision::care_from_concern,
                                      p.protection.care_from_serious_concern)) {
    start_care(world, slot, judged.neglect);
  } else if (judged.need >= p.threshold.conference) {
    open.date(CaseDate::conference) = world.in_working_days(p.front_door.conference_days);
    world.reschedule_services(slot);
  } else {
    return_from_enquiry(world, slot, judged);
  }
}

void hold_conference(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  ++world.authority.events;
  open.clear(CaseDate::conference);
  world.tell({.kind = HappeningKind::conference_held,
              .day = world.now(),
              .slot = slot,
              .tier = open.tier,
              .children = count_of(open.children)});
  const Judgement judged =
      judge_case(world, slot, Decision::judged_at_conference, Seeing::in_the_home);
  if (judged.need >= world.rules.p.threshold.plan) {
    start_plan(world, slot, judged);
  } else {
    return_from_enquiry(world, slot, judged);
  }
}

}  // namespace stepdown
