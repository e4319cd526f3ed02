#include "model/parameters/working.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::working, &WorkingParameters::root_cause_share>(
        {.name = "working.root_cause_share",
         .unit = Unit::share,
         .initial = 0.3,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV59, EV60; no share published",
         .doc = "Part of the work that goes to root causes instead of symptoms"}),
    real<&ModelParameters::working, &WorkingParameters::usual_root_cause_share>(
        {.name = "working.usual_root_cause_share",
         .unit = Unit::share,
         .initial = 0.3,
         .bounds = {0.05, 0.95},
         .role = Role::uncertainty,
         .source =
             "EV59, EV60; the part at which the effects of help are stated; no figure published",
         .doc = "Part of the work that goes to root causes today"}),
    real<&ModelParameters::working, &WorkingParameters::whole_family>(
        {.name = "working.whole_family",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV60: whole-family assessment and plan, with adult services",
         .doc = "Share of cases worked with the whole family"}),
    real<&ModelParameters::working, &WorkingParameters::whole_family_effect>(
        {.name = "working.whole_family_effect",
         .unit = Unit::factor,
         .initial = 1.25,
         .bounds = {1, 2.5},
         .role = Role::uncertainty,
         .source = "EV60; Troubled Families 2019: looked after 1.7% against 2.5%, plans higher at "
                   "first; no rate: 1 means none",
         .doc = "Growth of lasting capacity and end of acute concerns in whole-family work, "
                "against other work"}),
    real<&ModelParameters::working, &WorkingParameters::whole_family_place>(
        {.name = "working.whole_family_place",
         .unit = Unit::factor,
         .initial = 1.1,
         .bounds = {1, 2},
         .role = Role::uncertainty,
         .source = "whole-family work takes more time; no figure published: 1 means none",
         .doc =
             "Part of a place that a child takes in whole-family work on any tier, against other "
             "work"}),
    real<&ModelParameters::working, &WorkingParameters::relation_weeks>(
        {.name = "working.relation_weeks",
         .unit = Unit::weeks,
         .initial = 6,
         .bounds = {0, 52},
         .role = Role::uncertainty,
         .source =
             "EV54 for its existence; EV65: engagement is the first of three phases of 22 weeks",
         .doc = "Time until a relation with a new worker is established"}),
    real<&ModelParameters::working, &WorkingParameters::relation_new>(
        {.name = "working.relation_new",
         .unit = Unit::factor,
         .initial = 0.8,
         .bounds = {0.3, 1},
         .role = Role::uncertainty,
         .source = "EV54 for its existence; no figure published: 1 means none",
         .doc = "Strength of help until the relation is established, against later"}),
    real<&ModelParameters::working, &WorkingParameters::consistent_worker>(
        {.name = "working.consistent_worker",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV54, EV81: one worker kept when a family moves between services or comes back",
         .doc = "Share of cases in which a returning family gets its last worker, room or not"}),
    real<&ModelParameters::working, &WorkingParameters::fatigue>(
        {.name = "working.fatigue",
         .unit = Unit::share,
         .initial = 0.1,
         .bounds = {0, 0.6},
         .role = Role::uncertainty,
         .source =
             "EV55 for its existence: five visits in one day; no figure published: 0 means none",
         .doc = "Rise of early leaving, and fall of the strength of help, for each further "
                "professional"}),
    real<&ModelParameters::working, &WorkingParameters::lead_professional>(
        {.name = "working.lead_professional",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV55: one professional leads and the others step back",
         .doc = "Share of cases with a lead professional in whom the others' work is joined"}),
    real<&ModelParameters::working, &WorkingParameters::peer_support>(
        {.name = "working.peer_support",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV48: trained parent volunteers, family champions",
         .doc = "Share of helped families with a peer supporter"}),
    real<&ModelParameters::working, &WorkingParameters::peer_support_effect>(
        {.name = "working.peer_support_effect",
         .unit = Unit::factor,
         .initial = 0.85,
         .bounds = {0.4, 1},
         .role = Role::uncertainty,
         .source = "EV15, EV48, EV79 for its existence; no figure published: 1 means none",
         .doc = "Early leaving with a peer supporter, and worsening in the fragile spell after, "
                "against without"}),
    real<&ModelParameters::working, &WorkingParameters::administration>(
        {.name = "working.administration",
         .unit = Unit::share,
         .initial = 0.5,
         .bounds = {0, 0.9},
         .role = Role::lever,
         .source = "EV51; no share measured in the evidence used here",
         .doc = "Part of workers' time that goes to administration"}),
    real<&ModelParameters::working, &WorkingParameters::usual_administration>(
        {.name = "working.usual_administration",
         .unit = Unit::share,
         .initial = 0.5,
         .bounds = {0.1, 0.8},
         .role = Role::uncertainty,
         .source = "EV51; the part at which the effects of help are stated",
         .doc = "Part of workers' time that goes to administration today"}),
    real<&ModelParameters::working, &WorkingParameters::time_effect>(
        {.name = "working.time_effect",
         .unit = Unit::none,
         .initial = 0.5,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV50, EV51 for its existence; no dose response published: 0 means none",
         .doc = "Strength of help against direct time, to this power"}),
    real<&ModelParameters::working, &WorkingParameters::mismatch>(
        {.name = "working.mismatch",
         .unit = Unit::factor,
         .initial = 0.75,
         .bounds = {0.2, 1},
         .role = Role::uncertainty,
         .source = "EV57 for its existence; no figure published: 1 means none",
         .doc = "Strength of help for families worse off than the service is made for, against "
                "others"}),
};

}  // namespace

std::span<const Parameter> working_parameters() { return table; }

}  // namespace stepdown
