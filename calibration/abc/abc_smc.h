#pragma once

#include <atomic>
#include <cstddef>
#include <string>
#include <vector>

#include "calibration/abc/abc_journal.h"
#include "calibration/abc/abc_plan.h"
#include "calibration/abc/abc_progress.h"
#include "calibration/abc/generation.h"
#include "calibration/abc/population.h"
#include "calibration/abc/prior.h"

namespace stepdown {

/// The last population, which is the best there is wherever the end fell, and how it came about.
/// Empty if nothing could be simulated.
struct AbcResult {
  Population last;
  AbcEnd end = AbcEnd::generations_done;
  std::vector<AbcGeneration> history;

  std::size_t simulations() const;
  std::size_t failed() const;
};

/// Samples the points whose summaries come near those observed, generation after generation, each
/// nearer (sequential Monte Carlo; docs/sampler.md). A proposal is a pure function of the plan,
/// the last generation and its own number, and the first ones by number are accepted, not those
/// finished first: the result has the same bits for any number of threads, and with a journal after
/// any end. std::invalid_argument for a plan that cannot be meant.
AbcResult abc_smc(const Prior& prior, const Simulate& simulate, const std::vector<double>& observed,
                  const AbcPlan& plan, AbcJournal* journal, const AbcListener& told,
                  const std::atomic<bool>& stop);
AbcResult abc_smc(const Prior& prior, const Simulate& simulate, const std::vector<double>& observed,
                  const AbcPlan& plan);

/// The plain form, in one generation: simulates so many draws of the prior and keeps the share of
/// them that comes nearest. Of the plan seed, scales, budget and threads are heeded.
AbcResult abc_rejection(const Prior& prior, const Simulate& simulate,
                        const std::vector<double>& observed, std::size_t simulations, double keep,
                        AbcPlan plan = {});

}  // namespace stepdown
