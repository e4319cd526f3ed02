#pragma once

#include <span>
#include <string>
#include <vector>

#include "calibration/emulator/emulator.h"
#include "calibration/targets.h"

namespace stepdown {

/// A figure to come near, on its measure's scale.
struct ScaledTarget {
  std::string measure;
  double value = 0;
  double sd = 0;           // of the figure as a thing to fit to: its error, and the discrepancy
  double discrepancy = 0;  // how far the model usually stays from it
  double noise_share = 0;  // of the variance of runs in the emulator's population that an authority
                           // of this size has
};

/// Those of the targets that the emulator knows, for an authority of so many children. The others
/// are named in `unknown`.
std::vector<ScaledTarget> scaled_targets(std::span<const Target> targets, const Emulator& emulator,
                                         double children, std::vector<std::string>* unknown);

/// How far the errors of the figures go together, target by target. Shares "within 3, 6, 12 months"
/// of the same thing are parts of one distribution: their errors are correlated as those of a
/// distribution's are (a Brownian bridge), and counted as if they were not, they would weigh as so
/// many separate findings. All others are taken to be independent.
Table error_correlations(std::span<const Target> targets);

std::vector<std::string> measures_of(std::span<const ScaledTarget> targets);

/// How far off each point is, in standard deviations of all that could explain a difference: the
/// figure's error, luck, and what the emulator does not know (Craig, Goldstein, Seheult and Smith
/// 1997). Of the figures the furthest off counts, after as many as are `left_out`, since a model
/// need not have everything right (Vernon, Goldstein and Bower 2010).
std::vector<double> implausibilities(const Emulated& emulated,
                                     std::span<const ScaledTarget> targets, std::size_t left_out);

}  // namespace stepdown
