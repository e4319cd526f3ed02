#include "calibration/abc/abc_smc.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "calibration/abc/distance.h"
#include "calibration/abc/proposal_kernel.h"
#include "scenarios/ensemble.h"

namespace stepdown {
namespace {

/// One search, generation after generation.
class Search {
 public:
  Search(const Prior& prior, const Simulate& simulate, const std::vector<double>& observed,
         const AbcPlan& plan, AbcJournal* journal, const AbcListener& told,
         const std::atomic<bool>& stop)
      : prior_(prior),
        observed_(observed),
        plan_(plan),
        told_(told),
        source_{prior,
                simulate,
                observed.size(),
                plan.seed,
                plan.threads,
                journal,
                stop,
                [this](std::size_t calls, std::size_t near) { tell(calls, near); }} {
    if (plan.start) {
      propose_around(*plan.start);
    }
  }

  AbcResult run() {
    while (!end_) {
      if (result_.history.size() >= plan_.most_generations) {
        end_ = AbcEnd::generations_done;
      } else if (calls_affordable() == 0) {
        end_ = AbcEnd::budget_spent;
      } else if (result_.history.empty()) {
        first_generation();
      } else {
        next_generation();
      }
    }
    result_.end = *end_;
    return std::move(result_);
  }

 private:
  std::size_t calls_affordable() const { return (plan_.budget - spent_) / plan_.simulations_each; }

  void propose_around(const WeightedPoints& points) {
    const double usual = usual_locality(points.points.front().size());
    kernel_.emplace(points, plan_.locality > 0 ? plan_.locality : usual);
  }

  GenerationOrder order(std::size_t wanted) const {
    const double most = static_cast<double>(wanted) / plan_.least_acceptance;
    GenerationOrder order;
    order.generation = static_cast<std::uint32_t>(result_.history.size());
    order.propose =
        kernel_ ? [this](const PointLuck& luck) { return kernel_->draw(luck); } : prior_.draw;
    order.is_near = [](const std::vector<double>&) { return true; };
    order.wanted = wanted;
    order.most_calls = static_cast<std::size_t>(std::ceil(std::min(most, 1e15)));
    order.calls_affordable = calls_affordable();
    return order;
  }

  /// Simulates a number of points and keeps the nearest.
  void first_generation() {
    const std::size_t simulations = first_simulations_of(plan_);
    Harvest made = reap(order(simulations), std::numeric_limits<double>::infinity());
    const double share = static_cast<double>(plan_.particles) / static_cast<double>(simulations);
    const auto kept =
        static_cast<std::size_t>(std::ceil(share * static_cast<double>(made.simulated.size())));
    keep_nearest(made, kept, learnt_or_given(made));
    finish(std::move(made));
  }

  /// Accepts what comes within a tolerance that most of the last population would not meet.
  void next_generation() {
    const std::vector<double>& scales = next_scales_;
    std::vector<double> distances;
    for (const auto& summaries : result_.last.summaries) {
      distances.push_back(distance_between(summaries, observed_, scales));
    }
    const double largest = *std::ranges::max_element(distances);
    const double quantile = weighted_quantile(distances, result_.last.weights, plan_.keep);
    if (!(quantile < largest * (1 - plan_.least_fall))) {
      end_ = AbcEnd::tolerance_stands;
      return;
    }
    propose_around(result_.last);
    const double tolerance = std::max(quantile, plan_.tolerance_enough);
    GenerationOrder next = order(plan_.particles);
    next.is_near = [&](const std::vector<double>& summaries) {
      return distance_between(summaries, observed_, scales) <= tolerance;
    };
    Harvest made = reap(next, tolerance);
    if (!made.cut_short) {
      keep(made, made.near, scales, tolerance);
    } else if (made.simulated.size() >= plan_.particles &&
               nearest(made, plan_.particles, scales).second < largest) {
      // Cut short, the generation may still be nearer than the last one.
      keep_nearest(made, plan_.particles, scales);
    }
    finish(std::move(made));
  }

  Harvest reap(const GenerationOrder& order, double tolerance) {
    result_.history.emplace_back().tolerance = tolerance;
    wanted_ = order.wanted;
    tell(0, 0);
    Harvest made = harvest(order, source_);
    spent_ += made.calls * plan_.simulations_each;
    AbcGeneration& now = result_.history.back();
    now.accepted = made.near.size();
    now.simulations = made.calls * plan_.simulations_each;
    now.failed = made.failed;
    now.outside_prior = made.outside_prior;
    now.first_failure = made.first_failure;
    now.is_whole = !made.cut_short;
    return made;
  }

  std::vector<double> learnt_or_given(const Harvest& made) const {
    if (!plan_.scales.empty()) {
      return plan_.scales;
    }
    std::vector<const std::vector<double>*> all;
    for (const Simulated& each : made.simulated) {
      all.push_back(&each.summaries);
    }
    return scales_of(all);
  }

  /// The places of the nearest, in the order of their proposals, and the distance of the last.
  std::pair<std::vector<std::size_t>, double> nearest(const Harvest& made, std::size_t count,
                                                      const std::vector<double>& scales) const {
    std::vector<double> distances;
    for (const Simulated& each : made.simulated) {
      distances.push_back(distance_between(each.summaries, observed_, scales));
    }
    std::vector<std::size_t> places(distances.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, {}, [&](std::size_t i) { return distances[i]; });
    places.resize(count);
    const double last = distances[places.back()];
    std::ranges::sort(places);
    return {std::move(places), last};
  }

  void keep_nearest(const Harvest& made, std::size_t count, const std::vector<double>& scales) {
    if (count > 0) {
      const auto [places, tolerance] = nearest(made, count, scales);
      keep(made, places, scales, tolerance);
    }
  }

  void keep(const Harvest& made, const std::vector<std::size_t>& places,
            const std::vector<double>& scales, double tolerance) {
    Population kept;
    for (const std::size_t place : places) {
      const Simulated& each = made.simulated[place];
      kept.points.push_back(each.point);
      kept.summaries.push_back(each.summaries);
      kept.distances.push_back(distance_between(each.summaries, observed_, scales));
    }
    std::vector<double> log_weights(places.size(), 0.0);
    if (kernel_) {
      for_each_in_parallel(places.size(), plan_.threads, [&](std::size_t i) {
        log_weights[i] = made.simulated[places[i]].log_prior - kernel_->log_density(kept.points[i]);
      });
    }
    kept.weights = from_log_weights(std::move(log_weights));
    kept.scales = scales;
    kept.tolerance = tolerance;
    kept.simulations = spent_;
    AbcGeneration& now = result_.history.back();
    now.tolerance = tolerance;
    now.accepted = places.size();
    now.is_kept = true;
    now.effective_sample_size = effective_sample_size(kept.weights);
    result_.last = std::move(kept);
  }

  void finish(Harvest made) {
    AbcGeneration& now = result_.history.back();
    now.acceptance =
        made.calls == 0 ? 0 : static_cast<double>(now.accepted) / static_cast<double>(made.calls);
    if (source_.journal != nullptr) {
      source_.journal->sync();
    }
    tell(0, now.accepted);
    if (made.cut_short) {
      end_ = made.cut_short;
    } else if (result_.last.tolerance <= plan_.tolerance_enough) {
      end_ = AbcEnd::tolerance_reached;
    } else {
      next_scales_ = learnt_or_given(made);
    }
  }

  void tell(std::size_t calls_ahead, std::size_t near) const {
    if (told_) {
      told_({result_.history, wanted_, near, spent_ + calls_ahead * plan_.simulations_each,
             plan_.budget});
    }
  }

  const Prior& prior_;
  const std::vector<double>& observed_;
  const AbcPlan& plan_;
  const AbcListener& told_;
  SimulationSource source_;

  AbcResult result_;
  std::optional<AbcEnd> end_;
  std::optional<ProposalKernel> kernel_;
  std::vector<double> next_scales_;
  std::size_t spent_ = 0;
  std::size_t wanted_ = 0;
};

template <class Count>
std::size_t sum_over(const std::vector<AbcGeneration>& history, Count count) {
  std::size_t sum = 0;
  for (const AbcGeneration& each : history) {
    sum += each.*count;
  }
  return sum;
}

}  // namespace

std::size_t AbcResult::simulations() const {
  return sum_over(history, &AbcGeneration::simulations);
}

std::size_t AbcResult::failed() const { return sum_over(history, &AbcGeneration::failed); }

AbcResult abc_smc(const Prior& prior, const Simulate& simulate, const std::vector<double>& observed,
                  const AbcPlan& plan, AbcJournal* journal, const AbcListener& told,
                  const std::atomic<bool>& stop) {
  check(plan, observed);
  return Search(prior, simulate, observed, plan, journal, told, stop).run();
}

AbcResult abc_smc(const Prior& prior, const Simulate& simulate, const std::vector<double>& observed,
                  const AbcPlan& plan) {
  const std::atomic<bool> never{false};
  return abc_smc(prior, simulate, observed, plan, nullptr, {}, never);
}

AbcResult abc_rejection(const Prior& prior, const Simulate& simulate,
                        const std::vector<double>& observed, std::size_t simulations, double keep,
                        AbcPlan plan) {
  plan.start.reset();
  plan.first_simulations = simulations;
  plan.particles = static_cast<std::size_t>(std::llround(keep * static_cast<double>(simulations)));
  plan.most_generations = 1;
  return abc_smc(prior, simulate, observed, plan);
}

}  // namespace stepdown
