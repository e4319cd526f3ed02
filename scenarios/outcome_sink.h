#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "model/outcomes/outcomes.h"

namespace stepdown {

/// One run of one scenario that could not be finished, and why.
struct FailedRun {
  std::uint64_t seed;
  std::uint32_t run;
  std::string scenario;
  std::string message;
  bool operator==(const FailedRun&) const = default;
};

/// What one run came to under each scenario, in the order of the scenarios' names; nothing where
/// the run failed, and then why.
struct FinishedRun {
  std::uint32_t run;
  std::span<const std::optional<Outcomes>> outcomes;
  std::span<const FailedRun> failed = {};
};

/// Where the results of an ensemble go. Called by one thread at a time, in the order of the run
/// numbers, whatever thread or order they were finished in. May throw: the ensemble then ends.
class OutcomeSink {
 public:
  virtual ~OutcomeSink() = default;
  virtual void take(const FinishedRun& run) = 0;
};

}  // namespace stepdown
