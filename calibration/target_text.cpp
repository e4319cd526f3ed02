#include "calibration/target_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <sstream>
#include <utility>

namespace stepdown {
namespace {

std::string row_of(const YearFigure& figure) {
  return "  { year = " + std::to_string(figure.year) + ", value = " + short_number(figure.value) +
         ", source = " + toml_text(figure.source) + " },\n";
}

std::string table_of(const Target& target) {
  std::string text = "[" + target.measure + "]\nvalue = " + short_number(target.value) +
                     "\nerror = " + short_number(target.error, 3) + '\n';
  if (!std::isnan(target.observed) && !target.by_year.empty()) {
    text += "observed = " + short_number(target.observed) + '\n';
  }
  for (const auto& [key, sd] :
       {std::pair("noise", target.noise), std::pair("drift", target.drift)}) {
    if (sd > 0) {
      text += std::string(key) + " = " + short_number(sd, 3) + '\n';
    }
  }
  if (target.year > 0) {
    text += "year = " + std::to_string(target.year) + '\n';
  }
  if (target.weight != 1) {
    text += "weight = " + short_number(target.weight) + '\n';
  }
  text += "label = " + toml_text(target.label) + "\nsource = " + toml_text(target.source) + '\n';
  if (!target.by_year.empty()) {
    text += "by_year = [\n";
    for (const YearFigure& figure : target.by_year) {
      text += row_of(figure);
    }
    text += "]\n";
  }
  return text;
}

}  // namespace

std::string short_number(double value, int significant) {
  // Whole numbers keep all their digits.
  const double size = std::abs(value);
  const int whole_digits = size < 1 ? 0 : static_cast<int>(std::floor(std::log10(size))) + 1;
  std::array<char, 64> buffer;
  const auto [end, failure] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general,
                    std::max(significant, whole_digits));
  return std::string(buffer.data(), end);
}

std::string toml_text(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string made = "\"";
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\') {
      made += std::string("\\") + letter;
    } else if (code < 0x20 || code == 0x7F) {
      made += std::string("\\u00") + digits[code >> 4] + digits[code & 0xF];
    } else {
      made += letter;
    }
  }
  return made + '"';
}

std::string written_targets(std::span<const Target> targets, const std::string& comment) {
  std::string text;
  std::istringstream lines(comment);
  for (std::string line; std::getline(lines, line);) {
    text += (line.empty() ? "#" : "# " + line) + '\n';
  }
  for (const Target& target : targets) {
    text += (text.empty() ? "" : "\n") + table_of(target);
  }
  return text;
}

}  // namespace stepdown
