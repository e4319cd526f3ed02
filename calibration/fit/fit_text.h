#pragma once

#include <string>
#include <vector>

#include "calibration/fit/fit_summary.h"

namespace stepdown {

/// What an overlay says about where it comes from.
struct OverlayFacts {
  std::string place;
  std::string place_title;
  std::string command;
  std::string headline;  // how well it fits
};

/// A scenario file of kind "fit": one world that stands for the fit, the medians of its draws.
std::string fit_overlay(const LocalFit& fit, const AuthoritySpace& space,
                        const OverlayFacts& facts);

/// A row for each figure: observed, fitted to, predicted range, inside or not, source.
std::string fit_csv(const std::vector<PredictedTarget>& figures);

}  // namespace stepdown
