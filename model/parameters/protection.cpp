#include "model/parameters/protection.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {real < [](auto& p) -> auto& {return p.protection.end_below;
}
> ({.name = "protection.end_below",
    .unit = Unit::levels,
    .initial = 3.4,
    .bounds = {1, 8},
    .role = Role::lever,
    .source = "d7 2024: durations of ended plans; the decision is a review conference",
    .doc = "At a later review conference a plan ends below this judged need"}),
    real < [](auto& p) -> auto& {
  return p.protection.first_review_stricter;
}
> ({.name = "protection.first_review_stricter",
    .unit = Unit::levels,
    .initial = 1,
    .bounds = {0, 4},
    .role = Role::uncertainty,
    .source = "d7 2024: exits are few before 6 months; trial fit: the first review is "
              "much stricter",
    .doc = "How much lower judged need must be at the first review conference for a plan "
           "to end"}),
    real < [](auto& p) -> auto& {
  return p.protection.first_review_weeks;
}
> ({.name = "protection.first_review_weeks",
    .unit = Unit::weeks,
    .initial = 13,
    .bounds = {1, 52},
    .role = Role::uncertainty,
    .source = "Working Together: first review conference within 3 months",
    .doc = "Time from the initial conference to the first review conference"}),
    real < [](auto& p) -> auto& {
  return p.protection.later_review_weeks;
}
> ({.name = "protection.later_review_weeks",
    .unit = Unit::weeks,
    .initial = 24,
    .bounds = {1, 52},
    .role = Role::uncertainty,
    .source = "Working Together: later review conferences at most 6 months apart",
    .doc = "Time between later review conferences"}),
    whole < [](auto& p) -> auto& {
  return p.protection.reviews_before_proceedings;
}
> ({.name = "protection.reviews_before_proceedings",
    .unit = Unit::reviews,
    .initial = 2,
    .bounds = {1, 12},
    .role = Role::lever,
    .source = "EV80; no figure published",
    .doc = "Review conferences without progress before proceedings are considered"}),
    real < [](auto& p) -> auto& {
  return p.protection.care_from_proceedings;
}
> ({.name = "protection.care_from_proceedings",
    .unit = Unit::share,
    .initial = 0.35,
    .bounds = {0, 1},
    .role = Role::uncertainty,
    .source = "cla 2024: 27 starts per 10,000; Taylor 2024: 36 to 45% of children in "
              "pre-proceedings are in care after a year",
    .doc = "Chance that proceedings considered at a review end in care"}),
    real < [](auto& p) -> auto& {
  return p.protection.care_from_serious_concern;
}
> ({.name = "protection.care_from_serious_concern",
    .unit = Unit::share,
    .initial = 0.04,
    .bounds = {0, 1},
    .role = Role::uncertainty,
    .source = "cla 2024: 27 starts per 10,000; no chance per case published",
    .doc = "Chance that an enquiry about a serious acute concern ends in care at once"}),
};  // namespace stepdown

}  // namespace

std::span<const Parameter> protection_parameters() { return table; }

}  // namespace stepdown
