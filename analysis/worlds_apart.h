#pragma once

#include <span>

#include "analysis/summary.h"

namespace stepdown {

/// Whether the means of several worlds lie further apart than luck within a world would put them
/// in one sample of twenty: analysis of variance in one way, its spread within a world taken as
/// that of all worlds together, so that two runs in each are enough to ask. Luck that worlds have
/// in common counts as luck, which makes the answer cautious. Not if no world has two runs.
bool are_further_apart_than_luck(std::span<const Summary> worlds);

}  // namespace stepdown
