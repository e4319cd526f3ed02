#include "scenarios/glossary.h"

#include <algorithm>
#include <cctype>

#include "scenarios/embedded_glossary.h"
#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? ""
                                    : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](unsigned char letter) {
    return static_cast<char>(std::tolower(letter));
  });
  return small;
}

std::vector<std::string> words_of(const GlossaryEntry& entry) {
  std::vector<std::string> words{in_small_letters(entry.word)};
  std::string rest = words.front();
  for (std::size_t comma; (comma = rest.find(',')) != std::string::npos;) {
    words.push_back(trimmed(rest.substr(0, comma)));
    rest = rest.substr(comma + 1);
  }
  if (words.size() > 1) {
    words.push_back(trimmed(rest));
  }
  return words;
}

}  // namespace

const std::vector<GlossaryEntry>& glossary() {
  static const std::vector<GlossaryEntry> all = [] {
    std::vector<GlossaryEntry> entries;
    for (const EmbeddedFile& file : embedded_glossary()) {
      for (const std::string& line : lines_of(std::string(file.text))) {
        const std::size_t middle = line.find(" | ", 2);
        const bool is_a_row = line.starts_with("| ") && middle != std::string::npos;
        if (is_a_row && !line.starts_with("| word |")) {
          entries.push_back({trimmed(line.substr(2, middle - 2)),
                             trimmed(line.substr(middle + 3, line.rfind('|') - middle - 3))});
        }
      }
    }
    return entries;
  }();
  return all;
}

const GlossaryEntry* find_in_glossary(std::string_view word) {
  const std::string small = in_small_letters(word);
  const auto found = std::ranges::find_if(glossary(), [&](const GlossaryEntry& entry) {
    const std::vector<std::string> words = words_of(entry);
    return std::ranges::find(words, small) != words.end();
  });
  return found == glossary().end() ? nullptr : &*found;
}

std::vector<std::string> glossary_words() {
  std::vector<std::string> all;
  for (const GlossaryEntry& entry : glossary()) {
    for (std::string& word : words_of(entry)) {
      all.push_back(std::move(word));
    }
  }
  return all;
}

}  // namespace stepdown
