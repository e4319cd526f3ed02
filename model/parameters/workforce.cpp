#include "model/parameters/workforce.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    whole<&ModelParameters::workforce, &WorkforceParameters::social_workers>(
        {.name = "workforce.social_workers",
         .unit = Unit::posts,
         .initial = 105,
         .bounds = {0, 5000},
         .role = Role::fact,
         .source = "csww 2024: 20,803.5 case-holding workers for 12.06m children, at 62,500 "
                   "children 108",
         .doc = "Social workers who hold cases, full-time equivalents"}),
    real<&ModelParameters::workforce, &WorkforceParameters::key_workers_per_10000>(
        {.name = "workforce.key_workers_per_10000",
         .unit = Unit::per_10000_children,
         .initial = 12,
         .bounds = {0, 200},
         .role = Role::uncertainty,
         .source = "derived: 517,000 children helped in 2019-20 (AfC) times 22 weeks each "
                   "(EV65) are 182 children at a time per 10,000, at 15 each 12 posts; no "
                   "official count",
         .doc = "Key workers of targeted early help for every 10,000 children"}),
    real<&ModelParameters::workforce, &WorkforceParameters::community_workers_per_10000>(
        {.name = "workforce.community_workers_per_10000",
         .unit = Unit::per_10000_children,
         .initial = 6,
         .bounds = {0, 200},
         .role = Role::uncertainty,
         .source = "EV41: most say there are not enough local services; no official count",
         .doc = "Workers of community-based early help for every 10,000 children"}),
    real<&ModelParameters::workforce, &WorkforceParameters::early_help_posts>(
        {.name = "workforce.early_help_posts",
         .unit = Unit::factor,
         .initial = 1,
         .bounds = {0, 5},
         .role = Role::lever,
         .source = "EV42, EV74: what a commissioner may cut or add, in any place",
         .doc = "Posts of both kinds of early help, against what the place has"}),
    real<&ModelParameters::workforce, &WorkforceParameters::social_work_posts>(
        {.name = "workforce.social_work_posts",
         .unit = Unit::factor,
         .initial = 1,
         .bounds = {0, 5},
         .role = Role::lever,
         .source = "EV42, EV50: what a commissioner may cut or add, in any place",
         .doc = "Posts of case-holding social workers, against what the place has"}),
    whole<&ModelParameters::workforce, &WorkforceParameters::additional_social_workers>(
        {.name = "workforce.additional_social_workers",
         .unit = Unit::posts,
         .initial = 0,
         .bounds = {-1000, 1000},
         .role = Role::lever,
         .source = "what a commissioner may add or cut",
         .doc = "Social workers more (or fewer) than the place has"}),
    whole<&ModelParameters::workforce, &WorkforceParameters::additional_key_workers>(
        {.name = "workforce.additional_key_workers",
         .unit = Unit::posts,
         .initial = 0,
         .bounds = {-1000, 1000},
         .role = Role::lever,
         .source = "what a commissioner may add or cut",
         .doc = "Key workers of targeted early help more (or fewer) than the place has"}),
    whole<&ModelParameters::workforce, &WorkforceParameters::additional_community_workers>(
        {.name = "workforce.additional_community_workers",
         .unit = Unit::posts,
         .initial = 0,
         .bounds = {-1000, 1000},
         .role = Role::lever,
         .source = "what a commissioner may add or cut",
         .doc = "Workers of community-based early help more (or fewer) than the place has"}),
    real<&ModelParameters::workforce, &WorkforceParameters::front_door_per_10000>(
        {.name = "workforce.front_door_per_10000",
         .unit = Unit::per_10000_children,
         .initial = 1.6,
         .bounds = {0.05, 50},
         .role = Role::uncertainty,
         .source = "no official count of front door staff; enough to keep nearly all decisions "
                   "within a day",
         .doc = "Front door staff for every 10,000 children"}),
    whole<&ModelParameters::workforce, &WorkforceParameters::additional_front_door>(
        {.name = "workforce.additional_front_door",
         .unit = Unit::posts,
         .initial = 0,
         .bounds = {-500, 500},
         .role = Role::lever,
         .source = "what a commissioner may add or cut",
         .doc = "Front door staff more (or fewer) than the place has"}),
    whole<&ModelParameters::workforce, &WorkforceParameters::volunteers>(
        {.name = "workforce.volunteers",
         .unit = Unit::posts,
         .initial = 0,
         .bounds = {0, 2000},
         .role = Role::lever,
         .source = "EV48, EV79: volunteers, counted in workers of one caseload each",
         .doc = "Volunteers beside the workers of community-based early help"}),
    real<&ModelParameters::workforce, &WorkforceParameters::volunteer_effect>(
        {.name = "workforce.volunteer_effect",
         .unit = Unit::factor,
         .initial = 0.6,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV48 for its existence; no figure published",
         .doc = "Strength of a volunteer's help, against a worker's"}),
    whole<&ModelParameters::workforce, &WorkforceParameters::partner_leads>(
        {.name = "workforce.partner_leads",
         .unit = Unit::posts,
         .initial = 0,
         .bounds = {0, 2000},
         .role = Role::lever,
         .source = "EV25, EV66; Rotherham 2016: partners completed 6.5% of early help assessments",
         .doc = "Workers of schools and health who lead targeted early help"}),
    real<&ModelParameters::workforce, &WorkforceParameters::partner_effect>(
        {.name = "workforce.partner_effect",
         .unit = Unit::factor,
         .initial = 0.9,
         .bounds = {0.3, 1.2},
         .role = Role::uncertainty,
         .source = "EV25, EV57; no figure published: 1 means none",
         .doc = "Strength of help led by a partner, against a key worker's"}),
    real<&ModelParameters::workforce, &WorkforceParameters::turnover>(
        {.name = "workforce.turnover",
         .unit = Unit::per_year,
         .initial = 0.139,
         .bounds = {0, 2},
         .role = Role::fact,
         .source = "csww 2024: 13.9% of full-time equivalents a year",
         .doc = "Rate at which a social worker leaves"}),
    real<&ModelParameters::workforce, &WorkforceParameters::early_help_turnover>(
        {.name = "workforce.early_help_turnover",
         .unit = Unit::per_year,
         .initial = 0.139,
         .bounds = {0, 2},
         .role = Role::uncertainty,
         .source = "EV52; no official figure for early help: as social workers",
         .doc = "Rate at which a worker of early help leaves"}),
    real<&ModelParameters::workforce, &WorkforceParameters::retention>(
        {.name = "workforce.retention",
         .unit = Unit::factor,
         .initial = 1,
         .bounds = {0, 3},
         .role = Role::lever,
         .source = "EV52; what better retention would change: 1 is today",
         .doc = "Turnover of all workers, against today"}),
    real<&ModelParameters::workforce, &WorkforceParameters::recruitment_weeks>(
        {.name = "workforce.recruitment_weeks",
         .unit = Unit::weeks,
         .initial = 70,
         .bounds = {0.5, 400},
         .role = Role::lever,
         .source = "derived: 17.3% of posts vacant at 13.9% turnover (csww 2024) is 1.35 years for "
                   "one post",
         .doc = "Mean time until a post that was left has a permanent worker again"}),
    real<&ModelParameters::workforce, &WorkforceParameters::early_help_recruitment_weeks>(
        {.name = "workforce.early_help_recruitment_weeks",
         .unit = Unit::weeks,
         .initial = 12,
         .bounds = {0.5, 400},
         .role = Role::lever,
         .source = "no official figure for early help: notice and appointment take about a quarter",
         .doc = "Mean time until an early help or front door post is filled again"}),
    real<&ModelParameters::workforce, &WorkforceParameters::agency_cover>(
        {.name = "workforce.agency_cover",
         .unit = Unit::share,
         .initial = 0.85,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV53; csww 2024: 16.2% agency workers against 17.3% vacancies",
         .doc = "Share of social worker vacancies that an agency worker covers"}),
    real<&ModelParameters::workforce, &WorkforceParameters::agency_weeks>(
        {.name = "workforce.agency_weeks",
         .unit = Unit::weeks,
         .initial = 4,
         .bounds = {0, 104},
         .role = Role::uncertainty,
         .source = "no official figure",
         .doc = "Mean time until an agency worker comes"}),
    real<&ModelParameters::workforce, &WorkforceParameters::absence>(
        {.name = "workforce.absence",
         .unit = Unit::share,
         .initial = 0.034,
         .bounds = {0, 0.3},
         .role = Role::fact,
         .source = "csww 2024: 3.4% of days lost",
         .doc = "Share of time that a worker is absent"}),
    real<&ModelParameters::workforce, &WorkforceParameters::absence_weeks>(
        {.name = "workforce.absence_weeks",
         .unit = Unit::weeks,
         .initial = 8,
         .bounds = {0.2, 52},
         .role = Role::uncertainty,
         .source = "EV52; absences that lead to a handover are long; no official length",
         .doc = "Mean length of an absence"}),
    real<&ModelParameters::workforce, &WorkforceParameters::newly_qualified_share>(
        {.name = "workforce.newly_qualified_share",
         .unit = Unit::share,
         .initial = 0.3,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV53; no official share of hires",
         .doc = "Share of recruits who are newly qualified"}),
    real<&ModelParameters::workforce, &WorkforceParameters::newly_qualified_cap>(
        {.name = "workforce.newly_qualified_cap",
         .unit = Unit::factor,
         .initial = 0.7,
         .bounds = {0.1, 1},
         .role = Role::uncertainty,
         .source =
             "EV53; the first year of assessed practice has a smaller caseload, no agreed number",
         .doc = "Cap of a newly qualified worker in the first year, against the others"}),
    real<&ModelParameters::workforce, &WorkforceParameters::ramp_up_weeks>(
        {.name = "workforce.ramp_up_weeks",
         .unit = Unit::weeks,
         .initial = 4,
         .bounds = {0, 52},
         .role = Role::uncertainty,
         .source = "EV53 for its existence: settling in; no figure published",
         .doc = "Time until a new worker takes families"}),
    real<&ModelParameters::workforce, &WorkforceParameters::handover_loss>(
        {.name = "workforce.handover_loss",
         .unit = Unit::share,
         .initial = 0.05,
         .bounds = {0, 0.6},
         .role = Role::uncertainty,
         .source = "EV52, EV54: one hitch lost a family; no figure published: 0 means none",
         .doc = "Chance that a family leaves early help at a change of worker"}),
    real<&ModelParameters::workforce, &WorkforceParameters::reserved_share>(
        {.name = "workforce.reserved_share",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "places reserved by area; the authority chooses",
         .doc = "Part of early help posts kept for families in the two most deprived fifths of "
                "areas"}),
};

}  // namespace

std::span<const Parameter> workforce_parameters() { return table; }

}  // namespace stepdown
