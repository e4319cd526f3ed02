#include "analysis/sensitivity/sweep_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/new_outcome_file.h"
#include "analysis/unusable_results.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

TEST(SweepInput, RefusesWhatIsNoSweep) {
  const TemporaryFolder folder;
  folder.write("text.h5", "no sweep");
  EXPECT_THROW(SweepInput(folder.path() + "/text.h5"), UnusableResults);
  EXPECT_THROW(SweepInput(folder.path()), UnusableResults);
  EXPECT_THROW(SweepInput(folder.path() + "/missing.h5"), std::system_error);
  {
    NewOutcomeFile file(folder.path() + "/other.h5", {{"Conventions", "CF-1.8"}});
    file.add_axis("scenario", std::vector<std::string>{"a"}, {{"long_name", "scenario"}});
    file.complete_axes();
    file.finish();
  }
  try {
    const SweepInput sweep(folder.path() + "/other.h5");
    FAIL();
  } catch (const UnusableResults& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("is an HDF5 file, but not of a sweep"));
  }
}

}  // namespace
}  // namespace stepdown
