#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Child protection plans: review conferences, endings, proceedings.
struct ProtectionParameters {
  double end_below = 0;
  double first_review_stricter = 0;
  double first_review_weeks = 0;
  double later_review_weeks = 0;
  int reviews_before_proceedings = 0;
  double care_from_proceedings = 0;
  double care_from_serious_concern = 0;
  double later_review_earliest_weeks = 0;
  double later_review_looser = 0;
  double siblings_planned = 0;
  double neglect_category_from = 0;
  double proceedings_weeks = 0;
  double family_group_conference = 0;
  double family_group_conference_effect = 0;
};

std::span<const Parameter> protection_parameters();

}  // namespace stepdown
