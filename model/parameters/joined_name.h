#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace stepdown {

/// A string literal that may be a template argument.
template <std::size_t size>
struct Literal {
  char text[size];
  consteval Literal(const char (&from)[size]) {  // NOLINT: implicit so that names read well
    std::copy_n(from, size, text);
  }
};

/// Two literals as one name with static storage: parameters that exist once per tier are declared
/// once, and each gets its full name at compile time.
template <Literal first, Literal second>
struct JoinedName {
  static constexpr auto storage = [] {
    std::array<char, sizeof(first.text) + sizeof(second.text) - 2> joined{};
    std::copy_n(first.text, sizeof(first.text) - 1, joined.begin());
    std::copy_n(second.text, sizeof(second.text) - 1, joined.begin() + sizeof(first.text) - 1);
    return joined;
  }();
  static constexpr std::string_view name{storage.data(), storage.size()};
};

template <Literal first, Literal second>
inline constexpr std::string_view joined = JoinedName<first, second>::name;

}  // namespace stepdown
