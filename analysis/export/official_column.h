#pragma once

#include <string_view>

namespace stepdown {

/// A column of the Department's published tables that counts what a measure counts.
struct OfficialColumn {
  std::string_view column;  // empty: none counts the same
  std::string_view table;   // such as "Children in need, C1"
};

/// Of a measure with one value a run, or of one made for a reporting year from months.
OfficialColumn official_column(std::string_view measure);

}  // namespace stepdown
