#include "model/parameters/policy.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::policy, &PolicyParameters::from_month>(
        {.name = "policy.from_month",
         .unit = Unit::months,
         .initial = 0,
         .bounds = {0, 120},
         .role = Role::lever,
         .source = "the authority's to choose",
         .doc = "Months after day 0 at which the decisions of the policy take effect"}),
};

}  // namespace

std::span<const Parameter> policy_parameters() { return table; }

}  // namespace stepdown
