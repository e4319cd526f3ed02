#include "model/processes/need.h"

#include <algorithm>
#include <limits>

#include "model/processes/enquiry.h"
#include "model/processes/front_door.h"
#include "model/processes/help.h"
#include "model/processes/noticing.h"
#include "model/processes/strength.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr int highest_capacity = Rules::capacities - 1;

void set_level(World& world, FamilySlot slot, NeglectLevel level) {
  Family& family = world.family(slot);
  world.authority.stocks.move_need(family, level, world.now());
  if (level > family.worst_level) {
    family.worst_level = level;
    if (level == NeglectLevel::three) {
      family.first_at_level_three = WholeDay::of(world.now());
    } else if (level == NeglectLevel::four) {
      family.first_at_level_four = WholeDay::of(world.now());
    }
  }
  if (world.observers.want(HappeningKind::level_changed)) {
    world.tell({.kind = HappeningKind::level_changed, .day = world.now(), .slot = slot});
  }
}

/// After a change of level or concern: how help reaches the family, and whether it stays, may
/// depend on it.
void follow_need(World& world, FamilySlot slot) {
  ++world.authority.events;
  if (world.authority.families.has_case(slot)) {
    settle_family(world, slot);
  } else {
    set_need_rates(world, world.family(slot));
  }
}

void told(World& world, FamilySlot slot, HappeningKind kind) {
  if (world.observers.want(kind)) {
    world.tell({.kind = kind, .day = world.now(), .slot = slot});
  }
}

/// A factor that help of this strength has where full help has `full`; exactly 1 if `full` is.
double scaled(double full, double strength) {
  return strength == 0.0 ? 1.0 : std::max(0.0, 1.0 + strength * (full - 1.0));
}

/// How often acute concerns come to this family, against the average one.
double incident_share(const Rules& rules, const Family& family) {
  const double by_vulnerability = rules.p.need.concern_vulnerability;
  return (1.0 - by_vulnerability + by_vulnerability * static_cast<double>(family.vulnerability)) *
         rules.area_worsening[family.area];
}

double fragile_factor(const Rules& rules, const Family& family) {
  const WorkingParameters& working = rules.p.working;
  return family.fragile ? rules.p.need.fragile_factor *
                              (1.0 + working.peer_support * (working.peer_support_effect - 1.0))
                        : 1.0;
}

/// What is not the doing of help in how fast need worsens.
double own_worsening(const Rules& rules, const Family& family) {
  return static_cast<double>(family.vulnerability) * rules.area_worsening[family.area] *
         rules.stage_worsening[static_cast<std::size_t>(family.stage)] *
         fragile_factor(rules, family);
}

void set_capacity_rates(World& world, FamilySlot slot, double strength, double growth) {
  if (!world.authority.families.has_record(slot)) {
    return;
  }
  const Family& family = world.family(slot);
  const bool fades = family.capacity > family.own_capacity && !family.helped && strength == 0.0;
  Record& record = world.record(slot);
  const auto set = [&](CapacityClock clock, Decision decision, double rate) {
    record.clocks.set_rate(clock, world.now(), rate, [&] {
      return world.authority.luck.unit_exponential(
          family.id, decision, record.clock_draws[static_cast<std::size_t>(clock)]++);
    });
  };
  set(CapacityClock::grows, Decision::capacity_grows, growth);
  set(CapacityClock::fades, Decision::capacity_fades, fades ? world.rules.capacity_fades : 0.0);
}

}  // namespace

void set_need_rates(World& world, Family& family) {
  const Rules& rules = world.rules;
  const auto level = static_cast<std::size_t>(row_of(family.level));
  world.set_rate(family, FamilyClock::worsens,
                 rules.worsening[level][family.capacity] *
                     static_cast<double>(family.worsening_factor) *
                     rules.classes_worsening[family.classes ? 1 : 0][level],
                 Decision::worsens, world.authority.times.worsening);
  world.set_rate(family, FamilyClock::eases,
                 rules.easing[level][family.capacity] * static_cast<double>(family.easing_factor),
                 Decision::eases);
  if (family.concern == AcuteConcern::none) {
    world.set_rate(family, FamilyClock::concern,
                   rules.concern_arrival[level] * incident_share(rules, family),
                   Decision::concern_arrives, world.authority.times.concerns);
  } else {
    world.set_rate(family, FamilyClock::concern,
                   rules.concern_resolution * static_cast<double>(family.concern_factor),
                   Decision::concern_ends);
  }
  set_noticing_rate(world, family);
}

void set_own_effects(World& world, Family& family) {
  family.worsening_factor = static_cast<float>(own_worsening(world.rules, family));
  family.easing_factor = family.concern_factor = 1.0F;
  set_need_rates(world, family);
}

void set_help_effects(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  const Rules& rules = world.rules;
  if (!world.authority.families.has_case(slot)) {
    set_capacity_rates(world, slot, 0.0, 0.0);
    set_own_effects(world, family);
    return;
  }
  const HelpParameters& help = rules.p.help[row_of(tier_of_help(world.seen_case(slot)))];
  const double strength = strength_of_help(world, slot);
  const double on_symptoms = strength * rules.symptoms;
  const double on_causes = strength * rules.causes;
  family.worsening_factor =
      static_cast<float>(own_worsening(rules, family) * scaled(help.worsening, on_symptoms));
  family.easing_factor = static_cast<float>(scaled(help.easing, on_symptoms));
  family.concern_factor =
      static_cast<float>(scaled(help.concern_resolution, strength * rules.whole_family));
  set_capacity_rates(
      world, slot, strength,
      family.capacity < highest_capacity ? per_day(help.capacity_growth) * on_causes : 0.0);
  set_need_rates(world, family);
}

void worsen(World& world, FamilySlot slot) {
  set_level(world, slot, worse(world.family(slot).level));
  follow_need(world, slot);
}

void ease(World& world, FamilySlot slot) {
  set_level(world, slot, better(world.family(slot).level));
  follow_need(world, slot);
}

void turn_concern(World& world, FamilySlot slot) {
  const ModelParameters& p = world.rules.p;
  Family& family = world.family(slot);
  if (family.concern != AcuteConcern::none) {
    family.concern = AcuteConcern::none;
    told(world, slot, HappeningKind::concern_changed);
    follow_need(world, slot);
    return;
  }
  const std::uint32_t strike = world.strikes(slot, FamilyClock::concern);
  const bool serious =
      world.chance(slot, Decision::concern_grade, strike, p.need.concern_serious_share);
  family.concern = serious ? AcuteConcern::serious : AcuteConcern::moderate;
  if (family.level != NeglectLevel::five &&
      world.chance(slot, Decision::concern_raises_level, strike, p.need.concern_raises_level)) {
    set_level(world, slot, worse(family.level));
  }
  told(world, slot, HappeningKind::concern_changed);
  follow_need(world, slot);
  if (family.at_home == 0) {
    return;
  }
  const double reported = (serious ? p.noticing.incident_serious : p.noticing.incident_moderate) *
                          (world.authority.times.noticing.speed(world.now()));
  if (world.chance(slot, Decision::incident_reported, strike, reported)) {
    report_incident(world, slot);
  }
}

void grow_capacity(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  family.capacity = static_cast<std::uint8_t>(std::min(family.capacity + 1, highest_capacity)) & 3U;
  ++world.authority.events;
  told(world, slot, HappeningKind::capacity_changed);
  set_help_effects(world, slot);
}

void lose_capacity(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  const int less = family.capacity - 1;
  family.capacity = static_cast<std::uint8_t>(std::max<int>(family.own_capacity, less)) & 3U;
  ++world.authority.events;
  told(world, slot, HappeningKind::capacity_changed);
  set_help_effects(world, slot);
}

void change_school(World& world, FamilySlot slot, std::uint32_t occasion) {
  const Family& family = world.family(slot);
  if (family.level != NeglectLevel::five &&
      world.chance(slot, Decision::school_change, occasion, world.rules.p.need.school_change)) {
    worsen(world, slot);
  }
}

void begin_fragile_spell(World& world, FamilySlot slot) {
  world.family(slot).fragile = true;
  world.record(slot).clocks.set_timer(AfterClosing::fragile_spell_ends,
                                      world.in_weeks(world.rules.p.need.fragile_weeks));
}

void end_fragile_spell(World& world, FamilySlot slot) {
  world.family(slot).fragile = false;
  world.record(slot).clocks.set_timer(AfterClosing::fragile_spell_ends, Case::never);
  ++world.authority.events;
  set_help_effects(world, slot);
}

}  // namespace stepdown
