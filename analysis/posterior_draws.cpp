#include "analysis/posterior_draws.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>

#include "model/contract.h"
#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

/// The shortest text that reads back as the same number.
std::string exactly(double value) {
  std::array<char, 32> text{};
  const auto [end, failure] = std::to_chars(text.data(), text.data() + text.size(), value);
  expects(failure == std::errc(), "a number has a text");
  return {text.data(), end};
}

/// As a text in quotation marks: names of places are plain, and nothing else may pass for a line.
std::string quoted(const std::string& text) {
  std::string made = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') {
      made += '\\';
    }
    made += static_cast<unsigned char>(letter) < ' ' ? ' ' : letter;
  }
  return made + '"';
}

}  // namespace

std::vector<std::size_t> evenly_spaced(std::size_t available, std::size_t wanted) {
  const std::size_t taken = std::min(available, wanted);
  std::vector<std::size_t> places(taken);
  for (std::size_t i = 0; i < taken; ++i) {
    places[i] = i * available / taken;
  }
  return places;
}

std::string name_of_draw(const Posterior& posterior, std::size_t draw) {
  const std::string number = std::to_string(draw + 1);
  const std::size_t width = std::to_string(posterior.draws.size()).size();
  return "draw_" + std::string(width - number.size(), '0') + number;
}

FitFile fit_of_draw(const Posterior& posterior, std::size_t draw, const std::string& file) {
  std::map<std::string_view, std::string> tables;
  for (std::size_t i = 0; i < posterior.parameters.size(); ++i) {
    const std::string& name = posterior.parameters[i];
    tables[table_of(name)] +=
        std::string(key_of(name)) + " = " + exactly(posterior.draws[draw][i]) + '\n';
  }
  std::string text = "kind = \"fit\"\nplace = " + quoted(posterior.place) + '\n';
  for (const auto& [table, lines] : tables) {
    text += '\n' + ('[' + std::string(table) + "]\n") + lines;
  }
  return {file + ", " + name_of_draw(posterior, draw), text, file};
}

}  // namespace stepdown
