#pragma once

#include <cstddef>
#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// "Coventry, April 2024 to March 2034".
std::string place_and_period(const ReportedFacts& facts);
/// The same, and of several worlds the one that is shown.
std::string where_and_when(const ReportedFacts& facts);

/// "Coventry", or that it is the base's own authority.
std::string place_of(const ReportedFacts& facts);

/// Where the numbers of a picture come from.
std::string source_of(const ReportedFacts& facts);

/// The last day of the so many-th month from day 0, counted from 0: as a person reads it
/// ("31 March 2027") and as a picture does ("2027-03-31").
std::string month_end_in_words(const ReportedFacts& facts, std::size_t month);
std::string month_end_as_date(const ReportedFacts& facts, std::size_t month);

}  // namespace stepdown
