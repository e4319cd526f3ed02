#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "calibration/emulator/emulator_file.h"
#include "calibration/emulator/training.h"

namespace stepdown {

/// What training is asked for; all but the threads moves the emulator.
struct TrainingOrder {
  std::filesystem::path journals;  // the beginning of their names
  std::string inputs;              // one line that tells all that the runs follow from
  std::uint64_t seed = 1;
  int threads = 1;
};

/// How far training has come: runs of all, or a measure that has been learnt.
struct TrainingProgress {
  std::size_t runs_done = 0;
  std::size_t runs_in_all = 0;
  const MeasureEmulator* learnt = nullptr;
};

/// Learns an emulator in two steps: at points all over the prior, and then where what came out lies
/// in the ranges of the plan's measures. Nothing if it was asked to stop; what has been run by then
/// is in the journals, and the same call goes on.
std::optional<KeptEmulator> train(const ModelParameters& base, const EmulatorPlan& plan,
                                  const TrainingOrder& order,
                                  const std::function<void(const TrainingProgress&)>& told,
                                  const std::atomic<bool>& stop);

/// The second points: spread over what an emulator takes to lie in the ranges of the measures.
std::vector<Point> second_points(const Emulator& emulator, const EmulatorPlan& plan,
                                 std::uint64_t seed, int threads);

}  // namespace stepdown
