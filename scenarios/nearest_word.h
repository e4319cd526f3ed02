#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

/// Of the words there are, the one most like a mistyped one: at most a third of its letters differ,
/// or one is part of the other. Nothing when none is like it.
std::optional<std::string> nearest_word(std::string_view word,
                                        const std::vector<std::string>& words);

/// All words, the nearest first; equally near ones keep their order.
std::vector<std::string> nearest_first(std::string_view word, std::vector<std::string> words);

/// `a`, `b` and `c`
std::string quoted_list(const std::vector<std::string>& words, std::string_view last_joint);

}  // namespace stepdown
