#include "model/processes/rules.h"

#include <algorithm>
#include <cmath>

#include "model/time.h"

namespace stepdown {
namespace {

/// Powers by repeated multiplication: the same bits on every platform.
double power(double base, int exponent) {
  double product = 1.0;
  for (int i = 0; i < exponent; ++i) {
    product *= base;
  }
  return product;
}

int posts_of(double per_10000, double children, int additional) {
  return std::max(0, static_cast<int>(std::lround(per_10000 * children / 10'000.0)) + additional);
}

Places places_of(double children) { return static_cast<Places>(std::lround(children * one_place)); }

}  // namespace

Rules::Rules(const ModelParameters& parameters) : p(parameters) {
  const NeedParameters& need = p.need;
  for (int level = 0; level < neglect_levels; ++level) {
    const auto row = static_cast<std::size_t>(level);
    const bool worst = level == neglect_levels - 1;
    const bool best = level == 0;
    for (int capacity = 0; capacity < capacities; ++capacity) {
      const auto column = static_cast<std::size_t>(capacity);
      worsening[row][column] = worst ? 0.0
                                     : per_day(need.worsening) *
                                           power(need.worsening_by_level, level) *
                                           power(need.capacity_slows_worsening, capacity);
      easing[row][column] = best ? 0.0
                                 : per_day(need.easing) * power(need.easing_by_level, level - 1) *
                                       power(need.capacity_speeds_easing, capacity);
    }
    concern_arrival[row] = per_day(need.concern_arrival) * power(need.concern_by_level, level);
    const double seen =
        per_day(p.noticing.rate) * p.noticing.place_factor * power(p.noticing.by_level, level);
    noticing[row] = {seen, seen * p.noticing.concern_factor, seen * p.noticing.concern_factor};
  }
  concern_resolution = per_day(need.concern_resolution);
  capacity_fades = per_day(need.capacity_fades);
  error_sd_seen_from_outside = p.judgement.error_sd;
  error_sd_in_the_home = p.judgement.error_sd * p.judgement.home_visit_factor;
  if (is_laboratory(Laboratory::queue)) {
    posts = {0, p.laboratory.places, 0};
    caps = {0, one_place, 0};
  } else {
    const WorkforceParameters& workforce = p.workforce;
    const double children = p.population.children;
    posts = {posts_of(workforce.community_workers_per_10000, children,
                      workforce.additional_community_workers),
             posts_of(workforce.key_workers_per_10000, children, workforce.additional_key_workers),
             std::max(0, workforce.social_workers + workforce.additional_social_workers)};
    caps = {places_of(p.caseload.community_worker_cap), places_of(p.caseload.key_worker_cap),
            places_of(p.caseload.social_worker_cap)};
  }
}

}  // namespace stepdown
