#include <algorithm>
#include <cctype>
#include <utility>

#include "calibration/dfe/dfe_panel.h"
#include "model/parameters/edit_distance.h"

namespace stepdown {
namespace {

bool is_called(const DfeAuthority& authority, const std::string& folded) {
  const std::string_view name = authority.name;
  return folded == folded_name(name) || folded == folded_name(name.substr(0, name.find(','))) ||
         (!authority.old_code.empty() && folded == folded_name(authority.old_code)) ||
         (!authority.new_code.empty() && folded == folded_name(authority.new_code));
}

}  // namespace

std::string folded_name(std::string_view name) {
  std::string made;
  for (const char each : name) {
    const auto letter = static_cast<unsigned char>(each);
    if (letter == '&') {
      made += "and";
    } else if (std::isalnum(letter) != 0 || letter >= 0x80) {
      made += static_cast<char>(std::tolower(letter));
    }
  }
  return made;
}

std::optional<std::size_t> find_authority(const DfePanel& panel, std::string_view called) {
  const std::string folded = folded_name(called);
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < panel.authorities.size(); ++i) {
    const DfeAuthority& authority = panel.authorities[i];
    if (is_called(authority, folded) &&
        (!found || authority.last_year() > panel.authorities[*found].last_year())) {
      found = i;
    }
  }
  return found;
}

std::vector<std::string> similar_authorities(const DfePanel& panel, const std::string& called) {
  std::vector<std::string> names;
  for (const DfeAuthority& authority : panel.authorities) {
    if (std::ranges::find(names, authority.name) == names.end()) {
      names.push_back(authority.name);
    }
  }
  const std::string folded = folded_name(called);
  const auto distance = [&folded](const std::string& name) {
    const std::string other = folded_name(name);
    const bool is_part = folded.size() > 2 && other.size() > 2 &&
                         (other.find(folded) != std::string::npos || folded.find(other) == 0);
    return std::pair(!is_part, edit_distance(folded, other));
  };
  std::ranges::stable_sort(names, {}, distance);
  names.resize(std::min<std::size_t>(names.size(), 4));
  return names;
}

}  // namespace stepdown
