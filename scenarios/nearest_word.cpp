#include "scenarios/nearest_word.h"

#include <algorithm>
#include <utility>

#include "model/parameters/edit_distance.h"

namespace stepdown {

std::optional<std::string> nearest_word(std::string_view word,
                                        const std::vector<std::string>& words) {
  if (word.empty() || words.empty()) {
    return std::nullopt;
  }
  const std::size_t most = std::max<std::size_t>(word.size(), 3) / 3;
  std::size_t least = most + 1;
  const std::string* nearest = nullptr;
  for (const std::string& candidate : words) {
    // What is so much longer or shorter need not be compared letter by letter.
    const auto [short_one, long_one] = std::minmax({word.size(), candidate.size()});
    if (long_one - short_one >= least) {
      continue;
    }
    if (const std::size_t distance = edit_distance(word, candidate); distance < least) {
      least = distance;
      nearest = &candidate;
    }
  }
  if (nearest != nullptr) {
    return *nearest;
  }
  const auto part = std::ranges::find_if(words, [&](const std::string& candidate) {
    return word.size() > 2 && (candidate.find(word) != std::string::npos ||
                               (candidate.size() > 2 && word.find(candidate) != word.npos));
  });
  return part == words.end() ? std::nullopt : std::optional(*part);
}

std::vector<std::string> nearest_first(std::string_view word, std::vector<std::string> words) {
  std::vector<std::pair<std::size_t, std::string>> by_distance;
  for (std::string& each : words) {
    by_distance.emplace_back(edit_distance(word, each), std::move(each));
  }
  std::ranges::stable_sort(by_distance, {}, &std::pair<std::size_t, std::string>::first);
  std::ranges::transform(by_distance, words.begin(),
                         [](auto& each) { return std::move(each.second); });
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
