#include "model/parameters/noticing.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::noticing, &NoticingParameters::rate>(
        {.name = "noticing.rate",
         .unit = Unit::per_year,
         .initial = 0.012,
         .bounds = {0, 2},
         .role = Role::uncertainty,
         .source = "EV18, EV19 for its existence; trial fit of this structure to England "
                   "2024: 0.0078",
         .doc = "Contacts about a family at level 1 without an acute concern"}),
    real<&ModelParameters::noticing, &NoticingParameters::by_level>(
        {.name = "noticing.by_level",
         .unit = Unit::factor,
         .initial = 2.2,
         .bounds = {1, 6},
         .role = Role::uncertainty,
         .source = "EV18, EV24; trial fit of this structure to England 2024: 2.66",
         .doc = "Contacts at each further level, against the level before"}),
    real<&ModelParameters::noticing, &NoticingParameters::concern_factor>(
        {.name = "noticing.concern_factor",
         .unit = Unit::factor,
         .initial = 2,
         .bounds = {1, 20},
         .role = Role::uncertainty,
         .source = "EV8, EV12 for its existence; no figure published: 1 means none",
         .doc = "Contacts while there is an acute concern, against none"}),
    real<&ModelParameters::noticing, &NoticingParameters::incident_moderate>(
        {.name = "noticing.incident_moderate",
         .unit = Unit::share,
         .initial = 0.25,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "police send 28.5% of referrals (c5 2024): referrals led by incidents; no "
                   "chance per incident is published",
         .doc = "Chance that the arrival of a moderate acute concern is itself reported to "
                "social care"}),
    real<&ModelParameters::noticing, &NoticingParameters::incident_serious>(
        {.name = "noticing.incident_serious",
         .unit = Unit::share,
         .initial = 0.6,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "police send 28.5% of referrals (c5 2024): referrals led by incidents; no "
                   "chance per incident is published",
         .doc = "Chance that the arrival of a serious acute concern is itself reported to "
                "social care"}),
    real<&ModelParameters::noticing, &NoticingParameters::visibility_shape>(
        {.name = "noticing.visibility_shape",
         .unit = Unit::none,
         .initial = 2,
         .bounds = {0.1, 1000},
         .role = Role::uncertainty,
         .source = "EV29: some families are seen, others unnoticed; no figure published",
         .doc = "How alike families are in being visible, shape of a gamma distribution of mean 1: "
                "the "
                "smaller, the more unequal"}),
    real<&ModelParameters::noticing, &NoticingParameters::place_factor>(
        {.name = "noticing.place_factor",
         .unit = Unit::factor,
         .initial = 1,
         .bounds = {0.1, 5},
         .role = Role::fact,
         .source = "c1 2024: referrals per 10,000 children of the place against England "
                   "(518.3)",
         .doc = "Noticing in this place against England, so that each place starts from its "
                "own referral rate"}),
    real<&ModelParameters::noticing, &NoticingParameters::siblings_included>(
        {.name = "noticing.siblings_included",
         .unit = Unit::share,
         .initial = 0.85,
         .bounds = {0.5, 1},
         .role = Role::uncertainty,
         .source = "siblings are mostly referred together; share unknown, 0.5 to 1",
         .doc = "Chance that each further child of the family is included when one is "
                "referred"}),
    real<&ModelParameters::noticing, &NoticingParameters::school>(
        {.name = "noticing.school",
         .unit = Unit::share,
         .initial = 0.26,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV18, EV21; c5 2024: schools send 20.3% of referrals, education services 1.7%",
         .doc = "Weight of schools among those who notice, where a child is 5 or older"}),
    real<&ModelParameters::noticing, &NoticingParameters::early_years>(
        {.name = "noticing.early_years",
         .unit = Unit::share,
         .initial = 0.1,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV18, EV19, EV25; children's centres and nurseries stand in c5 under local "
                   "authority services",
         .doc = "Weight of early years settings among those who notice, where a child is under 5"}),
    real<&ModelParameters::noticing, &NoticingParameters::health>(
        {.name = "noticing.health",
         .unit = Unit::share,
         .initial = 0.18,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV18; c5 2024: health services send 14.7% of referrals",
         .doc = "Weight of health services among those who notice"}),
    real<&ModelParameters::noticing, &NoticingParameters::police>(
        {.name = "noticing.police",
         .unit = Unit::share,
         .initial = 0.12,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV19; c5 2024: police send 28.5% of referrals, most of them about incidents, "
                   "which are counted apart",
         .doc = "Weight of police among those who notice, incidents apart"}),
    real<&ModelParameters::noticing, &NoticingParameters::housing_voluntary>(
        {.name = "noticing.housing_voluntary",
         .unit = Unit::share,
         .initial = 0.2,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV25; c5 2024: local authority services 14.1%, housing 1.2%, other 4.2%",
         .doc = "Weight of housing, other council services and the voluntary sector among those "
                "who notice"}),
    real<&ModelParameters::noticing, &NoticingParameters::the_public>(
        {.name = "noticing.public",
         .unit = Unit::share,
         .initial = 0.08,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV22; c5 2024: individuals 8.0%, anonymous 1.6%",
         .doc = "Weight of relatives, neighbours and others of the public among those who notice"}),
    real<&ModelParameters::noticing, &NoticingParameters::family_itself>(
        {.name = "noticing.family",
         .unit = Unit::share,
         .initial = 0.06,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV23, EV82, EV83; c5 2024: part of the individuals' 8.0%",
         .doc = "Weight of the family itself, if it knows of help and recognises the need, at "
                "middling trust"}),
    real<&ModelParameters::noticing, &NoticingParameters::month_size>(
        {.name = "noticing.month_size",
         .unit = Unit::share,
         .initial = 1,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source =
             "c6, mean of 2018, 2019, 2023 and 2024: from .84 in December to 1.10 in May and June",
         .doc = "How strongly noticing follows the official months: 0 not at all, 1 as published"}),
    real<&ModelParameters::noticing, &NoticingParameters::information_sharing>(
        {.name = "noticing.information_sharing",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV30: the authority and its partners decide how much they tell each other",
         .doc = "How completely agencies share what they know about a family that is judged from "
                "outside its home: at contacts and referrals, on lists, in the community"}),
    real<&ModelParameters::noticing, &NoticingParameters::information_sharing_effect>(
        {.name = "noticing.information_sharing_effect",
         .unit = Unit::share,
         .initial = 0.15,
         .bounds = {0, 0.6},
         .role = Role::uncertainty,
         .source = "EV30 for its existence; no figure published: 0 means none",
         .doc = "Part of the error of judgement at contact and referral that complete sharing "
                "takes away"}),
    real<&ModelParameters::noticing, &NoticingParameters::portal>(
        {.name = "noticing.portal",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV22: 52% would use a government website",
         .doc = "How fully a public reporting portal with a campaign is in use"}),
    real<&ModelParameters::noticing, &NoticingParameters::portal_effect>(
        {.name = "noticing.portal_effect",
         .unit = Unit::factor,
         .initial = 1.3,
         .bounds = {1, 3},
         .role = Role::uncertainty,
         .source = "EV22: of those worried 35% told nobody, a ceiling and no rate: 1 means none",
         .doc = "Contacts by the public and the family itself with a portal in full use, against "
                "none"}),
    real<&ModelParameters::noticing, &NoticingParameters::home_visits>(
        {.name = "noticing.home_visits",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV18, EV76: universal home visits by health visitors and early years workers",
         .doc = "Share of families whom universal home visits reach beyond today's"}),
    real<&ModelParameters::noticing, &NoticingParameters::home_visits_effect>(
        {.name = "noticing.home_visits_effect",
         .unit = Unit::factor,
         .initial = 1.3,
         .bounds = {1, 3},
         .role = Role::uncertainty,
         .source = "EV18 for its existence: neglect is often visible only in the home; no figure "
                   "published: 1 means none",
         .doc =
             "Noticing by health and early years services where all are visited, against today"}),
    real<&ModelParameters::noticing, &NoticingParameters::schools_act>(
        {.name = "noticing.schools_act",
         .unit = Unit::share,
         .initial = 0.6,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV25: some schools take no part in early help assessments; no share of schools "
                   "published",
         .doc = "Share of schools that act on what they notice"}),
    real<&ModelParameters::noticing, &NoticingParameters::referrer_mismatch>(
        {.name = "noticing.referrer_mismatch",
         .unit = Unit::levels,
         .initial = 0.4,
         .bounds = {0, 2},
         .role = Role::uncertainty,
         .source = "EV17, EV33 for its existence: confusion about thresholds; no figure published: "
                   "0 means none",
         .doc =
             "Standard deviation between what referrers and social care take the threshold to be"}),
    real<&ModelParameters::noticing, &NoticingParameters::published_criteria>(
        {.name = "noticing.published_criteria",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV33, EV82: criteria that everybody can read",
         .doc = "How much of the mismatch of thresholds published criteria take away"}),
    real<&ModelParameters::noticing, &NoticingParameters::repeat_contacts>(
        {.name = "noticing.repeat_contacts",
         .unit = Unit::factor,
         .initial = 1.3,
         .bounds = {1, 4},
         .role = Role::uncertainty,
         .source = "EV28, EV74: sub-threshold contacts recur; no figure published: 1 means none",
         .doc = "Noticing in the months after a referral without help, against before"}),
    real<&ModelParameters::noticing, &NoticingParameters::repeat_weeks>(
        {.name = "noticing.repeat_weeks",
         .unit = Unit::weeks,
         .initial = 13,
         .bounds = {1, 104},
         .role = Role::uncertainty,
         .source = "EV28, EV74 for its existence; no length published",
         .doc = "How long those who were turned away go on calling"}),
};

}  // namespace

std::span<const Parameter> noticing_parameters() { return table; }

}  // namespace stepdown
