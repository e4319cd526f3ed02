#pragma once

#include <limits>
#include <vector>

namespace stepdown {

/// How long something lasted, whether it ended by returning or merely ceased to be watched, and for
/// how long it could have been watched until the end of the run.
struct Spell {
  double days;
  bool returned;
  double possible = std::numeric_limits<double>::infinity();
};

/// Share that has returned by `day`, estimated by Kaplan and Meier (1958). Not a number unless of
/// somebody it is known and could be known either way: still away then, or back from a spell that
/// could have been watched until then. Whether there is a number must not depend on who returned:
/// its mean over runs would be pulled to them. Sorts `spells`; a return and a last sight on the
/// same day count as the return first.
double share_returned(std::vector<Spell>& spells, double day);

}  // namespace stepdown
