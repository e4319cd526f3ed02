#include "model/parameters/need.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::need, &NeedParameters::worsening>(
        {.name = "need.worsening",
         .unit = Unit::per_year,
         .initial = 0.15,
         .bounds = {0, 5},
         .role = Role::uncertainty,
         .source = "no rate between levels is published (statistics: gaps); set so that near one "
                   "child in ten is at level 3 or worse (EV3) and official flows are met",
         .doc = "Worsening from level 1 to 2 for a family of average vulnerability and no lasting "
                "capacity"}),
    real<&ModelParameters::need, &NeedParameters::worsening_by_level>(
        {.name = "need.worsening_by_level",
         .unit = Unit::factor,
         .initial = 1.0,
         .bounds = {0.3, 3},
         .role = Role::uncertainty,
         .source = "no figure published (statistics: gaps)",
         .doc = "Worsening from each further level, against the level before"}),
    real<&ModelParameters::need, &NeedParameters::easing>(
        {.name = "need.easing",
         .unit = Unit::per_year,
         .initial = 0.9,
         .bounds = {0, 10},
         .role = Role::uncertainty,
         .source =
             "no rate between levels is published (statistics: gaps); set with need.worsening",
         .doc = "Easing from level 2 to 1 without help and without lasting capacity"}),
    real<&ModelParameters::need, &NeedParameters::easing_by_level>(
        {.name = "need.easing_by_level",
         .unit = Unit::factor,
         .initial = 1.0,
         .bounds = {0.3, 3},
         .role = Role::uncertainty,
         .source = "no figure published (statistics: gaps)",
         .doc = "Easing from each further level, against the level before"}),
    real<&ModelParameters::need, &NeedParameters::vulnerability_shape>(
        {.name = "need.vulnerability_shape",
         .unit = Unit::none,
         .initial = 0.4,
         .bounds = {0.1, 1000},
         .role = Role::uncertainty,
         .source =
             "EV10, EV29, EV63; a trial fit of this structure needed 0.35 to 0.4 to meet official "
             "re-referral and repeat plans together",
         .doc = "How alike families are in vulnerability, shape of a gamma distribution of mean 1: "
                "the "
                "smaller, the more unequal"}),
    real<&ModelParameters::need, &NeedParameters::own_capacity>(
        {.name = "need.own_capacity",
         .unit = Unit::share,
         .initial = 0.3,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV59, EV73 for its existence; no figure published",
         .doc = "Chance of each of the three steps of lasting capacity a family has of its own"}),
    real<&ModelParameters::need, &NeedParameters::capacity_slows_worsening>(
        {.name = "need.capacity_slows_worsening",
         .unit = Unit::factor,
         .initial = 0.8,
         .bounds = {0.3, 1},
         .role = Role::uncertainty,
         .source = "EV59, EV67, EV73 for its existence; no figure published: 1 means none",
         .doc = "Worsening with each step of lasting capacity, against one step fewer"}),
    real<&ModelParameters::need, &NeedParameters::capacity_speeds_easing>(
        {.name = "need.capacity_speeds_easing",
         .unit = Unit::factor,
         .initial = 1.15,
         .bounds = {1, 3},
         .role = Role::uncertainty,
         .source = "EV59, EV73 for its existence; no figure published: 1 means none",
         .doc = "Easing with each step of lasting capacity, against one step fewer"}),
    real<&ModelParameters::need, &NeedParameters::capacity_fades>(
        {.name = "need.capacity_fades",
         .unit = Unit::per_year,
         .initial = 0.3,
         .bounds = {0, 5},
         .role = Role::uncertainty,
         .source = "EV67, EV73 for its existence; no figure published",
         .doc = "Rate at which capacity above a family's own is lost, a step at a time, while no "
                "help is given"}),
    real<&ModelParameters::need, &NeedParameters::concern_arrival>(
        {.name = "need.concern_arrival",
         .unit = Unit::per_year,
         .initial = 0.065,
         .bounds = {0, 2},
         .role = Role::uncertainty,
         .source = "EV8, EV12; trial fit of this structure to England 2024: 0.065",
         .doc =
             "Arrival of an acute concern at level 1, such as domestic abuse or a sudden event"}),
    real<&ModelParameters::need, &NeedParameters::concern_by_level>(
        {.name = "need.concern_by_level",
         .unit = Unit::factor,
         .initial = 1.73,
         .bounds = {1, 4},
         .role = Role::uncertainty,
         .source = "EV8; trial fit of this structure to England 2024: 1.73",
         .doc = "Arrival of acute concerns at each further level, against the level before"}),
    real<&ModelParameters::need, &NeedParameters::concern_vulnerability>(
        {.name = "need.concern_vulnerability",
         .unit = Unit::share,
         .initial = 0.5,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV8, EV10 for its existence; without it official re-referral is not met; no "
                   "figure published: 0 means none",
         .doc = "Part of the arrival of acute concerns that is proportional to a family's "
                "vulnerability; the rest is the same for all"}),
    real<&ModelParameters::need, &NeedParameters::concern_serious_share>(
        {.name = "need.concern_serious_share",
         .unit = Unit::share,
         .initial = 0.15,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "no figure published; set with the ratio of enquiries to referrals (c4, c1)",
         .doc = "Share of acute concerns that are serious"}),
    real<&ModelParameters::need, &NeedParameters::concern_resolution>(
        {.name = "need.concern_resolution",
         .unit = Unit::per_year,
         .initial = 4.0,
         .bounds = {0, 50},
         .role = Role::uncertainty,
         .source = "no figure published; set with official durations (b5)",
         .doc = "Rate at which an acute concern ends without help"}),
    real<&ModelParameters::need, &NeedParameters::concern_raises_level>(
        {.name = "need.concern_raises_level",
         .unit = Unit::share,
         .initial = 0.2,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV12 for its existence; no figure published",
         .doc = "Chance that an arriving acute concern also raises the level by one"}),
    real<&ModelParameters::need, &NeedParameters::fragile_factor>(
        {.name = "need.fragile_factor",
         .unit = Unit::factor,
         .initial = 1.4,
         .bounds = {1, 4},
         .role = Role::uncertainty,
         .source = "EV67; recurrence is highest soon after closing (Hindley 2006); size unknown: 1 "
                   "means none; trial fit 1.4",
         .doc = "Worsening during the fragile spell after all help has ended, against later"}),
    real<&ModelParameters::need, &NeedParameters::fragile_weeks>(
        {.name = "need.fragile_weeks",
         .unit = Unit::weeks,
         .initial = 26,
         .bounds = {1, 260},
         .role = Role::uncertainty,
         .source = "EV67 for its existence; length unknown",
         .doc = "Length of the fragile spell after all help has ended"}),
    real<&ModelParameters::need, &NeedParameters::inherited_share>(
        {.name = "need.inherited_share",
         .unit = Unit::share,
         .initial = 0.2,
         .bounds = {0, 0.6},
         .role = Role::uncertainty,
         .source =
             "EV10 for its existence; d = 0.24 between generations (Madigan 2019): 0 means none",
         .doc = "Share of families whose parents were neglected as children"}),
    real<&ModelParameters::need, &NeedParameters::inherited_factor>(
        {.name = "need.inherited_factor",
         .unit = Unit::factor,
         .initial = 2,
         .bounds = {1, 5},
         .role = Role::uncertainty,
         .source = "EV10; odds ratio 2.99 for any maltreatment (Assink 2018) as an upper bound: 1 "
                   "means none",
         .doc = "Vulnerability of families whose parents were neglected as children, against the "
                "others"}),
    real<&ModelParameters::need, &NeedParameters::under_5_factor>(
        {.name = "need.under_5_factor",
         .unit = Unit::factor,
         .initial = 1,
         .bounds = {0.4, 3},
         .role = Role::uncertainty,
         .source = "EV16, EV19 for its existence; no rate by age published: 1 means none",
         .doc = "Worsening while the youngest child is under 5, against 5 to 10"}),
    real<&ModelParameters::need, &NeedParameters::over_10_factor>(
        {.name = "need.over_10_factor",
         .unit = Unit::factor,
         .initial = 1,
         .bounds = {0.4, 3},
         .role = Role::uncertainty,
         .source = "EV16 for its existence; no rate by age published: 1 means none",
         .doc = "Worsening while the youngest child is over 10, against 5 to 10"}),
    real<&ModelParameters::need, &NeedParameters::school_change>(
        {.name = "need.school_change",
         .unit = Unit::share,
         .initial = 0.02,
         .bounds = {0, 0.5},
         .role = Role::uncertainty,
         .source = "EV81 for its existence; no figure published: 0 means none",
         .doc = "Chance that a child's start or change of school, at 5 and 11, raises the level by "
                "one"}),
    real<&ModelParameters::need, &NeedParameters::universal_parenting>(
        {.name = "need.universal_parenting",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV14: classes for all; the authority chooses how many it reaches",
         .doc = "Share of families whom universal parenting classes reach"}),
    real<&ModelParameters::need, &NeedParameters::universal_parenting_effect>(
        {.name = "need.universal_parenting_effect",
         .unit = Unit::factor,
         .initial = 0.95,
         .bounds = {0.7, 1},
         .role = Role::uncertainty,
         .source = "EV14 for its existence; d = 0.26 for prevention (van der Put 2018) says little "
                   "about rates: 1 means none",
         .doc =
             "Worsening from levels 1 and 2 in families reached by universal parenting classes"}),
};

}  // namespace

std::span<const Parameter> need_parameters() { return table; }

}  // namespace stepdown
