#pragma once

#include <string_view>

namespace stepdown {

/// What the results may be used for and what not; printed word for word by `--version`, in the
/// README, in docs/limits.md and on the first page of every report.
std::string_view honest_use();

/// Its first sentence, which stands with every result in the terminal.
std::string_view honest_use_first_sentence();

}  // namespace stepdown
