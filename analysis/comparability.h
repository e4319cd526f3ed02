#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "analysis/outcome_file.h"
#include "model/parameters/parameter.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// Runs that cannot stand side by side, with the reasons in sentences.
class NotComparable : public std::runtime_error {
 public:
  NotComparable(const std::string& message, std::vector<std::string> reasons)
      : std::runtime_error(message), reasons_(std::move(reasons)) {}
  const std::vector<std::string>& reasons() const { return reasons_; }

 private:
  std::vector<std::string> reasons_;
};

/// Whether a parameter has one value in all that is compared: facts and the calendar do.
bool must_be_the_same(const Parameter& parameter);

/// Why the runs of these scenarios cannot be compared, in sentences; empty if they can. A
/// difference means something only in one place over one horizon: facts and calendar must be the
/// same.
std::vector<std::string> reasons_not_to_compare(std::span<const Scenario> scenarios);

/// Throws NotComparable if there is a reason.
void check_comparable(std::span<const Scenario> scenarios);

/// Why the runs of two results files cannot stand side by side, in sentences; empty if they can:
/// place, horizon, luck, worlds and program must be the same, and what has one name must be one.
std::vector<std::string> reasons_not_to_compare(const OutcomeFile& a, const OutcomeFile& b);

}  // namespace stepdown
