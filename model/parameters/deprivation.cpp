#include "model/parameters/deprivation.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::deprivation, &DeprivationParameters::need>(
        {.name = "deprivation.need",
         .unit = Unit::factor,
         .initial = 1.8,
         .bounds = {1, 8},
         .role = Role::uncertainty,
         .source = "EV9, EV77 for its existence; poorer families are seen and referred more, why "
                   "is not known: 1 means none",
         .doc =
             "Worsening and acute concerns in the most deprived fifth of areas against the least; "
             "the others lie between"}),
    real<&ModelParameters::deprivation, &DeprivationParameters::noticing>(
        {.name = "deprivation.noticing",
         .unit = Unit::factor,
         .initial = 1.3,
         .bounds = {1, 5},
         .role = Role::uncertainty,
         .source = "EV77 for its existence; no figure published: 1 means none",
         .doc =
             "Being noticed in the most deprived fifth of areas against the least, at equal need"}),
    real<&ModelParameters::deprivation, &DeprivationParameters::judgement>(
        {.name = "deprivation.judgement",
         .unit = Unit::levels,
         .initial = 0.1,
         .bounds = {0, 1.5},
         .role = Role::uncertainty,
         .source = "EV77: poverty is not neglect, and may be taken for it; no figure published: 0 "
                   "means none",
         .doc = "Levels by which need is judged higher in the most deprived fifth of areas than in "
                "the least"}),
};

}  // namespace

std::span<const Parameter> deprivation_parameters() { return table; }

}  // namespace stepdown
