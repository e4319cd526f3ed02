#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace stepdown {

/// A column of right-aligned cells of a table in the terminal.
struct TextColumn {
  std::string_view title;
  std::size_t width;
};

/// One row: a name and its cells. A name too long for its column stands on a line of its own. Ends
/// with '\n', without closing blanks.
std::string table_row(std::string_view name, std::span<const std::string> cells,
                      std::span<const TextColumn> columns);

/// The titles of the columns.
std::string table_header(std::span<const TextColumn> columns);

/// The text in lines of at most 100 columns, the first after a bullet and the others
/// as far to the right; each ends with '\n'.
std::string wrapped(std::string_view text, std::string_view bullet = "");

}  // namespace stepdown
