#include "scenarios/scenario_error.h"

#include <algorithm>
#include <utility>

namespace stepdown {
namespace {

/// The text in a terminal's colour, or as it is.
std::string painted(const std::string& text, const char* escape, Colour colour) {
  return colour == Colour::coloured ? std::string(escape) + text + "\x1b[0m" : text;
}

std::size_t bytes_of_character(std::string_view text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() &&
         (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80) {
    ++length;
  }
  return length;
}

/// Blanks up to the column, a tab for a tab, so that carets stand under what they mean.
std::string blanks_before(std::string_view line, int column) {
  std::string blanks;
  std::size_t at = 0;
  for (int i = 1; i < column; ++i) {
    blanks += at < line.size() && line[at] == '\t' ? '\t' : ' ';
    at += at < line.size() ? bytes_of_character(line, at) : 1;
  }
  return blanks;
}

/// What a file holds may be anything; what a terminal is sent is not.
std::string printable(std::string text) {
  std::ranges::replace_if(
      text,
      [](char letter) {
        const auto code = static_cast<unsigned char>(letter);
        return (code < 0x20 && letter != '\t') || code == 0x7F;
      },
      '?');
  return text;
}

std::size_t byte_of_character(std::string_view text, int number) {
  std::size_t at = 0;
  for (int i = 0; i < number && at < text.size(); ++i) {
    at += bytes_of_character(text, at);
  }
  return at;
}

/// Cuts a line that no terminal could show to the stretch around what is meant.
void shorten(Problem& problem) {
  constexpr int widest = 120;
  constexpr int before = 40;
  if (problem.line_text.size() <= widest) {
    return;
  }
  const int dropped = std::max(0, problem.column - 1 - before);
  problem.line_text.erase(0, byte_of_character(problem.line_text, dropped));
  problem.line_text.resize(byte_of_character(problem.line_text, widest));
  problem.column -= dropped;
  problem.caret_length = std::min(problem.caret_length, widest - problem.column + 1);
}

std::string place_of(const Problem& problem) {
  if (problem.file.empty() && problem.line == 0) {
    return {};
  }
  std::string place = "\n  --> " + printable(problem.file);
  if (problem.line > 0) {
    place += ':' + std::to_string(problem.line) + ':' + std::to_string(std::max(1, problem.column));
  }
  return place;
}

}  // namespace

std::string code_of(Fault fault) {
  constexpr std::string_view letters = "SCDRP";
  const auto number = static_cast<std::size_t>(fault);
  const std::string digits = std::to_string(number % 100);
  return letters[number / 100] + std::string(3 - digits.size(), '0') + digits;
}

std::string written(const Problem& original, Colour colour) {
  Problem problem = original;
  shorten(problem);
  const bool is_error = problem.severity == Severity::error;
  const char* const hue = is_error ? "\x1b[1;31m" : "\x1b[1;33m";
  const std::string head = (is_error ? "error[" : "warning[") + code_of(problem.fault) + ']';
  const std::string suggestion = printable(problem.suggestion);
  const std::string text =
      painted(head, hue, colour) + ": " + printable(problem.message) + place_of(problem) + '\n';
  if (problem.line_text.empty()) {
    return suggestion.empty() ? text : text + "  = " + suggestion + '\n';
  }
  const std::string number = problem.line > 0 ? "  " + std::to_string(problem.line) + ' ' : "    ";
  const std::string carets(static_cast<std::size_t>(std::max(1, problem.caret_length)), '^');
  return text + number + "| " + printable(problem.line_text) + '\n' +
         std::string(number.size(), ' ') + "| " + blanks_before(problem.line_text, problem.column) +
         painted(carets, hue, colour) + (suggestion.empty() ? "" : ' ' + suggestion) + '\n';
}

std::string written(const std::vector<Problem>& problems, Colour colour) {
  std::string text;
  for (const Problem& problem : problems) {
    text += (text.empty() ? "" : "\n") + written(problem, colour);
  }
  return text;
}

Problem problem_of_typed(Fault fault, std::string option, const std::string& typed,
                         std::string message, std::string suggestion) {
  Problem problem;
  problem.fault = fault;
  problem.message = std::move(message);
  problem.file = std::move(option);
  problem.column = 1;
  problem.line_text = typed;
  problem.caret_length = static_cast<int>(typed.size());
  problem.suggestion = std::move(suggestion);
  return problem;
}

void add_once(std::vector<Problem>& all, const std::vector<Problem>& found) {
  for (const Problem& problem : found) {
    if (std::ranges::find(all, problem) == all.end()) {
      all.push_back(problem);
    }
  }
}

ScenarioErrors::ScenarioErrors(std::vector<Problem> problems)
    : problems_(std::move(problems)), text_(written(problems_)) {}

}  // namespace stepdown
