#include "model/parameters/judgement.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {
    real<&ModelParameters::judgement, &JudgementParameters::error_sd>(
        {.name = "judgement.error_sd",
         .unit = Unit::levels,
         .initial = 1.2,
         .bounds = {0, 3},
         .role = Role::uncertainty,
         .source = "EV17: a grey area; trial fit of this structure about 1.65 levels",
         .doc = "Standard deviation of the judged level of somebody who does not see the home"}),
    real<&ModelParameters::judgement, &JudgementParameters::home_visit_factor>(
        {.name = "judgement.home_visit_factor",
         .unit = Unit::factor,
         .initial = 0.6,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV18, EV58, EV76 for its existence; no figure published: 1 means none",
         .doc = "Error of somebody who visits the home, against somebody who does not"}),
    real<&ModelParameters::judgement, &JudgementParameters::concern_weight>(
        {.name = "judgement.concern_weight",
         .unit = Unit::levels,
         .initial = 1,
         .bounds = {0, 3},
         .role = Role::uncertainty,
         .source = "acute concerns lower the threshold (model); no figure published",
         .doc = "Levels that each grade of acute concern adds to the judged need"}),
    real<&ModelParameters::judgement, &JudgementParameters::shared_share>(
        {.name = "judgement.shared_share",
         .unit = Unit::share,
         .initial = 0.5,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV17: those who judge one family after another read what was written before; "
                   "no figure published: 0 means none",
         .doc = "Part of the variance of the error that all judgements of one referral share"}),
    real<&ModelParameters::judgement, &JudgementParameters::structured_tools>(
        {.name = "judgement.structured_tools",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV58: Graded Care Profile and the like",
         .doc = "Share of assessments and reviews made with a structured tool"}),
    real<&ModelParameters::judgement, &JudgementParameters::structured_tools_effect>(
        {.name = "judgement.structured_tools_effect",
         .unit = Unit::share,
         .initial = 0.15,
         .bounds = {0, 0.6},
         .role = Role::uncertainty,
         .source = "EV58 for its existence; no figure published: 0 means none",
         .doc = "Part of the error of judgement that a structured tool takes away"}),
    real<&ModelParameters::judgement, &JudgementParameters::structured_tools_time>(
        {.name = "judgement.structured_tools_time",
         .unit = Unit::factor,
         .initial = 1.1,
         .bounds = {1, 1.6},
         .role = Role::uncertainty,
         .source = "a fuller assessment takes longer; no figure published: 1 means none",
         .doc = "Length of an assessment with a structured tool, against one without"}),
    real<&ModelParameters::judgement, &JudgementParameters::disguise_share>(
        {.name = "judgement.disguise_share",
         .unit = Unit::share,
         .initial = 0.1,
         .bounds = {0, 0.5},
         .role = Role::uncertainty,
         .source = "EV72 for its existence; no share published: 0 means none",
         .doc = "Share of families who feign improvement while they are helped"}),
    real<&ModelParameters::judgement, &JudgementParameters::disguise_levels>(
        {.name = "judgement.disguise_levels",
         .unit = Unit::levels,
         .initial = 0.8,
         .bounds = {0, 3},
         .role = Role::uncertainty,
         .source = "EV72 for its existence; no size published: 0 means none",
         .doc = "Levels by which such a family is judged better than it is"}),
    real<&ModelParameters::judgement, &JudgementParameters::disguise_seen>(
        {.name = "judgement.disguise_seen",
         .unit = Unit::share,
         .initial = 0.5,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV54, EV72: a worker who knows the family sees through it; no figure published",
         .doc = "Part of the disguise that an established relation removes"}),
};

}  // namespace

std::span<const Parameter> judgement_parameters() { return table; }

}  // namespace stepdown
