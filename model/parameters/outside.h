#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Children in need for other reasons (disability, unaccompanied, care leavers, harm outside the
/// home): an inflow that no lever changes and that uses the same workers.
struct OutsideParameters {
  double referrals = 0;
  double rereferral_share = 0;
  double assessed_only_share = 0;
  double short_years = 0;
  double long_share = 0;
  double long_years = 0;
  double with_case_holder = 0;
  double care_entries = 0;
  double care_years = 0;
};

std::span<const Parameter> outside_parameters();

}  // namespace stepdown
