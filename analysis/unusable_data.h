#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "scenarios/scenario_error.h"

namespace stepdown {

/// Data of others that cannot be used as they are, and what would make them usable; ends in exit 3.
class UnusableData : public std::runtime_error {
 public:
  UnusableData(Fault fault, const std::string& message, std::string advice)
      : std::runtime_error(message), fault_(fault), advice_(std::move(advice)) {}
  Fault fault() const { return fault_; }
  const std::string& advice() const { return advice_; }

 private:
  Fault fault_;
  std::string advice_;
};

}  // namespace stepdown
