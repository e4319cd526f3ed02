#pragma once

#include <string>
#include <vector>

#include "calibration/backcast/backcast.h"
#include "calibration/fit/fit_summary.h"

namespace stepdown {

/// What a fit page tells beside the fit itself.
struct FitPageFacts {
  std::string place_title;
  std::string command;
  std::string version;
  std::string emulator;  // in words: which one, of how many runs
  std::vector<std::string> unusual_facts;
  bool by_runs = false;                    // what fits was to be weighed by runs
  std::vector<std::string> unheard_facts;  // of the place, which the emulator does not know
  std::vector<BackcastScore> backcasts;    // of this authority; empty where its figures are too few
};

/// One page that says how well an authority's own figures are met, what they taught and what not,
/// and how the fit was made.
std::string fit_page(const LocalFit& fit, const AuthoritySpace& space, const FitPageFacts& facts,
                     std::uint64_t seed);

/// "22 of 24 figures lie inside their 90% range"
std::string fit_headline(const std::vector<PredictedTarget>& figures);

}  // namespace stepdown
