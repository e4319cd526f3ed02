#include "analysis/worlds_table.h"

#include <gmock/gmock.h>

#include "tests/fixtures/program.h"
#include "tests/fixtures/written_worlds.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// The table of three worlds that differ in unallocated children alone.
class WorldsTable : public ::testing::Test {
 protected:
  WorldsTable() {
    write_results_in_worlds(folder_.path() + "/results.h5");
    const OutcomeFile file(folder_.path() + "/results.h5");
    for (std::size_t draw = 0; draw < 3; ++draw) {
      worlds_.push_back({file.draws()[draw], compare(file, {"a", "b"}, measures_of_worlds, draw)});
    }
    splits_ = split_measures(file, {"a", "b"}, measures_of_worlds);
  }

  TemporaryFolder folder_;
  std::vector<WorldComparison> worlds_;
  std::vector<MeasureSplit> splits_;
};

TEST_F(WorldsTable, has_both_parts_of_each_measure) {
  const std::string table = worlds_table(worlds_, splits_, 0);
  EXPECT_THAT(table, AllOf(ContainsRegex("rereferral_12m +21.0% +3.3 +0.0 +0%"),
                           ContainsRegex("unallocated_mean +10 +0 +33 +100%")));
}

TEST_F(WorldsTable, leaves_out_what_was_not_split) {
  EXPECT_THAT(worlds_table(worlds_, splits_, 0), Not(HasSubstr("not_told")));
}

TEST_F(WorldsTable, of_official_figures_has_the_range_of_the_worlds) {
  const std::vector<ObservedFigure> official = {{"unallocated_mean", 12, "c1", "2024", {}},
                                                {"something_else", 1, "c1", "2024", {}}};
  EXPECT_THAT(official_worlds_table(worlds_, 0, official),
              AllOf(ContainsRegex("unallocated_mean +12 +2024 +0 +10 +20"),
                    Not(HasSubstr("something_else"))));
  EXPECT_THAT(official_worlds_table(worlds_, 0, {}), IsEmpty());
}

}  // namespace
}  // namespace stepdown
