#include "model/processes/closing.h"

#include <algorithm>

#include "model/processes/early_help.h"
#include "model/processes/help.h"

namespace stepdown {
namespace {

const ClosureParameters& closure_of(const World& world, ServiceTier tier) {
  return world.rules.p.closure[row_of(tier) - 1];
}

ServiceTier tier_below(ServiceTier tier) {
  return tier == ServiceTier::child_in_need ? ServiceTier::targeted_early_help
                                            : ServiceTier::community_early_help;
}

void clear_reviews(Case& open) {
  open.clear(CaseDate::review);
  open.clear(CaseDate::time_limit);
}

void begin_taper_step(World& world, FamilySlot slot, std::uint8_t step) {
  Case& open = world.case_of(slot);
  const ClosureParameters& closure = closure_of(world, open.tier);
  open.taper_step = step;
  open.date(CaseDate::taper_step_ends) = world.in_weeks(closure.taper_weeks[step]);
  set_help_stage(world, slot, CaseStage::tapering, closure.taper_intensity[step]);
}

void begin_taper(World& world, FamilySlot slot) {
  Case& open = world.case_of(slot);
  const ClosureParameters& closure = closure_of(world, open.tier);
  clear_reviews(open);
  open.date(CaseDate::contact) = world.in_weeks(closure.contact_weeks);
  world.tell({.kind = HappeningKind::taper_started,
              .day = world.now(),
              .slot = slot,
              .tier = open.tier,
              .children = count_of(open.children)});
  begin_taper_step(world, slot, 0);
}

void step_down_a_tier(World& world, FamilySlot slot, double judged) {
  const ServiceTier tier = world.case_of(slot).tier;
  const ChildSet children = world.case_of(slot).children;
  const bool care_goes_on = world.seen_case(slot).in_care != 0;
  if (tier == ServiceTier::child_in_need && world.authority.merged && !care_goes_on) {
    // Within one service nobody asks, assesses or waits again, and the worker stays.
    tell_help_ended(world, slot, ClosingReason::stepped_down, children);
    end_episodes(world, slot, children, ClosingReason::stepped_down);
    begin_help(world, slot, ServiceTier::targeted_early_help, judged);
    return;
  }
  end_case(world, slot, ClosingReason::stepped_down);
  if (tier != ServiceTier::community_early_help && !care_goes_on) {
    offer_early_help(world, slot, tier_below(tier), children, judged);
  }
}

/// No case is closed while something is still to be decided, or too soon after a plan; the date of
/// closing comes again when that is over.
bool put_off(World& world, FamilySlot slot, CaseDate closing) {
  Case& open = world.case_of(slot);
  const double decided =
      std::min({open.date(CaseDate::enquiry_ends), open.date(CaseDate::conference),
                open.date(CaseDate::front_door_decides)});
  const double until = decided < Case::never ? decided : static_cast<double>(open.minimum_until);
  if (until <= world.now()) {
    return false;
  }
  open.date(closing) = until;
  world.reschedule_services(slot);
  return true;
}

}  // namespace

void close_by_policy(World& world, FamilySlot slot, ReviewFacts facts, double judged) {
  const ClosureParameters& closure = closure_of(world, world.case_of(slot).tier);
  switch (answer_review(closure, facts)) {
    case ClosureAnswer::go_on:
      break;
    case ClosureAnswer::close:
      end_case(world, slot, reason_of_closing(closure.policy));
      break;
    case ClosureAnswer::taper:
      begin_taper(world, slot);
      break;
    case ClosureAnswer::step_down:
      step_down_a_tier(world, slot, judged);
      break;
  }
}

void reach_time_limit(World& world, FamilySlot slot) {
  if (put_off(world, slot, CaseDate::time_limit)) {
    return;
  }
  ++world.authority.events;
  end_case(world, slot, ClosingReason::time_limit);
}

void make_contact(World& world, FamilySlot slot) {
  ++world.authority.events;
  Case& open = world.case_of(slot);
  const Family& family = world.family(slot);
  const TaperDetectionParameters& seen = world.rules.p.taper_detection;
  const bool relapsed = family.level >= NeglectLevel::three || family.concern != AcuteConcern::none;
  if (!world.chance_in_case(slot, Decision::relapse_seen,
                            relapsed ? seen.relapse_seen : seen.false_alarm)) {
    open.date(CaseDate::contact) = world.in_weeks(closure_of(world, open.tier).contact_weeks);
    world.reschedule_services(slot);
    return;
  }
  world.tell({.kind = HappeningKind::relapse_seen,
              .day = world.now(),
              .slot = slot,
              .tier = open.tier,
              .children = count_of(open.children),
              .repeats = relapsed ? 1 : 0});
  open.clear(CaseDate::contact);
  open.clear(CaseDate::taper_step_ends);
  open.good_reviews = 0;
  set_review_dates(world, open);
  set_help_stage(world, slot, CaseStage::helped, 1.0);
}

void end_taper_step(World& world, FamilySlot slot) {
  const Case& open = world.case_of(slot);
  const int next = open.taper_step + 1;
  const bool goes_on = next < closure_of(world, open.tier).taper_weeks.size;
  if (!goes_on && put_off(world, slot, CaseDate::taper_step_ends)) {
    return;
  }
  ++world.authority.events;
  if (goes_on) {
    begin_taper_step(world, slot, static_cast<std::uint8_t>(next));
  } else {
    end_case(world, slot, ClosingReason::taper_completed);
  }
}

}  // namespace stepdown
