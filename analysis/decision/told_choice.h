#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/decision/best_option.h"
#include "analysis/decision/decision_told.h"
#include "analysis/decision/frontier.h"

namespace stepdown {

/// Which of several options is best, in words: `titles` are those of the options, the baseline
/// first.
DecisionTold told_choice(const BestOption& choice, const ChoicePlan& plan,
                         const std::vector<std::string>& titles);

/// The same with what each option costs: the frontier of cost and objective, with the order of
/// neighbours told certain only where 80 of 100 runs hold it.
void tell_frontier(std::span<const OnFrontier> unbeaten, std::span<const CostAndOutcome> options,
                   const ChoicePlan& plan, const std::vector<std::string>& titles,
                   DecisionTold& told);

}  // namespace stepdown
