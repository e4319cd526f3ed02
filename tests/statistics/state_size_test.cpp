#include <gtest/gtest.h>

#include "model/replication.h"
#include "model/state/authority.h"
#include "scenarios/scenario.h"

// What a run touches must stay in the processor's caches, or events become slow: the state of an
// authority of England's median size is held to 200 bytes a family, calendar included.

namespace stepdown {
namespace {

TEST(State, of_a_family_takes_less_than_200_bytes_on_average) {
  const std::string file = std::string(STEPDOWN_SOURCE_DIR) + "/scenarios/base.toml";
  const ModelParameters base =
      load_scenarios(*disk_source(), {{file}, "", {"population.children=62500"}})
          .front()
          .from_day_0();
  const Authority day_0 = after_warm_up(base, {1, 0});
  const auto families = static_cast<double>(day_0.families.size());
  EXPECT_GT(families, 30'000.0);
  const double bytes =
      static_cast<double>(day_0.families.bytes() + day_0.calendar.bytes()) / families;
  EXPECT_LT(bytes, 200.0);
  RecordProperty("bytes_a_family", std::to_string(bytes));
}

}  // namespace
}  // namespace stepdown
