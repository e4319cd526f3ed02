#include "scenarios/first_thrown.h"

#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stepdown {
namespace {

using ::testing::StrEq;
using ::testing::ThrowsMessage;

void keep(FirstThrown& thrown, std::size_t number) {
  try {
    throw std::runtime_error(std::to_string(number));
  } catch (...) {
    thrown.keep(number);
  }
}

TEST(FirstThrown, throws_nothing_where_nothing_was_thrown) {
  const FirstThrown thrown;
  EXPECT_FALSE(thrown.is_any());
  EXPECT_FALSE(thrown.is_in_vain(0));
  EXPECT_NO_THROW(thrown.rethrow());
}

TEST(FirstThrown, keeps_what_the_lowest_number_threw) {
  FirstThrown thrown;
  keep(thrown, 5);
  keep(thrown, 2);
  keep(thrown, 9);
  EXPECT_TRUE(thrown.is_any());
  EXPECT_THAT([&] { thrown.rethrow(); }, ThrowsMessage<std::runtime_error>(StrEq("2")));
}

TEST(FirstThrown, leaves_what_comes_before_it_worth_doing) {
  FirstThrown thrown;
  keep(thrown, 5);
  EXPECT_FALSE(thrown.is_in_vain(4));
  EXPECT_TRUE(thrown.is_in_vain(5));
  EXPECT_TRUE(thrown.is_in_vain(6));
}

}  // namespace
}  // namespace stepdown
