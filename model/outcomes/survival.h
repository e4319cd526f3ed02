#pragma once

#include <vector>

namespace stepdown {

/// How long something lasted, and whether it ended by returning or merely ceased to be watched.
struct Spell {
  double days;
  bool returned;
};

/// Share that has returned by `day`, estimated by Kaplan and Meier (1958); not a number without
/// spells, or when nobody who is still away was watched until then. Sorts `spells`; a return and a
/// last sight on the same day count as the return first.
double share_returned(std::vector<Spell>& spells, double day);

}  // namespace stepdown
