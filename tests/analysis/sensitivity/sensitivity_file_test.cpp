#include "analysis/sensitivity/sensitivity_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/hdf5_input.h"
#include "tests/fixtures/formula_sensitivity.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;

class SensitivityFile : public testing::Test {
 protected:
  std::string written(const SensitivityResults& results, const std::string& name) const {
    const std::string path = folder_.path() + '/' + name;
    write_sensitivity(results, path);
    return path;
  }
  TemporaryFolder folder_;
};

TEST_F(SensitivityFile, HasEveryIndexOnNamedAxes) {
  const SensitivityResults results = FormulaSensitivity().results();
  const Hdf5Input file(written(results, "a.h5"), "read");
  EXPECT_EQ(file.text("/", "Conventions"), "CF-1.8");
  EXPECT_EQ(file.text("/", "method"), "sobol");
  EXPECT_EQ(file.text("/", "luck"), "own at every point");
  EXPECT_THAT(file.texts("factor"),
              ElementsAre("need.easing", "trust.effect", "taper.relapse_seen"));
  EXPECT_THAT(file.extent("total"), ElementsAre(6, 3));
  EXPECT_THAT(file.extent("monthly_total"), ElementsAre(3, 24, 3));
  EXPECT_THAT(file.extent("missing"), ElementsAre(6, 16));
  EXPECT_DOUBLE_EQ(file.reals("total")[0], results.found.over_horizon[0].main()[0].value);
  EXPECT_DOUBLE_EQ(file.reals("luck_low")[0], results.found.over_horizon[0].luck.low());
  EXPECT_DOUBLE_EQ(file.reals("luck_high")[0], results.found.over_horizon[0].luck.high());
  EXPECT_THAT(file.texts("varied_range").front(), "0.5..2");
}

TEST_F(SensitivityFile, HasPairsWhereTheyWereAskedFor) {
  SensitivityDesign asked;
  asked.second_order = true;
  const Hdf5Input file(written(FormulaSensitivity(asked).results(), "a.h5"), "read");
  EXPECT_THAT(file.extent("second"), ElementsAre(6, 3));
}

TEST_F(SensitivityFile, HasEqualBytesForEqualStudies) {
  EXPECT_EQ(bytes_of(written(FormulaSensitivity().results(), "a.h5")),
            bytes_of(written(FormulaSensitivity().results(), "b.h5")));
}

TEST_F(SensitivityFile, HoldsTheSizesOfMorris) {
  SensitivityDesign asked;
  asked.method = SensitivityMethod::morris;
  asked.rows = 4;
  const Hdf5Input file(written(FormulaSensitivity(asked).results(), "a.h5"), "read");
  EXPECT_THAT(file.extent("size"), ElementsAre(6, 3));
  EXPECT_THAT(file.extent("luck_of_effect"), ElementsAre(6, 3));
}

}  // namespace
}  // namespace stepdown
