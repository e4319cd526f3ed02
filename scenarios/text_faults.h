#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario_error.h"

namespace stepdown {

/// Why a text cannot be a scenario file at all (not text, or with nothing in it), if so.
std::optional<Problem> unfit_text(const std::string& path, const std::string& text);

/// What is wrong with a text in which no line could be a setting, told without a word of it:
/// records given by a slip of the hand are to stand in no message and no log.
std::optional<Problem> no_settings(const std::string& path, const std::vector<std::string>& lines);

/// What a newcomer most likely meant by a line that is not TOML; empty when it is anybody's guess.
std::string advice_on_line(const std::string& line);

/// The lines without their ends.
std::vector<std::string> lines_of(const std::string& text);

/// What a scenario file needs, in one sentence.
std::string what_a_file_needs();

}  // namespace stepdown
