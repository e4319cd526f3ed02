#include "model/parameters/workforce.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {whole < [](auto& p) -> auto& {return p.workforce.social_workers;
}
> ({.name = "workforce.social_workers",
    .unit = Unit::posts,
    .initial = 105,
    .bounds = {0, 5000},
    .role = Role::fact,
    .source = "csww 2024: 20,803.5 case-holding workers for 12.06m children, at 62,500 "
              "children 108",
    .doc = "Social workers who hold cases, full-time equivalents"}),
    real < [](auto& p) -> auto& {
  return p.workforce.key_workers_per_10000;
}
> ({.name = "workforce.key_workers_per_10000",
    .unit = Unit::per_10000_children,
    .initial = 12,
    .bounds = {0, 200},
    .role = Role::uncertainty,
    .source = "derived: 517,000 children helped in 2019-20 (AfC) times 22 weeks each "
              "(EV65) are 182 children at a time per 10,000, at 15 each 12 posts; no "
              "official count",
    .doc = "Key workers of targeted early help for every 10,000 children"}),
    real < [](auto& p) -> auto& {
  return p.workforce.community_workers_per_10000;
}
> ({.name = "workforce.community_workers_per_10000",
    .unit = Unit::per_10000_children,
    .initial = 6,
    .bounds = {0, 200},
    .role = Role::uncertainty,
    .source = "no official count; a range that leaves out nothing usual",
    .doc = "Workers of community-based early help for every 10,000 children"}),
    whole < [](auto& p) -> auto& {
  return p.workforce.additional_social_workers;
}
> ({.name = "workforce.additional_social_workers",
    .unit = Unit::posts,
    .initial = 0,
    .bounds = {-1000, 1000},
    .role = Role::lever,
    .source = "what a commissioner may add or cut",
    .doc = "Social workers more (or fewer) than the place has"}),
    whole < [](auto& p) -> auto& {
  return p.workforce.additional_key_workers;
}
> ({.name = "workforce.additional_key_workers",
    .unit = Unit::posts,
    .initial = 0,
    .bounds = {-1000, 1000},
    .role = Role::lever,
    .source = "what a commissioner may add or cut",
    .doc = "Key workers of targeted early help more (or fewer) than the place has"}),
    whole < [](auto& p) -> auto& {
  return p.workforce.additional_community_workers;
}
> ({.name = "workforce.additional_community_workers",
    .unit = Unit::posts,
    .initial = 0,
    .bounds = {-1000, 1000},
    .role = Role::lever,
    .source = "what a commissioner may add or cut",
    .doc = "Workers of community-based early help more (or fewer) than the place has"}),
};  // namespace stepdown

}  // namespace

std::span<const Parameter> workforce_parameters() { return table; }

}  // namespace stepdown
