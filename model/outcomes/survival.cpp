#include "model/outcomes/survival.h"

#include <algorithm>
#include <limits>

namespace stepdown {

double share_returned(std::vector<Spell>& spells, double day) {
  const auto ends_before = [](const Spell& a, const Spell& b) {
    return a.days != b.days ? a.days < b.days : a.returned > b.returned;
  };
  // Many days are asked of the same spells.
  if (!std::ranges::is_sorted(spells, ends_before)) {
    std::ranges::sort(spells, ends_before);
  }
  const auto is_known = [day](const Spell& spell) {
    return spell.days >= day || (spell.returned && spell.possible >= day);
  };
  if (std::none_of(spells.rbegin(), spells.rend(), is_known)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  double still_away = 1.0;
  auto followed = static_cast<double>(spells.size());
  for (const Spell& spell : spells) {
    if (spell.days > day) {
      break;
    }
    if (spell.returned) {
      still_away *= 1.0 - 1.0 / followed;
    }
    followed -= 1.0;
  }
  return 1.0 - still_away;
}

}  // namespace stepdown
