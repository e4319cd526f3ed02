#include "model/parameters/threshold.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::threshold, &ThresholdParameters::community_early_help>(
        {.name = "threshold.community_early_help",
         .unit = Unit::levels,
         .initial = 2.5,
         .bounds = {1, 8},
         .role = Role::lever,
         .source = "EV24, EV34, EV76: early help starts at level 2 to 3",
         .doc = "Judged need from which community-based early help is offered"}),
    real<&ModelParameters::threshold, &ThresholdParameters::targeted_early_help>(
        {.name = "threshold.targeted_early_help",
         .unit = Unit::levels,
         .initial = 3,
         .bounds = {1, 8},
         .role = Role::lever,
         .source = "EV24, EV34, EV76: one-to-one help is for levels 3 and 4",
         .doc = "Judged need from which targeted early help is offered"}),
    real<&ModelParameters::threshold, &ThresholdParameters::referral>(
        {.name = "threshold.referral",
         .unit = Unit::levels,
         .initial = 3.6,
         .bounds = {1, 8},
         .role = Role::lever,
         .source = "EV24: at level 4 practitioners contact social care",
         .doc = "Judged need from which somebody who notices refers to social care"}),
    real<&ModelParameters::threshold, &ThresholdParameters::front_door>(
        {.name = "threshold.front_door",
         .unit = Unit::levels,
         .initial = 2,
         .bounds = {1, 8},
         .role = Role::lever,
         .source = "c1 2024: 6.3% of referrals need no further action",
         .doc = "Judged need from which a referral is assessed; below, no further action"}),
    real<&ModelParameters::threshold, &ThresholdParameters::child_in_need>(
        {.name = "threshold.child_in_need",
         .unit = Unit::levels,
         .initial = 3.3,
         .bounds = {1, 8},
         .role = Role::lever,
         .source = "EV1, EV32; c1 2024: 30.3% assessed and not in need",
         .doc = "Judged need from which an assessed child is in need"}),
    real<&ModelParameters::threshold, &ThresholdParameters::enquiry>(
        {.name = "threshold.enquiry",
         .unit = Unit::levels,
         .initial = 4.6,
         .bounds = {1, 8},
         .role = Role::lever,
         .source = "c4 2024: 36 section 47 enquiries per 100 referrals",
         .doc = "Judged need from which a section 47 enquiry starts"}),
    real<&ModelParameters::threshold, &ThresholdParameters::conference>(
        {.name = "threshold.conference",
         .unit = Unit::levels,
         .initial = 5,
         .bounds = {1, 8},
         .role = Role::lever,
         .source = "c4 2024: 32 conferences per 100 enquiries",
         .doc = "Judged need at the end of an enquiry from which a conference is called"}),
    real<&ModelParameters::threshold, &ThresholdParameters::plan>(
        {.name = "threshold.plan",
         .unit = Unit::levels,
         .initial = 4,
         .bounds = {1, 8},
         .role = Role::lever,
         .source = "d1, c4 2024: 86 plans per 100 conferences",
         .doc = "Judged need at the conference from which a child protection plan is made"}),
    real<&ModelParameters::threshold, &ThresholdParameters::good_review>(
        {.name = "threshold.good_review",
         .unit = Unit::levels,
         .initial = 2.5,
         .bounds = {1, 8},
         .role = Role::lever,
         .source = "EV78: level 2 is where practitioners would be happy for families to get "
                   "to",
         .doc = "A review is good below this judged need and without an acute concern"}),
};

}  // namespace

std::span<const Parameter> threshold_parameters() { return table; }

}  // namespace stepdown
