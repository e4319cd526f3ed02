#include "model/processes/household.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "model/processes/early_help.h"
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

std::uint8_t rank_of(double u) { return static_cast<std::uint8_t>(u * 256.0); }

/// The fifth of areas at quantile `u`.
std::uint8_t area_at(const NumberList& shares, double u) {
  double below = 0.0;
  for (std::size_t area = 0; area + 1 < area_fifths && area < shares.size; ++area) {
    below += shares[area];
    if (u < below) {
      return static_cast<std::uint8_t>(area);
    }
  }
  return area_fifths - 1;
}

/// Occasions of `Decision::traits`, each a different question about the family.
enum Trait : std::uint32_t {
  area,
  parents_neglected,
  knowing,
  recognising,
  disguising,
  classes,
  first_step_of_trust,  // of four
};

void draw_traits(World& world, Family& family) {
  const ModelParameters& p = world.rules.p;
  const auto u = [&](std::uint32_t trait) {
    return world.authority.luck.uniform(family.id, Decision::traits, trait);
  };
  family.area = area_at(p.population.quintile_shares, u(area)) & 7U;
  family.parents_neglected = u(parents_neglected) < p.need.inherited_share;
  family.knowing = rank_of(u(knowing));
  family.recognising = rank_of(u(recognising));
  family.disguising = rank_of(u(disguising));
  family.classes = u(classes) < p.need.universal_parenting;
  int trust = 0;
  for (std::uint32_t step = 0; step < 4; ++step) {
    trust += u(first_step_of_trust + step) < p.trust.start ? 1 : 0;
  }
  family.trust = static_cast<std::uint8_t>(trust) & 7U;
}

/// Families whose parents were neglected are more vulnerable, the average family is not.
double inherited_vulnerability(const NeedParameters& need, bool parents_neglected) {
  const double mean = 1.0 + need.inherited_share * (need.inherited_factor - 1.0);
  return (parents_neglected ? need.inherited_factor : 1.0) / mean;
}

void draw_character(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  const NeedParameters& need = world.rules.p.need;
  const Luck& luck = world.authority.luck;
  draw_traits(world, family);
  family.vulnerability = static_cast<float>(
      luck.unit_mean_gamma(need.vulnerability_shape, family.id, Decision::vulnerability, 0) *
      inherited_vulnerability(need, family.parents_neglected));
  family.visibility = static_cast<float>(luck.unit_mean_gamma(
      world.rules.p.noticing.visibility_shape, family.id, Decision::visibility, 0));
  int capacity = 0;
  for (std::uint32_t step = 0; step + 1 < Rules::capacities; ++step) {
    capacity += luck.uniform(family.id, Decision::own_capacity, step) < need.own_capacity ? 1 : 0;
  }
  family.own_capacity = family.capacity = static_cast<std::uint8_t>(capacity) & 3U;
}

/// The level of a family that moves in: that of one never helped, at the balance of worsening and
/// easing, so that moves know nothing of policies.
NeglectLevel level_of_newcomer(const World& world, const Family& family) {
  const Rules& rules = world.rules;
  const double factor =
      static_cast<double>(family.vulnerability) * rules.area_worsening[family.area];
  std::array<double, neglect_levels> weight{1.0};
  double sum = 1.0;
  for (std::size_t level = 1; level < weight.size(); ++level) {
    weight[level] = weight[level - 1] * rules.worsening[level - 1][family.capacity] * factor /
                    rules.easing[level][family.capacity];
    sum += weight[level];
  }
  double left = world.authority.luck.uniform(family.id, Decision::level_at_entry, 0) * sum;
  std::size_t level = 0;
  while (level + 1 < weight.size() && left >= weight[level]) {
    left -= weight[level];
    ++level;
  }
  return static_cast<NeglectLevel>(level + 1);
}

ChildSet in_care_of(const World& world, FamilySlot slot) { return world.seen_case(slot).in_care; }

constexpr std::array<double, 3> turning_points = {5.0 * days_per_year, 11.0 * days_per_year,
                                                  childhood};

/// The next date of the household: a birth, a fifth, eleventh or 18th birthday, or a move away.
double next_household_date(const World& world, FamilySlot slot) {
  const double now = world.now();
  const Family& family = static_cast<const Families&>(world.authority.families).family(slot);
  const ChildSet ours = family.at_home | in_care_of(world, slot);
  double next = never;
  bool any = false;
  for (std::size_t i = 0; i < most_children; ++i) {
    const double born = family.born[i].in_days();
    if ((ours >> i & 1U) != 0) {
      any = true;
      for (const double age : turning_points) {
        if (born + age > now) {
          next = std::min(next, born + age);
        }
      }
    } else if (born > now && born < never) {
      any = true;
      next = std::min(next, born);
    }
  }
  return any ? std::min(next, family.moves_away.in_days()) : never;
}

/// What the ages of the children at home say.
void set_ages(World& world, Family& family) {
  double youngest = never;
  family.has_under_5 = family.has_over_5 = false;
  for (std::size_t i = 0; i < most_children; ++i) {
    if ((family.at_home >> i & 1U) != 0) {
      const double age = (world.now() - family.born[i].in_days()) / days_per_year;
      youngest = std::min(youngest, age);
      (age < 5.0 ? family.has_under_5 : family.has_over_5) = true;
    }
  }
  family.stage = youngest < 5.0    ? FamilyStage::under_5
                 : youngest < 11.0 ? FamilyStage::from_5_to_10
                                   : FamilyStage::over_10;
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

/// A family moves in from elsewhere, at any age of its life, as one leaves.
void welcome_mover(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  const PopulationParameters& p = world.rules.p.population;
  KeyedStream bits = world.authority.luck.stream(family.id, Decision::present_at_start, 0);
  const double longest_life =
      childhood + (most_children - 1) * 1.5 * p.birth_interval_years * days_per_year;
  Births births;
  double life;
  do {
    births = draw_births(p, bits);
    life = births.last + childhood;
  } while (uniform_from(bits) * longest_life >= life);
  family.level = family.worst_level = level_of_newcomer(world, family);
  if (family.level >= NeglectLevel::three) {
    family.first_at_level_three = WholeDay::of(world.now());
  }
  if (family.level >= NeglectLevel::four) {
    family.first_at_level_four = WholeDay::of(world.now());
  }
  family.moved_in = true;
  move_in(world, slot, births, world.now() - uniform_from(bits) * life);
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

void set_at_home(World& world, FamilySlot slot, ChildSet at_home) {
  Family& family = world.family(slot);
  world.authority.stocks.count_need(family, world.now(), -1);
  family.at_home = at_home;
  set_ages(world, family);
  world.authority.stocks.count_need(family, world.now(), +1);
  family.clocks.set_timer(FamilyTimer::household, next_household_date(world, slot));
}

bool leave_if_empty(World& world, FamilySlot slot) {
  if (next_household_date(world, slot) < never) {
    return false;
  }
  leave(world, slot);
  return true;
}

void pass_household_date(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  ++world.authority.events;
  if (family.moves_away.in_days() <= world.now()) {
    leave(world, slot);
    return;
  }
  const ChildSet in_care = in_care_of(world, slot);
  ChildSet at_home = 0;
  ChildSet turned_18 = 0;
  for (std::size_t i = 0; i < most_children; ++i) {
    const double born = family.born[i].in_days();
    const auto bit = static_cast<ChildSet>(1U << i);
    const bool ours = ((family.at_home | in_care) & bit) != 0;
    if (ours && born + childhood <= world.now()) {
      turned_18 |= bit;
    } else if ((family.at_home & bit) != 0 || born == world.now()) {
      at_home |= bit;
    }
    if (ours &&
        (born + turning_points[0] == world.now() || born + turning_points[1] == world.now())) {
      const std::uint32_t occasion =
          static_cast<std::uint32_t>(i) * 2 + (born + turning_points[1] == world.now() ? 1 : 0);
      change_school(world, slot, occasion);
    }
  }
  if (at_home != family.at_home) {
    set_at_home(world, slot, at_home);
  }
  for (std::size_t i = 0; i < most_children; ++i) {
    if (const auto bit = static_cast<ChildSet>(1U << i); (turned_18 & bit) != 0) {
      world.tell({.kind = HappeningKind::child_turned_18,
                  .day = world.now(),
                  .slot = slot,
                  .children = 1,
                  .child = static_cast<int>(i)});
      take_from_case(world, slot, bit);
    }
  }
  if (leave_if_empty(world, slot)) {
    return;
  }
  world.authority.stocks.count_need(family, world.now(), -1);
  set_ages(world, family);
  world.authority.stocks.count_need(family, world.now(), +1);
  family.clocks.set_timer(FamilyTimer::household, next_household_date(world, slot));
  settle_family(world, slot);
}

void leave(World& world, FamilySlot slot) {
  Authority& authority = world.authority;
  if (authority.families.has_case(slot)) {
    if (const ChildSet in_care = world.seen_case(slot).in_care; in_care != 0) {
      end_episodes(world, slot, in_care, ClosingReason::left_population);
      tell_care_ended(world, slot, in_care, ClosingReason::left_population);
      set_in_care(world, slot, world.seen_case(slot).children, 0);
    }
    if (world.seen_case(slot).is_open()) {
      end_case(world, slot, ClosingReason::left_population);
    } else {
      settle_after_child(world, slot);
    }
  }
  if (world.observers.want(HappeningKind::family_left)) {
    const bool moves = world.family(slot).moves_away.in_days() <= world.now();
    world.tell({.kind = HappeningKind::family_left,
                .day = world.now(),
                .slot = slot,
                .repeats = moves ? 1 : 0});
  }
  authority.stocks.count_need(world.family(slot), world.now(), -1);
  authority.calendar.schedule(slot, never);
  authority.families.leave(slot);
}

}  // namespace stepdown
