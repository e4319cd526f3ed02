#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/outcomes/outcomes.h"

namespace stepdown {

/// The measure with one value a run that has this name; nothing if there is none.
const Measure* run_measure(std::string_view name);

/// What to write instead of a name that none of the measures has.
std::string advice_on_measure(std::string_view name, std::span<const Measure> measures);

/// Whether no value can be more than 100: a share. Ratios of two counts are percentages too, and
/// may be more.
bool is_share(const Measure& measure);

/// Whether it is twice as much in a place that is alike and twice as large.
bool grows_with_the_place(const Measure& measure);

}  // namespace stepdown
