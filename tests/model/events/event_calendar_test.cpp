#include "model/events/event_calendar.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

using Event = std::pair<double, std::uint32_t>;

Event earliest(const EventCalendar& calendar) {
  const auto next = calendar.earliest();
  return {next.time, next.slot};
}

/// All events in the order in which they come up, each withdrawn as it does.
std::vector<Event> all_in_order(EventCalendar calendar) {
  std::vector<Event> events;
  while (calendar.earliest().time != never) {
    events.push_back(earliest(calendar));
    calendar.schedule(events.back().second, never);
  }
  return events;
}

TEST(EventCalendar, without_slots_or_events_says_never) {
  EXPECT_EQ(EventCalendar().earliest().time, never);
  EXPECT_EQ(EventCalendar().size(), 0U);
  EXPECT_EQ(EventCalendar(1000).earliest().time, never);
  EXPECT_EQ(EventCalendar(1000).size(), 1000U);
  EXPECT_EQ(EventCalendar(1000).time_of(999), never);
}

TEST(EventCalendar, gives_events_by_time) {
  EventCalendar calendar(5);
  calendar.schedule(0, 3.0);
  calendar.schedule(1, 1.0);
  calendar.schedule(3, 2.0);
  EXPECT_EQ(all_in_order(calendar), (std::vector<Event>{{1.0, 1}, {2.0, 3}, {3.0, 0}}));
}

TEST(EventCalendar, looking_removes_nothing) {
  EventCalendar calendar(2);
  calendar.schedule(1, 4.0);
  EXPECT_EQ(earliest(calendar), (Event{4.0, 1}));
  EXPECT_EQ(earliest(calendar), (Event{4.0, 1}));
  EXPECT_EQ(calendar.time_of(1), 4.0);
}

TEST(EventCalendar, gives_the_lower_of_slots_at_the_same_time_whichever_came_first) {
  for (const std::size_t slots : {2U, 15U, 16U, 17U, 256U, 257U, 5000U}) {
    EventCalendar upwards(slots);
    EventCalendar downwards(slots);
    std::vector<Event> expected;
    for (std::uint32_t i = 0; i < slots; ++i) {
      upwards.schedule(i, 7.5);
      downwards.schedule(static_cast<std::uint32_t>(slots) - 1 - i, 7.5);
      expected.emplace_back(7.5, i);
    }
    EXPECT_EQ(all_in_order(upwards), expected);
    EXPECT_EQ(all_in_order(downwards), expected);
  }
}

TEST(EventCalendar, takes_zero_and_minus_zero_as_the_same_time) {
  EventCalendar calendar(40);
  calendar.schedule(39, -0.0);
  calendar.schedule(20, 0.0);
  calendar.schedule(30, -0.0);
  EXPECT_EQ(all_in_order(calendar), (std::vector<Event>{{0.0, 20}, {0.0, 30}, {0.0, 39}}));
}

TEST(EventCalendar, tells_times_apart_that_differ_in_the_last_bit) {
  const double later = std::nextafter(3652.5, never);
  EventCalendar calendar(600);
  calendar.schedule(0, later);
  calendar.schedule(599, 3652.5);
  EXPECT_EQ(all_in_order(calendar), (std::vector<Event>{{3652.5, 599}, {later, 0}}));
}

TEST(EventCalendar, keeps_one_event_a_slot) {
  EventCalendar calendar(20);
  calendar.schedule(4, 10.0);
  calendar.schedule(5, 12.0);
  calendar.schedule(4, 15.0);
  EXPECT_EQ(all_in_order(calendar), (std::vector<Event>{{12.0, 5}, {15.0, 4}}));
  calendar.schedule(4, 2.0);
  EXPECT_EQ(all_in_order(calendar), (std::vector<Event>{{2.0, 4}, {12.0, 5}}));
}

TEST(EventCalendar, withdraws_an_event_that_is_to_be_never) {
  EventCalendar calendar(20);
  calendar.schedule(4, 10.0);
  calendar.schedule(17, 12.0);
  calendar.schedule(4, never);
  EXPECT_EQ(calendar.time_of(4), never);
  EXPECT_EQ(earliest(calendar), (Event{12.0, 17}));
  calendar.schedule(17, never);
  calendar.schedule(17, never);
  EXPECT_EQ(calendar.earliest().time, never);
}

TEST(EventCalendar, orders_far_and_near_and_negative_times) {
  const std::vector<double> times{-1e300, -7305.0, -7304.999999999, -1e-300, 1e-300, 0.5, 1e6,
                                  1e15,   1e300};
  EventCalendar calendar(times.size());
  std::vector<Event> expected;
  for (std::uint32_t i = 0; i < times.size(); ++i) {
    const auto slot = static_cast<std::uint32_t>(times.size()) - 1 - i;
    calendar.schedule(slot, times[i]);
    expected.emplace_back(times[i], slot);
  }
  EXPECT_EQ(all_in_order(calendar), expected);
}

TEST(EventCalendar, takes_an_event_before_the_earliest) {
  EventCalendar calendar(300);
  calendar.schedule(7, 100.0);
  ASSERT_EQ(earliest(calendar), (Event{100.0, 7}));
  calendar.schedule(299, 99.0);
  EXPECT_EQ(earliest(calendar), (Event{99.0, 299}));
  calendar.schedule(3, -500.0);
  EXPECT_EQ(earliest(calendar), (Event{-500.0, 3}));
}

TEST(EventCalendar, keeps_events_when_it_grows) {
  EventCalendar calendar;
  std::vector<Event> expected;
  for (std::uint32_t slot = 0; slot < 3000; ++slot) {
    calendar.resize(slot + 1);
    calendar.schedule(slot, 0.5 * slot);
    expected.emplace_back(0.5 * slot, slot);
    ASSERT_EQ(earliest(calendar), (Event{0.0, 0}));
  }
  EXPECT_EQ(calendar.size(), 3000U);
  EXPECT_EQ(all_in_order(calendar), expected);
}

TEST(EventCalendar, forgets_the_events_of_slots_that_go) {
  EventCalendar calendar(100);
  calendar.schedule(2, 5.0);
  calendar.schedule(90, 1.0);
  calendar.resize(50);
  EXPECT_EQ(calendar.size(), 50U);
  EXPECT_EQ(earliest(calendar), (Event{5.0, 2}));
  calendar.resize(1000);
  EXPECT_EQ(calendar.time_of(90), never);
  EXPECT_EQ(all_in_order(calendar), (std::vector<Event>{{5.0, 2}}));
}

TEST(EventCalendar, is_forked_by_copying) {
  EventCalendar original(500);
  original.schedule(3, 1.0);
  original.schedule(444, 2.0);
  EventCalendar fork = original;
  fork.schedule(3, 9.0);
  original.schedule(444, 0.0);
  EXPECT_EQ(all_in_order(fork), (std::vector<Event>{{2.0, 444}, {9.0, 3}}));
  EXPECT_EQ(all_in_order(original), (std::vector<Event>{{0.0, 444}, {1.0, 3}}));
}

TEST(EventCalendar, names_who_probably_comes_up_soon) {
  EventCalendar calendar(1000);
  for (std::uint32_t slot = 0; slot < 1000; ++slot) {
    calendar.schedule(slot, 3.0 * slot);
  }
  int right = 0;
  for (std::uint32_t i = 0; i < 900; ++i) {
    const std::uint32_t slot = calendar.earliest().slot;
    right += calendar.likely(1) == slot + 1 && calendar.likely(2) == slot + 2 ? 1 : 0;
    calendar.schedule(slot, never);
  }
  EXPECT_GT(right, 800);
}

TEST(EventCalendar, with_one_event_names_only_that) {
  EventCalendar calendar(3);
  calendar.schedule(2, 5.0);
  EXPECT_EQ(calendar.likely(1), 2U);
}

TEST(EventCalendar, refuses_an_unknown_slot_and_what_is_not_a_time) {
  EventCalendar calendar(10);
  EXPECT_THROW(calendar.schedule(10, 1.0), ContractBroken);
  EXPECT_THROW(calendar.schedule(3, std::nan("")), ContractBroken);
  EXPECT_EQ(calendar.earliest().time, never);
}

/// How long after now the next event of a slot falls.
struct Scale {
  std::string name;
  std::function<double(std::mt19937_64&)> increment;
};

double unit(std::mt19937_64& any) { return static_cast<double>(any() >> 11) * 0x1p-53; }

std::vector<Scale> scales() {
  return {
      {"all equal", [](auto&) { return 0.0; }},
      {"whole days", [](auto& any) { return static_cast<double>(any() % 4); }},
      {"fixed step", [](auto&) { return 56.0; }},
      {"exponential", [](auto& any) { return -1000.0 * std::log1p(-unit(any)); }},
      {"clustered", [](auto& any) { return any() % 3 == 0 ? 1000.0 : 1e-6 * unit(any); }},
      {"great gaps", [](auto& any) { return any() % 5 == 0 ? 1e6 : unit(any); }},
      {"back as well", [](auto& any) { return 3.0 * unit(any) - 1.0; }},
  };
}

/// The same random operations on a calendar and on an ordered set.
void compare_with_an_ordered_set(const Scale& scale, std::uint64_t seed, std::uint32_t slots,
                                 int operations) {
  SCOPED_TRACE(scale.name + ", seed " + std::to_string(seed) + ", slots " + std::to_string(slots));
  std::mt19937_64 any(seed);
  EventCalendar calendar(slots);
  std::set<Event> oracle;
  std::vector<double> time_of(slots, never);
  const auto schedule = [&](std::uint32_t slot, double time) {
    oracle.erase({time_of[slot], slot});
    time_of[slot] = time;
    if (time != never) oracle.emplace(time, slot);
    calendar.schedule(slot, time);
  };
  for (std::uint32_t slot = 0; slot < slots; ++slot) {
    schedule(slot, -7305.0 + scale.increment(any));
  }
  for (int i = 0; i < operations; ++i) {
    ASSERT_EQ(earliest(calendar), *oracle.begin()) << "operation " << i;
    const auto [now, slot] = *oracle.begin();
    schedule(slot, now + scale.increment(any));
    const auto other = static_cast<std::uint32_t>(any() % slots);
    ASSERT_EQ(calendar.time_of(other), time_of[other]);
    if (any() % 6 == 0) {
      schedule(other, now + scale.increment(any));
    } else if (any() % 40 == 0 && oracle.size() > 1) {
      schedule(other, never);
    }
  }
}

TEST(EventCalendar, agrees_with_an_ordered_set_on_every_time_scale) {
  for (const Scale& scale : scales()) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
      compare_with_an_ordered_set(scale, seed, 700, 100'000);
    }
    for (const std::uint32_t slots : {1U, 2U, 16U, 17U, 5000U}) {
      compare_with_an_ordered_set(scale, 4, slots, 20'000);
    }
  }
}

}  // namespace
}  // namespace stepdown
