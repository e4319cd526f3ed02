#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "model/outcomes/outcomes.h"

namespace stepdown {

/// What one run came to under each scenario, in the order of the scenarios' names; nothing where
/// the run failed.
struct FinishedRun {
  std::uint32_t run;
  std::span<const std::optional<Outcomes>> outcomes;
};

/// Where the results of an ensemble go. Called by one thread at a time, in the order of the run
/// numbers, whatever thread or order they were finished in. May throw: the ensemble then ends.
class OutcomeSink {
 public:
  virtual ~OutcomeSink() = default;
  virtual void take(const FinishedRun& run) = 0;
};

}  // namespace stepdown
