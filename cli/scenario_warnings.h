#pragma once

#include <span>

#include "analysis/provenance.h"
#include "analysis/study/varied.h"

namespace stepdown {

/// Says on stderr what `validate` would warn of in these scenarios, each warning once, before they
/// are worked with.
void tell_warnings(std::span<const Scenario> scenarios);

/// The same of scenarios in several worlds: a place in a text that a world before warned of is not
/// told again with that world's numbers.
void tell_warnings(std::span<const Draw> worlds);

/// The same before settings are varied: only what holds wherever they stand.
void tell_warnings(std::span<const Scenario> scenarios, const ScenarioSelection& selection,
                   std::span<const Varied> varied);

}  // namespace stepdown
