#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

/// A word of the field and what it means in this program.
struct GlossaryEntry {
  std::string word;
  std::string meaning;
};

/// docs/glossary.md, in its order.
const std::vector<GlossaryEntry>& glossary();

/// The entry of a word, small letters or capitals; where one entry has several words ("care, looked
/// after"), of any of them. Null when there is none.
const GlossaryEntry* find_in_glossary(std::string_view word);

/// Every word that can be asked for.
std::vector<std::string> glossary_words();

}  // namespace stepdown
