#include "scenarios/told_order.h"

#include <atomic>
#include <cstdlib>
#include <thread>

#include <gtest/gtest.h>

#include "scenarios/ensemble.h"

namespace stepdown {
namespace {

TEST(ToldOrder, holds_nothing_in_any_build) {
  ToldOrder order;
  order.done();
  order.after();
  EXPECT_EQ(sizeof(order), 1U);
}

#ifdef STEPDOWN_TELLS_ORDER
void wait_for(const std::atomic<int>& counted, int wanted) {
  // Relaxed, so that meeting here is no order either.
  while (counted.load(std::memory_order_relaxed) < wanted) {
    std::this_thread::yield();
  }
}

// One thread after the other, because the sanitizer may miss what happens in the same nanosecond.
void race() {
  std::atomic<int> under_way{0};
  std::atomic<int> added{0};
  long sum = 0;
  for_each_in_parallel(2, 2, [&](std::size_t number) {
    under_way.fetch_add(1, std::memory_order_relaxed);
    wait_for(under_way, 2);
    wait_for(added, static_cast<int>(number));
    sum += static_cast<long>(number);
    added.fetch_add(1, std::memory_order_relaxed);
  });
  std::exit(sum < 0 ? 1 : 0);
}

TEST(ToldOrder, hides_no_race_in_what_is_done_in_parallel) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  constexpr int told_of_a_race = 66;
  EXPECT_EXIT(race(), testing::ExitedWithCode(told_of_a_race), "data race");
}
#endif

}  // namespace
}  // namespace stepdown
