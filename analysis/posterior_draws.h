#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/posterior_file.h"
#include "scenarios/fit_file.h"

namespace stepdown {

/// How many draws are run where nobody says.
inline constexpr std::size_t draws_run_unasked = 100;

/// So many of `available`, as evenly spaced as whole numbers can be, counted from 0 and the first
/// among them; all of them where fewer are available.
std::vector<std::size_t> evenly_spaced(std::size_t available, std::size_t wanted);

/// "draw_007" of the seventh of some hundred: equal names stand in order.
std::string name_of_draw(const Posterior& posterior, std::size_t draw);

/// One draw as a fit: the same values to the last bit, of the same place. `file` is where the draws
/// came from, for messages.
FitFile fit_of_draw(const Posterior& posterior, std::size_t draw, const std::string& file);

}  // namespace stepdown
