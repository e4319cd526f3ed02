#include "calibration/measure_scale.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace stepdown {
namespace {

MeasureScale scale_of(std::string_view name) {
  const auto measures = run_measures();
  const auto measure = std::ranges::find(measures, name, &Measure::name);
  EXPECT_NE(measure, measures.end()) << name;
  return MeasureScale::of(*measure);
}

TEST(MeasureScale, gives_back_what_was_put_on_it) {
  const MeasureScale rate(MeasureScale::Kind::logarithm);
  for (const double value : {0.1, 1.0, 518.3, 12'345.0}) {
    EXPECT_NEAR(rate.from(rate.on(value)), value, 1e-9 * value);
  }
  const MeasureScale share(MeasureScale::Kind::logit);
  for (const double value : {0.0, 0.5, 22.4, 99.0, 100.0}) {
    EXPECT_NEAR(share.from(share.on(value)), value, 1e-9);
  }
}

TEST(MeasureScale, has_rates_by_their_logarithm_and_percentages_by_their_logit) {
  EXPECT_DOUBLE_EQ(scale_of("referrals_per_10000").on(500), std::log(500));
  EXPECT_DOUBLE_EQ(scale_of("rereferral_12m").on(50), 0);
  EXPECT_DOUBLE_EQ(scale_of("rereferral_12m").on(20), -scale_of("rereferral_12m").on(80));
}

TEST(MeasureScale, takes_so_many_of_one_per_100_of_another_for_a_rate_that_may_pass_100) {
  const MeasureScale scale = scale_of("conferences_per_100_enquiries");
  EXPECT_EQ(scale.kind(), MeasureScale::Kind::logarithm);
  EXPECT_NEAR(scale.from(scale.on(130)), 130, 1e-9);
}

TEST(MeasureScale, keeps_values_off_its_ends) {
  const MeasureScale share(MeasureScale::Kind::logit);
  EXPECT_TRUE(std::isfinite(share.on(0)));
  EXPECT_TRUE(std::isfinite(share.on(100)));
  EXPECT_DOUBLE_EQ(share.on(100), share.on(101));
  EXPECT_TRUE(std::isfinite(MeasureScale(MeasureScale::Kind::logarithm).on(0)));
}

TEST(MeasureScale, never_predicts_what_cannot_be) {
  const MeasureScale share(MeasureScale::Kind::logit);
  EXPECT_EQ(share.from(50), 100);
  EXPECT_EQ(share.from(-50), 0);
  EXPECT_GT(MeasureScale(MeasureScale::Kind::logarithm).from(-50), 0);
}

TEST(MeasureScale, tells_what_a_small_spread_comes_to_on_it) {
  for (const auto kind : {MeasureScale::Kind::logarithm, MeasureScale::Kind::logit}) {
    const MeasureScale scale(kind);
    for (const double value : {3.0, 22.0, 87.0}) {
      const double step = 1e-4;
      const double slope = (scale.on(value + step) - scale.on(value - step)) / (2 * step);
      EXPECT_NEAR(scale.sd_on(value, 2.5), 2.5 * slope, 1e-6);
    }
  }
}

}  // namespace
}  // namespace stepdown
