#pragma once

#include <string>

#include "model/parameters/parameter.h"

namespace stepdown {

/// All that is known of one setting, several lines for a terminal.
std::string parameter_in_words(const Parameter& parameter);

/// One line for each setting whose name is `prefix` or begins with it and a full stop, grouped; an
/// empty prefix means all. Empty when there is none.
std::string parameter_list(std::string_view prefix);

/// docs/parameters.md: one table for each group.
std::string parameters_markdown();

/// All settings, or those of a prefix, as a JSON array.
std::string parameters_json(std::string_view prefix);

}  // namespace stepdown
