#pragma once

#include <string>
#include <vector>

#include "calibration/dfe/dfe_targets.h"

namespace stepdown {

/// Facts that a place file lacks or has of an earlier year.
std::vector<std::string> notes_on(const PublishedPlace& place);

/// All that whoever uses an import has to know of it, one sentence each: tables that are missing,
/// years without a figure, cells that were withheld, rows that could not be used.
std::vector<std::string> notes_of(const DfePanel& panel, const DfeAuthority& authority,
                                  int first_year, int last_year);

}  // namespace stepdown
