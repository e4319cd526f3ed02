#include <gmock/gmock.h>

#include <algorithm>
#include <iterator>

#include "analysis/study/study_design.h"
#include "scenarios/scenario_error.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/small_study.h"

namespace stepdown {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

std::vector<Fault> faults_of(const std::string& text) {
  const TemporaryFolder folder;
  folder.write("points.csv", text);
  try {
    read_points(folder.path() + "/points.csv", scenarios_of_small_study(), PointLuck::own);
  } catch (const ScenarioErrors& errors) {
    std::vector<Fault> faults;
    std::ranges::transform(errors.problems(), std::back_inserter(faults), &Problem::fault);
    return faults;
  }
  return {};
}

TEST(GivenPoints, say_of_what_kind_each_mistake_is) {
  EXPECT_THAT(faults_of("need.easing\n1\n2\n"), ElementsAre());
  EXPECT_THAT(faults_of("need.eesing\n1\n2\n"), Contains(Fault::unknown_setting));
  EXPECT_THAT(faults_of("need.easing,need.easing\n1,1\n2,2\n"), Contains(Fault::cannot_vary));
  EXPECT_THAT(faults_of("need.easing,trust.effect\n1,\n2,0.1\n"), Contains(Fault::data_columns));
}

}  // namespace
}  // namespace stepdown
