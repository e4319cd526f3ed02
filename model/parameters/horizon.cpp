#include "model/parameters/horizon.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    whole<&ModelParameters::horizon, &HorizonParameters::start_year>(
        {.name = "horizon.start_year",
         .unit = Unit::year,
         .initial = 2024,
         .bounds = {1990, 2100},
         .role = Role::numerics,
         .source = "the official figures of the place files are of the year to 31 March 2024",
         .doc = "Day 0 is 1 April of this year"}),
    real<&ModelParameters::horizon, &HorizonParameters::warm_up_years>(
        {.name = "horizon.warm_up_years",
         .unit = Unit::years,
         .initial = 20,
         .bounds = {0, 50},
         .role = Role::numerics,
         .source = "a childhood and more, so that repeat plans and long episodes have their past; "
                   "a test shows no trend after it",
         .doc = "Time the authority lives under the base before day 0"}),
    whole<&ModelParameters::horizon, &HorizonParameters::years>(
        {.name = "horizon.years",
         .unit = Unit::years,
         .initial = 10,
         .bounds = {1, 100},
         .role = Role::numerics,
         .source = "ten years: long enough for second plans and for care to show",
         .doc = "Time after day 0 over which outcomes are counted"}),
};

}  // namespace

std::span<const Parameter> horizon_parameters() { return table; }

}  // namespace stepdown
