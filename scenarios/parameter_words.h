#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/parameters/parameter.h"

namespace stepdown {

/// What a parameter may be, for a person: "posts, 0 to 5000", "one of `wait` or `stretch`".
std::string range_in_words(const Parameter& parameter);

/// "a fact belongs in a place file" and its like for the other roles.
std::string home_of(Role role);

/// The part of a dotted name before its last full stop, and the part after it.
std::string_view table_of(std::string_view name);
std::string_view key_of(std::string_view name);

/// Whether a name is written under its table, as in a file, or in full, as after `--set`.
enum class Naming : std::uint8_t { under_its_table, in_full };

/// What to write instead of a setting that does not exist: the similar one with its range, or what
/// there is in the same table.
std::string advice_on_unknown(std::string_view name, Naming naming = Naming::under_its_table);

}  // namespace stepdown
