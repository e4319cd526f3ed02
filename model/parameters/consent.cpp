#include "model/parameters/consent.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {real < [](auto& p) -> auto& {return p.consent.early_help;
}
> ({.name = "consent.early_help",
    .unit = Unit::share,
    .initial = 0.7,
    .bounds = {0, 1},
    .role = Role::uncertainty,
    .source = "EV43, EV44; no national figure on declining (statistics: gaps)",
    .doc = "Chance that a family offered early help accepts"}),
    real < [](auto& p) -> auto& {
  return p.consent.child_in_need;
}
> ({.name = "consent.child_in_need",
    .unit = Unit::share,
    .initial = 0.95,
    .bounds = {0, 1},
    .role = Role::uncertainty,
    .source = "EV43; no national figure on declining",
    .doc = "Chance that a family offered a child in need plan accepts; else it is "
           "offered early help"}),
};  // namespace stepdown

}  // namespace

std::span<const Parameter> consent_parameters() { return table; }

}  // namespace stepdown
