#include "model/processes/arrivals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "model/processes/character.h"
#include "model/processes/early_help.h"
#include "model/processes/household.h"
#include "model/processes/need.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr double childhood = 18.0 * days_per_year;
constexpr double never = std::numeric_limits<double>::infinity();

/// When the children of a family are born, in days after the first.
struct Births {
  std::array<double, most_children> after{0.0, never, never, never};
  double last = 0.0;
};

double uniform_from(KeyedStream& bits) { return static_cast<double>(bits() >> 11 | 1U) * 0x1p-53; }

Births draw_births(const PopulationParameters& p, KeyedStream& bits) {
  const double u = uniform_from(bits);
  const int children = u < p.share_one_child                                                   ? 1
                       : u < p.share_one_child + p.share_two_children                          ? 2
                       : u < p.share_one_child + p.share_two_children + p.share_three_children ? 3
                                                                                               : 4;
  Births births;
  for (std::size_t i = 1; i < static_cast<std::size_t>(children); ++i) {
    births.last += p.birth_interval_years * days_per_year * (0.5 + uniform_from(bits));
    births.after[i] = births.last;
  }
  return births;
}

/// Mean days of childhood in a family, and mean days from its first birth to its last 18th
/// birthday.
struct MeanFamily {
  double child_days;
  double life;
};

MeanFamily mean_family(const PopulationParameters& p) {
  const double four = 1.0 - p.share_one_child - p.share_two_children - p.share_three_children;
  const double children =
      p.share_one_child + 2 * p.share_two_children + 3 * p.share_three_children + 4 * four;
  return {children * childhood,
          childhood + (children - 1.0) * p.birth_interval_years * days_per_year};
}

/// A family that is met on some day: its births, and how long ago the first one was.
struct LifeUnderWay {
  Births births;
  double since_first_birth;
};

/// Longer lives are met more often, at any moment of theirs.
LifeUnderWay draw_life_under_way(const World& world, FamilyId family) {
  const PopulationParameters& p = world.rules.p.population;
  KeyedStream bits = world.authority.luck.stream(family, Decision::present_at_start, 0);
  const double longest_life =
      childhood + (most_children - 1) * 1.5 * p.birth_interval_years * days_per_year;
  Births births;
  double life;
  do {
    births = draw_births(p, bits);
    life = births.last + childhood;
  } while (uniform_from(bits) * longest_life >= life);
  return {births, uniform_from(bits) * life};
}

void move_in(World& world, FamilySlot slot, const Births& births, double first_birth) {
  Family& family = world.family(slot);
  for (std::size_t i = 0; i < most_children; ++i) {
    const double born = first_birth + births.after[i];
    if (born == never) {
      continue;
    }
    family.born[i] = WholeDay::of(born);
    const double day = family.born[i].in_days();
    if (day <= world.now() && world.now() < day + childhood) {
      family.at_home |= static_cast<ChildSet>(1U << i);
    }
  }
  set_ages(world, family);
  world.authority.stocks.count_need(family, world.now(), +1);
  if (const double rate = per_day(world.rules.p.population.moves_away); rate > 0.0) {
    family.moves_away =
        WholeDay::of(1.0 + world.now() +
                     world.authority.luck.unit_exponential(family.id, Decision::stay, 0) / rate);
  }
  family.clocks.set_timer(FamilyTimer::household, next_household_date(world, slot));
  set_help_effects(world, slot);
  world.reschedule(slot);
}

FamilySlot enter(World& world) {
  Authority& authority = world.authority;
  const FamilySlot slot = authority.families.enter();
  const std::size_t slots = authority.families.slots();
  if (authority.calendar.size() < slots) {
    authority.calendar.resize(slots + slots / 4 + 64);
  }
  return slot;
}

/// A family of a textbook queue: one child, no ageing, straight to the service.
void send_to_service(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  family.at_home = 1;
  world.authority.stocks.count_need(family, world.now(), +1);
  seek_early_help(world, slot, ServiceTier::targeted_early_help, 1, number(family.level));
}

void settle_laboratory_families(World& world) {
  for (int i = 0; i < world.rules.p.laboratory.families; ++i) {
    const FamilySlot slot = enter(world);
    Births births;
    births.after[0] = 0.0;
    world.family(slot).area = area_fifths / 2;  // the fifth at which every dial stands at 1
    move_in(world, slot, births, world.now());
    world.family(slot).clocks.set_timer(FamilyTimer::household, never);
    world.reschedule(slot);
  }
}

}  // namespace

void settle_first_families(World& world) {
  if (world.rules.is_laboratory(Laboratory::need_only)) {
    settle_laboratory_families(world);
    return;
  }
  if (world.rules.is_laboratory(Laboratory::queue)) {
    return;
  }
  const PopulationParameters& p = world.rules.p.population;
  const MeanFamily mean = mean_family(p);
  const auto families =
      static_cast<std::size_t>(std::llround(p.children * mean.life / mean.child_days));
  for (std::size_t i = 0; i < families; ++i) {
    const FamilySlot slot = enter(world);
    draw_character(world, slot);
    const LifeUnderWay life = draw_life_under_way(world, world.family(slot).id);
    move_in(world, slot, life.births, world.now() - life.since_first_birth);
  }
}

/// A family moves in from elsewhere, at any age of its life, as one leaves.
void welcome_mover(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  const LifeUnderWay life = draw_life_under_way(world, family.id);
  family.level = family.worst_level = level_of_newcomer(world, family);
  if (family.level >= NeglectLevel::three) {
    family.first_at_level_three = WholeDay::of(world.now());
  }
  if (family.level >= NeglectLevel::four) {
    family.first_at_level_four = WholeDay::of(world.now());
  }
  family.moved_in = true;
  move_in(world, slot, life.births, world.now() - life.since_first_birth);
}

namespace {

/// New families a day, first births and moves: what keeps the population in balance.
struct Arrivals {
  double births;
  double moves;
};

Arrivals arrivals_of(const PopulationParameters& p) {
  const MeanFamily mean = mean_family(p);
  const double births = p.children / mean.child_days;
  return {births, per_day(p.moves_away) * births * mean.life};
}

}  // namespace

void schedule_next_arrival(World& world) {
  Authority& authority = world.authority;
  const ModelParameters& p = world.rules.p;
  double rate = 0.0;
  switch (p.laboratory.system) {
    case Laboratory::off: {
      const Arrivals arrivals = arrivals_of(p.population);
      rate = arrivals.births + arrivals.moves;
      break;
    }
    case Laboratory::queue:
      rate = p.laboratory.arrival_rate;
      break;
    case Laboratory::need_only:
      break;
  }
  if (!(rate > 0.0)) {
    authority.next_family_arrival = never;
    return;
  }
  const double draw =
      authority.luck.unit_exponential(0, Decision::family_arrives, authority.family_arrivals++);
  authority.next_family_arrival = world.rules.arrivals.after(world.now(), draw / rate);
}

void welcome_family(World& world) {
  const FamilySlot slot = enter(world);
  ++world.authority.events;
  bool moves_in = false;
  if (world.rules.is_laboratory(Laboratory::queue)) {
    send_to_service(world, slot);
  } else {
    draw_character(world, slot);
    const Arrivals arrivals = arrivals_of(world.rules.p.population);
    moves_in =
        world.uniform(slot, Decision::family_moves_in, 0) * (arrivals.births + arrivals.moves) >=
        arrivals.births;
    if (moves_in) {
      welcome_mover(world, slot);
    } else {
      KeyedStream bits = world.authority.luck.stream(world.family(slot).id, Decision::household, 0);
      move_in(world, slot, draw_births(world.rules.p.population, bits), world.now());
    }
  }
  if (world.observers.want(HappeningKind::family_arrived)) {
    world.tell({.kind = HappeningKind::family_arrived,
                .day = world.now(),
                .slot = slot,
                .repeats = moves_in ? 1 : 0});
  }
  schedule_next_arrival(world);
}

}  // namespace stepdown
