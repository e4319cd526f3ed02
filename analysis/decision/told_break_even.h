#pragma once

#include <string>

#include "analysis/decision/break_even.h"
#include "analysis/decision/decision_told.h"
#include "analysis/decision/objective.h"
#include "analysis/study/varied.h"

namespace stepdown {

/// Whom a comparison over uncertain values is about.
struct TwoPlans {
  std::string baseline;  // their titles
  std::string policy;
};

/// A value of a setting for a person: "35 of 100" of a share, "12 weeks".
std::string value_told(const Varied& varied, double value);
/// A range of them: "28 to 44 of 100".
std::string range_told(const Varied& varied, double low, double high);
/// What the setting is, as a clause: its documentation up to the first stop, then its name.
std::string setting_told(const Varied& varied);

/// At which value of an uncertain effect the policy begins to pay, or that it never does, always
/// does, or that nobody can tell.
DecisionTold told_break_even(const BreakEven& found, const Varied& varied,
                             const Objective& objective, const TwoPlans& plans);

}  // namespace stepdown
