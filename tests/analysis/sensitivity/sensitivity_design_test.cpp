#include "analysis/sensitivity/sensitivity_design.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "analysis/unusable_results.h"
#include "tests/fixtures/formula_sensitivity.h"

namespace stepdown {
namespace {

TEST(SensitivityDesign, IsReadBackFromThePlanItWasNotedIn) {
  SensitivityDesign asked;
  asked.factors = {{"seeing", {0, 2}}, {"trust.effect", {1}}};
  asked.rows = 4;
  asked.scrambles = 2;
  asked.second_order = true;
  asked.common_luck = true;
  asked.seed = 0;
  const FormulaSensitivity study(asked);
  const SensitivityDesign read = design_of(study.plan, "study");
  EXPECT_EQ(read.method, SensitivityMethod::sobol);
  ASSERT_EQ(read.factors.size(), 2U);
  EXPECT_EQ(read.factors[0].name, "seeing");
  EXPECT_EQ(read.factors[0].inputs, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(read.rows, 4U);
  EXPECT_EQ(read.scrambles, 2U);
  EXPECT_TRUE(read.second_order);
  EXPECT_TRUE(read.common_luck);
  EXPECT_EQ(read.seed, 0U);
}

TEST(SensitivityDesign, PutsEveryPointWithinItsRange) {
  const FormulaSensitivity study;
  for (const StudyPoint& point : study.plan.points) {
    EXPECT_GE(point.values[0], 0.5);
    EXPECT_LE(point.values[0], 2);
    EXPECT_GE(point.values[1], 0);
    EXPECT_LE(point.values[1], 0.6);
  }
}

TEST(SensitivityDesign, GivesEachPointItsOwnLuckOrEachRowOne) {
  const auto lucks = [](bool common) {
    SensitivityDesign asked;
    asked.common_luck = common;
    std::set<std::uint32_t> different;
    for (const StudyPoint& point : FormulaSensitivity(asked).plan.points) {
      different.insert(point.luck);
    }
    return different.size();
  };
  EXPECT_EQ(lucks(false), 256U * 5);
  EXPECT_EQ(lucks(true), 256U);
}

TEST(SensitivityDesign, GivesAWalkOfMorrisOneLuckWhereItIsCommon) {
  SensitivityDesign asked;
  asked.method = SensitivityMethod::morris;
  asked.rows = 2;
  asked.scrambles = 4;
  asked.common_luck = true;
  const FormulaSensitivity study(asked);
  ASSERT_EQ(study.plan.points.size(), 8U * 4);
  EXPECT_EQ(study.plan.points[3].luck, 0U);
  EXPECT_EQ(study.plan.points[4].luck, 1U);
}

TEST(SensitivityDesign, IsNotInThePlanOfASweepNorInADamagedOne) {
  FormulaSensitivity study;
  StudyPlan sweep = study.plan;
  sweep.verb = "sweep";
  EXPECT_THROW(design_of(sweep, "folder"), UnusableResults);
  for (const char* key : {"factors", "rows", "scrambles", "second_order", "luck"}) {
    StudyPlan damaged = study.plan;
    damaged.facts.erase(key);
    EXPECT_THROW(design_of(damaged, "folder"), UnusableResults) << key;
  }
  study.plan.points.pop_back();
  EXPECT_THROW(design_of(study.plan, "folder"), UnusableResults);
}

}  // namespace
}  // namespace stepdown
