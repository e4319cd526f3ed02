#include "analysis/study/setting_words.h"

#include <algorithm>

namespace stepdown {
namespace {

// "child in need" of "help.child_in_need.easing": many settings exist once for each tier.
std::string part_of(const Parameter& parameter) {
  const std::string name(parameter.name);
  const std::size_t first = name.find('.');
  const std::size_t last = name.rfind('.');
  if (first == last) {
    return "";
  }
  std::string part = name.substr(first + 1, last - first - 1);
  std::ranges::replace(part, '_', ' ');
  return part;
}

}  // namespace

std::string words_of_setting(const Parameter& parameter) {
  const std::string_view doc = parameter.doc.text();
  std::string words(doc.substr(0, doc.find_first_of(":;(")));
  while (words.ends_with(' ')) {
    words.pop_back();
  }
  const std::string part = part_of(parameter);
  return part.empty() ? words : words + " (" + part + ')';
}

}  // namespace stepdown
