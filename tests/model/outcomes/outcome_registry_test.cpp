#include "model/outcomes/outcomes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "model/outcomes/outcome_observer.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

TEST(OutcomeRegistry, has_each_name_once_and_in_snake_case) {
  std::set<std::string_view> names;
  for (const Measure& measure : outcome_registry()) {
    EXPECT_TRUE(names.insert(measure.name).second) << measure.name;
    EXPECT_TRUE(std::ranges::all_of(measure.name, [](char letter) {
      return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    })) << measure.name;
    EXPECT_TRUE(measure.name.front() >= 'a' && measure.name.front() <= 'z') << measure.name;
  }
}

TEST(OutcomeRegistry, says_the_unit_and_the_meaning_of_each_measure) {
  std::set<std::string_view> meanings;
  for (const Measure& measure : run_measures()) {
    EXPECT_FALSE(measure.unit.empty()) << measure.name;
    EXPECT_TRUE(meanings.insert(measure.long_name).second) << measure.long_name;
  }
  for (const Measure& measure : monthly_measures()) {
    EXPECT_FALSE(measure.unit.empty()) << measure.name;
    EXPECT_FALSE(measure.long_name.empty()) << measure.name;
  }
}

TEST(OutcomeRegistry, has_measures_of_runs_before_monthly_ones) {
  EXPECT_EQ(run_measures().size() + monthly_measures().size(), outcome_registry().size());
  EXPECT_FALSE(run_measures().empty());
  EXPECT_FALSE(monthly_measures().empty());
  for (const Measure& measure : run_measures()) {
    EXPECT_FALSE(measure.monthly) << measure.name;
  }
  for (const Measure& measure : monthly_measures()) {
    EXPECT_TRUE(measure.monthly) << measure.name;
  }
}

TEST(OutcomeKinds, give_as_many_values_as_they_have_measures) {
  ModelParameters p = small_authority();
  p.population.children = 500;
  p.horizon.warm_up_years = 1;
  const Authority day_0 = after_warm_up(p, {1, 0});
  const HorizonFacts facts{p, day_0, 365.0, 365.0 / days_per_year};
  for (const OutcomeKind& kind : outcome_kinds()) {
    const auto observer = kind.observe(facts);
    observer->month_ended(day_0, 0);
    const Measure& first =
        kind.run_measures.empty() ? kind.monthly_measures.front() : kind.run_measures.front();
    EXPECT_EQ(observer->run_values(day_0).size(), kind.run_measures.size()) << first.name;
    EXPECT_EQ(observer->monthly_values().size(), kind.monthly_measures.size()) << first.name;
  }
}

}  // namespace
}  // namespace stepdown
