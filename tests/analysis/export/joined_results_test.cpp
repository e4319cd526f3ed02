#include "analysis/export/joined_results.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/fixtures/program.h"
#include "tests/fixtures/written_results.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Results of two files, the second changed, and why they cannot be joined.
std::vector<std::string> reasons(const std::function<void(Provenance&)>& change) {
  const TemporaryFolder folder;
  write_results(folder.path() + "/a.h5", results_in_coventry());
  Provenance other = results_in_coventry();
  other.scenarios[0].name = "family_help";
  other.scenarios[1].name = "sustained";
  change(other);
  write_results(folder.path() + "/b.h5", other);
  try {
    const JoinedResults results({folder.path() + "/a.h5", folder.path() + "/b.h5"});
  } catch (const NotComparable& error) {
    return error.reasons();
  }
  return {};
}

TEST(JoinedResults, have_the_scenarios_of_all_files_side_by_side) {
  const TemporaryFolder folder;
  write_results(folder.path() + "/a.h5", results_in_coventry());
  Provenance other = results_in_coventry();
  other.scenarios[1].name = "tapered_long";
  write_results(folder.path() + "/b.h5", other);
  const JoinedResults results({folder.path() + "/a.h5", folder.path() + "/b.h5"});
  EXPECT_THAT(results.scenarios(), ElementsAre("base", "tapered", "tapered_long"));
  EXPECT_EQ(results.values("referrals", 2, 0)[3], referrals_in(1, 0, 3));
}

TEST(JoinedResults, can_be_of_other_scenarios) {
  EXPECT_THAT(reasons([](Provenance&) {}), ElementsAre());
}

TEST(JoinedResults, are_of_one_seed) {
  EXPECT_THAT(reasons([](Provenance& other) { other.seed = 2; }),
              ElementsAre("the seed is 1 in one and 2 in the other"));
}

TEST(JoinedResults, are_of_one_place) {
  EXPECT_THAT(reasons([](Provenance& other) {
                other.scenarios[0].text = "population.children = 5000\n";
                other.scenarios[1].text = "population.children = 5000\n";
              }),
              ElementsAre(HasSubstr("population.children is ")));
}

TEST(JoinedResults, are_of_one_horizon_one_version_and_the_same_worlds) {
  EXPECT_THAT(reasons([](Provenance& other) {
                other.version = "0.2.0";
                other.years = 3;
                other.draws = {{"member_01", {"", ""}}};
              }),
              ElementsAre("the version of stepdown is 0.1.0 in one and 0.2.0 in the other",
                          "the world is base in one and member_01 in the other",
                          "horizon.years is 2 in one and 3 in the other"));
}

TEST(JoinedResults, have_one_scenario_to_a_name) {
  EXPECT_THAT(reasons([](Provenance& other) {
                other.scenarios[0].name = "base";
                other.scenarios[0].text = "closure.community_early_help.policy = \"tapered\"\n";
              }),
              ElementsAre("two different scenarios are called base"));
}

}  // namespace
}  // namespace stepdown
