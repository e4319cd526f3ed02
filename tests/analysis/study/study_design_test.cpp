#include "analysis/study/study_design.h"

#include <gmock/gmock.h>

#include "analysis/sampling/scrambled_sobol.h"
#include "scenarios/scenario_error.h"
#include "scenarios/scenario_library.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/small_study.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::vector<Varied> varied(const std::vector<std::string>& typed) {
  return read_varied(typed, scenarios_of_small_study());
}

TEST(GridValues, GoFromOneEndOfARangeToTheOther) {
  EXPECT_THAT(grid_values(varied({"need.easing=0.5..1.5"}).front(), 5),
              ElementsAre(0.5, 0.75, 1, 1.25, 1.5));
}

TEST(GridValues, OfWholeNumbersAreWholeAndEachOnce) {
  EXPECT_THAT(grid_values(varied({"protection.reviews_before_proceedings=1..4"}).front(), 9),
              ElementsAre(1, 2, 3, 4));
}

TEST(GridValues, ThatWereNamedAreThose) {
  EXPECT_THAT(grid_values(varied({"need.easing=2,0.5"}).front(), 5), ElementsAre(2, 0.5));
}

TEST(Grid, HasEveryValueWithEveryOtherTheLastChangingFastest) {
  const auto both = varied({"need.easing=1,2", "caseload.social_worker_cap=10..12"});
  EXPECT_EQ(grid_size(both, 3), 6U);
  const std::vector<StudyPoint> points = grid_points(both, 3, PointLuck::own);
  ASSERT_THAT(points, SizeIs(6));
  EXPECT_THAT(points[1].values, ElementsAre(1, 11));
  EXPECT_THAT(points[3].values, ElementsAre(2, 10));
  EXPECT_EQ(points[3].luck, 3U);
  EXPECT_EQ(grid_points(both, 3, PointLuck::same)[3].luck, 0U);
}

TEST(Design, StandsInTheUnitsOfTheSettings) {
  const auto both = varied({"need.easing=0.5..1.5", "protection.reviews_before_proceedings=1..4"});
  const auto points = points_at(both, scrambled_sobol(64, 2, 1), PointLuck::own);
  ASSERT_THAT(points, SizeIs(64));
  int at_the_upper_end = 0;
  for (const StudyPoint& point : points) {
    EXPECT_GT(point.values[0], 0.5);
    EXPECT_LT(point.values[0], 1.5);
    at_the_upper_end += point.values[1] == 4 ? 1 : 0;
  }
  EXPECT_EQ(at_the_upper_end, 16);
}

class PointsFile : public testing::Test {
 protected:
  GivenPoints read(const std::string& text) const {
    folder_.write("points.csv", text);
    return read_points(folder_.path() + "/points.csv", scenarios_of_small_study(), PointLuck::own);
  }
  std::vector<Problem> problems(const std::string& text) const {
    try {
      read(text);
    } catch (const ScenarioErrors& errors) {
      return errors.problems();
    }
    ADD_FAILURE() << "was read: " << text;
    return {};
  }

  TemporaryFolder folder_;
};

TEST_F(PointsFile, GivesSettingsAndPoints) {
  const GivenPoints given =
      read("need.easing,caseload.social_worker_cap\n0.75,14\n1.1,20\n0.9,16\n");
  ASSERT_THAT(given.varied, SizeIs(2));
  EXPECT_EQ(given.varied[0].name(), "need.easing");
  EXPECT_TRUE(given.varied[0].is_range());
  EXPECT_EQ(given.varied[0].range.low, 0.75);
  EXPECT_EQ(given.varied[1].range.high, 20);
  ASSERT_THAT(given.points, SizeIs(3));
  EXPECT_THAT(given.points[1].values, ElementsAre(1.1, 20));
  EXPECT_EQ(given.points[2].luck, 2U);
}

TEST_F(PointsFile, TellsAllThatIsWrongWithItsLines) {
  const auto found =
      problems("need.easing,caseload.social_worker_cup\n-1,14\nfast,14\n,14\n1\n0.5,14\n");
  ASSERT_THAT(found, SizeIs(5));
  EXPECT_THAT(found[0].message, HasSubstr("there is no setting `caseload.social_worker_cup`"));
  EXPECT_THAT(found[0].suggestion, HasSubstr("social_worker_cap"));
  EXPECT_EQ(found[0].line, 1);
  EXPECT_EQ(found[1].fault, Fault::out_of_bounds);
  EXPECT_EQ(found[1].line, 2);
  EXPECT_EQ(found[1].line_text, "-1,14");
  EXPECT_EQ(found[2].line, 3);
  EXPECT_THAT(found[3].message, HasSubstr("`need.easing` has no value here"));
  EXPECT_EQ(found[3].line, 4);
  EXPECT_EQ(found[4].line, 5);
  EXPECT_THAT(found[4].file, HasSubstr("points.csv"));
}

TEST_F(PointsFile, WithoutPointsOrWithAColumnTwiceIsRefused) {
  EXPECT_THAT(problems("need.easing\n").front().message, HasSubstr("no point"));
  EXPECT_THAT(problems("need.easing,need.easing\n1,1\n").front().message, HasSubstr("two columns"));
}

TEST_F(PointsFile, OfAListOrOfTheCalendarIsRefused) {
  EXPECT_EQ(problems("horizon.years\n2\n3\n").front().fault, Fault::cannot_vary);
}

TEST_F(PointsFile, WithVeryManyMistakesTellsTheFirst) {
  std::string text = "need.easing\n";
  for (int i = 0; i < 500; ++i) {
    text += "fast\n";
  }
  const auto found = problems(text);
  EXPECT_THAT(found, SizeIs(50));
  EXPECT_THAT(found.back().suggestion, HasSubstr("450 more"));
}

}  // namespace
}  // namespace stepdown
