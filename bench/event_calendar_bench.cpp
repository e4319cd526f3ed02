// Which calendar should the engine have? The hold model with the load of the simulation: the
// earliest event comes up and its family gets the next one; in one event of six another family's
// next event moves too. Most families have their next event years away. Time per item is the time
// of one event.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/calendars/binary_tournament.h"
#include "bench/calendars/bucket_ring.h"
#include "bench/calendars/indexed_heap.h"
#include "bench/calendars/lazy_queue.h"
#include "bench/calendars/wide_tournament.h"
#include "model/events/event_calendar.h"
#include "model/random.h"

namespace stepdown {
namespace {

class Load {
 public:
  explicit Load(std::uint32_t slots) : slots_(slots), exponentials_(1U << 14) {
    const Luck luck({1, 0});
    for (std::uint32_t i = 0; i < exponentials_.size(); ++i) {
      exponentials_[i] = luck.unit_exponential(i, Decision{0}, 0);
    }
    // One slot in eight is a service timer of eight weeks; families wait 20 days to 15 years.
    for (std::uint32_t i = 0; i < kinds; ++i) {
      const double spread = luck.uniform(i, Decision{1}, 0);
      mean_days_[i] = i % 8 == 0 ? 0.0 : 20.0 * std::pow(15.0 * 365.25 / 20.0, spread);
    }
  }

  double increment(std::uint32_t slot) {
    const double mean = mean_days_[slot % kinds];
    return mean == 0.0 ? 56.0 : mean * exponentials_[any() % exponentials_.size()];
  }

  template <class Calendar>
  double one_event(Calendar& calendar) {
    const auto now = calendar.earliest();
    calendar.schedule(now.slot, now.time + increment(now.slot));
    if (any() % 1024 < 170) {
      const auto other = static_cast<std::uint32_t>(std::uint64_t{any()} * slots_ >> 32);
      calendar.schedule(other, now.time + increment(other));
    }
    return now.time;
  }

 private:
  static constexpr std::uint32_t kinds = 256;

  // Quick and linear, so that the load weighs little against what is measured.
  std::uint32_t any() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 32);
  }

  std::uint32_t slots_;
  std::uint64_t state_ = 1;
  std::vector<double> exponentials_;
  std::array<double, kinds> mean_days_{};
};

template <class Calendar>
Calendar in_the_long_run(Load& load, std::uint32_t slots) {
  Calendar calendar(slots);
  const Luck luck({2, 0});
  for (std::uint32_t slot = 0; slot < slots; ++slot) {
    calendar.schedule(slot, -7305.0 + luck.uniform(slot, Decision{2}, 0) * load.increment(slot));
  }
  for (std::uint32_t i = 0; i < 3 * slots; ++i) {
    load.one_event(calendar);
  }
  return calendar;
}

// The candidates must have met the same events, or the comparison means nothing.
template <class Calendar>
void require_the_same_events() {
  constexpr std::uint32_t slots = 3000;
  Load load(slots);
  Load same_load(slots);
  auto calendar = in_the_long_run<Calendar>(load, slots);
  auto reference = in_the_long_run<EventCalendar>(same_load, slots);
  for (int i = 0; i < 30'000; ++i) {
    if (load.one_event(calendar) != same_load.one_event(reference)) {
      throw std::logic_error("a candidate gives events in another order");
    }
  }
}

template <class Calendar>
void pop_and_reschedule(benchmark::State& state) {
  require_the_same_events<Calendar>();
  const auto slots = static_cast<std::uint32_t>(state.range(0));
  Load load(slots);
  auto calendar = in_the_long_run<Calendar>(load, slots);
  for (auto _ : state) {
    benchmark::DoNotOptimize(load.one_event(calendar));
  }
  state.SetItemsProcessed(state.iterations());
}

void sizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(37'000)->Arg(100'000)->Arg(1'000'000);
}

BENCHMARK_TEMPLATE(pop_and_reschedule, EventCalendar)->Apply(sizes);
BENCHMARK_TEMPLATE(pop_and_reschedule, WideTournament)->Apply(sizes);
BENCHMARK_TEMPLATE(pop_and_reschedule, BinaryTournament)->Apply(sizes);
BENCHMARK_TEMPLATE(pop_and_reschedule, BucketRing)->Apply(sizes);
BENCHMARK_TEMPLATE(pop_and_reschedule, IndexedHeap)->Apply(sizes);
BENCHMARK_TEMPLATE(pop_and_reschedule, LazyQueue)->Apply(sizes);

}  // namespace
}  // namespace stepdown
