#include "analysis/export/codebook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/fixtures/program.h"
#include "tests/fixtures/written_results.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

TEST(Codebook, explains_every_column_and_every_measure) {
  const TemporaryFolder folder;
  write_results(folder.path() + "/results.h5", results_in_coventry());
  std::ostringstream text;
  write_codebook(JoinedResults({folder.path() + "/results.h5"}), text);
  EXPECT_THAT(text.str(), HasSubstr("column,time_period,,,,,,"));
  EXPECT_THAT(text.str(), HasSubstr("measure,referrals,children a year,run,,Referrals,"
                                    "\"Children in need, C1\",Referrals to social care\n"));
  EXPECT_THAT(text.str(), HasSubstr("measure,month_referrals,children,month,the sum of its months,"
                                    "Referrals,"));
}

}  // namespace
}  // namespace stepdown
