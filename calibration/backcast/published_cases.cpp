#include "calibration/backcast/published_cases.h"

#include <algorithm>
#include <cmath>

#include "calibration/dfe/dfe_targets.h"
#include "model/random.h"

namespace stepdown {
namespace {

constexpr double fewest_referrals = 500;
// Beyond every decision of the model, should both be given one seed.
constexpr auto choice_of_authorities = static_cast<Decision>(250);

bool can_be_told(const DfeAuthority& authority, int last_year, int years_after) {
  if (authority.is_england ||
      authority.figure(DfeColumn::referrals, last_year).value_or(0) < fewest_referrals) {
    return false;
  }
  for (int year = last_year; year <= last_year + years_after; ++year) {
    if (!authority.figure(DfeColumn::referrals, year)) {
      return false;
    }
  }
  return true;
}

std::vector<const DfeAuthority*> candidates(const DfePanel& panel, int last_year, int years_after) {
  std::vector<const DfeAuthority*> made;
  for (const DfeAuthority& authority : panel.authorities) {
    if (can_be_told(authority, last_year, years_after)) {
      made.push_back(&authority);
    }
  }
  return made;
}

ModelParameters world_of(const ModelParameters& base, const PublishedPlace& place) {
  ModelParameters world = base;
  const double children = place.children ? place.children->value : base.population.children;
  const double workers = place.social_workers
                             ? place.social_workers->value
                             : base.workforce.social_workers * children / base.population.children;
  world.workforce.social_workers = static_cast<int>(std::lround(workers));
  world.population.children = children;
  if (place.turnover) {
    world.workforce.turnover = place.turnover->value;
  }
  if (place.absence) {
    world.workforce.absence = place.absence->value;
  }
  if (place.place_factor) {
    world.noticing.place_factor = place.place_factor->value;
  }
  return world;
}

BackcastCase case_of(const DfePanel& panel, const DfeAuthority& authority,
                     const PanelVariances& variances, const ModelParameters& base, int last_year,
                     int years_after) {
  const int first_year = panel.years().first;
  BackcastCase made{authority.name, last_year, {}, {}, {}};
  made.world =
      world_of(base, published_place_of(panel, authority, variances, first_year, last_year));
  made.targets = targets_of(panel, authority, variances, first_year, last_year);
  for (const DfeMeasure& measure : dfe_measures()) {
    for (int year = last_year + 1; year <= last_year + years_after; ++year) {
      if (const auto figure = figure_of(measure, authority, year)) {
        made.later.push_back({std::string(measure.name), year, figure->value});
      }
    }
  }
  return made;
}

}  // namespace

std::size_t authorities_to_draw(const DfePanel& panel, int last_year, int years_after) {
  return candidates(panel, last_year, years_after).size();
}

std::vector<BackcastCase> published_cases(const DfePanel& panel, const ModelParameters& base,
                                          int last_year, int years_after, std::size_t count,
                                          std::uint64_t seed) {
  std::vector<const DfeAuthority*> chosen = candidates(panel, last_year, years_after);
  const Luck luck({seed, 0});
  // Each is drawn among those still there; what is taken is put in the order of names again.
  for (std::size_t i = 0; i + 1 < chosen.size() && i < count; ++i) {
    const double u = luck.uniform(static_cast<std::uint32_t>(i), choice_of_authorities, 0);
    std::swap(chosen[i],
              chosen[i + static_cast<std::size_t>(u * static_cast<double>(chosen.size() - i))]);
  }
  chosen.resize(std::min(count, chosen.size()));
  std::ranges::sort(chosen, {}, &DfeAuthority::name);
  const PanelVariances variances = panel_variances(panel, last_year);
  std::vector<BackcastCase> made;
  for (const DfeAuthority* authority : chosen) {
    made.push_back(case_of(panel, *authority, variances, base, last_year, years_after));
  }
  return made;
}

}  // namespace stepdown
