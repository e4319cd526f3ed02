#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/parameters/model_parameters.h"
#include "model/parameters/parameter.h"

namespace stepdown {

/// Every parameter of the model, grouped as in the docs; names are unique, groups are the part
/// before the first full stop.
std::span<const Parameter> parameter_registry();

/// The parameter of that exact name, or nothing.
const Parameter* find_parameter(std::string_view name);

/// The existing name most like a mistyped one (edit distance at most a third of its length), or
/// nothing.
std::optional<std::string_view> similar_parameter(std::string_view name);

/// A service that by law or practice cannot have what was asked of it, with the reason in words:
/// a waiting list for protection plans is the best known. Nothing for names that are not refused.
std::optional<std::string_view> refusal_of(std::string_view name);

/// The registry's own initial values, before any file is read.
ModelParameters initial_parameters();

/// The value as it is written in a scenario file.
std::string written(const Parameter& parameter, const Value& value);

}  // namespace stepdown
