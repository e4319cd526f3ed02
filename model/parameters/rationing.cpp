#include "model/parameters/rationing.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::rationing, &RationingParameters::community_raise>(
        {.name = "rationing.community_raise",
         .unit = Unit::levels,
         .initial = 0.2,
         .bounds = {0, 3},
         .role = Role::lever,
         .source = "EV32 for its existence; the size is the authority's: 0 means none",
         .doc = "Rise of the threshold of community-based early help while its list is long"}),
    real<&ModelParameters::rationing, &RationingParameters::targeted_raise>(
        {.name = "rationing.targeted_raise",
         .unit = Unit::levels,
         .initial = 0.2,
         .bounds = {0, 3},
         .role = Role::lever,
         .source = "EV32 for its existence; the size is the authority's: 0 means none",
         .doc = "Rise of the threshold of targeted early help while its list is long"}),
    real<&ModelParameters::rationing, &RationingParameters::child_in_need_raise>(
        {.name = "rationing.child_in_need_raise",
         .unit = Unit::levels,
         .initial = 0.2,
         .bounds = {0, 3},
         .role = Role::lever,
         .source = "EV32, EV40 for its existence; the size is the authority's: 0 means none",
         .doc = "Rise of the threshold of child in need while social workers are overrun"}),
    real<&ModelParameters::rationing, &RationingParameters::list_on>(
        {.name = "rationing.list_on",
         .unit = Unit::share,
         .initial = 0.5,
         .bounds = {0, 10},
         .role = Role::lever,
         .source = "EV32: a way of rationing; no figure published",
         .doc = "Children on the list, against all places of the service, at which its threshold "
                "rises"}),
    real<&ModelParameters::rationing, &RationingParameters::list_off>(
        {.name = "rationing.list_off",
         .unit = Unit::share,
         .initial = 0.3,
         .bounds = {0, 10},
         .role = Role::lever,
         .source = "EV32; below list_on, so that a threshold does not flutter",
         .doc = "Children on the list, against all places of the service, at which its threshold "
                "falls back"}),
    real<&ModelParameters::rationing, &RationingParameters::load_on>(
        {.name = "rationing.load_on",
         .unit = Unit::factor,
         .initial = 1.15,
         .bounds = {0, 10},
         .role = Role::lever,
         .source = "EV32: a way of rationing; no figure published",
         .doc = "Load of social workers, against their caps, at which the threshold rises"}),
    real<&ModelParameters::rationing, &RationingParameters::load_off>(
        {.name = "rationing.load_off",
         .unit = Unit::factor,
         .initial = 1.05,
         .bounds = {0, 10},
         .role = Role::lever,
         .source = "EV32; below load_on, so that a threshold does not flutter",
         .doc = "Load of social workers, against their caps, at which the threshold falls back"}),
};

}  // namespace

std::span<const Parameter> rationing_parameters() { return table; }

}  // namespace stepdown
