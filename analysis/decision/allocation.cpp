#include "analysis/decision/allocation.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "model/parameters/registry.h"
#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

struct Team {
  const char* lever;
  const char* workers;
  double CostParameters::*cost;
};

constexpr Team known_teams[] = {
    {"workforce.additional_social_workers", "social workers", &CostParameters::social_worker},
    {"workforce.additional_key_workers", "key workers", &CostParameters::key_worker},
    {"workforce.additional_community_workers", "community workers",
     &CostParameters::community_worker},
    {"workforce.additional_front_door", "front door workers", &CostParameters::front_door_worker},
    {"workforce.volunteers", "volunteers", &CostParameters::volunteer},
};

Problem refusal(const std::string& typed, std::string message, std::string advice) {
  return problem_of_typed(Fault::value_refused, "--move", typed, std::move(message),
                          std::move(advice));
}

// Every way to write `whole` as a sum of so many parts.
void for_each_division(int whole, std::size_t parts, std::vector<int>& begun,
                       const std::function<void(const std::vector<int>&)>& act) {
  if (begun.size() + 1 == parts) {
    begun.push_back(whole);
    act(begun);
    begun.pop_back();
    return;
  }
  for (int part = whole; part >= 0; --part) {
    begun.push_back(part);
    for_each_division(whole - part, parts, begun, act);
    begun.pop_back();
  }
}

std::vector<std::vector<int>> divisions(int whole, std::size_t parts) {
  std::vector<std::vector<int>> all;
  std::vector<int> begun;
  for_each_division(whole, parts, begun,
                    [&](const std::vector<int>& division) { all.push_back(division); });
  return all;
}

double ways(int whole, std::size_t parts) {
  double count = 1;
  for (std::size_t i = 1; i < parts; ++i) {
    count = count * (whole + static_cast<double>(i)) / static_cast<double>(i);
  }
  return count;
}

int finest_parts(int whole, std::size_t teams, std::size_t most) {
  int parts = whole;
  while (parts > 1 && ways(parts, teams) > static_cast<double>(most)) {
    --parts;
  }
  return parts;
}

Allocation costed(std::span<const TeamLever> teams, std::vector<int> posts) {
  Allocation allocation{std::move(posts), 0};
  for (std::size_t i = 0; i < teams.size(); ++i) {
    allocation.cost += teams[i].cost * allocation.posts[i];
  }
  return allocation;
}

void add_new(std::vector<Allocation>& all, Allocation allocation) {
  const bool is_known = std::ranges::any_of(
      all, [&](const Allocation& each) { return each.posts == allocation.posts; });
  const bool is_nothing =
      std::ranges::all_of(allocation.posts, [](int posts) { return posts == 0; });
  if (!is_known && !is_nothing) {
    all.push_back(std::move(allocation));
  }
}

}  // namespace

std::vector<TeamLever> read_team_levers(std::span<const std::string> typed,
                                        const ModelParameters& world) {
  std::string list;
  for (const Team& team : known_teams) {
    list += (list.empty() ? "" : ", ") + std::string(team.lever);
  }
  std::vector<TeamLever> levers;
  std::vector<Problem> problems;
  for (const std::string& name : typed) {
    const auto team =
        std::ranges::find_if(known_teams, [&](const Team& each) { return each.lever == name; });
    if (team == std::end(known_teams)) {
      problems.push_back(
          refusal(name, "`" + name + "` is no lever that moves posts", "take some of " + list));
    } else if (std::ranges::any_of(levers,
                                   [&](const TeamLever& each) { return each.name() == name; })) {
      problems.push_back(refusal(name, "`" + name + "` is named twice", "name each team once"));
    } else {
      levers.push_back({find_parameter(name), team->workers, world.cost.*team->cost});
    }
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return levers;
}

std::string Allocation::told(std::span<const TeamLever> teams) const {
  std::string words;
  for (std::size_t i = 0; i < teams.size(); ++i) {
    if (posts[i] > 0) {
      std::string workers = teams[i].workers;
      if (posts[i] == 1) {
        workers.pop_back();
      }
      words += (words.empty() ? "" : ", ") + std::to_string(posts[i]) + ' ' + workers;
    }
  }
  return words + " more";
}

std::vector<Allocation> allocations_of_posts(std::span<const TeamLever> teams, int posts,
                                             std::size_t most) {
  const int parts = finest_parts(posts, teams.size(), most);
  std::vector<Allocation> all;
  for (const std::vector<int>& division : divisions(parts, teams.size())) {
    // Shares are rounded on their running sum, so that whole posts always come to the total.
    std::vector<int> given;
    int before = 0;
    int share = 0;
    for (const int part : division) {
      share += part;
      const int until = static_cast<int>(std::lround(static_cast<double>(posts) * share / parts));
      given.push_back(until - before);
      before = until;
    }
    add_new(all, costed(teams, std::move(given)));
  }
  return all;
}

std::vector<Allocation> allocations_of_money(std::span<const TeamLever> teams, double pounds,
                                             std::size_t most) {
  double dearest = 1;
  for (const TeamLever& team : teams) {
    dearest = std::max(dearest, team.cost);
  }
  const int in_all = std::max(1, static_cast<int>(std::min(1000.0, pounds / dearest)));
  const int parts = finest_parts(in_all, teams.size(), most);
  std::vector<Allocation> all;
  for (const std::vector<int>& division : divisions(parts, teams.size())) {
    std::vector<int> given;
    double left = pounds;
    for (std::size_t i = 0; i < teams.size(); ++i) {
      const double share = pounds * division[i] / parts;
      given.push_back(teams[i].cost > 0 ? static_cast<int>(share / teams[i].cost) : 0);
      left -= teams[i].cost * given.back();
    }
    for (std::size_t i = 0; i < teams.size(); ++i) {
      while (division[i] > 0 && teams[i].cost > 0 && teams[i].cost <= left) {
        ++given[i];
        left -= teams[i].cost;
      }
    }
    add_new(all, costed(teams, std::move(given)));
  }
  return all;
}

}  // namespace stepdown
