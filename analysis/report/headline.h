#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/comparison.h"
#include "analysis/ensemble_answer.h"

namespace stepdown {

/// The answer about one plan in one or two sentences, for who reads nothing else: what it makes
/// better and worse of need, lateness and waiting, and what is too close to call. Measures that
/// flatter by construction are left out.
std::string headline(const Comparison& comparison, std::size_t scenario);

/// The same where several worlds were run: what holds in all or most of them, and what depends on
/// which of them is true.
std::string headline(std::span<const WorldComparison> worlds, std::size_t scenario);

/// A sentence's parts in a row: "a, b and c".
std::string listed(const std::vector<std::string>& parts);

/// "Coventry: " and so on is a sentence's start; this makes the first letter of one large.
std::string with_capital(std::string text);

}  // namespace stepdown
