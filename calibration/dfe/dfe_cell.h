#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stepdown {

/// Why a published cell has no figure.
enum class Withheld : unsigned char {
  nothing,  // it has one
  blank,
  suppressed,       // c: of 1 to 5 children, or of something from which that could be reckoned
  not_available,    // x, `:`, [x]
  not_applicable,   // z
  unreliable,       // u
  rounds_to_zero,   // low
  below_threshold,  // k, -
  unknown_symbol,   // anything else that is no number
};

/// A published cell: a figure, or the reason why there is none. Without a figure it is never 0.
struct DfeCell {
  double value = 0;
  Withheld withheld = Withheld::blank;

  bool has_figure() const { return withheld == Withheld::nothing; }
};

DfeCell read_cell(std::string_view text);

/// What a reason is called in a message: "suppressed (c)".
std::string_view name_of(Withheld reason);

/// The year in which a period ends: of 2024, 202324, 2023/24 and 2023-24 alike 2024. Nothing where
/// a text is no year or no two that follow one another.
std::optional<int> year_of_period(std::string_view text);

}  // namespace stepdown
