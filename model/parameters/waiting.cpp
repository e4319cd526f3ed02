#include "model/parameters/waiting.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {real < [](auto& p) -> auto& {return p.waiting.community_drop_out;
}
> ({.name = "waiting.community_drop_out",
    .unit = Unit::per_year,
    .initial = 1,
    .bounds = {0, 50},
    .role = Role::uncertainty,
    .source = "EV36 for its existence; no waiting figures published (statistics: gaps)",
    .doc = "Rate at which a family gives up waiting for community-based early help"}),
    real < [](auto& p) -> auto& {
  return p.waiting.targeted_drop_out;
}
> ({.name = "waiting.targeted_drop_out",
    .unit = Unit::per_year,
    .initial = 1,
    .bounds = {0, 50},
    .role = Role::uncertainty,
    .source = "EV36 for its existence; no waiting figures published (statistics: gaps)",
    .doc = "Rate at which a family gives up waiting for targeted early help"}),
};  // namespace stepdown

}  // namespace

std::span<const Parameter> waiting_parameters() { return table; }

}  // namespace stepdown
