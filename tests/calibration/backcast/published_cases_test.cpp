#include "calibration/backcast/published_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "model/parameters/registry.h"
#include "tests/fixtures/published_tables.h"

namespace stepdown {
namespace {

using ::testing::Each;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class PublishedCases : public ::testing::Test {
 protected:
  DfePanel panel() const {
    write_tables(folder_, "dfe", files_);
    return read_dfe(folder_.path() + "/dfe");
  }
  std::vector<BackcastCase> cases(int last_year = 2022, std::size_t count = 10) const {
    return published_cases(panel(), initial_parameters(), last_year, 2, count, 1);
  }

  const TemporaryFolder folder_;
  std::map<std::string, std::string> files_ = published_tables();
};

TEST_F(PublishedCases, are_authorities_with_500_referrals_and_figures_of_all_years_to_be_told) {
  const auto made = cases();
  ASSERT_THAT(made, SizeIs(1));
  EXPECT_EQ(made.front().authority, "Norvale & Tarn");
  EXPECT_EQ(made.front().last_year, 2022);
  EXPECT_EQ(authorities_to_draw(panel(), 2022, 2), 1U);
  EXPECT_THAT(cases(2023), IsEmpty());
}

TEST_F(PublishedCases, know_nothing_after_the_last_year) {
  const auto made = cases().front();
  for (const Target& target : made.targets) {
    EXPECT_LE(target.year, 2022) << target.measure;
    EXPECT_THAT(target.by_year, Each(Field(&YearFigure::year, ::testing::Le(2022))));
  }
  files_["c1_referrals.csv"] =
      with_change(files_["c1_referrals.csv"], "2950,590,678,23", "9950,1990,678,7");
  const auto changed = cases().front();
  ASSERT_EQ(changed.targets.size(), made.targets.size());
  for (std::size_t t = 0; t < made.targets.size(); ++t) {
    EXPECT_EQ(changed.targets[t].value, made.targets[t].value) << made.targets[t].measure;
    EXPECT_EQ(changed.targets[t].error, made.targets[t].error) << made.targets[t].measure;
  }
  EXPECT_EQ(changed.world.noticing.place_factor, made.world.noticing.place_factor);
}

TEST_F(PublishedCases, are_to_be_told_of_both_years_after) {
  const auto made = cases().front();
  const auto of = [&](const std::string& measure, int year) {
    const auto found = std::ranges::find_if(made.later, [&](const LaterFigure& each) {
      return each.measure == measure && each.year == year;
    });
    return found == made.later.end() ? -1 : found->value;
  };
  EXPECT_EQ(of("rereferral_12m", 2023), 23);
  EXPECT_EQ(of("rereferral_12m", 2024), 24);
  EXPECT_EQ(of("rereferral_12m", 2022), -1);
}

}  // namespace
}  // namespace stepdown
