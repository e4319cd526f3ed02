#pragma once

#include <ostream>
#include <string>

#include "tests/model/mechanisms/settings.h"

namespace stepdown {

/// Two settings between which nothing moves, given what stands beside them.
struct Idle {
  std::string name;
  Settings beside;
  Settings one;
  Settings other;
};

std::ostream& operator<<(std::ostream& to, const Idle& idle);

/// Every outcome but costs is the same to the last bit.
void expect_idle(const Idle& idle);

}  // namespace stepdown
