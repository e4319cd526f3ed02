#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "calibration/abc/abc_journal.h"
#include "calibration/abc/abc_progress.h"
#include "calibration/abc/prior.h"

namespace stepdown {

/// What is simulated: the summaries of one point under one luck, always equally many. Called from
/// several threads at once. One that throws, or has a summary that is no finite number, has failed.
using Simulate = std::function<std::vector<double>(const Point& point, std::uint64_t luck)>;

/// A proposal whose simulation went well.
struct Simulated {
  Point point;
  double log_prior = 0;
  std::vector<double> summaries;
};

/// Which proposals a generation makes and which of them it wants, and how many simulations it may
/// make for them.
struct GenerationOrder {
  std::uint32_t generation = 0;
  std::function<Point(const PointLuck&)> propose;
  std::function<bool(const std::vector<double>& summaries)> is_near;
  std::size_t wanted = 0;
  std::size_t most_calls = 0;  // the least acceptance allows no more
  std::size_t calls_affordable = 0;
};

/// What a generation simulated, in the order of its proposals and up to the one that was the last
/// wanted: what was simulated ahead of that is as if it had never been.
struct Harvest {
  std::vector<Simulated> simulated;
  std::vector<std::size_t> near;  // places in `simulated`
  std::size_t calls = 0;
  std::size_t failed = 0;
  std::size_t outside_prior = 0;
  std::string first_failure;
  std::optional<AbcEnd> cut_short;  // fewer came near than were wanted, and why
};

/// What generations of one search share. `told` hears, a few times a second and one thread at a
/// time, how many calls the generation has made, those ahead included, and how many were near.
struct SimulationSource {
  const Prior& prior;
  const Simulate& simulate;
  std::size_t summaries = 0;
  std::uint64_t seed = 1;
  int threads = 1;
  AbcJournal* journal = nullptr;
  const std::atomic<bool>& stop;
  std::function<void(std::size_t calls, std::size_t near)> told;
};

/// Simulates proposals 0, 1, 2, ... on many threads until as many as wanted came near.
Harvest harvest(const GenerationOrder& order, const SimulationSource& source);

}  // namespace stepdown
