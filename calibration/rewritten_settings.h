#pragma once

#include <map>
#include <string>

namespace stepdown {

/// The text of a scenario file with other numbers: what stands there keeps its place and comment,
/// what does not is added at the end of its table, or in a table of its own at the end.
std::string with_numbers(const std::string& text, std::map<std::string, double> values);

/// The numbers as tables of a scenario file, in the order of their names.
std::string tables_of(const std::map<std::string, double>& values);

}  // namespace stepdown
