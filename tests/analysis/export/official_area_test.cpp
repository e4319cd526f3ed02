#include "analysis/export/official_area.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "scenarios/scenario.h"

namespace stepdown {
namespace {

TEST(OfficialAreas, are_the_153_of_england_each_with_codes_of_its_own) {
  std::set<std::string_view> codes;
  for (const OfficialArea& area : official_areas()) {
    EXPECT_EQ(area.new_code.size(), 9U) << area.name;
    EXPECT_EQ(area.old_code.size(), 3U) << area.name;
    EXPECT_FALSE(area.region_name().empty()) << area.name;
    codes.insert(area.new_code);
  }
  EXPECT_EQ(codes.size(), 153U);
}

TEST(OfficialAreas, are_found_by_their_exact_name) {
  EXPECT_EQ(official_area("Telford and Wrekin")->new_code, "E06000020");
  EXPECT_FALSE(official_area("telford"));
}

// So that what is exported of them can be joined with official tables.
TEST(OfficialAreas, have_every_place_that_is_an_authority) {
  for (const auto& entry :
       std::filesystem::directory_iterator(STEPDOWN_SOURCE_DIR "/scenarios/places")) {
    if (entry.path().stem() != "england") {
      const PlaceFacts place = load_place(*disk_source(), entry.path().string());
      EXPECT_TRUE(official_area(place.title)) << place.title;
    }
  }
}

}  // namespace
}  // namespace stepdown
