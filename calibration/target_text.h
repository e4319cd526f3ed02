#pragma once

#include <span>
#include <string>
#include <string_view>

#include "calibration/targets.h"

namespace stepdown {

/// A number in as few digits as tell it to so many significant ones: 692.2, 0.05.
std::string short_number(double value, int significant = 5);

/// A text between quotation marks as TOML has it.
std::string toml_text(std::string_view text);

/// A target file that `read_targets` reads again, with lines of comment on top.
std::string written_targets(std::span<const Target> targets, const std::string& comment);

}  // namespace stepdown
