#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/outcomes/outcomes.h"
#include "scenarios/outcome_sink.h"

namespace stepdown {

/// A finished run as it is saved: in which draw, which run, and all it came to.
struct SavedRun {
  std::uint32_t draw = 0;
  std::uint32_t run = 0;
  std::vector<std::optional<Outcomes>> outcomes;
  std::vector<FailedRun> failed;

  FinishedRun finished() const { return {run, outcomes, failed}; }
};

/// The run in compressed bytes that know whether they are whole.
std::string record_of(std::uint32_t draw, const FinishedRun& run);

/// The run that such bytes hold, or nothing if they are not what was once written.
std::optional<SavedRun> run_in(std::span<const char> record);

}  // namespace stepdown
