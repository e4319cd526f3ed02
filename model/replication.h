#pragma once

#include <memory>

#include "model/outcomes/outcomes.h"
#include "model/parameters/model_parameters.h"
#include "model/random.h"

namespace stepdown {

struct Authority;
class Observers;

/// The state on day 0 of a world that has lived under `before` since its warm-up began.
Authority after_warm_up(const ModelParameters& before, RunKey key);

/// The horizon under `policy`, from the month in which it begins and under `until_policy` until
/// then, watched by `observers`; ends on the last day of its last month.
void live_through_horizon(Authority& authority, const ModelParameters& until_policy,
                          const ModelParameters& policy, const Observers& observers);

/// One run: the world of `before` lives through its warm-up once, and from the same day 0 any
/// number of policies continue it. A pure function of (parameters, key).
class Replication {
 public:
  Replication(const ModelParameters& before, RunKey key);
  ~Replication();
  Replication(Replication&&) noexcept;
  Replication& operator=(Replication&&) noexcept;

  /// What the horizon brings if the authority's decisions change to `policy`'s on day 0 or later,
  /// and are `until_policy`'s between day 0 and then. May be called any number of times, in any
  /// order: each call starts from a copy of day 0.
  Outcomes under(const ModelParameters& policy, const ModelParameters& until_policy) const;
  /// Until then everything goes on as before day 0.
  Outcomes under(const ModelParameters& policy) const { return under(policy, before_); }

 private:
  ModelParameters before_;
  std::unique_ptr<const Authority> day_0_;
};

}  // namespace stepdown
