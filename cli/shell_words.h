#pragma once

#include <string>
#include <string_view>

namespace stepdown {

/// The text as one word of a shell command: as it is where that is safe, else in single quotes.
std::string shell_word(std::string_view text);

}  // namespace stepdown
