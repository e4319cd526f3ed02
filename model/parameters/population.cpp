#include "model/parameters/population.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::population, &PopulationParameters::children>(
        {.name = "population.children",
         .unit = Unit::children,
         .initial = 62500,
         .bounds = {100, 5'000'000},
         .role = Role::fact,
         .source = "ONS mid-year estimates 2023-24: median English authority 62,520 children",
         .doc = "Children aged 0 to 17 who live in the authority"}),
    real<&ModelParameters::population, &PopulationParameters::share_one_child>(
        {.name = "population.share_one_child",
         .unit = Unit::share,
         .initial = 0.30,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "derived: with the other shares and the birth interval it gives 1.7 children "
                   "per family at a time (ITN/ONS 2012)",
         .doc = "Share of families that ever have one child"}),
    real<&ModelParameters::population, &PopulationParameters::share_two_children>(
        {.name = "population.share_two_children",
         .unit = Unit::share,
         .initial = 0.45,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "derived as share_one_child",
         .doc = "Share of families that ever have two children"}),
    real<&ModelParameters::population, &PopulationParameters::share_three_children>(
        {.name = "population.share_three_children",
         .unit = Unit::share,
         .initial = 0.18,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "derived as share_one_child",
         .doc = "Share of families that ever have three children; the rest have four"}),
    real<&ModelParameters::population, &PopulationParameters::birth_interval_years>(
        {.name = "population.birth_interval_years",
         .unit = Unit::years,
         .initial = 3.0,
         .bounds = {1, 8},
         .role = Role::uncertainty,
         .source = "no figure in the evidence: a range that leaves out nothing usual",
         .doc = "Mean time between the births of siblings; each interval is uniform from half to "
                "one and a half times it"}),
    list<&ModelParameters::population, &PopulationParameters::quintile_shares>(
        {.name = "population.quintile_shares",
         .unit = Unit::share,
         .initial = {0.2, 0.2, 0.2, 0.2, 0.2},
         .bounds = {0, 1},
         .role = Role::fact,
         .source = "fifths of areas by deprivation: a fifth each in England as a whole",
         .doc = "Share of families in each fifth of areas, the least deprived first"}),
    real<&ModelParameters::population, &PopulationParameters::moves_away>(
        {.name = "population.moves_away",
         .unit = Unit::per_year,
         .initial = 0.03,
         .bounds = {0, 0.3},
         .role = Role::uncertainty,
         .source = "d8 2024: 11.7% of children who left need soon after a plan had moved to "
                   "another authority; no rate for families",
         .doc = "Rate at which a family moves to another authority; as many move in, with need "
                "like that of families never helped"}),
};

}  // namespace

std::span<const Parameter> population_parameters() { return table; }

}  // namespace stepdown
