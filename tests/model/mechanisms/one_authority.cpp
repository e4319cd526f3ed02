#include "tests/model/mechanisms/one_authority.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "model/processes/early_help.h"
#include "model/processes/front_door.h"
#include "model/processes/help.h"
#include "model/processes/statutory.h"
#include "model/processes/arrivals.h"
#include "model/processes/household.h"
#include "model/processes/policy_change.h"
#include "model/processes/timetable.h"

namespace stepdown {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

const Family& seen(const World& world, FamilySlot slot) {
  return static_cast<const Families&>(world.authority.families).family(slot);
}

}  // namespace

ModelParameters plain_parameters() {
  return with(initial_parameters(), {{"population.children", 20'000},
                                     {"population.moves_away", 0},
                                     {"horizon.warm_up_years", 0},
                                     {"need.school_change", 0},
                                     {"need.inherited_share", 0},
                                     {"need.worsening", 1},
                                     {"need.easing", 1},
                                     {"need.concern_arrival", 1},
                                     {"need.concern_resolution", 1},
                                     {"noticing.rate", 1},
                                     {"noticing.month_size", 0},
                                     {"noticing.siblings_included", 1},
                                     {"awareness.recognises", 1},
                                     {"awareness.families_know", 1},
                                     {"judgement.error_sd", 0},
                                     {"judgement.disguise_share", 0},
                                     {"noticing.referrer_mismatch", 0},
                                     {"deprivation.need", 1},
                                     {"deprivation.noticing", 1},
                                     {"deprivation.judgement", 0},
                                     {"consent.early_help", 1},
                                     {"consent.child_in_need", 1},
                                     {"working.relation_weeks", 0},
                                     {"working.fatigue", 0},
                                     {"workforce.turnover", 0},
                                     {"workforce.early_help_turnover", 0},
                                     {"workforce.absence", 0}});
}

std::vector<HappeningKind> Counter::wants() const {
  std::vector<HappeningKind> all;
  for (std::size_t kind = 0; kind < happening_kinds; ++kind) {
    all.push_back(static_cast<HappeningKind>(kind));
  }
  return all;
}

std::vector<Happening> Counter::of(HappeningKind kind) const {
  std::vector<Happening> found;
  std::ranges::copy_if(all_, std::back_inserter(found),
                       [&](const Happening& happening) { return happening.kind == kind; });
  return found;
}

int Counter::count(HappeningKind kind, ClosingReason reason) const {
  return static_cast<int>(std::ranges::count(
      of(kind), reason, [](const Happening& happening) { return happening.reason; }));
}

OneAuthority::OneAuthority(const Settings& settings, std::uint32_t run)
    : rules(with(plain_parameters(), settings)), authority(RunKey{23, run}) {
  observers.add(counter);
  begin_world(world);
  adopt_policy(world);
  authority.next_family_arrival = never;
  authority.outside.next_arrival = never;
  authority.outside.next_care_arrival = never;
}

FamilySlot OneAuthority::enter_as_drawn() {
  welcome_family(world);
  authority.next_family_arrival = never;
  FamilySlot newest = 0;
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    if (authority.families.is_here(slot) && family(slot).id >= family(newest).id) {
      newest = slot;
    }
  }
  return newest;
}

FamilySlot OneAuthority::enter(const FamilyKind& kind) {
  const FamilySlot newest = enter_as_drawn();
  Family& entered = family(newest);
  authority.stocks.count_need(entered, world.now(), -1);
  entered.vulnerability = entered.visibility = 1.0F;
  entered.capacity = entered.own_capacity = 0;
  entered.area = static_cast<std::uint8_t>(kind.area) & 7U;
  entered.trust = static_cast<std::uint8_t>(kind.trust) & 7U;
  entered.at_home = 0;
  for (std::size_t child = 0; child < most_children; ++child) {
    entered.born[child] = WholeDay();
    if (static_cast<int>(child) < kind.children) {
      entered.born[child] = WholeDay::of(world.now() - kind.age * days_per_year);
    }
  }
  authority.stocks.count_need(entered, world.now(), +1);
  set_at_home(world, newest, static_cast<ChildSet>((1U << kind.children) - 1U));
  set_need(newest, kind.level, kind.concern);
  return newest;
}

void OneAuthority::set_need(FamilySlot slot, NeglectLevel level, AcuteConcern concern) {
  Family& changed = family(slot);
  authority.stocks.count_need(changed, world.now(), -1);
  changed.level = level;
  if (changed.concern != concern) {
    changed.clocks.spend(FamilyClock::concern);
    changed.concern = concern;
  }
  authority.stocks.count_need(changed, world.now(), +1);
  settle_family(world, slot);
}

void OneAuthority::help(FamilySlot slot, ServiceTier tier) {
  const double judged = number(family(slot).level);
  if (is_early_help(tier)) {
    seek_early_help(world, slot, tier, family(slot).at_home, judged);
  } else {
    hold_for_assessment(world, slot, family(slot).at_home);
    move_to_statutory(world, slot, tier, judged);
  }
}

void OneAuthority::refer_to_social_care(FamilySlot slot) {
  refer(world, slot, NoticeRoute::police);
}

void OneAuthority::live_for_days(double days) { advance(world, world.now() + days); }

double OneAuthority::yearly(FamilySlot slot, FamilyClock clock) const {
  return seen(world, slot).clocks.rate(clock) * days_per_year;
}

double OneAuthority::yearly(FamilySlot slot, CapacityClock clock) const {
  return world.known(slot).clocks.rate(clock) * days_per_year;
}

double OneAuthority::yearly(FamilySlot slot, LeavingClock clock) const {
  return seen_case(slot).leaving.rate(clock) * days_per_year;
}

double quantity(const Settings& settings, const Quantity& of) {
  OneAuthority one(settings);
  return of(one);
}

std::vector<double> along(std::string_view parameter, const std::vector<double>& values,
                          const Quantity& of, const Settings& beside) {
  std::vector<double> quantities;
  for (const double value : values) {
    Settings settings = beside;
    settings.emplace_back(parameter, value);
    quantities.push_back(quantity(settings, of));
  }
  return quantities;
}

bool rises(const std::vector<double>& values) {
  return std::ranges::adjacent_find(values, std::greater_equal<>{}) == values.end();
}

bool falls(const std::vector<double>& values) {
  return std::ranges::adjacent_find(values, std::less_equal<>{}) == values.end();
}

}  // namespace stepdown
