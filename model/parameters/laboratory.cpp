#include "model/parameters/laboratory.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr std::string_view system_name = "laboratory.system";
constexpr OnlyWhen queue{system_name, "queue"};
constexpr OnlyWhen need_only{system_name, "need_only"};

constexpr Parameter table[] = {
    option<&ModelParameters::laboratory, &LaboratoryParameters::system>(
        {.name = system_name,
         .choices = laboratory_names,
         .initial = 0,
         .role = Role::fact,
         .source = "textbook systems with closed forms, to prove the engine on",
         .doc = "off (a real authority), queue (new families arrive at one service and leave after "
                "it), need_only (the life of need without noticing, help or ageing)"}),
    real<&ModelParameters::laboratory, &LaboratoryParameters::arrival_rate>(
        {.name = "laboratory.arrival_rate",
         .unit = Unit::per_day,
         .initial = 48,
         .bounds = {0, 1e6},
         .role = Role::fact,
         .source = "M/M/50 with arrival 48 and service rate 1 (Erlang C)",
         .doc = "Arrivals of new families a day, independent of how many are there",
         .only_when = queue}),
    real<&ModelParameters::laboratory, &LaboratoryParameters::service_rate>(
        {.name = "laboratory.service_rate",
         .unit = Unit::per_day,
         .initial = 1,
         .bounds = {1e-9, 1e6},
         .role = Role::fact,
         .source = "M/M/50 with arrival 48 and service rate 1 (Erlang C)",
         .doc = "Rate a day at which help of a family ends",
         .only_when = queue}),
    whole<&ModelParameters::laboratory, &LaboratoryParameters::places>(
        {.name = "laboratory.places",
         .unit = Unit::posts,
         .initial = 50,
         .bounds = {0, 100'000},
         .role = Role::fact,
         .source = "M/M/50 with arrival 48 and service rate 1 (Erlang C)",
         .doc = "Workers, each of whom holds one child",
         .only_when = queue}),
    real<&ModelParameters::laboratory, &LaboratoryParameters::abandon_rate>(
        {.name = "laboratory.abandon_rate",
         .unit = Unit::per_day,
         .initial = 0,
         .bounds = {0, 1e6},
         .role = Role::fact,
         .source = "Erlang A (Palm)",
         .doc = "Rate a day at which a waiting family gives up",
         .only_when = queue}),
    whole<&ModelParameters::laboratory, &LaboratoryParameters::families>(
        {.name = "laboratory.families",
         .unit = Unit::families,
         .initial = 10'000,
         .bounds = {1, 10'000'000},
         .role = Role::fact,
         .source = "large enough for small errors",
         .doc = "Families at the start, all at level 1 without own capacity",
         .only_when = need_only}),
    real<&ModelParameters::laboratory, &LaboratoryParameters::occupancy_at_years>(
        {.name = "laboratory.occupancy_at_years",
         .unit = Unit::years,
         .initial = 2,
         .bounds = {0, 100},
         .role = Role::fact,
         .source = "long enough to leave the start, short enough not to be stationary",
         .doc = "When levels are read, in years after day 0",
         .only_when = need_only}),
};

}  // namespace

std::span<const Parameter> laboratory_parameters() { return table; }

}  // namespace stepdown
