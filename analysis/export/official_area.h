#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace stepdown {

/// A local authority with the codes by which the Department's statistics call it, so that what is
/// exported can be joined with them.
struct OfficialArea {
  std::string_view name;
  std::string_view new_code;  // of nine characters, the Office for National Statistics' own
  std::string_view old_code;  // of three digits
  std::string_view region_code;

  std::string_view region_name() const;
};

/// All of England, in the order of their names.
std::span<const OfficialArea> official_areas();

/// The authority of exactly that name, or nothing.
std::optional<OfficialArea> official_area(std::string_view name);

}  // namespace stepdown
