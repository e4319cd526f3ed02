#include "calibration/abc/generation.h"

#include <gmock/gmock.h>

#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <new>
#include <stdexcept>
#include <thread>

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

/// One generation whose proposals carry their own number.
class Numbered : public ::testing::Test {
 protected:
  Numbered() {
    prior_.log_density = [](const Point&) { return 0.0; };
    simulate_ = [](const Point& point, std::uint64_t) { return std::vector<double>{point[0]}; };
    order_.propose = [](const PointLuck& luck) {
      // Proposals are numbered by their luck, which is all they are told.
      for (std::uint32_t i = 0;; ++i) {
        if (PointLuck(1, 0, i).uniform(0) == luck.uniform(0)) {
          return Point{static_cast<double>(i)};
        }
      }
    };
    order_.is_near = [](const std::vector<double>&) { return true; };
    order_.wanted = 5;
    order_.most_calls = order_.calls_affordable = 1000;
  }

  Harvest made() {
    return harvest(order_, {prior_, simulate_, 1, 1, threads_, journal_, stop_, [](auto, auto) {}});
  }
  static std::vector<double> numbers(const Harvest& harvest) {
    std::vector<double> numbers;
    for (const std::size_t place : harvest.near) {
      numbers.push_back(harvest.simulated[place].point[0]);
    }
    return numbers;
  }
  static bool is_divisible(const std::vector<double>& summaries, int by) {
    return static_cast<int>(summaries[0]) % by == 0;
  }

  Prior prior_;
  Simulate simulate_;
  GenerationOrder order_;
  int threads_ = 1;
  AbcJournal* journal_ = nullptr;
  std::atomic<bool> stop_{false};
};

TEST_F(Numbered, takes_the_first_that_are_near_by_number) {
  order_.is_near = [](const auto& summaries) { return is_divisible(summaries, 3); };
  for (const int threads : {1, 2, 8, 40}) {
    threads_ = threads;
    const Harvest found = made();
    EXPECT_THAT(numbers(found), ElementsAre(0, 3, 6, 9, 12));
    EXPECT_EQ(found.calls, 13U);
    EXPECT_EQ(found.simulated.size(), 13U);
    EXPECT_FALSE(found.cut_short);
  }
}

// The slow ones are near and would come last if the first to finish were taken.
TEST_F(Numbered, waits_for_the_slow_ones_that_began_early) {
  threads_ = 20;
  simulate_ = [](const Point& point, std::uint64_t) {
    if (point[0] < 3) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return std::vector<double>{point[0]};
  };
  EXPECT_THAT(numbers(made()), ElementsAre(0, 1, 2, 3, 4));
}

TEST_F(Numbered, simulates_hardly_more_than_it_needs) {
  std::atomic<std::size_t> calls{0};
  simulate_ = [&](const Point& point, std::uint64_t) {
    ++calls;
    return std::vector<double>{point[0]};
  };
  order_.propose = [](const PointLuck& luck) { return Point{std::floor(100 * luck.uniform(1))}; };
  order_.is_near = [](const auto& summaries) { return is_divisible(summaries, 5); };
  order_.wanted = 400;
  order_.most_calls = order_.calls_affordable = 100'000;
  threads_ = 2;
  const Harvest found = made();
  EXPECT_GE(calls, found.calls);
  EXPECT_LE(calls, found.calls + 20);
}

TEST_F(Numbered, simulates_nothing_outside_the_prior) {
  prior_.log_density = [](const Point& point) {
    return static_cast<int>(point[0]) % 2 == 0 ? -std::numeric_limits<double>::infinity() : 0.0;
  };
  std::mutex counting;
  std::map<double, int> tried;
  simulate_ = [&](const Point& point, std::uint64_t) {
    const std::lock_guard<std::mutex> one_at_a_time(counting);
    ++tried[point[0]];
    return std::vector<double>{point[0]};
  };
  const Harvest found = made();
  EXPECT_THAT(numbers(found), ElementsAre(1, 3, 5, 7, 9));
  EXPECT_EQ(found.outside_prior, 5U);
  EXPECT_EQ(found.calls, 5U);
  EXPECT_EQ(tried.count(4), 0U);
}

TEST_F(Numbered, ends_where_nothing_it_proposes_can_be) {
  prior_.log_density = [](const Point&) { return std::nan(""); };
  order_.propose = [](const PointLuck&) { return Point{1}; };
  order_.most_calls = 50;
  const Harvest found = made();
  EXPECT_EQ(found.cut_short, AbcEnd::acceptance_too_low);
  EXPECT_EQ(found.calls, 0U);
  EXPECT_EQ(found.outside_prior, 5000U);
}

TEST_F(Numbered, counts_simulations_that_fail_and_says_why_the_first_did) {
  threads_ = 2;
  simulate_ = [](const Point& point, std::uint64_t) -> std::vector<double> {
    switch (static_cast<int>(point[0])) {
      case 1:
        throw std::runtime_error("accounts lost");
      case 2:
        return {std::nan("")};
      case 4:
        return {std::numeric_limits<double>::infinity()};
      case 5:
        throw 7;
      default:
        return {point[0]};
    }
  };
  const Harvest found = made();
  EXPECT_THAT(numbers(found), ElementsAre(0, 3, 6, 7, 8));
  EXPECT_EQ(found.failed, 4U);
  EXPECT_EQ(found.calls, 9U);
  EXPECT_EQ(found.first_failure, "accounts lost");
}

TEST_F(Numbered, ends_inside_where_the_budget_does) {
  order_.is_near = [](const auto& summaries) { return is_divisible(summaries, 3); };
  order_.calls_affordable = 8;
  const Harvest found = made();
  EXPECT_EQ(found.cut_short, AbcEnd::budget_spent);
  EXPECT_EQ(found.calls, 8U);
  EXPECT_THAT(numbers(found), ElementsAre(0, 3, 6));
  order_.calls_affordable = 13;
  EXPECT_FALSE(made().cut_short) << "the last call affordable brought the last one wanted";
}

TEST_F(Numbered, ends_inside_where_too_few_come_near) {
  order_.is_near = [](const auto&) { return false; };
  order_.most_calls = 40;
  const Harvest found = made();
  EXPECT_EQ(found.cut_short, AbcEnd::acceptance_too_low);
  EXPECT_EQ(found.calls, 40U);
}

TEST_F(Numbered, ends_at_once_when_asked_to) {
  simulate_ = [this](const Point& point, std::uint64_t) {
    stop_ = point[0] >= 3;
    return std::vector<double>{point[0]};
  };
  const Harvest found = made();
  EXPECT_EQ(found.cut_short, AbcEnd::asked_to_stop);
  EXPECT_THAT(numbers(found), ElementsAre(0, 1, 2, 3));
}

TEST_F(Numbered, does_not_take_a_fault_of_the_caller_for_a_failure) {
  simulate_ = [](const Point&, std::uint64_t) { return std::vector<double>{1, 2}; };
  EXPECT_THAT([this] { made(); }, ThrowsMessage<std::invalid_argument>(
                                      HasSubstr("gave 2 summaries where 1 are observed")));
  simulate_ = [](const Point&, std::uint64_t) -> std::vector<double> { throw std::bad_alloc(); };
  EXPECT_THROW(made(), std::bad_alloc);
}

}  // namespace
}  // namespace stepdown
