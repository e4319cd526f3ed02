#include "calibration/abc/generation.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <mutex>
#include <new>
#include <stdexcept>
#include <utility>

#include "scenarios/ensemble.h"

namespace stepdown {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto between_words = std::chrono::milliseconds(200);
constexpr auto between_syncs = std::chrono::seconds(5);

constexpr std::size_t largest_batch = 1024;
// How many proposals outside the prior one simulation may take before something is wrong with the
// points they set out from.
constexpr std::size_t proposals_by_call = 100;

// A proposal in the hands of a thread.
struct Slot {
  Simulated made;
  std::string failure;
  bool is_outside = false;
  bool is_done = false;
};

SimulationOutcome simulated(const Simulate& simulate, const Point& point, std::uint64_t luck) {
  SimulationOutcome outcome;
  try {
    outcome.summaries = simulate(point, luck);
  } catch (const std::bad_alloc&) {
    throw;  // says something of this hour and nothing of the point
  } catch (const std::exception& error) {
    outcome.failure = error.what();
    if (outcome.failure.empty()) {
      outcome.failure = "an error without words";
    }
  } catch (...) {
    outcome.failure = "an error of an unknown kind";
  }
  const auto is_number = [](double value) { return std::isfinite(value); };
  if (outcome.failure.empty() && !std::ranges::all_of(outcome.summaries, is_number)) {
    outcome = {{}, "a summary is no finite number"};
  }
  return outcome;
}

class Harvester {
 public:
  Harvester(const GenerationOrder& order, const SimulationSource& source)
      : order_(order), source_(source) {}

  Harvest harvest() {
    while (made_.near.size() < order_.wanted) {
      const std::size_t room = room_left();
      if (room == 0) {
        return std::move(made_);
      }
      std::vector<Slot> batch(std::min(room, batch_size()));
      for_each_in_parallel(batch.size(), source_.threads,
                           [&](std::size_t i) { fill(batch[i], next_ + i); });
      if (!take(batch)) {
        return std::move(made_);
      }
      next_ += batch.size();
    }
    return std::move(made_);
  }

 private:
  /// How many proposals can be made without a call too many; without any, says why.
  std::size_t room_left() {
    const std::size_t affordable = order_.calls_affordable - made_.calls;
    const std::size_t allowed = order_.most_calls - made_.calls;
    const std::size_t proposals =
        std::min(order_.most_calls, last_number / proposals_by_call) * proposals_by_call;
    if (affordable == 0) {
      made_.cut_short = AbcEnd::budget_spent;
    } else if (allowed == 0 || next_ >= proposals) {
      made_.cut_short = AbcEnd::acceptance_too_low;
    } else if (source_.stop.load()) {
      made_.cut_short = AbcEnd::asked_to_stop;
    }
    return made_.cut_short ? 0 : std::min({affordable, allowed, proposals - next_});
  }

  /// Hardly ever more than are needed, because what is simulated ahead of the last one wanted is
  /// lost: as many as are still wanted, or so many that two standard deviations of chance leave
  /// some wanted.
  std::size_t batch_size() const {
    const auto threads = static_cast<std::size_t>(std::max(source_.threads, 1));
    const auto wanted = static_cast<double>(order_.wanted - made_.near.size());
    const auto near = static_cast<double>(made_.near.size());
    const double acceptance_at_most =
        (near + 2 * std::sqrt(near) + 1) / static_cast<double>(made_.calls + 1);
    const double likely = (wanted - 2 * std::sqrt(wanted)) / std::min(acceptance_at_most, 1.0);
    const double size = std::min(std::max(wanted, likely), double{largest_batch});
    return std::max(static_cast<std::size_t>(size), threads);
  }

  void fill(Slot& slot, std::size_t number) {
    const auto proposal = static_cast<std::uint32_t>(number);
    const PointLuck luck(source_.seed, order_.generation, proposal);
    slot.made.point = order_.propose(luck);
    slot.made.log_prior = source_.prior.log_density(slot.made.point);
    slot.is_outside = !std::isfinite(slot.made.log_prior);
    if (!slot.is_outside) {
      const SimulationOutcome* known =
          source_.journal == nullptr ? nullptr : source_.journal->find(order_.generation, proposal);
      if (known == nullptr && source_.stop.load()) {
        return;
      }
      SimulationOutcome outcome =
          known != nullptr ? *known
                           : simulated(source_.simulate, slot.made.point, luck.of_simulation());
      if (outcome.failure.empty() && outcome.summaries.size() != source_.summaries) {
        throw std::invalid_argument("the simulation gave " +
                                    std::to_string(outcome.summaries.size()) + " summaries where " +
                                    std::to_string(source_.summaries) + " are observed");
      }
      if (known == nullptr && source_.journal != nullptr) {
        source_.journal->add(order_.generation, proposal, outcome);
      }
      slot.made.summaries = std::move(outcome.summaries);
      slot.failure = std::move(outcome.failure);
      say_how_far();
    }
    slot.is_done = true;
  }

  void say_how_far() {
    const std::lock_guard<std::mutex> one_at_a_time(saying_);
    ++calls_made_;
    const auto now = Clock::now();
    if (source_.told && now - last_word_ >= between_words) {
      source_.told(calls_made_, made_.near.size());
      last_word_ = now;
    }
    if (source_.journal != nullptr && now - last_sync_ >= between_syncs) {
      source_.journal->sync();
      last_sync_ = now;
    }
  }

  /// Whether there is more to be done.
  bool take(std::vector<Slot>& batch) {
    for (Slot& slot : batch) {
      if (!slot.is_done) {
        made_.cut_short = AbcEnd::asked_to_stop;
        return false;
      }
      if (slot.is_outside) {
        ++made_.outside_prior;
        continue;
      }
      ++made_.calls;
      if (!slot.failure.empty()) {
        if (++made_.failed == 1) {
          made_.first_failure = slot.failure;
        }
        continue;
      }
      if (order_.is_near(slot.made.summaries)) {
        made_.near.push_back(made_.simulated.size());
      }
      made_.simulated.push_back(std::move(slot.made));
      if (made_.near.size() == order_.wanted) {
        return false;
      }
    }
    return true;
  }

  static constexpr std::size_t last_number = std::numeric_limits<std::uint32_t>::max();

  const GenerationOrder& order_;
  const SimulationSource& source_;
  Harvest made_;
  std::size_t next_ = 0;

  std::mutex saying_;
  std::size_t calls_made_ = 0;
  Clock::time_point last_word_ = Clock::now();
  Clock::time_point last_sync_ = Clock::now();
};

}  // namespace

Harvest harvest(const GenerationOrder& order, const SimulationSource& source) {
  return Harvester(order, source).harvest();
}

}  // namespace stepdown
