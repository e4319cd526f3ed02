#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/parameters/parameter.h"
#include "scenarios/scenario_file.h"

namespace stepdown {

/// Makes a problem that points at a stretch of the text a value stands in.
using PointAt =
    std::function<Problem(Fault, TextSpan, std::string message, std::string suggestion)>;

/// The value as its parameter has it, or nothing and at least one more problem: wrong type, out of
/// bounds, not whole, not a number, no such choice, list of a wrong length.
std::optional<Value> checked_value(const Parameter& parameter, const RawValue& raw,
                                   const PointAt& point_at, std::vector<Problem>& problems);

}  // namespace stepdown
