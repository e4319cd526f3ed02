#include "model/parameters/family_help.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    option<&ModelParameters::family_help, &FamilyHelpParameters::model>(
        {.name = "family_help.model",
         .choices = model_names,
         .initial = 0,
         .role = Role::lever,
         .source = "EV75: Family Help; uncontrolled local results only",
         .doc = "separate (two services with a referral between them), merged (one service, one "
                "list, one lead practitioner, a smaller protection team)"}),
    real<&ModelParameters::family_help, &FamilyHelpParameters::protection_share>(
        {.name = "family_help.protection_share",
         .unit = Unit::share,
         .initial = 0.45,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "the authority's to choose",
         .doc = "Part of the social workers who form the protection team, for enquiries, plans and "
                "care",
         .only_when = {"family_help.model", "merged"}}),
    real<&ModelParameters::family_help, &FamilyHelpParameters::protection_cap>(
        {.name = "family_help.protection_cap",
         .unit = Unit::children,
         .initial = 18,
         .bounds = {1, 100},
         .role = Role::lever,
         .source = "the authority's to choose",
         .doc = "Children that a worker of the protection team holds at most",
         .only_when = {"family_help.model", "merged"}}),
    real<&ModelParameters::family_help, &FamilyHelpParameters::transition_months>(
        {.name = "family_help.transition_months",
         .unit = Unit::months,
         .initial = 12,
         .bounds = {0, 60},
         .role = Role::uncertainty,
         .source = "EV53: restructuring needs settling-in time; no length published: 0 means none",
         .doc = "Months of double running after the change",
         .only_when = {"family_help.model", "merged"}}),
    real<&ModelParameters::family_help, &FamilyHelpParameters::transition_loss>(
        {.name = "family_help.transition_loss",
         .unit = Unit::share,
         .initial = 0.15,
         .bounds = {0, 0.6},
         .role = Role::uncertainty,
         .source = "EV53 for its existence; no figure published: 0 means none",
         .doc = "Part of the strength of help that double running takes",
         .only_when = {"family_help.model", "merged"}}),
    real<&ModelParameters::family_help, &FamilyHelpParameters::consent>(
        {.name = "family_help.consent",
         .unit = Unit::factor,
         .initial = 1,
         .bounds = {0.7, 1.3},
         .role = Role::uncertainty,
         .source = "EV44, EV75: stigma may rise or fall; no figure published: 1 means none",
         .doc = "Accepting Family Help, against accepting early help",
         .only_when = {"family_help.model", "merged"}}),
};

}  // namespace

std::span<const Parameter> family_help_parameters() { return table; }

}  // namespace stepdown
