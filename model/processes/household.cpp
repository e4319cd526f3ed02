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

ChildSet in_care_of(const World& world, FamilySlot slot) { return world.seen_case(slot).in_care; }

constexpr std::array<double, 3> turning_points = {5.0 * days_per_year, 11.0 * days_per_year,
                                                  childhood};

}  // namespace

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

void set_ages(World& world, Family& family) {
  double youngest = never;
  family.has_under_5 = family.has_over_5 = false;
  for (std::size_t i = 0; i < most_children; ++i) {
    if ((family.at_home >> i & 1U) != 0) {
      const double age = (world.now() - family.born[i].in_days()) / days_per_year;
      youngest = std::min(youngest, age);
      family.has_under_5 |= age < 5.0;
      family.has_over_5 |= !(age < 5.0);
    }
  }
  family.stage = youngest < 5.0    ? FamilyStage::under_5
                 : youngest < 11.0 ? FamilyStage::from_5_to_10
                                   : FamilyStage::over_10;
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
  set_at_home(world, slot, at_home);
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
  // Who turned 18 in care is no longer waited for.
  const double next = turned_18 == 0 ? family.clocks.timer(FamilyTimer::household)
                                     : next_household_date(world, slot);
  if (!(next < never)) {
    leave(world, slot);
    return;
  }
  family.clocks.set_timer(FamilyTimer::household, next);
  if (world.authority.families.has_case(slot)) {
    settle_family(world, slot);
  } else {
    set_own_effects(world, family);
    world.reschedule(slot);
  }
}

void leave(World& world, FamilySlot slot) {
  Authority& authority = world.authority;
  if (authority.families.has_case(slot)) {
    if (const ChildSet in_care = world.seen_case(slot).in_care; in_care != 0) {
      end_episodes(world, slot, in_care, ClosingReason::left_population);
      tell_care_ended(world, slot, in_care, ClosingReason::left_population);
      set_in_care(world, slot, world.seen_case(slot).children, 0);
    }
    world.case_of(slot).clear(CaseDate::front_door_decides);  // nobody is left to decide about
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
