#include "model/parameters/trust.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::trust, &TrustParameters::start>(
        {.name = "trust.start",
         .unit = Unit::share,
         .initial = 0.5,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV44, EV45 for its existence; no measure published",
         .doc = "Chance of each of the four steps of trust that a family starts with"}),
    real<&ModelParameters::trust, &TrustParameters::gain>(
        {.name = "trust.gain",
         .unit = Unit::share,
         .initial = 0.3,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV45: most parents would ask again; no figure published: 0 means none",
         .doc = "Chance that help which ended as planned adds a step of trust"}),
    real<&ModelParameters::trust, &TrustParameters::loss_refused>(
        {.name = "trust.loss_refused",
         .unit = Unit::share,
         .initial = 0.3,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV35, EV82: refused families give up; no figure published: 0 means none",
         .doc = "Chance that being turned away or left waiting in vain takes a step of trust"}),
    real<&ModelParameters::trust, &TrustParameters::loss_handover>(
        {.name = "trust.loss_handover",
         .unit = Unit::share,
         .initial = 0.15,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV52, EV54: one hitch lost a family; no figure published: 0 means none",
         .doc = "Chance that a change of worker takes a step of trust"}),
    real<&ModelParameters::trust, &TrustParameters::effect>(
        {.name = "trust.effect",
         .unit = Unit::share,
         .initial = 0.3,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV45 for its existence; no figure published: 0 means none",
         .doc =
             "Part by which accepting, asking and staying rise at full trust, and fall at none"}),
};

}  // namespace

std::span<const Parameter> trust_parameters() { return table; }

}  // namespace stepdown
