#include "model/outcomes/observers/laboratory_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

ModelParameters queue() {
  ModelParameters p = quiet_authority();
  p.laboratory.system = Laboratory::queue;
  p.laboratory.places = 3;
  p.laboratory.arrival_rate = 0.01;
  p.laboratory.service_rate = 0.005;
  p.horizon.warm_up_years = 2;
  p.horizon.years = 5;
  return p;
}

TEST(TextbookQueue, ends_help_at_its_own_rate_however_long_help_lasts) {
  ModelParameters p = queue();
  p.laboratory.service_rate = 1e-4;  // 27 years, far beyond the first review of the model
  p.laboratory.places = 1000;
  Authority authority = after_warm_up(p, {1, 0});
  Diary diary;
  Observers observers;
  observers.add(diary);
  live_through_horizon(authority, p, p, observers);
  EXPECT_EQ(diary.count(HappeningKind::review_held), 0u);
  const auto ended = diary.count(HappeningKind::help_ended);
  EXPECT_EQ(ended, diary.count(HappeningKind::help_ended, ClosingReason::left_early));
  EXPECT_EQ(ended, diary.count(HappeningKind::family_left));
  EXPECT_EQ(
      authority.families.size(),
      static_cast<std::size_t>(authority.team_of(ServiceTier::targeted_early_help).total_load()) /
          one_place)
      << "whoever is not helped or waiting has left";
}

TEST(TextbookQueue, is_of_families_who_ask_for_one_child) {
  const Authority authority = after_warm_up(queue(), {1, 0});
  std::size_t cases = 0;
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    if (authority.families.is_here(slot) && authority.families.has_case(slot)) {
      ++cases;
      EXPECT_EQ(authority.families.case_of(slot).children, 1);
    }
  }
  EXPECT_GT(cases, 0u);
}

TEST(TextbookQueue, without_places_is_a_queue_and_nothing_else) {
  ModelParameters p = queue();
  p.laboratory.places = 0;
  const Outcomes outcomes = Replication(p, {1, 0}).under(p);
  EXPECT_EQ(measured(outcomes, "p_wait"), 1.0);
  EXPECT_GT(measured(outcomes, "mean_queue"), 1.0);
}

TEST(TextbookMeasures, are_no_numbers_in_a_real_authority) {
  ModelParameters p = small_authority();
  p.population.children = 200;
  const Outcomes outcomes = Replication(p, {1, 0}).under(p);
  for (const char* name : {"p_wait", "mean_queue", "utilisation", "level_occupancy_3"}) {
    EXPECT_TRUE(std::isnan(measured(outcomes, name))) << name;
  }
}

TEST(LevelOccupancy, is_read_on_the_stated_day_even_if_it_is_the_last) {
  ModelParameters p = quiet_authority();
  p.laboratory.system = Laboratory::need_only;
  p.laboratory.families = 500;
  p.need.worsening = 0.5;
  p.horizon.warm_up_years = 0;
  p.horizon.years = 4;
  for (const double years : {0.0, 2.0, 4.0}) {  // four calendar years have 1461 days
    p.laboratory.occupancy_at_years = years;
    const Outcomes outcomes = Replication(p, {1, 0}).under(p);
    double all = 0;
    for (int level = 1; level <= neglect_levels; ++level) {
      all += measured(outcomes, "level_occupancy_" + std::to_string(level));
    }
    EXPECT_NEAR(all, 1.0, 1e-12) << years;
    EXPECT_EQ(measured(outcomes, "level_occupancy_1") == 1.0, years == 0.0);
  }
  p.laboratory.occupancy_at_years = 5;
  EXPECT_TRUE(std::isnan(measured(Replication(p, {1, 0}).under(p), "level_occupancy_1")))
      << "the run ends before";
}

}  // namespace
}  // namespace stepdown
