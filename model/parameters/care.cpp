#include "model/parameters/care.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::care, &CareParameters::exit_first_year>(
        {.name = "care.exit_first_year",
         .unit = Unit::per_year,
         .initial = 0.45,
         .bounds = {0, 5},
         .role = Role::uncertainty,
         .source = "cla 2024: stock 69 and exits 28 per 10,000; trial fit .45",
         .doc = "Rate of leaving care in the first year"}),
    real<&ModelParameters::care, &CareParameters::exit_later>(
        {.name = "care.exit_later",
         .unit = Unit::per_year,
         .initial = 0.23,
         .bounds = {0, 5},
         .role = Role::uncertainty,
         .source = "cla 2024: stock 69 and exits 28 per 10,000; trial fit .23",
         .doc = "Rate of leaving care after the first year"}),
    real<&ModelParameters::care, &CareParameters::return_home_share>(
        {.name = "care.return_home_share",
         .unit = Unit::share,
         .initial = 0.35,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "Lutman and Farmer 2012 for returns home; share not in the evidence",
         .doc = "Share of those who leave care before 18 for home, with a child in need plan; "
                "the others leave for adoption or special guardianship and need no more help"}),
    real<&ModelParameters::care, &CareParameters::siblings_in_care>(
        {.name = "care.siblings_in_care",
         .unit = Unit::share,
         .initial = 0.7,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "no figure used here; one child may enter care while others stay",
         .doc = "Chance that each further child of the case enters care with the first"}),
};

}  // namespace

std::span<const Parameter> care_parameters() { return table; }

}  // namespace stepdown
