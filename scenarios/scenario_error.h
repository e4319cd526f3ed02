#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

enum class Severity : std::uint8_t { error, warning };

/// What is wrong, as the code printed in `error[S014]`: up to 99 what a person wrote into a file
/// (S), from 101 the command line (C), from 201 data and disks (D), from 301 runs (R), from 401 the
/// program itself (P). A number is never used for another fault; scenarios/fault_words says what
/// each means.
enum class Fault : std::uint16_t {
  file_not_found = 1,
  file_unreadable = 2,
  file_is_a_folder = 3,
  file_not_text = 4,
  file_too_large = 5,
  file_empty = 6,
  syntax = 7,
  kind = 8,
  base_missing = 9,
  extends_not_found = 10,
  extends_circular = 11,
  extends_too_deep = 12,
  extends_wrong_kind = 13,
  unknown_setting = 14,
  wrong_type = 15,
  out_of_bounds = 16,
  not_whole = 17,
  not_a_number = 18,
  unknown_choice = 19,
  list_length = 20,
  wrong_role = 21,
  source_missing = 22,
  option_not_chosen = 23,
  refused_by_the_service = 24,
  same_name = 25,
  malformed_set = 26,
  place_not_found = 27,
  senseless_together = 28,
  observed_figure = 29,
  header = 30,
  duplicate = 31,
  calibration_file = 32,
  cannot_vary = 33,

  unknown_verb = 101,
  unknown_option = 102,
  value_missing = 103,
  value_refused = 104,
  word_missing = 105,
  word_too_many = 106,
  option_twice = 107,
  words_not_together = 108,
  unknown_name = 109,
  unknown_authority = 110,

  not_readable_or_writable = 201,
  already_there = 202,
  data_not_text = 203,
  data_empty = 204,
  data_columns = 205,
  data_years = 206,

  not_comparable = 301,
  failed_run = 302,
  runs_missing = 303,

  fault_of_the_program = 401,
  out_of_memory = 402,
  old_processor = 403,
};

/// One thing a person has to mend (or, as a warning, to look at), with the place and what would
/// mend it. `line` 0: no line is meant; `file` "--set": the command line.
struct Problem {
  Severity severity = Severity::error;
  Fault fault = Fault::syntax;
  std::string message;
  std::string file;
  int line = 0;
  int column = 0;         // 1 is the first character
  std::string line_text;  // the offending line as written
  int caret_length = 0;
  std::string suggestion;

  bool operator==(const Problem&) const = default;
};

/// "S014" of 14, "C002" of 102
std::string code_of(Fault fault);

enum class Colour : std::uint8_t { plain, coloured };

/// The problem in the grammar of every error of this program, several lines, each ended by '\n'.
std::string written(const Problem& problem, Colour colour = Colour::plain);
std::string written(const std::vector<Problem>& problems, Colour colour = Colour::plain);

/// A problem with the whole of what was typed after an option of the command line.
Problem problem_of_typed(Fault fault, std::string option, const std::string& typed,
                         std::string message, std::string suggestion);

/// Adds what was found to all there is, each problem once, in the order in which they came.
void add_once(std::vector<Problem>& all, const std::vector<Problem>& found);

/// Everything that is wrong with what was given, at once; holds at least one error, and the
/// warnings found on the way.
class ScenarioErrors : public std::exception {
 public:
  explicit ScenarioErrors(std::vector<Problem> problems);
  const std::vector<Problem>& problems() const { return problems_; }
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  std::vector<Problem> problems_;
  std::string text_;
};

}  // namespace stepdown
