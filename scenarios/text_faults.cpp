#include "scenarios/text_faults.h"

#include <algorithm>
#include <array>
#include <regex>
#include <sstream>
#include <string_view>
#include <utility>

namespace stepdown {
namespace {

bool has_control_characters(const std::string& text) {
  return std::ranges::any_of(text, [](char letter) {
    const auto code = static_cast<unsigned char>(letter);
    return code < 0x20 && code != '\t' && code != '\n' && code != '\r' && code != '\f';
  });
}

/// How many bytes the letter that begins here has in UTF-8; 0 when it has none.
std::size_t length_of_letter(unsigned char first) {
  if (first < 0x80) {
    return 1;
  }
  return first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
}

/// The number of the first line that is not UTF-8, or 0.
int line_that_is_not_utf8(const std::string& text) {
  int line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = length_of_letter(static_cast<unsigned char>(text[at]));
    const std::string_view letter = std::string_view(text).substr(at, length);
    const bool is_sound =
        length > 0 && letter.size() == length &&
        std::ranges::all_of(letter.substr(1), [](char c) { return (c & 0xC0) == 0x80; });
    if (!is_sound) {
      return line;
    }
    line += text[at] == '\n' ? 1 : 0;
    at += length;
  }
  return 0;
}

bool is_blank_or_comment(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t\r\f");
  return first == std::string::npos || line[first] == '#';
}

/// Whether a line could stand in a file of settings, well written or not.
bool looks_like_a_setting(const std::string& line) {
  static const std::regex setting(
      R"re(^\s*(\[|["']?[A-Za-z][A-Za-z0-9_."'-]*\s*([=:]|\s["'0-9])))re");
  return std::regex_search(line.substr(0, 200), setting);
}

Problem about_file(Fault fault, const std::string& path, std::string message,
                   std::string suggestion) {
  Problem problem;
  problem.fault = fault;
  problem.file = path;
  problem.message = std::move(message);
  problem.suggestion = std::move(suggestion);
  return problem;
}

}  // namespace

std::string what_a_file_needs() {
  return "a scenario file needs a line such as kind = \"policy\" (or \"base\", \"place\", "
         "\"laboratory\", \"member\", \"fit\"); a policy also needs extends = \"base.toml\" and "
         "the "
         "settings it changes";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (line.ends_with('\r')) {
      line.pop_back();
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::optional<Problem> unfit_text(const std::string& path, const std::string& text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return about_file(Fault::file_not_text, path, "`" + path + "` is saved as UTF-16",
                      "save it as UTF-8 text");
  }
  if (has_control_characters(text)) {
    return about_file(Fault::file_not_text, path, "`" + path + "` is not a text file",
                      "a scenario file is plain text (TOML), not a workbook or a result");
  }
  if (const int line = line_that_is_not_utf8(text)) {
    return about_file(Fault::file_not_text, path,
                      "`" + path + "` is not UTF-8 text: see line " + std::to_string(line),
                      "save it as UTF-8; editors on Windows call the other kind ANSI");
  }
  const bool with_mark = text.starts_with("\xEF\xBB\xBF");
  if (std::ranges::all_of(lines_of(with_mark ? text.substr(3) : text), is_blank_or_comment)) {
    return about_file(Fault::file_empty, path, "`" + path + "` is empty", what_a_file_needs());
  }
  return std::nullopt;
}

std::optional<Problem> no_settings(const std::string& path, const std::vector<std::string>& lines) {
  if (std::ranges::any_of(lines, looks_like_a_setting)) {
    return std::nullopt;
  }
  return about_file(Fault::syntax, path, "`" + path + "` holds no settings: it is no TOML at all",
                    "its lines are not shown, as they may be somebody's records; was another file "
                    "meant?");
}

std::string advice_on_line(const std::string& line) {
  static const std::array<std::pair<std::regex, std::string_view>, 8> habits = {{
      {std::regex("\xE2\x80[\x9C\x9D\x98\x99\x9E]"),
       "use straight quotation marks (\"), not curly ones"},
      {std::regex(R"re(^[^"#]*"[^"]*$)re"), "close the quotation marks: name = \"value\""},
      {std::regex(R"(=\s*[-+]?[0-9]{1,3}(,[0-9]{3})+\s*([#,}].*)?$)"),
       "write the number without commas, or with _ between thousands: 62_500"},
      {std::regex(R"(=\s*[-+]?[0-9.]+\s*%)"),
       "write a share as a number from 0 to 1: 0.2, not 20%"},
      {std::regex(R"(^\s*[A-Za-z0-9_.-]+\s*:)"), "write `name = value`, with = and not with :"},
      {std::regex(R"(=\s*[-+]?[0-9_.]+\s+[A-Za-z])"),
       "write the number alone; `stepdown explain NAME` says its unit"},
      {std::regex(R"(=\s*[A-Za-z][A-Za-z0-9_. -]*\s*(#.*)?$)"),
       "text stands in quotation marks: name = \"value\""},
      {std::regex(R"(^\s*[A-Za-z0-9_.-]+\s+[-+]?[0-9.]+\s*(#.*)?$)"),
       "write = between the name and the value"},
  }};
  for (const auto& [habit, advice] : habits) {
    if (std::regex_search(line, habit)) {
      return std::string(advice);
    }
  }
  return {};
}

}  // namespace stepdown
