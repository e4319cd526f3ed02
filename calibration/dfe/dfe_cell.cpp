#include "calibration/dfe/dfe_cell.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace stepdown {
namespace {

constexpr std::array<std::pair<std::string_view, Withheld>, 13> symbols{{
    {"", Withheld::blank},
    {"c", Withheld::suppressed},
    {"[c]", Withheld::suppressed},
    {"x", Withheld::not_available},
    {"[x]", Withheld::not_available},
    {":", Withheld::not_available},
    {"..", Withheld::not_available},
    {"z", Withheld::not_applicable},
    {"[z]", Withheld::not_applicable},
    {"u", Withheld::unreliable},
    {"low", Withheld::rounds_to_zero},
    {"k", Withheld::below_threshold},
    {"-", Withheld::below_threshold},
}};

std::string in_small_letters(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return made;
}

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number_in(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

DfeCell read_cell(std::string_view text) {
  // Spreadsheets write thousands with commas.
  std::string plain(text);
  std::erase(plain, ',');
  double value = 0;
  const auto [stop, failure] =
      std::from_chars(plain.data(), plain.data() + plain.size(), value, std::chars_format::fixed);
  if (failure == std::errc() && stop == plain.data() + plain.size() && std::isfinite(value) &&
      value >= 0) {
    return {value, Withheld::nothing};
  }
  const auto symbol = std::ranges::find(symbols, in_small_letters(text),
                                        &std::pair<std::string_view, Withheld>::first);
  return {0, symbol == symbols.end() ? Withheld::unknown_symbol : symbol->second};
}

std::string_view name_of(Withheld reason) {
  switch (reason) {
    case Withheld::nothing:
      return "published";
    case Withheld::blank:
      return "left blank";
    case Withheld::suppressed:
      return "suppressed (c)";
    case Withheld::not_available:
      return "not available (x)";
    case Withheld::not_applicable:
      return "not applicable (z)";
    case Withheld::unreliable:
      return "of low reliability (u)";
    case Withheld::rounds_to_zero:
      return "rounded to nothing (low)";
    case Withheld::below_threshold:
      return "withheld (k or -)";
    case Withheld::unknown_symbol:
      return "no number and no known symbol";
  }
  return "";
}

std::optional<int> year_of_period(std::string_view text) {
  if (text.size() == 4 && are_digits(text)) {
    return number_in(text);
  }
  const bool is_joined = text.size() == 6 && are_digits(text);
  const bool is_parted = text.size() == 7 && (text[4] == '/' || text[4] == '-') &&
                         are_digits(text.substr(0, 4)) && are_digits(text.substr(5));
  if (!is_joined && !is_parted) {
    return std::nullopt;
  }
  const int first = number_in(text.substr(0, 4));
  const int last = number_in(text.substr(text.size() - 2));
  return (first + 1) % 100 == last ? std::optional(first + 1) : std::nullopt;
}

}  // namespace stepdown
