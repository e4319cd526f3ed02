#pragma once

#include <span>
#include <string>

#include "calibration/backcast/backcast.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// How scores were made.
struct BackcastFacts {
  std::string command;
  std::string origin;  // made_from()
  int last_year = 0;
  std::size_t authorities = 0;
  std::size_t to_draw_from = 0;
  std::uint64_t seed = 1;
};

/// A short digest of a base and of the emulator built in, by which a back-cast of others is known.
std::string made_from(const Scenario& base);

/// The text of docs/backcast.md: how near the fits came, beside two ways of saying without a model.
std::string backcast_markdown(std::span<const BackcastScore> scores, const BackcastFacts& facts);

/// A row for each score.
std::string backcast_csv(std::span<const BackcastScore> scores);

}  // namespace stepdown
