#include "model/parameters/awareness.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::awareness, &AwarenessParameters::families_know>(
        {.name = "awareness.families_know",
         .unit = Unit::share,
         .initial = 0.55,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV22, EV23: 45% did not know whom to contact (polls: a bound, not a rate)",
         .doc = "Share of families who know of help and whom to ask"}),
    real<&ModelParameters::awareness, &AwarenessParameters::campaign>(
        {.name = "awareness.campaign",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV46: advertise services, leaflets, success stories",
         .doc = "How fully help is advertised to families and practitioners"}),
    real<&ModelParameters::awareness, &AwarenessParameters::campaign_effect>(
        {.name = "awareness.campaign_effect",
         .unit = Unit::share,
         .initial = 0.3,
         .bounds = {0, 0.8},
         .role = Role::uncertainty,
         .source = "EV46 for its existence; no figure published: 0 means none",
         .doc = "Share of the families who do not know of help that a full campaign reaches"}),
    real<&ModelParameters::awareness, &AwarenessParameters::recognises>(
        {.name = "awareness.recognises",
         .unit = Unit::share,
         .initial = 0.6,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV11: many families do not recognise that they need help; no share published",
         .doc = "Share of families who recognise their need"}),
    real<&ModelParameters::awareness, &AwarenessParameters::inherited_recognises>(
        {.name = "awareness.inherited_recognises",
         .unit = Unit::factor,
         .initial = 0.6,
         .bounds = {0.1, 1},
         .role = Role::uncertainty,
         .source = "EV10, EV11: what is ingrained looks normal; no figure published: 1 means none",
         .doc = "Recognition in families whose parents were neglected, against the others"}),
    real<&ModelParameters::awareness, &AwarenessParameters::anti_stigma>(
        {.name = "awareness.anti_stigma",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV47: open evenings, telling families what social care does",
         .doc = "How fully families are told what services do and do not do"}),
    real<&ModelParameters::awareness, &AwarenessParameters::anti_stigma_effect>(
        {.name = "awareness.anti_stigma_effect",
         .unit = Unit::share,
         .initial = 0.15,
         .bounds = {0, 0.6},
         .role = Role::uncertainty,
         .source = "EV44, EV47 for its existence; no figure published: 0 means none",
         .doc = "Part of the refusals from stigma and fear that this takes away"}),
};

}  // namespace

std::span<const Parameter> awareness_parameters() { return table; }

}  // namespace stepdown
