#include "model/processes/need.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/processes/front_door.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr std::uint8_t highest_capacity = Rules::capacities - 1;

void set_level(World& world, FamilySlot slot, NeglectLevel level) {
  Family& family = world.family(slot);
  Authority& authority = world.authority;
  authority.stocks.count_need(family, world.now(), -1);
  family.level = level;
  authority.stocks.count_need(family, world.now(), +1);
  if (level > family.worst_level) {
    family.worst_level = level;
    if (level == NeglectLevel::three) {
      world.history(slot).first_at_level_three = world.now();
    } else if (level == NeglectLevel::four) {
      world.history(slot).first_at_level_four = world.now();
    }
  }
  if (world.observers.want(HappeningKind::level_changed)) {
    world.tell({.kind = HappeningKind::level_changed, .day = world.now(), .slot = slot});
  }
}

void changed(World& world, FamilySlot slot, HappeningKind kind) {
  ++world.authority.events;
  if (world.observers.want(kind)) {
    world.tell({.kind = kind, .day = world.now(), .slot = slot});
  }
  set_need_rates(world, world.family(slot));
}

/// A factor that help of this strength has where full help has `full`; exactly 1 if `full` is.
double scaled(double full, double strength) { return 1.0 + strength * (full - 1.0); }

/// How often acute concerns come to this family, against the average one.
double incident_share(const Rules& rules, const Family& family) {
  const double by_vulnerability = rules.p.need.concern_vulnerability;
  return 1.0 - by_vulnerability + by_vulnerability * family.vulnerability;
}

/// Share of full help that reaches the family: less in a taper, and less per child over the cap.
double strength_of_help(const World& world, const Case& open) {
  if (!open.gets_help() || open.worker == nobody) {
    return 0.0;
  }
  const Team& team = world.authority.team_of(open.tier);
  const double share = team.cap_share(open.worker);
  return share < 1.0 ? open.intensity * std::pow(share, world.rules.p.caseload.dilution)
                     : open.intensity;
}

}  // namespace

void set_noticing_rate(World& world, Family& family) {
  const auto level = static_cast<std::size_t>(row_of(family.level));
  const auto concern = static_cast<std::size_t>(grade(family.concern));
  world.set_rate(family, FamilyClock::noticed,
                 family.statutory ? 0.0 : world.rules.noticing[level][concern] * family.visibility);
}

void set_need_rates(World& world, Family& family) {
  const Rules& rules = world.rules;
  const auto level = static_cast<std::size_t>(row_of(family.level));
  const auto concern = static_cast<std::size_t>(grade(family.concern));
  world.set_rate(family, FamilyClock::worsens,
                 rules.worsening[level][family.capacity] * family.worsening_factor);
  world.set_rate(family, FamilyClock::eases,
                 rules.easing[level][family.capacity] * family.easing_factor);
  world.set_rate(family, FamilyClock::concern_arrives,
                 concern == 0 ? rules.concern_arrival[level] * incident_share(rules, family) : 0.0);
  world.set_rate(family, FamilyClock::concern_ends,
                 concern == 0 ? 0.0 : rules.concern_resolution * family.concern_factor);
  world.set_rate(
      family, FamilyClock::capacity_fades,
      family.capacity > family.own_capacity && !family.helped ? rules.capacity_fades : 0.0);
  set_noticing_rate(world, family);
}

void set_help_effects(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  const Case& open = world.case_of(slot);
  const ModelParameters& p = world.rules.p;
  const double strength = strength_of_help(world, open);
  const HelpParameters& help = p.help[row_of(open.tier)];
  const bool fragile = family.clocks.timer(FamilyTimer::fragile_spell_ends) <
                       std::numeric_limits<double>::infinity();
  family.worsening_factor = family.vulnerability *
                            (strength > 0.0 ? scaled(help.worsening, strength) : 1.0) *
                            (fragile ? p.need.fragile_factor : 1.0);
  family.easing_factor = strength > 0.0 ? scaled(help.easing, strength) : 1.0;
  family.concern_factor = strength > 0.0 ? scaled(help.concern_resolution, strength) : 1.0;
  world.set_rate(family, FamilyClock::capacity_grows,
                 family.capacity < highest_capacity && strength > 0.0
                     ? per_day(help.capacity_growth) * strength
                     : 0.0);
  set_need_rates(world, family);
}

void worsen(World& world, FamilySlot slot) {
  set_level(world, slot, worse(world.family(slot).level));
  ++world.authority.events;
  set_need_rates(world, world.family(slot));
}

void ease(World& world, FamilySlot slot) {
  set_level(world, slot, better(world.family(slot).level));
  ++world.authority.events;
  set_need_rates(world, world.family(slot));
}

void meet_concern(World& world, FamilySlot slot) {
  const ModelParameters& p = world.rules.p;
  Family& family = world.family(slot);
  const bool serious = world.chance(slot, Decision::concern_grade, p.need.concern_serious_share);
  family.concern = serious ? AcuteConcern::serious : AcuteConcern::moderate;
  if (world.chance(slot, Decision::concern_raises_level, p.need.concern_raises_level) &&
      family.level != NeglectLevel::five) {
    set_level(world, slot, worse(family.level));
  }
  changed(world, slot, HappeningKind::concern_changed);
  const double reported = serious ? p.noticing.incident_serious : p.noticing.incident_moderate;
  if (world.chance(slot, Decision::incident_reported, reported) && !family.statutory) {
    refer(world, slot);
  }
}

void end_concern(World& world, FamilySlot slot) {
  world.family(slot).concern = AcuteConcern::none;
  changed(world, slot, HappeningKind::concern_changed);
}

void grow_capacity(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  family.capacity =
      std::min<std::uint8_t>(highest_capacity, static_cast<std::uint8_t>(family.capacity + 1));
  changed(world, slot, HappeningKind::capacity_changed);
  set_help_effects(world, slot);
}

void lose_capacity(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  family.capacity = std::max(family.own_capacity, static_cast<std::uint8_t>(family.capacity - 1));
  changed(world, slot, HappeningKind::capacity_changed);
}

void begin_fragile_spell(World& world, FamilySlot slot) {
  world.family(slot).clocks.set_timer(FamilyTimer::fragile_spell_ends,
                                      world.in_weeks(world.rules.p.need.fragile_weeks));
}

void end_fragile_spell(World& world, FamilySlot slot) {
  world.family(slot).clocks.set_timer(FamilyTimer::fragile_spell_ends,
                                      std::numeric_limits<double>::infinity());
  ++world.authority.events;
  set_help_effects(world, slot);
}

}  // namespace stepdown
