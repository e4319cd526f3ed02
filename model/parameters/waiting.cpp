#include "model/parameters/waiting.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::waiting, &WaitingParameters::community_drop_out>(
        {.name = "waiting.community_drop_out",
         .unit = Unit::per_year,
         .initial = 1,
         .bounds = {0, 50},
         .role = Role::uncertainty,
         .source = "EV36 for its existence; no waiting figures published (statistics: gaps)",
         .doc = "Rate at which a family gives up waiting for community-based early help"}),
    real<&ModelParameters::waiting, &WaitingParameters::targeted_drop_out>(
        {.name = "waiting.targeted_drop_out",
         .unit = Unit::per_year,
         .initial = 1,
         .bounds = {0, 50},
         .role = Role::uncertainty,
         .source = "EV36 for its existence; no waiting figures published (statistics: gaps)",
         .doc = "Rate at which a family gives up waiting for targeted early help"}),
    option<&ModelParameters::waiting, &WaitingParameters::discipline>(
        {.name = "waiting.discipline",
         .choices = discipline_names,
         .initial = 0,
         .role = Role::lever,
         .source = "EV36; how services order their lists is not published",
         .doc = "Who is next: first_come, by_level (the worst judged first), by_level_with_ageing "
                "(judged need rises while waiting)"}),
    real<&ModelParameters::waiting, &WaitingParameters::ageing>(
        {.name = "waiting.ageing",
         .unit = Unit::levels,
         .initial = 2,
         .bounds = {0, 52},
         .role = Role::lever,
         .source = "a rule to keep anybody from waiting for ever; the authority chooses",
         .doc = "Levels by which a family's place rises for each year it waits",
         .only_when = {"waiting.discipline", "by_level_with_ageing"}}),
    real<&ModelParameters::waiting, &WaitingParameters::retriage_weeks>(
        {.name = "waiting.retriage_weeks",
         .unit = Unit::weeks,
         .initial = 0,
         .bounds = {0, 104},
         .role = Role::lever,
         .source =
             "EV36, EV64; how often lists are looked at again is not published: 0 means never",
         .doc = "Time between looks at a family that waits; it may then step up or come off the "
                "list"}),
    real<&ModelParameters::waiting, &WaitingParameters::interim_support>(
        {.name = "waiting.interim_support",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV37: offer some support to families while they wait",
         .doc = "Help given to families who wait, as a share of full help"}),
    real<&ModelParameters::waiting, &WaitingParameters::interim_place>(
        {.name = "waiting.interim_place",
         .unit = Unit::share,
         .initial = 0.1,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV37; small, and no figure published",
         .doc = "Part of a worker's place that a child takes with interim support"}),
    real<&ModelParameters::waiting, &WaitingParameters::interim_holds>(
        {.name = "waiting.interim_holds",
         .unit = Unit::share,
         .initial = 0.4,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV37 for its existence; no figure published: 0 means none",
         .doc = "Part of the giving up that full interim support takes away"}),
};

}  // namespace

std::span<const Parameter> waiting_parameters() { return table; }

}  // namespace stepdown
