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
  {
    const ToldOrder::AtEnd told(order);
  }
  order.after();
  EXPECT_EQ(sizeof(order), 1U);
}

#ifdef STEPDOWN_TELLS_ORDER
void race() {
  std::atomic<int> under_way{0};
  long sum = 0;
  for_each_in_parallel(2, 2, [&](std::size_t number) {
    // Relaxed, so that meeting here is no order either.
    under_way.fetch_add(1, std::memory_order_relaxed);
    while (under_way.load(std::memory_order_relaxed) < 2) {
      std::this_thread::yield();
    }
    sum += static_cast<long>(number);
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
