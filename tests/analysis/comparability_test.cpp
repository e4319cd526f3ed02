#include "analysis/comparability.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Scenario scenario(const std::string& name, const ModelParameters& parameters) {
  ScenarioParts parts;
  parts.name = name;
  parts.before_day_0 = parameters;
  parts.from_day_0 = parameters;
  return Scenario(std::move(parts));
}

TEST(Comparability, allows_other_levers_and_other_uncertainties) {
  ModelParameters other = initial_parameters();
  other.workforce.additional_social_workers += 2;
  other.need.worsening *= 2;
  EXPECT_THAT(reasons_not_to_compare(
                  std::vector{scenario("a", initial_parameters()), scenario("b", other)}),
              IsEmpty());
}

TEST(Comparability, refuses_another_place) {
  ModelParameters other = initial_parameters();
  other.population.children = 8000;
  ModelParameters first = initial_parameters();
  first.population.children = 62'500;
  EXPECT_THAT(reasons_not_to_compare(std::vector{scenario("a", first), scenario("b", other)}),
              ElementsAre("population.children is 62500 in a but 8000 in b"));
}

TEST(Comparability, refuses_another_horizon) {
  ModelParameters other = initial_parameters();
  other.horizon.years = 5;
  EXPECT_THAT(reasons_not_to_compare(
                  std::vector{scenario("a", initial_parameters()), scenario("b", other)}),
              ElementsAre("horizon.years is 10 in a but 5 in b"));
}

}  // namespace
}  // namespace stepdown
