#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/parameters/model_parameters.h"
#include "model/parameters/parameter.h"

namespace stepdown {

/// A lever by which posts are given to a team, and what a post costs there in a year.
struct TeamLever {
  const Parameter* lever = nullptr;
  std::string workers;  // "key workers"
  double cost = 0;      // pounds a year

  std::string name() const { return std::string(lever->name); }
};

/// The levers named, with the costs of this world; throws ScenarioErrors for one that moves no
/// posts, with those that do.
std::vector<TeamLever> read_team_levers(std::span<const std::string> typed,
                                        const ModelParameters& world);

/// How many posts go to each team.
struct Allocation {
  std::vector<int> posts;
  double cost = 0;  // pounds a year, of the posts by themselves

  /// "4 social workers, 6 key workers"
  std::string told(std::span<const TeamLever> teams) const;
};

/// All ways to divide so many posts, or what so much money buys, between the teams, in the finest
/// steps that give no more than `most` ways. Money that is left buys no further post of any team
/// that is in the way.
std::vector<Allocation> allocations_of_posts(std::span<const TeamLever> teams, int posts,
                                             std::size_t most);
std::vector<Allocation> allocations_of_money(std::span<const TeamLever> teams, double pounds,
                                             std::size_t most);

}  // namespace stepdown
