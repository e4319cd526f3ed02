#include "model/processes/noticing.h"

#include <array>

#include "model/processes/consent.h"
#include "model/processes/early_help.h"
#include "model/processes/enquiry.h"
#include "model/processes/front_door.h"
#include "model/processes/judgement.h"
#include "model/processes/rationing.h"

namespace stepdown {
namespace {

using Weights = std::array<double, notice_routes>;

/// The family's trust, if it knows of help, recognises its need and so would ask; else the place of
/// those who would not.
std::size_t asking_of(const Rules& rules, const Family& family) {
  // Nobody can foresee it: both are looked at, so that a processor need not guess.
  const bool asks = static_cast<bool>(static_cast<int>(rules.knows_of_help(family)) &
                                      static_cast<int>(rules.recognises_need(family)));
  return asks ? std::size_t{family.trust} : Rules::askings - 1;
}

Weights weights_of(const Rules& rules, const Family& family) {
  return rules.routes_to(family.has_over_5, family.has_under_5, asking_of(rules, family));
}

double reach_of(const Rules& rules, const Family& family) {
  return rules
      .reached[family.has_over_5 ? 1 : 0][family.has_under_5 ? 1 : 0][asking_of(rules, family)];
}

double sum_of(const Weights& weights) {
  double sum = 0.0;
  for (const double weight : weights) {
    sum += weight;
  }
  return sum;
}

NoticeRoute route_at(const Weights& weights, double u) {
  double left = u * sum_of(weights);
  std::size_t route = 0;
  while (route + 1 < notice_routes && left >= weights[route]) {
    left -= weights[route];
    ++route;
  }
  while (weights[route] == 0.0 && route > 0) {
    --route;
  }
  return static_cast<NoticeRoute>(route);
}

void tell_contact(World& world, FamilySlot slot, NoticeRoute route) {
  if (world.observers.want(HappeningKind::contact)) {
    world.tell({.kind = HappeningKind::contact,
                .day = world.now(),
                .slot = slot,
                .children = count_of(world.family(slot).at_home),
                .route = route});
  }
}

bool depends_on_partners(NoticeRoute route) {
  return route == NoticeRoute::school || route == NoticeRoute::early_years ||
         route == NoticeRoute::health || route == NoticeRoute::housing_voluntary;
}

}  // namespace

void set_noticing_rate(World& world, Family& family) {
  const Rules& rules = world.rules;
  const bool can_be = !family.statutory && family.at_home != 0;
  const double concern = rules.concern_noticing[family.concern == AcuteConcern::none ? 0 : 1];
  const double attention =
      family.watched
          ? static_cast<double>(world.authority.families.record_at(family.record).noticed_by())
          : 1.0;
  world.set_rate(family, FamilyClock::noticed,
                 rules.noticing[static_cast<std::size_t>(row_of(family.level))] * concern *
                     static_cast<double>(family.visibility) * rules.area_noticing[family.area] *
                     attention * reach_of(rules, family) * (can_be ? 1.0 : 0.0),
                 Decision::noticed, world.authority.times.noticing);
}

void be_noticed(World& world, FamilySlot slot) {
  const std::uint32_t strike = world.strikes(slot, FamilyClock::noticed);
  const NoticeRoute route = route_at(weights_of(world.rules, world.family(slot)),
                                     world.uniform(slot, Decision::route, strike));
  const double partners = world.rules.partners.speed(world.now());
  if (partners < 1.0 && depends_on_partners(route) &&
      !world.chance(slot, Decision::reached_in_time, strike, partners)) {
    set_noticing_rate(world, world.family(slot));
    return;
  }
  tell_contact(world, slot, route);
  const Judgement seen = judge(world, slot, Decision::judged_at_contact, strike, Seeing::a_contact);
  const Case& open = world.seen_case(slot);
  if (seen.need >= world.rules.p.threshold.referral) {
    ++world.authority.events;
    refer(world, slot, route);
  } else if (const ServiceTier tier = early_help_for(world, slot, seen.need);
             tier != ServiceTier::universal && !open.is_open() && open.is_over()) {
    ++world.authority.events;
    const std::uint32_t offer = world.record(slot).offers;
    offer_early_help(world, slot, tier,
                     children_concerned(world, slot, Decision::children_offered, offer), seen.need);
  } else if (route == NoticeRoute::family_itself && !open.is_open()) {
    lose_trust(world, slot, Disappointment::not_heard);
  }
  set_noticing_rate(world, world.family(slot));
}

void report_incident(World& world, FamilySlot slot) {
  if (!world.family(slot).statutory) {
    tell_contact(world, slot, NoticeRoute::police);
    refer(world, slot, NoticeRoute::police);
    return;
  }
  const Case& open = world.seen_case(slot);
  const bool in_need = open.stage == CaseStage::unallocated ||
                       (open.gets_help() && open.tier == ServiceTier::child_in_need);
  if (in_need && world.family(slot).concern == AcuteConcern::serious) {
    start_enquiry(world, slot);
  }
}

void draw_attention(World& world, FamilySlot slot, Attention kind, double factor, double weeks) {
  if (factor == 1.0) {
    return;
  }
  Record& record = world.record(slot);
  record.attention[static_cast<std::size_t>(kind)] = static_cast<float>(factor);
  world.family(slot).watched = record.noticed_by() != 1.0F;
  record.clocks.set_timer(end_of(kind), world.in_weeks(weeks));
  set_noticing_rate(world, world.family(slot));
  world.reschedule_services(slot);
}

void end_attention(World& world, FamilySlot slot, Attention kind) {
  Record& record = world.record(slot);
  record.attention[static_cast<std::size_t>(kind)] = 1.0F;
  world.family(slot).watched = record.noticed_by() != 1.0F;
  record.clocks.set_timer(end_of(kind), Case::never);
  set_noticing_rate(world, world.family(slot));
}

}  // namespace stepdown
