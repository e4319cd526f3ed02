#include "model/parameters/consent.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::consent, &ConsentParameters::early_help>(
        {.name = "consent.early_help",
         .unit = Unit::share,
         .initial = 0.7,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV43, EV44; no national figure on declining (statistics: gaps)",
         .doc = "Chance that a family offered early help accepts"}),
    real<&ModelParameters::consent, &ConsentParameters::child_in_need>(
        {.name = "consent.child_in_need",
         .unit = Unit::share,
         .initial = 0.95,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV43; no national figure on declining",
         .doc = "Chance that a family offered a child in need plan accepts; else it is "
                "offered early help"}),
    real<&ModelParameters::consent, &ConsentParameters::not_recognising>(
        {.name = "consent.not_recognising",
         .unit = Unit::factor,
         .initial = 0.7,
         .bounds = {0.1, 1},
         .role = Role::uncertainty,
         .source = "EV11, EV64 for its existence; no figure published: 1 means none",
         .doc = "Accepting by families who do not recognise their need, against the others"}),
    real<&ModelParameters::consent, &ConsentParameters::recontact>(
        {.name = "consent.recontact",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV56, EV81: workers who ask again",
         .doc = "Chance that a family which declined or dropped out is asked again"}),
    real<&ModelParameters::consent, &ConsentParameters::recontact_weeks>(
        {.name = "consent.recontact_weeks",
         .unit = Unit::weeks,
         .initial = 6,
         .bounds = {1, 52},
         .role = Role::lever,
         .source = "EV56, EV81; the interval is the authority's to choose",
         .doc = "Time until a family is asked again"}),
    real<&ModelParameters::consent, &ConsentParameters::easy_access>(
        {.name = "consent.easy_access",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV49: hours, transport, home delivery, somebody to come along",
         .doc = "How fully help is made easy to reach"}),
    real<&ModelParameters::consent, &ConsentParameters::easy_access_effect>(
        {.name = "consent.easy_access_effect",
         .unit = Unit::share,
         .initial = 0.2,
         .bounds = {0, 0.7},
         .role = Role::uncertainty,
         .source = "EV49 for its existence; no figure published: 0 means none",
         .doc = "Part of refusals, drop-outs and early ends that easy access takes away"}),
    real<&ModelParameters::consent, &ConsentParameters::easy_access_place>(
        {.name = "consent.easy_access_place",
         .unit = Unit::factor,
         .initial = 1.05,
         .bounds = {1, 1.5},
         .role = Role::uncertainty,
         .source = "going out to families takes time; no figure published: 1 means none",
         .doc = "Part of a place a child of early help takes with easy access, against without"}),
};

}  // namespace

std::span<const Parameter> consent_parameters() { return table; }

}  // namespace stepdown
