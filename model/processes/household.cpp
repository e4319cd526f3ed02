#include "model/processes/household.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "model/processes/help.h"
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

void draw_character(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  const NeedParameters& need = world.rules.p.need;
  const Luck& luck = world.authority.luck;
  family.vulnerability =
      luck.unit_mean_gamma(need.vulnerability_shape, family.id, Decision::vulnerability, 0);
  family.visibility = luck.unit_mean_gamma(world.rules.p.noticing.visibility_shape, family.id,
                                           Decision::visibility, 0);
  for (std::uint32_t step = 0; step + 1 < Rules::capacities; ++step) {
    family.own_capacity = static_cast<std::uint8_t>(
        family.own_capacity +
        (luck.uniform(family.id, Decision::own_capacity, step) < need.own_capacity ? 1 : 0));
  }
  family.capacity = family.own_capacity;
}

/// The next date of the household: a birth, or the 18th birthday of a child at home.
double next_household_date(const World& world, FamilySlot slot) {
  const double now = world.now();
  const Family& family = world.authority.families.family(slot);
  double next = never;
  for (int i = 0; i < most_children; ++i) {
    const double born =
        world.authority.families.history(slot).children[static_cast<std::size_t>(i)].born;
    const bool at_home = (family.at_home & (1U << i)) != 0;
    if (at_home) {
      next = std::min(next, born + childhood);
    } else if (born > now) {
      next = std::min(next, born);
    }
  }
  return next;
}

void move_in(World& world, FamilySlot slot, const Births& births, double first_birth) {
  Family& family = world.family(slot);
  History& history = world.history(slot);
  for (int i = 0; i < most_children; ++i) {
    const auto row = static_cast<std::size_t>(i);
    history.children[row].born = first_birth + births.after[row];
    const double born = history.children[row].born;
    if (born <= world.now() && world.now() < born + childhood) {
      family.at_home |= static_cast<ChildSet>(1U << i);
    }
  }
  world.authority.stocks.count_need(family, world.now(), +1);
  family.clocks.set_timer(FamilyTimer::household, next_household_date(world, slot));
  set_help_effects(world, slot);
  world.reschedule(slot);
}

FamilySlot enter(World& world) {
  Authority& authority = world.authority;
  const FamilySlot slot = authority.families.enter();
  const std::size_t slots = authority.families.slots();
  if (authority.calendar.size() < slots) {
    const std::size_t room = slots + slots / 4 + 64;
    authority.calendar.resize(room);
    for (WaitingList& list : authority.early_help_lists) {
      list.make_room(room);
    }
    authority.unallocated.make_room(room);
    for (Team& team : authority.teams) {
      team.make_room(room);
    }
  }
  return slot;
}

/// A family of a textbook queue: one child, no ageing, straight to the service.
void send_to_service(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  family.at_home = 1;
  world.history(slot).children[0].born = world.now();
  world.authority.stocks.count_need(family, world.now(), +1);
  seek_early_help(world, slot, ServiceTier::targeted_early_help, 1, number(family.level));
}

void settle_laboratory_families(World& world) {
  for (int i = 0; i < world.rules.p.laboratory.families; ++i) {
    const FamilySlot slot = enter(world);
    Births births;
    births.after[0] = 0.0;
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
  const double longest_life =
      childhood + (most_children - 1) * 1.5 * p.birth_interval_years * days_per_year;
  const auto families =
      static_cast<std::size_t>(std::llround(p.children * mean.life / mean.child_days));
  for (std::size_t i = 0; i < families; ++i) {
    const FamilySlot slot = enter(world);
    draw_character(world, slot);
    KeyedStream bits =
        world.authority.luck.stream(world.family(slot).id, Decision::present_at_start, 0);
    Births births;
    double life;
    do {
      births = draw_births(p, bits);
      life = births.last + childhood;
    } while (uniform_from(bits) * longest_life >= life);
    move_in(world, slot, births, world.now() - uniform_from(bits) * life);
  }
}

void schedule_next_arrival(World& world) {
  Authority& authority = world.authority;
  const ModelParameters& p = world.rules.p;
  double rate = 0.0;
  switch (p.laboratory.system) {
    case Laboratory::off:
      rate = p.population.children / mean_family(p.population).child_days;
      break;
    case Laboratory::queue:
      rate = p.laboratory.arrival_rate;
      break;
    case Laboratory::need_only:
      break;
  }
  authority.next_family_arrival =
      rate > 0.0 ? world.now() + authority.luck.unit_exponential(0, Decision::family_arrives,
                                                                 authority.family_arrivals++) /
                                     rate
                 : never;
}

void welcome_family(World& world) {
  const FamilySlot slot = enter(world);
  ++world.authority.events;
  if (world.observers.want(HappeningKind::family_arrived)) {
    world.tell({.kind = HappeningKind::family_arrived, .day = world.now(), .slot = slot});
  }
  if (world.rules.is_laboratory(Laboratory::queue)) {
    send_to_service(world, slot);
  } else {
    draw_character(world, slot);
    KeyedStream bits = world.authority.luck.stream(world.family(slot).id, Decision::household, 0);
    move_in(world, slot, draw_births(world.rules.p.population, bits), world.now());
  }
  schedule_next_arrival(world);
}

void pass_household_date(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  ++world.authority.events;
  world.authority.stocks.count_need(family, world.now(), -1);
  ChildSet turned_18 = 0;
  for (int i = 0; i < most_children; ++i) {
    const double born = world.history(slot).children[static_cast<std::size_t>(i)].born;
    const auto bit = static_cast<ChildSet>(1U << i);
    if ((family.at_home & bit) != 0 && born + childhood <= world.now()) {
      turned_18 |= bit;
      family.at_home &= static_cast<ChildSet>(~bit);
    } else if (born <= world.now() && world.now() < born + childhood) {
      family.at_home |= bit;
    }
  }
  world.authority.stocks.count_need(family, world.now(), +1);
  for (int i = 0; i < most_children; ++i) {
    if (const auto bit = static_cast<ChildSet>(1U << i); (turned_18 & bit) != 0) {
      take_from_case(world, slot, bit);
    }
  }
  const double next = next_household_date(world, slot);
  if (next == never) {
    leave(world, slot);
    return;
  }
  family.clocks.set_timer(FamilyTimer::household, next);
  world.reschedule_case(slot);
}

void leave(World& world, FamilySlot slot) {
  if (world.case_of(slot).is_open()) {
    end_case(world, slot, ClosingReason::left_population);
  }
  if (world.observers.want(HappeningKind::family_left)) {
    world.tell({.kind = HappeningKind::family_left, .day = world.now(), .slot = slot});
  }
  world.authority.stocks.count_need(world.family(slot), world.now(), -1);
  world.authority.calendar.schedule(slot, never);
  world.authority.families.leave(slot);
}

}  // namespace stepdown
