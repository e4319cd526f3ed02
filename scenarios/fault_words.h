#pragma once

#include <span>
#include <string_view>

#include "scenarios/scenario_error.h"

namespace stepdown {

/// What is known of a fault beyond one message: its name, why it is one, and how it is mended.
struct FaultWords {
  Fault fault;
  std::string_view title;
  std::string_view why;
  std::string_view mend;
};

/// Every fault there is, in the order of the codes.
std::span<const FaultWords> all_faults();

/// The fault with a code as printed, small letters or capitals ("S014", "s014"); null when none.
const FaultWords* find_fault(std::string_view code);

}  // namespace stepdown
