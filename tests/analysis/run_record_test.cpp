#include "analysis/run_record.h"

#include <gmock/gmock.h>

#include <cmath>
#include <string>
#include <vector>

namespace stepdown {
namespace {

std::string record_of_a_run() {
  const std::vector<std::optional<Outcomes>> outcomes{Outcomes{{1, std::nan("")}, {2, 3}, 2}, {}};
  const std::vector<FailedRun> failed{{9, 7, "tapered", "a fault"}};
  return record_of(3, {7, outcomes, failed});
}

TEST(RunRecord, gives_back_what_was_packed) {
  const std::string record = record_of_a_run();
  const auto run = run_in(record);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->draw, 3U);
  EXPECT_EQ(run->run, 7U);
  ASSERT_EQ(run->outcomes.size(), 2U);
  EXPECT_EQ(run->outcomes[0]->of_run[0], 1);
  EXPECT_TRUE(std::isnan(run->outcomes[0]->of_run[1]));
  EXPECT_EQ(run->outcomes[0]->monthly, (std::vector<double>{2, 3}));
  EXPECT_FALSE(run->outcomes[1]);
  ASSERT_EQ(run->failed.size(), 1U);
  EXPECT_EQ(run->failed[0].message, "a fault");
}

// A changed bit may hit the size of the whole, or the mark that says that there is a checksum.
TEST(RunRecord, with_any_byte_changed_is_none_or_the_same_and_never_an_end_of_the_program) {
  const std::string record = record_of_a_run();
  for (std::size_t at = 0; at < record.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = record;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      if (const auto run = run_in(changed)) {
        EXPECT_EQ(run->outcomes.size(), 2U) << at << ' ' << bit;
      }
    }
  }
}

TEST(RunRecord, cut_short_is_none) {
  const std::string record = record_of_a_run();
  for (std::size_t size = 0; size < record.size(); ++size) {
    EXPECT_FALSE(run_in(std::string_view(record).substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace stepdown
