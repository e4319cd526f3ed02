#include "model/parameters/cost.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {real < [](auto& p) -> auto& {return p.cost.social_worker;
}
> ({.name = "cost.social_worker",
    .unit = Unit::pounds_a_year,
    .initial = 128000,
    .bounds = {0, 1000000},
    .role = Role::uncertainty,
    .source = "derived: s251 2021-22 social work 2,632m for 20,549 case holders",
    .doc = "A case-holding social worker with management and overheads"}),
    real < [](auto& p) -> auto& {
  return p.cost.key_worker;
}
> ({.name = "cost.key_worker",
    .unit = Unit::pounds_a_year,
    .initial = 62000,
    .bounds = {0, 1000000},
    .role = Role::uncertainty,
    .source = "derived: s251 2021-22 targeted family support 903m for 12 posts per "
              "10,000 children (14,500)",
    .doc = "A key worker of targeted early help with management and overheads"}),
    real < [](auto& p) -> auto& {
  return p.cost.community_worker;
}
> ({.name = "cost.community_worker",
    .unit = Unit::pounds_a_year,
    .initial = 70000,
    .bounds = {0, 1000000},
    .role = Role::uncertainty,
    .source = "derived: s251 2021-22 children's centres 505m for 6 posts per 10,000 "
              "children (7,200)",
    .doc = "A worker of community-based early help with management and overheads"}),
    real < [](auto& p) -> auto& {
  return p.cost.looked_after_child;
}
> ({.name = "cost.looked_after_child",
    .unit = Unit::pounds_a_year,
    .initial = 102000,
    .bounds = {0, 1000000},
    .role = Role::uncertainty,
    .source = "derived: RO3 2024-25 net 8,435m for 82,650 children",
    .doc = "A year of being looked after"}),
};  // namespace stepdown

}  // namespace

std::span<const Parameter> cost_parameters() { return table; }

}  // namespace stepdown
