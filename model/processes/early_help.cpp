#include "model/processes/early_help.h"

#include <cmath>

#include "model/processes/allocation.h"
#include "model/processes/consent.h"
#include "model/processes/front_door.h"
#include "model/processes/help.h"
#include "model/processes/judgement.h"
#include "model/processes/rationing.h"

namespace stepdown {
namespace {

/// Time of the assessment before a place is sought (EV38).
double assessment_weeks(const World& world) {
  const FrontDoorParameters& p = world.rules.p.front_door;
  return p.early_help_weeks * (1.0 + p.single_entry * (p.single_entry_effect - 1.0));
}

void set_next_look(World& world, Case& waiting) {
  const double weeks = world.rules.p.waiting.retriage_weeks;
  waiting.date(CaseDate::review) = weeks > 0.0 ? world.in_weeks(weeks) : Case::never;
}

void wait(World& world, FamilySlot slot, ServiceTier tier, double judged) {
  Case& open = world.case_of(slot);
  const std::size_t team = world.authority.team_row(tier);
  set_stage(world, slot, CaseStage::waiting, tier, open.children);
  open.opened = world.now();
  open.judged_at_start = static_cast<float>(judged);
  world.authority.list_of(team, world.family(slot).area)
      .join(world.authority.families, slot, rank_on_list(world, open), world.now());
  if (const double support = world.rules.p.waiting.interim_support; support > 0.0) {
    open.intensity = static_cast<float>(support);
    take_on(world, slot, team, least_loaded_for(world, slot, team));
  }
  set_next_look(world, open);
  world.tell({.kind = HappeningKind::waiting_started,
              .day = world.now(),
              .slot = slot,
              .tier = tier,
              .children = count_of(open.children)});
  settle_family(world, slot);
}

}  // namespace

double rank_on_list(const World& world, const Case& waiting) {
  constexpr double longer_than_any_wait = 1e6;  // days
  if (world.authority.team_row(waiting.tier) == 2) {
    return waiting.opened;
  }
  switch (world.rules.p.waiting.discipline) {
    case Discipline::first_come:
      return waiting.opened;
    case Discipline::by_level:
      return waiting.opened - longer_than_any_wait * std::round(waiting.judged_at_start);
    case Discipline::by_level_with_ageing:
      return per_day(world.rules.p.waiting.ageing) * waiting.opened -
             static_cast<double>(waiting.judged_at_start);
  }
  return waiting.opened;
}

void offer_early_help(World& world, FamilySlot slot, ServiceTier tier, ChildSet children,
                      double judged, Assessed assessed) {
  Record& record = world.record(slot);
  const std::uint32_t offer = record.offers++;
  if (!world.chance(slot, Decision::consents_to_early_help, offer,
                    chance_of_accepting(world, slot, tier))) {
    world.tell({.kind = HappeningKind::offer_declined,
                .day = world.now(),
                .slot = slot,
                .tier = tier,
                .children = count_of(children)});
    plan_to_ask_again(world, slot, tier);
    return;
  }
  world.tell({.kind = HappeningKind::offer_accepted,
              .day = world.now(),
              .slot = slot,
              .tier = tier,
              .children = count_of(children)});
  // Early help accepted as help closes is the stepping down itself.
  record.spell_goes_on = record.last_closing == static_cast<float>(world.now());
  const bool is_one_assessment = world.authority.merged && assessed == Assessed::by_social_work &&
                                 tier == ServiceTier::targeted_early_help;
  const double weeks = is_one_assessment ? 0.0 : assessment_weeks(world);
  if (weeks <= 0.0) {
    seek_early_help(world, slot, tier, children, judged);
    return;
  }
  open_case(world, slot);
  set_stage(world, slot, CaseStage::early_help_assessment, tier, children);
  Case& open = world.case_of(slot);
  open.opened = world.now();
  open.judged_at_start = static_cast<float>(judged);
  open.date(CaseDate::assessment_ends) = world.in_weeks(weeks);
  world.reschedule_services(slot);
}

void end_early_help_assessment(World& world, FamilySlot slot) {
  ++world.authority.events;
  Case& open = world.case_of(slot);
  open.clear(CaseDate::assessment_ends);
  seek_early_help(world, slot, open.tier, open.children, static_cast<double>(open.judged_at_start));
}

void seek_early_help(World& world, FamilySlot slot, ServiceTier tier, ChildSet children,
                     double judged) {
  if (!world.authority.families.has_case(slot)) {
    open_case(world, slot);
  }
  Case& open = world.case_of(slot);
  set_stage(world, slot, open.stage, tier, children);
  if (!open.has(CaseDate::front_door_decides)) {
    open.asked_since = static_cast<float>(world.now());
  }
  const std::size_t team = world.authority.team_row(tier);
  const bool somebody_waits =
      world.authority.list_of(team, 0).length() + world.authority.list_of(team, 4).length() > 0;
  const WorkerId worker =
      somebody_waits ? nobody : worker_for(world, slot, team, full_places(world, tier, children));
  if (worker == nobody) {
    wait(world, slot, tier, judged);
    if (somebody_waits) {
      fill_places(world, team);  // those who were ahead may need more room, or posts not reserved
    }
    return;
  }
  world.tell({.kind = HappeningKind::waiting_ended,
              .day = world.now(),
              .slot = slot,
              .tier = tier,
              .children = count_of(children)});
  begin_help_with(world, slot, tier, worker, judged);
}

void look_at_waiting_again(World& world, FamilySlot slot) {
  ++world.authority.events;
  Case& open = world.case_of(slot);
  const double judged =
      judge_case(world, slot, Decision::judged_on_list, Seeing::from_outside).need;
  if (judged >= world.rules.p.threshold.referral) {
    set_next_look(world, open);
    refer(world, slot, NoticeRoute::housing_voluntary);
    world.reschedule_services(slot);
    return;
  }
  if (judged < world.rules.p.threshold.good_review &&
      world.family(slot).concern == AcuteConcern::none) {
    end_case(world, slot, ClosingReason::taken_off_list);
    return;
  }
  set_next_look(world, open);
  open.judged_at_start = static_cast<float>(judged);
  if (world.rules.p.waiting.discipline != Discipline::first_come) {
    WaitingList& list =
        world.authority.list_of(world.authority.team_row(open.tier), world.family(slot).area);
    list.leave(world.authority.families, slot, world.now());
    list.join(world.authority.families, slot, rank_on_list(world, open), world.now());
  }
  world.reschedule_services(slot);
}

void ask_again(World& world, FamilySlot slot) {
  Record& record = world.record(slot);
  record.clocks.set_timer(AfterClosing::asked_again, Case::never);
  if (world.authority.families.has_case(slot) || world.family(slot).at_home == 0) {
    return;
  }
  ++world.authority.events;
  world.tell({.kind = HappeningKind::asked_again,
              .day = world.now(),
              .slot = slot,
              .tier = record.asked_for,
              .children = count_of(world.family(slot).at_home)});
  const double judged =
      judge(world, slot, Decision::judged_when_asked_again, record.offers, Seeing::from_outside)
          .need;
  if (const ServiceTier tier = early_help_for(world, slot, judged);
      tier != ServiceTier::universal) {
    offer_early_help(world, slot, tier,
                     children_concerned(world, slot, Decision::children_offered, record.offers),
                     judged);
  }
}

}  // namespace stepdown
