#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/outcomes/outcomes.h"
#include "tests/model/mechanisms/settings.h"

namespace stepdown {

/// A small authority in which everything happens: lively need, many contacts, and fewer workers
/// than are wanted, so that lists, thresholds and caps are felt.
ModelParameters lively_authority();

/// One run of the lively authority with these settings: decisions are taken on day 0, after a past
/// without them; all else was always so.
Outcomes lived(const Settings& settings, std::uint32_t run = 0);

/// Which outcomes are looked at: what a lever costs is paid whether it works or not.
enum class Looking { at_all_outcomes, at_all_but_costs };

/// The names of the measures that differ in any bit, at the end of a run or in any of its months; a
/// value that does not exist equals another that does not.
std::vector<std::string> differences(const Outcomes& a, const Outcomes& b, Looking looking);

/// Runs of a thousand families take too long when all accounts are looked at after each event.
#ifdef STEPDOWN_CHECKS
inline constexpr bool whole_runs_take_too_long = true;
#else
inline constexpr bool whole_runs_take_too_long = false;
#endif

}  // namespace stepdown
