#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calibration/abc/abc_smc.h"
#include "calibration/emulator/emulator_file.h"
#include "calibration/fit/emulated_authority.h"
#include "calibration/matching/history_matching.h"
#include "calibration/targets.h"
#include "scenarios/ensemble.h"

namespace stepdown {

/// How what fits is weighed: by the likelihood that the emulator makes explicit, or by approximate
/// Bayesian computation with runs of the model.
enum class FitBy : unsigned char { emulator, runs };

/// How much a fit may cost, in runs of the model, and how closely it looks. All but the threads and
/// the folder move the result.
struct LocalFitPlan {
  FitBy by = FitBy::emulator;
  std::size_t budget = 500;  // runs; 0 trusts the emulator as it is
  std::uint64_t seed = 1;
  std::size_t draws = 200;            // of the posterior, to be kept
  std::size_t matched_points = 1000;  // in the space that history matching leaves; 0 skips it
  std::size_t sampled_points = 1000;  // of which the draws are some
  double largest_trial = 62'500;      // children: a larger authority is tried at this size
  int threads = 1;
  std::filesystem::path journals = {};  // the beginning of their names; empty keeps none
  std::string inputs = {};              // one line that tells all that runs follow from
};

/// The steps of a fit, in their order.
enum class FitStep : unsigned char {
  matching,          // history matching on the emulator
  sampling,          // what fits, by its likelihood
  correcting,        // runs of the model there
  matching_again,    // on the emulator put right by them
  sampling_again,    // on it too
  sampling_by_runs,  // by runs of the model
  checking,          // runs at the draws kept
};

std::string_view words_of(FitStep step);

/// Where a fit is.
struct LocalFitProgress {
  FitStep step;
  std::size_t runs = 0;
  std::size_t budget = 0;
};

using LocalFitListener = std::function<void(const LocalFitProgress&)>;

/// What an authority's own figures say about it.
struct LocalFit {
  std::vector<Target> targets;        // those used, in their order
  std::vector<double> discrepancies;  // by target, on its measure's scale
  std::vector<std::string> unused;    // targets that the emulator does not know
  SpaceLeft first_wave;               // no points where it was skipped
  std::optional<SpaceLeft> second_wave;
  std::vector<double> corrections;  // by target (EmulatedAuthority::corrections)
  bool is_whole = true;             // the whole of the likelihood counts in what was weighed
  std::vector<AbcGeneration> by_runs;
  std::optional<AbcEnd> by_runs_end;
  bool is_moved = true;                     // adjusted by a regression on the figures
  std::vector<Point> draws;                 // free coordinates, equal weights
  std::vector<std::vector<double>> fitted;  // by draw, by target: one run, in the target's unit
  std::size_t runs = 0;                     // of the model
  std::size_t failed = 0;
  bool checked_by_runs = false;  // whether `fitted` are runs of the model, or the emulator's
  double children = 0;           // of the world in which the model was run
};

/// Fits one authority: history matching on the emulator; what fits by the likelihood it makes
/// explicit; runs of the model there, which put the emulator right; both again; where it was asked
/// for and there are runs for it, approximate Bayesian computation by runs in the space left; at
/// last a run at each draw that is kept. `world` is base and place. Nothing if it was asked to
/// stop; the runs done by then are in the journals, and the same call goes on.
std::optional<LocalFit> fit_authority(const ModelParameters& world, const Emulator& emulator,
                                      const std::vector<Target>& targets, const LocalFitPlan& plan,
                                      const LocalFitListener& told, const std::atomic<bool>& stop,
                                      const DayZeroMaker& make_world = model_worlds());

}  // namespace stepdown
