#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "calibration/fit/emulated_authority.h"
#include "calibration/targets.h"
#include "scenarios/ensemble.h"

namespace stepdown {

/// The model itself at points of one authority: each run with a luck of its own.
class TrialRuns {
 public:
  TrialRuns(const AuthoritySpace& space, const Emulator& emulator, std::vector<Target> targets,
            const DayZeroMaker& make_world);

  /// One run, in the targets' units. Throws when it fails.
  std::vector<double> figures(const Point& free, RunKey key) const;
  /// The same on the targets' scales.
  std::vector<double> on_scales(const std::vector<double>& figures) const;
  std::vector<double> from_scales(const std::vector<double>& places) const;

 private:
  const AuthoritySpace& space_;
  std::vector<Target> targets_;
  std::vector<MeasureScale> scales_;
  const DayZeroMaker& make_world_;
};

/// What runs at many points came to, in the targets' units; nothing where one failed.
struct TriedFigures {
  std::vector<std::vector<double>> figures;  // by point; empty where the run failed
  std::size_t failed = 0;
  bool is_whole = false;
};

/// One run at each point, saved in the file of that name if there is one, so that the same call
/// goes on where it was stopped.
TriedFigures try_each(const TrialRuns& runs, const std::vector<Point>& points, std::uint64_t seed,
                      int threads, const std::string& journal, const std::string& inputs,
                      const std::function<void(std::size_t done)>& told,
                      const std::atomic<bool>& stop);

}  // namespace stepdown
