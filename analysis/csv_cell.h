#pragma once

#include <string>
#include <string_view>

namespace stepdown {

/// A number so that reading gives it back exactly; nothing for one that does not exist.
std::string csv_number(double value);

/// A text as one cell: names of files may hold commas and quotes.
std::string csv_cell(std::string_view text);

}  // namespace stepdown
