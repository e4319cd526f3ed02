#include "model/parameters/noticing.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {real < [](auto& p) -> auto& {return p.noticing.rate;
}
> ({.name = "noticing.rate",
    .unit = Unit::per_year,
    .initial = 0.012,
    .bounds = {0, 2},
    .role = Role::uncertainty,
    .source = "EV18, EV19 for its existence; trial fit of this structure to England "
              "2024: 0.0078",
    .doc = "Contacts about a family at level 1 without an acute concern"}),
    real < [](auto& p) -> auto& {
  return p.noticing.by_level;
}
> ({.name = "noticing.by_level",
    .unit = Unit::factor,
    .initial = 2.2,
    .bounds = {1, 6},
    .role = Role::uncertainty,
    .source = "EV18, EV24; trial fit of this structure to England 2024: 2.66",
    .doc = "Contacts at each further level, against the level before"}),
    real < [](auto& p) -> auto& {
  return p.noticing.concern_factor;
}
> ({.name = "noticing.concern_factor",
    .unit = Unit::factor,
    .initial = 2,
    .bounds = {1, 20},
    .role = Role::uncertainty,
    .source = "EV8, EV12 for its existence; no figure published: 1 means none",
    .doc = "Contacts while there is an acute concern, against none"}),
    real < [](auto& p) -> auto& {
  return p.noticing.incident_moderate;
}
> ({.name = "noticing.incident_moderate",
    .unit = Unit::share,
    .initial = 0.25,
    .bounds = {0, 1},
    .role = Role::uncertainty,
    .source = "police send 28.5% of referrals (c5 2024): referrals led by incidents; no "
              "chance per incident is published",
    .doc = "Chance that the arrival of a moderate acute concern is itself reported to "
           "social care"}),
    real < [](auto& p) -> auto& {
  return p.noticing.incident_serious;
}
> ({.name = "noticing.incident_serious",
    .unit = Unit::share,
    .initial = 0.6,
    .bounds = {0, 1},
    .role = Role::uncertainty,
    .source = "police send 28.5% of referrals (c5 2024): referrals led by incidents; no "
              "chance per incident is published",
    .doc = "Chance that the arrival of a serious acute concern is itself reported to "
           "social care"}),
    real < [](auto& p) -> auto& {
  return p.noticing.visibility_shape;
}
> ({.name = "noticing.visibility_shape",
    .unit = Unit::none,
    .initial = 2,
    .bounds = {0.1, 1000},
    .role = Role::uncertainty,
    .source = "EV29: some families are seen, others unnoticed; no figure published",
    .doc = "Shape of the gamma distribution (mean 1) of how visible families are: the "
           "smaller, the more unequal"}),
    real < [](auto& p) -> auto& {
  return p.noticing.place_factor;
}
> ({.name = "noticing.place_factor",
    .unit = Unit::factor,
    .initial = 1,
    .bounds = {0.1, 5},
    .role = Role::fact,
    .source = "c1 2024: referrals per 10,000 children of the place against England "
              "(518.3)",
    .doc = "Noticing in this place against England, so that each place starts from its "
           "own referral rate"}),
    real < [](auto& p) -> auto& {
  return p.noticing.siblings_included;
}
> ({.name = "noticing.siblings_included",
    .unit = Unit::share,
    .initial = 0.85,
    .bounds = {0.5, 1},
    .role = Role::uncertainty,
    .source = "siblings are mostly referred together; share unknown, 0.5 to 1",
    .doc = "Chance that each further child of the family is included when one is "
           "referred"}),
};  // namespace stepdown

}  // namespace

std::span<const Parameter> noticing_parameters() { return table; }

}  // namespace stepdown
