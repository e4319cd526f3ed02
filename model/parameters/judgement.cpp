#include "model/parameters/judgement.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {real < [](auto& p) -> auto& {return p.judgement.error_sd;
}
> ({.name = "judgement.error_sd",
    .unit = Unit::levels,
    .initial = 1.2,
    .bounds = {0, 3},
    .role = Role::uncertainty,
    .source = "EV17: a grey area; trial fit of this structure about 1.65 levels",
    .doc = "Standard deviation of the judged level of somebody who does not see the home"}),
    real < [](auto& p) -> auto& {
  return p.judgement.home_visit_factor;
}
> ({.name = "judgement.home_visit_factor",
    .unit = Unit::factor,
    .initial = 0.6,
    .bounds = {0, 1},
    .role = Role::uncertainty,
    .source = "EV18, EV58, EV76 for its existence; no figure published: 1 means none",
    .doc = "Error of somebody who visits the home, against somebody who does not"}),
    real < [](auto& p) -> auto& {
  return p.judgement.concern_weight;
}
> ({.name = "judgement.concern_weight",
    .unit = Unit::levels,
    .initial = 1,
    .bounds = {0, 3},
    .role = Role::uncertainty,
    .source = "acute concerns lower the threshold (model); no figure published",
    .doc = "Levels that each grade of acute concern adds to the judged need"}),
};  // namespace stepdown

}  // namespace

std::span<const Parameter> judgement_parameters() { return table; }

}  // namespace stepdown
