#include "model/parameters/outside.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::outside, &OutsideParameters::referrals>(
        {.name = "outside.referrals",
         .unit = Unit::per_10000_children_a_year,
         .initial = 110,
         .bounds = {0, 600},
         .role = Role::uncertainty,
         .source = "csww and b1 2024: 399,460 in need, 320,461 with a case holder; the share "
                   "outside neglect and crisis is not published",
         .doc = "Referrals of children whose need is outside this model, in England"}),
    real<&ModelParameters::outside, &OutsideParameters::rereferral_share>(
        {.name = "outside.rereferral_share",
         .unit = Unit::share,
         .initial = 0.224,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "c1 2024: 22.4% of all referrals; not published by need, so the same is assumed",
         .doc = "Share of the referrals of outside cases for a child referred within the 12 months "
                "before"}),
    real<&ModelParameters::outside, &OutsideParameters::assessed_only_share>(
        {.name = "outside.assessed_only_share",
         .unit = Unit::share,
         .initial = 0.4,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "c1 2024: 30.3% assessed and not in need, 6.3% no further action",
         .doc = "Share of them closed at assessment"}),
    real<&ModelParameters::outside, &OutsideParameters::short_years>(
        {.name = "outside.short_years",
         .unit = Unit::years,
         .initial = 0.5,
         .bounds = {0.02, 10},
         .role = Role::uncertainty,
         .source = "b5 2024: durations of ended episodes",
         .doc = "Mean stay in need of the shorter kind"}),
    real<&ModelParameters::outside, &OutsideParameters::long_share>(
        {.name = "outside.long_share",
         .unit = Unit::share,
         .initial = 0.28,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "b4 2024: 35.5% of open episodes have lasted over two years",
         .doc = "Share of those in need who stay for the longer kind"}),
    real<&ModelParameters::outside, &OutsideParameters::long_years>(
        {.name = "outside.long_years",
         .unit = Unit::years,
         .initial = 5,
         .bounds = {0.1, 18},
         .role = Role::uncertainty,
         .source = "b4 2024: 35.5% of open episodes have lasted over two years",
         .doc = "Mean stay in need of the longer kind"}),
    real<&ModelParameters::outside, &OutsideParameters::with_case_holder>(
        {.name = "outside.with_case_holder",
         .unit = Unit::share,
         .initial = 0.45,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "csww and b1 2024: 320,461 of 399,460 children in need have a case-holding "
                   "social worker",
         .doc = "Share of them, once in need, whose case a social worker of these teams holds"}),
    real<&ModelParameters::outside, &OutsideParameters::care_entries>(
        {.name = "outside.care_entries",
         .unit = Unit::per_10000_children_a_year,
         .initial = 8,
         .bounds = {0, 60},
         .role = Role::uncertainty,
         .source = "cla 2024: 27 starts per 10,000, of which 39% not for abuse or neglect",
         .doc = "Children a year who come into care for reasons outside this model"}),
    real<&ModelParameters::outside, &OutsideParameters::care_years>(
        {.name = "outside.care_years",
         .unit = Unit::years,
         .initial = 2,
         .bounds = {0.1, 10},
         .role = Role::uncertainty,
         .source = "cla 2024: mean stay 2.4 to 2.5 years",
         .doc = "Mean stay in care of these children"}),
};

}  // namespace

std::span<const Parameter> outside_parameters() { return table; }

}  // namespace stepdown
