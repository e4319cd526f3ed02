#pragma once

#include <memory>
#include <vector>

#include "model/outcomes/outcome_observer.h"
#include "model/replication.h"
#include "model/state/authority.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// The base with so many families, and social workers in proportion: everything is on.
inline ModelParameters base_with(double families) {
  constexpr double children_per_family = 1.7232;  // of the base
  ModelParameters p =
      load_scenarios(*embedded_source(), {{"scenarios/base.toml"}, "", {}}).front().from_day_0();
  const double children = families * children_per_family;
  p.workforce.social_workers =
      static_cast<int>(p.workforce.social_workers * children / p.population.children);
  p.population.children = children;
  return p;
}

enum class Watched { by_nobody, by_every_measure };

/// One world lives on from a day 0 that stays as it was.
class HorizonRun {
 public:
  HorizonRun(const ModelParameters& p, const Authority& day_0, Watched watched)
      : p_(p), authority_(day_0), events_before_(day_0.events) {
    if (watched == Watched::by_every_measure) {
      const HorizonFacts facts{p, day_0, p.horizon.years * 365.25,
                               static_cast<double>(p.horizon.years)};
      for (const OutcomeKind& kind : outcome_kinds()) {
        measures_.push_back(kind.observe(facts));
        observers_.add(*measures_.back());
      }
    }
  }

  void live() { live_through_horizon(authority_, p_, p_, observers_); }

  double events() const { return static_cast<double>(authority_.events - events_before_); }
  double family_years() const {
    return static_cast<double>(authority_.families.size()) * p_.horizon.years;
  }
  const Authority& authority() const { return authority_; }

 private:
  const ModelParameters& p_;
  Authority authority_;
  std::uint64_t events_before_;
  std::vector<std::unique_ptr<OutcomeObserver>> measures_;
  Observers observers_;
};

}  // namespace stepdown
