#include "model/parameters/front_door.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::front_door, &FrontDoorParameters::assessment_quarter>(
        {.name = "front_door.assessment_quarter",
         .unit = Unit::working_days,
         .initial = 19,
         .bounds = {0, 200},
         .role = Role::uncertainty,
         .source = "c2 2024: 25th percentile 19 working days",
         .doc = "A quarter of assessments take no longer"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::assessment_median>(
        {.name = "front_door.assessment_median",
         .unit = Unit::working_days,
         .initial = 34,
         .bounds = {0, 200},
         .role = Role::uncertainty,
         .source = "c2 2024: median 34 working days",
         .doc = "Half of the assessments take no longer"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::assessment_three_quarters>(
        {.name = "front_door.assessment_three_quarters",
         .unit = Unit::working_days,
         .initial = 44,
         .bounds = {0, 200},
         .role = Role::uncertainty,
         .source = "c2 2024: 75th percentile 44 working days",
         .doc = "Three quarters of assessments take no longer"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::assessment_longest>(
        {.name = "front_door.assessment_longest",
         .unit = Unit::working_days,
         .initial = 75,
         .bounds = {0, 400},
         .role = Role::uncertainty,
         .source = "c2 2024: 15.5% take longer than 45 working days; the tail is not "
                   "published",
         .doc = "No assessment takes longer"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::enquiry_days>(
        {.name = "front_door.enquiry_days",
         .unit = Unit::working_days,
         .initial = 10,
         .bounds = {0, 100},
         .role = Role::uncertainty,
         .source = "c4 2024: conference durations; the statutory limit is 15 working days "
                   "from the strategy discussion",
         .doc = "Time of a section 47 enquiry until it is decided whether a conference is "
                "called"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::conference_days>(
        {.name = "front_door.conference_days",
         .unit = Unit::working_days,
         .initial = 5,
         .bounds = {0, 100},
         .role = Role::uncertainty,
         .source = "c4 2024: conference durations; the statutory limit is 15 working days "
                   "from the strategy discussion",
         .doc = "Time from the end of the enquiry to the initial conference"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::decision_days>(
        {.name = "front_door.decision_days",
         .unit = Unit::working_days,
         .initial = 0.4,
         .bounds = {0, 20},
         .role = Role::uncertainty,
         .source = "one working day is the statutory limit for the decision; the work of one "
                   "decision is not published",
         .doc = "Working days of one person for the decision on a referral"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::assessment_in_time>(
        {.name = "front_door.assessment_in_time",
         .unit = Unit::share,
         .initial = 0.845,
         .bounds = {0.76, 1},
         .role = Role::uncertainty,
         .source = "c2 2024: 84.5% of assessments within 45 working days",
         .doc = "Share of assessments that take no longer than 45 working days, where workers have "
                "time"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::overload_slows>(
        {.name = "front_door.overload_slows",
         .unit = Unit::none,
         .initial = 0.3,
         .bounds = {0, 2},
         .role = Role::uncertainty,
         .source = "EV39, EV50 for its existence; no figure published: 0 means none",
         .doc = "Over the cap an assessment takes longer by (load / cap) to this power"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::early_help_weeks>(
        {.name = "front_door.early_help_weeks",
         .unit = Unit::weeks,
         .initial = 3,
         .bounds = {0, 26},
         .role = Role::uncertainty,
         .source = "EV38; Rotherham 2016: 39% of early help assessments within 35 working days "
                   "(one authority)",
         .doc = "Time of an early help assessment, before a place is sought"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::single_entry>(
        {.name = "front_door.single_entry",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV38: simplify, one point of entry",
         .doc = "How fully one front door serves early help and social care"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::single_entry_effect>(
        {.name = "front_door.single_entry_effect",
         .unit = Unit::factor,
         .initial = 0.6,
         .bounds = {0.2, 1},
         .role = Role::uncertainty,
         .source = "EV38 for its existence; no figure published: 1 means none",
         .doc = "Time of an early help assessment with one front door, against today"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::early_help_after_assessment>(
        {.name = "front_door.early_help_after_assessment",
         .unit = Unit::share,
         .initial = 0.25,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV34, EV35; Action for Children, 152 authorities: 1 in 4 in 2015-16, 15% from "
                   "2015-16 to 2019-20",
         .doc = "Share of families assessed as not in need who are offered early help"}),
    real<&ModelParameters::front_door, &FrontDoorParameters::neglect_recorded_from>(
        {.name = "front_door.neglect_recorded_from",
         .unit = Unit::levels,
         .initial = 3.2,
         .bounds = {1, 8},
         .role = Role::uncertainty,
         .source = "c3 2024: neglect is a factor in 16.5% of assessments with factors",
         .doc = "Judged need, acute concern apart, from which an assessment records neglect"}),
};

}  // namespace

std::span<const Parameter> front_door_parameters() { return table; }

}  // namespace stepdown
