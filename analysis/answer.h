#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/comparison.h"

namespace stepdown {

/// What a comparison says in sentences about one scenario against the baseline, for a person who
/// decides: return of need and lateness first, then waiting and escalation, official re-referral
/// only after them and never without its caveat. Numbers are rounded by the width of the 90% range;
/// what fewer than 90% of runs agree on is too close to call.
std::vector<std::string> answer_sentences(const Comparison& comparison, std::size_t scenario);

/// The names of the measures that have a sentence, in their order.
std::vector<std::string_view> answered_measures();

}  // namespace stepdown
