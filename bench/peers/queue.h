#pragma once

#include <cstdint>

namespace stepdown {

/// One service with a waiting list from which families drop out, as every program here runs it:
/// scenarios/laboratory/erlang_a.toml.
struct Queue {
  double arrivals_a_day = 48.0;
  double service_rate = 1.0;  // a day
  double abandon_rate = 0.5;
  int places = 50;
  double warm_up_days = 365.25;
  double days = 20.0 * 365.25;
};

/// What came of it after the warm-up, and how long all of it took.
struct QueueOutcome {
  double abandoned = 0.0;    // share of arrivals
  double mean_queue = 0.0;   // families waiting
  double utilisation = 0.0;  // share of places
  double families = 0.0;     // arrivals, those of the warm-up too
  double seconds = 0.0;
};

/// The loop of a textbook: one priority queue of events, one generator, objects by number.
QueueOutcome textbook_run(const Queue& queue, std::uint64_t seed);

/// The engine of the house, from the scenario file that a person runs.
QueueOutcome engine_run(std::uint32_t run);

}  // namespace stepdown
