#include "model/parameters/closure_ways.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::closure_ways, &ClosureWaysParameters::hand_back>(
        {.name = "closure.hand_back",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV71: tell school and health that a case closes, and why",
         .doc = "Share of closings handed back to school and health"}),
    real<&ModelParameters::closure_ways, &ClosureWaysParameters::hand_back_effect>(
        {.name = "closure.hand_back_effect",
         .unit = Unit::factor,
         .initial = 1.5,
         .bounds = {1, 5},
         .role = Role::uncertainty,
         .source = "EV30, EV71 for its existence; no figure published: 1 means none",
         .doc =
             "Noticing in the fragile spell after a closing that was handed back, against none"}),
    real<&ModelParameters::closure_ways, &ClosureWaysParameters::minimum_weeks_after_plan>(
        {.name = "closure.minimum_weeks_after_plan",
         .unit = Unit::weeks,
         .initial = 0,
         .bounds = {0, 104},
         .role = Role::lever,
         .source = "d8 2024: 37.8% of children left need within 3 months of a plan, 24.6% in 2013",
         .doc = "Least time as a child in need after a protection plan"}),
};

}  // namespace

std::span<const Parameter> closure_ways_parameters() { return table; }

}  // namespace stepdown
