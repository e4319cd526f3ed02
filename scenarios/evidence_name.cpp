#include "scenarios/evidence_name.h"

#include <charconv>
#include <set>

namespace stepdown {
namespace {

constexpr std::string_view mark = "EV";

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool is_part_of_a_word(char letter) {
  return is_digit(letter) || letter == '_' || (letter >= 'a' && letter <= 'z') ||
         (letter >= 'A' && letter <= 'Z');
}

/// A whole number at the front of a text, which loses it.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  if (text.empty() || !is_digit(text.front())) {
    return std::nullopt;
  }
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc()) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// The last row of a range of which `first` has just been read.
int take_end_of_range(std::string_view& text, int first) {
  if (!text.starts_with('-')) {
    return first;
  }
  std::string_view rest = text.substr(1);
  if (rest.starts_with(mark)) {
    rest.remove_prefix(mark.size());
  }
  const auto last = take_number(rest);
  if (!last || *last < first) {
    return first;
  }
  text = rest;
  return *last;
}

}  // namespace

std::string evidence_name(int row) { return std::string(mark) + std::to_string(row); }

std::optional<int> evidence_row(std::string_view text) {
  if (!text.starts_with(mark)) {
    return std::nullopt;
  }
  text.remove_prefix(mark.size());
  const auto row = take_number(text);
  return text.empty() ? row : std::nullopt;
}

std::vector<int> evidence_mentioned(std::string_view text) {
  std::set<int> rows;
  char before = ' ';
  while (!text.empty()) {
    if (!text.starts_with(mark) || is_part_of_a_word(before)) {
      before = text.front();
      text.remove_prefix(1);
      continue;
    }
    text.remove_prefix(mark.size());
    before = mark.back();
    if (const auto first = take_number(text)) {
      const int last = take_end_of_range(text, *first);
      for (int row = *first; row <= last; ++row) {
        rows.insert(row);
      }
    }
  }
  return {rows.begin(), rows.end()};
}

}  // namespace stepdown
