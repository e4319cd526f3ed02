#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stepdown {

/// Who notices a family and tells somebody, or the family itself (EV17-EV25).
enum class NoticeRoute : std::uint8_t {
  school,
  early_years,
  health,
  police,
  housing_voluntary,
  the_public,
  family_itself,
};

inline constexpr std::size_t notice_routes = 7;

inline constexpr std::array<std::string_view, notice_routes> route_names = {
    "school", "early_years", "health", "police", "housing_voluntary", "public", "family"};

constexpr std::size_t row_of(NoticeRoute route) { return static_cast<std::size_t>(route); }

}  // namespace stepdown
