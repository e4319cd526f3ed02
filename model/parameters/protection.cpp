#include "model/parameters/protection.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::protection, &ProtectionParameters::end_below>(
        {.name = "protection.end_below",
         .unit = Unit::levels,
         .initial = 3.4,
         .bounds = {1, 8},
         .role = Role::lever,
         .source = "d7 2024: durations of ended plans; the decision is a review conference",
         .doc = "At a later review conference a plan ends below this judged need"}),
    real<&ModelParameters::protection, &ProtectionParameters::first_review_stricter>(
        {.name = "protection.first_review_stricter",
         .unit = Unit::levels,
         .initial = 1,
         .bounds = {0, 4},
         .role = Role::uncertainty,
         .source = "d7 2024: exits are few before 6 months; trial fit: the first review is "
                   "much stricter",
         .doc = "How much lower judged need must be at the first review conference for a plan "
                "to end"}),
    real<&ModelParameters::protection, &ProtectionParameters::first_review_weeks>(
        {.name = "protection.first_review_weeks",
         .unit = Unit::weeks,
         .initial = 13,
         .bounds = {1, 52},
         .role = Role::uncertainty,
         .source = "Working Together: first review conference within 3 months",
         .doc = "Time from the initial conference to the first review conference"}),
    real<&ModelParameters::protection, &ProtectionParameters::later_review_weeks>(
        {.name = "protection.later_review_weeks",
         .unit = Unit::weeks,
         .initial = 24,
         .bounds = {1, 52},
         .role = Role::uncertainty,
         .source = "Working Together: later review conferences at most 6 months apart",
         .doc = "Time between later review conferences"}),
    whole<&ModelParameters::protection, &ProtectionParameters::reviews_before_proceedings>(
        {.name = "protection.reviews_before_proceedings",
         .unit = Unit::reviews,
         .initial = 2,
         .bounds = {1, 12},
         .role = Role::lever,
         .source = "EV80; no figure published",
         .doc = "Review conferences without progress before proceedings are considered"}),
    real<&ModelParameters::protection, &ProtectionParameters::care_from_proceedings>(
        {.name = "protection.care_from_proceedings",
         .unit = Unit::share,
         .initial = 0.35,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "cla 2024: 27 starts per 10,000; Taylor 2024: 36 to 45% of children in "
                   "pre-proceedings are in care after a year",
         .doc = "Chance that proceedings considered at a review end in care"}),
    real<&ModelParameters::protection, &ProtectionParameters::care_from_serious_concern>(
        {.name = "protection.care_from_serious_concern",
         .unit = Unit::share,
         .initial = 0.04,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "cla 2024: 27 starts per 10,000; no chance per case published",
         .doc = "Chance that an enquiry about a serious acute concern ends in care at once"}),
    real<&ModelParameters::protection, &ProtectionParameters::later_review_earliest_weeks>(
        {.name = "protection.later_review_earliest_weeks",
         .unit = Unit::weeks,
         .initial = 10,
         .bounds = {1, 52},
         .role = Role::uncertainty,
         .source =
             "d7 2024: 11.7% of plans end at 3 to 6 months, so some reviews are brought forward",
         .doc = "Least time between later review conferences; between it and the greatest all are "
                "alike"}),
    real<&ModelParameters::protection, &ProtectionParameters::later_review_looser>(
        {.name = "protection.later_review_looser",
         .unit = Unit::levels,
         .initial = 0.3,
         .bounds = {0, 2},
         .role = Role::uncertainty,
         .source = "d7 2024: 3.8% of plans last over two years",
         .doc = "How much judged need may be higher for a plan to end, at each further review "
                "conference"}),
    real<&ModelParameters::protection, &ProtectionParameters::siblings_planned>(
        {.name = "protection.siblings_planned",
         .unit = Unit::share,
         .initial = 0.8,
         .bounds = {0.5, 1},
         .role = Role::uncertainty,
         .source = "siblings are mostly planned for together; no figure published",
         .doc = "Chance that each further child of the case is planned for with the first"}),
    real<&ModelParameters::protection, &ProtectionParameters::neglect_category_from>(
        {.name = "protection.neglect_category_from",
         .unit = Unit::levels,
         .initial = 4,
         .bounds = {1, 8},
         .role = Role::uncertainty,
         .source = "EV4; d2 2024: neglect the first category of 49.8% of plans",
         .doc = "Judged need, acute concern apart, from which the category of a plan is neglect"}),
    real<&ModelParameters::protection, &ProtectionParameters::proceedings_weeks>(
        {.name = "protection.proceedings_weeks",
         .unit = Unit::weeks,
         .initial = 16,
         .bounds = {1, 104},
         .role = Role::uncertainty,
         .source = "pre-proceedings are meant to take about 16 weeks; no official durations",
         .doc = "Time from the decision to consider proceedings to their end"}),
    real<&ModelParameters::protection, &ProtectionParameters::family_group_conference>(
        {.name = "protection.family_group_conference",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV38; Taylor 2024: a trial before proceedings with 1,511 families",
         .doc = "Share of families offered a family group conference before proceedings"}),
    real<&ModelParameters::protection, &ProtectionParameters::family_group_conference_effect>(
        {.name = "protection.family_group_conference_effect",
         .unit = Unit::factor,
         .initial = 0.81,
         .bounds = {0.6, 1},
         .role = Role::uncertainty,
         .source = "Taylor 2024: 36.2% in care against 44.8% after 12 months: 1 means none",
         .doc = "Care after proceedings with a family group conference, against without"}),
};

}  // namespace

std::span<const Parameter> protection_parameters() { return table; }

}  // namespace stepdown
