#pragma once

#include <string>
#include <vector>

#include "model/state/authority.h"

namespace stepdown {

/// What does not add up in a state, in words; empty if all is well: every family in exactly one
/// place, stocks as counted anew, lists as families say, caseloads as children held, calendar as
/// clocks. Takes time with the number of families.
std::vector<std::string> broken_accounts(const Authority& authority);

}  // namespace stepdown
