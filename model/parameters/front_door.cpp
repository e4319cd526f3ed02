#include "model/parameters/front_door.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {real < [](auto& p) -> auto& {return p.front_door.assessment_quarter;
}
> ({.name = "front_door.assessment_quarter",
    .unit = Unit::working_days,
    .initial = 19,
    .bounds = {0, 200},
    .role = Role::uncertainty,
    .source = "c2 2024: 25th percentile 19 working days",
    .doc = "A quarter of assessments take no longer"}),
    real < [](auto& p) -> auto& {
  return p.front_door.assessment_median;
}
> ({.name = "front_door.assessment_median",
    .unit = Unit::working_days,
    .initial = 34,
    .bounds = {0, 200},
    .role = Role::uncertainty,
    .source = "c2 2024: median 34 working days",
    .doc = "Half of the assessments take no longer"}),
    real < [](auto& p) -> auto& {
  return p.front_door.assessment_three_quarters;
}
> ({.name = "front_door.assessment_three_quarters",
    .unit = Unit::working_days,
    .initial = 44,
    .bounds = {0, 200},
    .role = Role::uncertainty,
    .source = "c2 2024: 75th percentile 44 working days",
    .doc = "Three quarters of assessments take no longer"}),
    real < [](auto& p) -> auto& {
  return p.front_door.assessment_longest;
}
> ({.name = "front_door.assessment_longest",
    .unit = Unit::working_days,
    .initial = 75,
    .bounds = {0, 400},
    .role = Role::uncertainty,
    .source = "c2 2024: 15.5% take longer than 45 working days; the tail is not "
              "published",
    .doc = "No assessment takes longer"}),
    real < [](auto& p) -> auto& {
  return p.front_door.enquiry_days;
}
> ({.name = "front_door.enquiry_days",
    .unit = Unit::working_days,
    .initial = 10,
    .bounds = {0, 100},
    .role = Role::uncertainty,
    .source = "c4 2024: conference durations; the statutory limit is 15 working days "
              "from the strategy discussion",
    .doc = "Time of a section 47 enquiry until it is decided whether a conference is "
           "called"}),
    real < [](auto& p) -> auto& {
  return p.front_door.conference_days;
}
> ({.name = "front_door.conference_days",
    .unit = Unit::working_days,
    .initial = 5,
    .bounds = {0, 100},
    .role = Role::uncertainty,
    .source = "c4 2024: conference durations; the statutory limit is 15 working days "
              "from the strategy discussion",
    .doc = "Time from the end of the enquiry to the initial conference"}),
};  // namespace stepdown

}  // namespace

std::span<const Parameter> front_door_parameters() { return table; }

}  // namespace stepdown
