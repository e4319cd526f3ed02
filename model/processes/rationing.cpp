#include "model/processes/rationing.h"

#include <cstdint>

namespace stepdown {
namespace {

/// Demand against room at which the team's threshold rises, and at which it falls back.
struct Levels {
  double demand;
  double on;
  double off;
};

Levels levels_of(const World& world, std::size_t team) {
  const RationingParameters& p = world.rules.p.rationing;
  const Authority& authority = world.authority;
  if (team == 2) {
    return {static_cast<double>(authority.teams[2].total_load()), p.load_on, p.load_off};
  }
  const ServiceTier tier =
      team == 0 ? ServiceTier::community_early_help : ServiceTier::targeted_early_help;
  const std::int64_t in_need =
      team == 1 && authority.merged ? authority.stocks.unallocated.count() : 0;
  return {
      static_cast<double>((authority.stocks.waiting[row_of(tier)].count() + in_need) * one_place),
      p.list_on, p.list_off};
}

bool serves_age(const World& world, const Family& family, ServiceTier tier) {
  const HelpParameters& help = world.rules.p.help[row_of(tier)];
  if (help.age_from <= 0.0 && help.age_to >= 18.0) {
    return true;
  }
  for (std::size_t i = 0; i < most_children; ++i) {
    const double age = (world.now() - family.born[i].in_days()) / days_per_year;
    if ((family.at_home >> i & 1U) != 0 && age >= help.age_from && age < help.age_to) {
      return true;
    }
  }
  return false;
}

double raised(const World& world, std::size_t team, double by) {
  return world.authority.rations[team] ? by : 0.0;
}

}  // namespace

void watch_demand(World& world, std::size_t team) {
  const Levels levels = levels_of(world, team);
  const auto room = static_cast<double>(world.authority.teams[team].room());
  bool& rations = world.authority.rations[team];
  if (levels.demand > levels.on * room) {
    rations = true;
  } else if (levels.demand <= levels.off * room) {
    rations = false;
  }
}

double threshold_in_need(const World& world) {
  return world.rules.p.threshold.child_in_need +
         raised(world, world.authority.team_row(ServiceTier::child_in_need),
                world.rules.p.rationing.child_in_need_raise);
}

ServiceTier early_help_for(World& world, FamilySlot slot, double judged) {
  const ModelParameters& p = world.rules.p;
  const Family& family = world.family(slot);
  if (judged >= p.threshold.targeted_early_help + raised(world, 1, p.rationing.targeted_raise) &&
      serves_age(world, family, ServiceTier::targeted_early_help)) {
    return ServiceTier::targeted_early_help;
  }
  return judged >= p.threshold.community_early_help +
                         raised(world, 0, p.rationing.community_raise) &&
                 serves_age(world, family, ServiceTier::community_early_help)
             ? ServiceTier::community_early_help
             : ServiceTier::universal;
}

}  // namespace stepdown
