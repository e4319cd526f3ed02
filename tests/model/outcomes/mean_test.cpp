#include "model/outcomes/mean.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stepdown {
namespace {

TEST(Mean, is_no_number_until_something_has_been_added) {
  Mean mean;
  EXPECT_TRUE(std::isnan(mean.value()));
  mean.add(2);
  mean.add(5);
  EXPECT_EQ(mean.value(), 3.5);
  EXPECT_EQ(mean.count(), 2.0);
}

}  // namespace
}  // namespace stepdown
