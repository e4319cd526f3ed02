#include "tests/model/mechanisms/whole_run.h"

#include <bit>
#include <cmath>

#include "model/replication.h"

namespace stepdown {
namespace {

constexpr std::uint64_t seed = 17;

bool same(double a, double b) {
  return (std::isnan(a) && std::isnan(b)) ||
         std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool looked_at(const Measure& measure, Looking looking) {
  return looking == Looking::at_all_outcomes || measure.group != MeasureGroup::cost;
}

}  // namespace

ModelParameters lively_authority() {
  return with(initial_parameters(), {{"population.children", 4000},
                                     {"workforce.social_workers", 14},
                                     {"workforce.key_workers_per_10000", 4},
                                     {"workforce.community_workers_per_10000", 4},
                                     {"workforce.front_door_per_10000", 5},
                                     {"caseload.key_worker_cap", 6},
                                     {"caseload.community_worker_cap", 6},
                                     {"noticing.rate", 0.06},
                                     {"need.worsening", 0.5},
                                     {"horizon.warm_up_years", 2},
                                     {"horizon.years", 3}});
}

Outcomes lived(const Settings& settings, std::uint32_t run) {
  static const Replication without_any(lively_authority(), RunKey{seed, 0});
  Settings always;
  for (const Setting& setting : settings) {
    if (parameter_named(setting.name).role != Role::lever) {
      always.push_back(setting);
    }
  }
  const ModelParameters policy = with(lively_authority(), settings);
  return always.empty() && run == 0
             ? without_any.under(policy)
             : Replication(with(lively_authority(), always), RunKey{seed, run}).under(policy);
}

std::vector<std::string> differences(const Outcomes& a, const Outcomes& b, Looking looking) {
  std::vector<std::string> names;
  const auto of_run = run_measures();
  for (std::size_t i = 0; i < of_run.size(); ++i) {
    if (looked_at(of_run[i], looking) && !same(a.of_run[i], b.of_run[i])) {
      names.emplace_back(of_run[i].name);
    }
  }
  const auto monthly = monthly_measures();
  for (std::size_t i = 0; i < monthly.size(); ++i) {
    bool differs = false;
    for (std::size_t month = 0; month < a.months && !differs; ++month) {
      const std::size_t at = month * monthly.size() + i;
      differs = !same(a.monthly[at], b.monthly[at]);
    }
    if (differs && looked_at(monthly[i], looking)) {
      names.emplace_back(monthly[i].name);
    }
  }
  return names;
}

}  // namespace stepdown
