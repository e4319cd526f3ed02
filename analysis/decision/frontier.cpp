#include "analysis/decision/frontier.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/paired_difference.h"
#include "analysis/summary.h"

namespace stepdown {
namespace {

struct Means {
  double cost;
  double outcome;
};

void judge_order(const CostAndOutcome& cheap, const CostAndOutcome& dear, OnFrontier& place) {
  const std::size_t runs = std::min(cheap.cost.size(), dear.cost.size());
  for (std::size_t run = 0; run < runs; ++run) {
    const double further_cost = difference_of_run(cheap.cost[run], dear.cost[run]);
    const double gained = difference_of_run(dear.outcome[run], cheap.outcome[run]);
    if (std::isnan(further_cost) || std::isnan(gained)) {
      continue;
    }
    ++place.runs_of_both;
    place.runs_in_order += further_cost > 0 && gained > 0 ? 1 : 0;
  }
}

}  // namespace

std::vector<OnFrontier> frontier(std::span<const CostAndOutcome> options) {
  std::vector<Means> means;
  for (const CostAndOutcome& option : options) {
    means.push_back({summarise(option.cost).mean, summarise(option.outcome).mean});
  }
  std::vector<std::size_t> order(options.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t i) {
    return std::isnan(means[i].cost) || std::isnan(means[i].outcome);
  });
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return means[a].cost != means[b].cost ? means[a].cost < means[b].cost
                                          : means[a].outcome < means[b].outcome;
  });
  std::vector<OnFrontier> unbeaten;
  for (const std::size_t i : order) {
    if (unbeaten.empty() ||
        difference_of_run(means[i].outcome, means[unbeaten.back().option].outcome) > 0) {
      unbeaten.push_back({i, 0, 0});
    }
  }
  for (std::size_t i = 0; i + 1 < unbeaten.size(); ++i) {
    judge_order(options[unbeaten[i].option], options[unbeaten[i + 1].option], unbeaten[i]);
  }
  return unbeaten;
}

}  // namespace stepdown
