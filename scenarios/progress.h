#pragma once

#include <cstddef>

#include "scenarios/outcome_sink.h"

namespace stepdown {

/// Who waits for an ensemble and wants to see it move: told after each run, in run order, by one
/// thread at a time.
class ProgressListener {
 public:
  virtual ~ProgressListener() = default;
  virtual void run_finished(const FinishedRun& run, std::size_t done, std::size_t total) = 0;
};

}  // namespace stepdown
