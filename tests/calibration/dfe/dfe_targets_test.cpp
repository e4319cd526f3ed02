#include "calibration/dfe/dfe_targets.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "tests/fixtures/published_tables.h"

namespace stepdown {
namespace {

using ::testing::Each;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Le;
using ::testing::SizeIs;

class DfeTargets : public ::testing::Test {
 protected:
  void SetUp() override { read(); }
  void read() {
    write_tables(folder_, "dfe", files_);
    panel_ = read_dfe(folder_.path() + "/dfe");
  }
  const DfeAuthority& called(const char* name) {
    return panel_.authorities.at(find_authority(panel_, name).value());
  }
  std::vector<Target> targets(const char* name, int first, int last) {
    return targets_of(panel_, called(name), first, last);
  }
  static const Target& target(const std::vector<Target>& all, const char* measure) {
    return *std::ranges::find(all, measure, &Target::measure);
  }

  const TemporaryFolder folder_;
  std::map<std::string, std::string> files_ = published_tables();
  DfePanel panel_;
};

TEST_F(DfeTargets, are_one_for_each_measure_that_was_published) {
  EXPECT_THAT(targets("England", 2024, 2024), SizeIs(dfe_measures().size()));
  const auto of_norvale = targets("990", 2019, 2024);
  EXPECT_THAT(of_norvale, SizeIs(dfe_measures().size() - 1));
  EXPECT_EQ(std::ranges::find(of_norvale, "plans_ended_within_24m", &Target::measure),
            of_norvale.end());
}

TEST_F(DfeTargets, of_one_year_are_its_figures_with_the_noise_of_a_year) {
  const Target rate = target(targets("England", 2024, 2024), "referrals_per_10000");
  EXPECT_NEAR(rate.value, 518.3, 1e-9);
  EXPECT_DOUBLE_EQ(rate.observed, rate.value);
  EXPECT_NEAR(rate.error, rate.noise, 1e-9);
  EXPECT_NEAR(rate.error, 518.3 * 0.037, 1e-6);
  EXPECT_EQ(rate.year, 2024);
  EXPECT_THAT(rate.by_year, SizeIs(1));
}

TEST_F(DfeTargets, of_several_years_are_a_level_between_the_figures) {
  const Target again = target(targets("990", 2019, 2024), "rereferral_12m");
  EXPECT_GT(again.value, 23);
  EXPECT_LT(again.value, 24);
  EXPECT_EQ(again.observed, 24);
  EXPECT_LT(again.error, again.noise);
  ASSERT_THAT(again.by_year, SizeIs(6));
  EXPECT_EQ(again.by_year[2],
            (YearFigure{2021, 21, "DfE, c1_referrals.csv: Re_referrals_percent"}));
  EXPECT_THAT(again.source, HasSubstr("2019 to 2024"));
}

TEST_F(DfeTargets, look_at_no_later_year_than_the_last_one_asked_for) {
  const auto before = targets("990", 2019, 2022);
  files_["c1_referrals.csv"] =
      with_change(files_["c1_referrals.csv"], "2950,590,678,23", "9950,1990,8678,87");
  read();
  const auto after = targets("990", 2019, 2022);
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].value, after[i].value);
    EXPECT_EQ(before[i].error, after[i].error);
    EXPECT_THAT(before[i].by_year, Each(Field(&YearFigure::year, Le(2022))));
  }
}

TEST_F(DfeTargets, are_less_certain_after_years_without_a_figure) {
  const Target now = target(targets("990", 2019, 2024), "rereferral_12m");
  std::string& c1 = files_["c1_referrals.csv"];
  c1 = with_change(c1, "3000,600,720,24", "u,u,u,u");
  read();
  const Target later = target(targets("990", 2019, 2024), "rereferral_12m");
  EXPECT_EQ(later.year, 2023);
  EXPECT_GT(later.error, now.error);
}

TEST_F(DfeTargets, are_none_in_years_without_anything) {
  EXPECT_THAT(targets("990", 2030, 2031), IsEmpty());
}

// 40 authorities whose referrals move, and the variance of a year's change is known.
TEST_F(DfeTargets, take_noise_and_drift_from_all_authorities_in_the_folder) {
  std::string& c1 = files_["c1_referrals.csv"];
  for (int i = 0; i < 40; ++i) {
    for (int year = 2013; year <= 2024; ++year) {
      // A saw: what goes up comes down in the next year, so that it is all noise.
      const double percent = 20 + (year % 2 == 0 ? 1 : -1) * (1 + i % 3);
      c1 += std::to_string(year) + ",Y,Local authority,E,England,E1,N," + std::to_string(300 + i) +
            ",E0600" + std::to_string(1000 + i) + ",Place " + std::to_string(i) + ",Some,900,450," +
            std::to_string(9 * percent) + ',' + std::to_string(percent) + ",1,1,1,1\n";
    }
  }
  read();
  const LevelVariances found =
      panel_variances(panel_, 2024).of(*find_dfe_measure("rereferral_12m"));
  EXPECT_GE(found.changes, 440U);
  // A step of 4 up or down about 20: the median deviation is that on the logit, and all of it
  // noise.
  const MeasureScale scale = find_dfe_measure("rereferral_12m")->scale();
  EXPECT_NEAR(std::sqrt(found.drift + 2 * found.noise), 1.4826 * (scale.on(22) - scale.on(18)),
              0.02);
  EXPECT_GT(found.noise, 4 * found.drift);
}

// Thirty authorities that move by a fifth of their odds, and ten that never leave 0%.
TEST_F(DfeTargets, that_stay_at_nothing_are_known_to_be_next_to_nothing) {
  std::string& c1 = files_["c1_referrals.csv"];
  for (int i = 0; i < 40; ++i) {
    for (int year = 2013; year <= 2024; ++year) {
      const double percent = i < 30 ? 20 + 4 * ((year + i) % 3 - 1) : 0;
      c1 += std::to_string(year) + ",Y,Local authority,E,England,E1,N," + std::to_string(300 + i) +
            ",E0600" + std::to_string(1000 + i) + ",Place " + std::to_string(i) + ",Some,900,450," +
            std::to_string(9 * percent) + ',' + std::to_string(percent) + ",1,1,1,1\n";
    }
  }
  read();
  const Target nothing = target(targets("335", 2019, 2024), "rereferral_12m");
  EXPECT_EQ(nothing.observed, 0);
  EXPECT_LT(nothing.value, 0.1);
  EXPECT_LT(nothing.error, 0.3);
  EXPECT_LT(nothing.noise, 0.5);
  EXPECT_GT(target(targets("301", 2019, 2024), "rereferral_12m").noise, 1);
}

TEST_F(DfeTargets, leave_authorities_with_few_referrals_out_of_the_panel) {
  std::string& c1 = files_["c1_referrals.csv"];
  for (int i = 0; i < 40; ++i) {
    for (int year = 2013; year <= 2024; ++year) {
      c1 += std::to_string(year) + ",Y,Local authority,E,England,E1,N," + std::to_string(300 + i) +
            ",E0600" + std::to_string(1000 + i) + ",Place " + std::to_string(i) + ",Some,499,450," +
            std::to_string(10 * (year % 5)) + ',' + std::to_string(2 * (year % 5)) + ",1,1,1,1\n";
    }
  }
  read();
  EXPECT_EQ(panel_variances(panel_, 2024).of(*find_dfe_measure("rereferral_12m")).changes, 0U);
}

TEST_F(DfeTargets, come_with_the_facts_of_the_place) {
  const PublishedPlace facts =
      published_place_of(panel_, called("990"), panel_variances(panel_, 2024), 2019, 2024);
  EXPECT_EQ(facts.children->value, 50'000);
  EXPECT_EQ(facts.social_workers->value, 90.4);
  EXPECT_DOUBLE_EQ(facts.turnover->value, 0.125);
  EXPECT_FALSE(facts.absence);
  EXPECT_NEAR(facts.place_factor->value, 600 / 518.3, 0.01);
  EXPECT_THAT(facts.social_workers->source, HasSubstr("workforce.csv: case_holders_fte, 2024"));
}

TEST_F(DfeTargets, take_children_from_the_estimates_where_no_other_table_has_them) {
  files_.erase("looked_after.csv");
  const TemporaryFolder other;
  write_tables(other, "dfe", files_);
  panel_ = read_dfe(other.path() + "/dfe");
  const PublishedPlace facts =
      published_place_of(panel_, called("990"), panel_variances(panel_, 2024), 2019, 2024);
  EXPECT_EQ(facts.children->value, 50'000);
  EXPECT_THAT(facts.children->source, HasSubstr("population.csv"));
}

}  // namespace
}  // namespace stepdown
