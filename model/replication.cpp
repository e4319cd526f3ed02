#include "model/replication.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/calendar_months.h"
#include "model/outcomes/outcome_observer.h"
#include "model/processes/arrivals.h"
#include "model/processes/household.h"
#include "model/processes/outside.h"
#include "model/processes/policy_change.h"
#include "model/processes/timetable.h"
#include "model/processes/workforce.h"
#include "model/time.h"

namespace stepdown {
namespace {

void settle(Authority& authority) {
  authority.stocks.each([&](Tally& tally) { tally.settle(authority.now); });
  authority.doings.each([&](Tally& tally) { tally.settle(authority.now); });
  for (Tally* tally :
       {&authority.outside.open, &authority.outside.with_plan, &authority.outside.in_care}) {
    tally->settle(authority.now);
  }
  for (auto& lists : authority.early_help_lists) {
    for (WaitingList& list : lists) {
      list.settle(authority.now);
    }
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
  begin_world(world);
  settle_first_families(world);
  schedule_next_arrival(world);
  schedule_next_outside_referral(world);
  schedule_next_outside_care(world);
  advance(world, 0.0);
  settle(*authority);
  return authority;
}

/// A day of the horizon on which something happens to the authority as a whole.
struct Turn {
  double day;
  void (*act)(World&);
};

std::vector<Turn> turns_of(const ModelParameters& policy) {
  const int start_year = policy.horizon.start_year;
  std::vector<Turn> turns;
  if (policy.exodus.share > 0.0) {
    turns.push_back({day_after_months(start_year, policy.exodus.at_month),
                     [](World& world) { staff_exodus(world, world.rules.p.exodus.share); }});
  }
  if (policy.family_help.model == ServiceModel::merged) {
    // As long after the change as its double running lasts: to the day, or nobody would settle.
    turns.push_back({day_after_months(start_year, policy.policy.from_month) +
                         policy.family_help.transition_months * days_per_year / 12.0,
                     settle_all});
  }
  std::ranges::stable_sort(turns, {}, &Turn::day);
  return turns;
}

/// What comes from outside comes in its month, whenever the authority decides.
ModelParameters with_shocks_of(const ModelParameters& policy, ModelParameters until_policy) {
  until_policy.shock = policy.shock;
  until_policy.exodus = policy.exodus;
  return until_policy;
}

/// The horizon of one run, in stretches between looks, turns and ends of months.
class Horizon {
 public:
  Horizon(Authority& authority, const Observers& observers, const ModelParameters& parameters)
      : authority_(authority),
        observers_(observers),
        look_(observers.next_look(authority.now)),
        month_ends_(month_ends(parameters.horizon.start_year, parameters.horizon.years)) {}

  double end() const { return month_ends_.back(); }

  void live_until(World& world, double until) {
    while (month_ < month_ends_.size() && month_ends_[month_] <= until) {
      advance_with_looks(world, month_ends_[month_]);
      settle(authority_);
      observers_.month_ended(authority_, month_++);
    }
    advance_with_looks(world, until);
  }

 private:
  void advance_with_looks(World& world, double until) {
    while (look_ <= until) {
      advance(world, look_);
      observers_.look(authority_);
      look_ = observers_.next_look(std::nextafter(look_, Instant::never().in_days()));
    }
    advance(world, until);
  }

  Authority& authority_;
  const Observers& observers_;
  double look_;
  std::vector<double> month_ends_;
  std::size_t month_ = 0;
};

}  // namespace

Authority after_warm_up(const ModelParameters& before, RunKey key) {
  return *live_through_warm_up(before, key);
}

void live_through_horizon(Authority& authority, const ModelParameters& until_policy,
                          const ModelParameters& policy, const Observers& observers) {
  const Rules rules(policy);
  World world{authority, rules, observers};
  Horizon horizon(authority, observers, policy);
  const std::vector<Turn> turns = turns_of(policy);
  auto turn = turns.begin();
  const auto live_until = [&](World& in_force, double until) {
    for (; turn != turns.end() && turn->day < until; ++turn) {
      horizon.live_until(in_force, std::max(turn->day, in_force.now()));
      turn->act(in_force);
    }
    horizon.live_until(in_force, until);
  };
  const double from = day_after_months(policy.horizon.start_year, policy.policy.from_month);
  if (from > 0.0) {
    const Rules rules_before(with_shocks_of(policy, until_policy));
    World world_before{authority, rules_before, observers};
    adopt_policy(world_before);
    live_until(world_before, std::min(from, horizon.end()));
  }
  adopt_policy(world);
  live_until(world, horizon.end());
}

Replication::Replication(const ModelParameters& before, RunKey key)
    : before_(before), day_0_(live_through_warm_up(before, key)) {}

Replication::~Replication() = default;
Replication::Replication(Replication&&) noexcept = default;
Replication& Replication::operator=(Replication&&) noexcept = default;

Outcomes Replication::under(const ModelParameters& policy,
                            const ModelParameters& until_policy) const {
  Authority authority = *day_0_;
  const double end = month_ends(policy.horizon.start_year, policy.horizon.years).back();
  const HorizonFacts facts{policy, *day_0_, end, end / days_per_year, &until_policy};
  std::vector<std::unique_ptr<OutcomeObserver>> measuring;
  Observers observers;
  for (const OutcomeKind& kind : outcome_kinds()) {
    measuring.push_back(kind.observe(facts));
    observers.add(*measuring.back());
  }
  live_through_horizon(authority, until_policy, policy, observers);

  Outcomes outcomes;
  outcomes.months = static_cast<std::size_t>(policy.horizon.years) * 12;
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
