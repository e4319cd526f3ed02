#pragma once

#include <span>
#include <string>

#include "analysis/comparison.h"
#include "cli/experiment.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// What `compare` prints, as JSON text: answers, each scenario's own values, paired differences
/// from the baseline. A number that does not exist is null.
std::string comparison_json(const Experiment& experiment, const ExperimentOptions& options,
                            std::span<const Scenario> scenarios);

/// What `run` prints of an authority, as JSON text: each scenario's own values and, beside them,
/// the official figures of its place.
std::string values_json(const Experiment& experiment, const ExperimentOptions& options,
                        std::span<const Scenario> scenarios);

/// What `run` prints of one textbook system, as JSON text: each quantity under its own name with
/// `value` and `half_width`, that of a 99% interval over runs.
std::string laboratory_json(const Comparison& comparison, std::size_t scenario);

}  // namespace stepdown
