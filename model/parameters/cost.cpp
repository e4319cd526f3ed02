#include "model/parameters/cost.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::cost, &CostParameters::social_worker>(
        {.name = "cost.social_worker",
         .unit = Unit::pounds_a_year,
         .initial = 128000,
         .bounds = {0, 1000000},
         .role = Role::uncertainty,
         .source = "derived: s251 2021-22 social work 2,632m for 20,549 case holders",
         .doc = "A case-holding social worker with management and overheads"}),
    real<&ModelParameters::cost, &CostParameters::key_worker>(
        {.name = "cost.key_worker",
         .unit = Unit::pounds_a_year,
         .initial = 62000,
         .bounds = {0, 1000000},
         .role = Role::uncertainty,
         .source = "derived: s251 2021-22 targeted family support 903m for 12 posts per "
                   "10,000 children (14,500)",
         .doc = "A key worker of targeted early help with management and overheads"}),
    real<&ModelParameters::cost, &CostParameters::community_worker>(
        {.name = "cost.community_worker",
         .unit = Unit::pounds_a_year,
         .initial = 70000,
         .bounds = {0, 1000000},
         .role = Role::uncertainty,
         .source = "derived: s251 2021-22 children's centres 505m for 6 posts per 10,000 "
                   "children (7,200)",
         .doc = "A worker of community-based early help with management and overheads"}),
    real<&ModelParameters::cost, &CostParameters::looked_after_child>(
        {.name = "cost.looked_after_child",
         .unit = Unit::pounds_a_year,
         .initial = 102000,
         .bounds = {0, 1000000},
         .role = Role::uncertainty,
         .source = "derived: RO3 2024-25 net 8,435m for 82,650 children",
         .doc = "A year of being looked after"}),
    real<&ModelParameters::cost, &CostParameters::front_door_worker>(
        {.name = "cost.front_door_worker",
         .unit = Unit::pounds_a_year,
         .initial = 62000,
         .bounds = {0, 1000000},
         .role = Role::uncertainty,
         .source = "as a key worker; no published figure",
         .doc = "A member of the front door staff with management and overheads"}),
    real<&ModelParameters::cost, &CostParameters::agency_factor>(
        {.name = "cost.agency_factor",
         .unit = Unit::factor,
         .initial = 1.4,
         .bounds = {1, 3},
         .role = Role::uncertainty,
         .source = "EV53: money spent on temporary staff; no official price",
         .doc = "Cost of an agency worker, against a permanent one"}),
    real<&ModelParameters::cost, &CostParameters::volunteer>(
        {.name = "cost.volunteer",
         .unit = Unit::pounds_a_year,
         .initial = 6000,
         .bounds = {0, 100000},
         .role = Role::uncertainty,
         .source = "EV48: low cost; training and expenses, no published figure",
         .doc = "A volunteer's training, support and expenses"}),
    real<&ModelParameters::cost, &CostParameters::partner_worker>(
        {.name = "cost.partner_worker",
         .unit = Unit::pounds_a_year,
         .initial = 62000,
         .bounds = {0, 1000000},
         .role = Role::uncertainty,
         .source = "as a key worker; paid by schools and health",
         .doc = "A partner's worker who leads early help, borne by the partner"}),
    real<&ModelParameters::cost, &CostParameters::family_group_conference>(
        {.name = "cost.family_group_conference",
         .unit = Unit::pounds,
         .initial = 2500,
         .bounds = {0, 50000},
         .role = Role::uncertainty,
         .source = "no published figure used here; a coordinator's days and a venue",
         .doc = "One family group conference"}),
    real<&ModelParameters::cost, &CostParameters::campaign>(
        {.name = "cost.campaign",
         .unit = Unit::pounds_a_year,
         .initial = 100000,
         .bounds = {0, 10000000},
         .role = Role::uncertainty,
         .source = "no published figure: campaigns, portals and open evenings at full size",
         .doc = "A full campaign, portal or anti-stigma programme, each"}),
    real<&ModelParameters::cost, &CostParameters::universal_parenting>(
        {.name = "cost.universal_parenting",
         .unit = Unit::pounds_a_year,
         .initial = 60,
         .bounds = {0, 2000},
         .role = Role::uncertainty,
         .source = "no published figure",
         .doc = "Universal parenting classes, for each family reached"}),
    real<&ModelParameters::cost, &CostParameters::home_visits>(
        {.name = "cost.home_visits",
         .unit = Unit::pounds_a_year,
         .initial = 120,
         .bounds = {0, 5000},
         .role = Role::uncertainty,
         .source = "no published figure",
         .doc = "Universal home visits beyond today's, for each family reached, borne by health"}),
    real<&ModelParameters::cost, &CostParameters::peer_support>(
        {.name = "cost.peer_support",
         .unit = Unit::pounds_a_year,
         .initial = 900,
         .bounds = {0, 20000},
         .role = Role::uncertainty,
         .source = "EV48: low cost; no published figure",
         .doc = "A peer supporter, for each family helped"}),
    real<&ModelParameters::cost, &CostParameters::recruitment>({.name = "cost.recruitment",
                                                                .unit = Unit::pounds,
                                                                .initial = 6000,
                                                                .bounds = {0, 100000},
                                                                .role = Role::uncertainty,
                                                                .source = "no published figure",
                                                                .doc = "Filling one post"}),
    real<&ModelParameters::cost, &CostParameters::discount_rate>(
        {.name = "cost.discount_rate",
         .unit = Unit::per_year,
         .initial = 0.035,
         .bounds = {0, 0.2},
         .role = Role::numerics,
         .source = "the Green Book's 3.5% a year",
         .doc = "Rate at which later costs count less"}),
};

}  // namespace

std::span<const Parameter> cost_parameters() { return table; }

}  // namespace stepdown
