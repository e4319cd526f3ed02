#include "scenarios/nearest_word.h"

#include <algorithm>

#include "model/parameters/edit_distance.h"

namespace stepdown {

std::optional<std::string> nearest_word(std::string_view word,
                                        const std::vector<std::string>& words) {
  if (word.empty() || words.empty()) {
    return std::nullopt;
  }
  const auto nearest = std::ranges::min_element(
      words, {}, [&](const std::string& candidate) { return edit_distance(word, candidate); });
  if (3 * edit_distance(word, *nearest) <= std::max<std::size_t>(word.size(), 3)) {
    return *nearest;
  }
  const auto part = std::ranges::find_if(words, [&](const std::string& candidate) {
    return word.size() > 2 && (candidate.find(word) != std::string::npos ||
                               (candidate.size() > 2 && word.find(candidate) != word.npos));
  });
  return part == words.end() ? std::nullopt : std::optional(*part);
}

std::vector<std::string> nearest_first(std::string_view word, std::vector<std::string> words) {
  std::ranges::stable_sort(
      words, {}, [&](const std::string& candidate) { return edit_distance(word, candidate); });
  return words;
}

std::string quoted_list(const std::vector<std::string>& words, std::string_view last_joint) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      text += i + 1 == words.size() ? ' ' + std::string(last_joint) + ' ' : std::string(", ");
    }
    text += '`' + words[i] + '`';
  }
  return text;
}

}  // namespace stepdown
