#include "model/replication.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/calendar_months.h"
#include "model/outcomes/outcome_observer.h"
#include "model/processes/household.h"
#include "model/processes/outside.h"
#include "model/processes/policy_change.h"
#include "model/processes/timetable.h"
#include "model/time.h"

namespace stepdown {
namespace {

void settle(Authority& authority) {
  authority.stocks.each([&](Tally& tally) { tally.settle(authority.now); });
  authority.outside.open.settle(authority.now);
  for (WaitingList& list : authority.early_help_lists) {
    list.settle(authority.now);
  }
  authority.unallocated.settle(authority.now);
  for (Team& team : authority.teams) {
    team.settle(authority.now);
  }
}

std::unique_ptr<Authority> live_through_warm_up(const ModelParameters& before, RunKey key) {
  auto authority = std::make_unique<Authority>(key);
  const Rules rules(before);
  const Observers nobody_watches;
  World world{*authority, rules, nobody_watches};
  authority->now = -before.horizon.warm_up_years * days_per_year;
  adopt_policy(world);
  settle_first_families(world);
  schedule_next_arrival(world);
  schedule_next_outside_referral(world);
  advance(world, 0.0);
  settle(*authority);
  return authority;
}

/// Goes on to `until`, stopping where an observer wants to look, from day `look` on; returns the
/// next such day after `until`.
double advance_with_looks(World& world, double until, double look) {
  while (look <= until) {
    advance(world, look);
    world.observers.look(world.authority);
    look = world.observers.next_look(std::nextafter(look, Instant::never().in_days()));
  }
  advance(world, until);
  return look;
}

}  // namespace

Authority after_warm_up(const ModelParameters& before, RunKey key) {
  return *live_through_warm_up(before, key);
}

void live_through_horizon(Authority& authority, const ModelParameters& from_day_0,
                          const Observers& observers) {
  const Rules rules(from_day_0);
  World world{authority, rules, observers};
  adopt_policy(world);
  double look = observers.next_look(world.now());
  std::size_t month = 0;
  for (const double end : month_ends(from_day_0.horizon.start_year, from_day_0.horizon.years)) {
    look = advance_with_looks(world, end, look);
    settle(authority);
    observers.month_ended(authority, month++);
  }
}

Replication::Replication(const ModelParameters& before, RunKey key)
    : day_0_(live_through_warm_up(before, key)) {}

Replication::~Replication() = default;
Replication::Replication(Replication&&) noexcept = default;
Replication& Replication::operator=(Replication&&) noexcept = default;

Outcomes Replication::under(const ModelParameters& from_day_0) const {
  Authority authority = *day_0_;
  const double end = month_ends(from_day_0.horizon.start_year, from_day_0.horizon.years).back();
  const HorizonFacts facts{from_day_0, *day_0_, end, end / days_per_year};
  std::vector<std::unique_ptr<OutcomeObserver>> measuring;
  Observers observers;
  for (const OutcomeKind& kind : outcome_kinds()) {
    measuring.push_back(kind.observe(facts));
    observers.add(*measuring.back());
  }
  live_through_horizon(authority, from_day_0, observers);

  Outcomes outcomes;
  outcomes.months = static_cast<std::size_t>(from_day_0.horizon.years) * 12;
  const std::size_t width = monthly_measures().size();
  outcomes.monthly.resize(outcomes.months * width);
  std::size_t column = 0;
  for (const auto& observer : measuring) {
    const std::vector<double> values = observer->run_values(authority);
    outcomes.of_run.insert(outcomes.of_run.end(), values.begin(), values.end());
    const std::vector<double> months = observer->monthly_values();
    const std::size_t own = months.size() / outcomes.months;
    for (std::size_t month = 0; month < outcomes.months; ++month) {
      std::copy_n(months.begin() + static_cast<std::ptrdiff_t>(month * own), own,
                  outcomes.monthly.begin() + static_cast<std::ptrdiff_t>(month * width + column));
    }
    column += own;
  }
  return outcomes;
}

}  // namespace stepdown
