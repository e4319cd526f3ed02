#include "analysis/report/provenance_section.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(ProvenanceSection, says_how_to_make_it_again) {
  const std::string page = section_of_report(provenance_section, more_referred());
  EXPECT_THAT(page, AllOf(HasSubstr("<dt>Seed</dt><dd>1</dd>"),
                          HasSubstr("<code>stepdown compare base.toml tapered.toml</code>"),
                          HasSubstr("<dt>Runs</dt><dd>4</dd>"), HasSubstr("Settings of Tapered"),
                          HasSubstr("download=\"comparison.csv\"")));
}

TEST(ProvenanceSection, of_several_worlds_names_that_of_its_table_and_settings) {
  WholeResults whole = more_referred();
  whole.made.draws = {{"member_01", {"", ""}}, {"member_02", {"", ""}}};
  EXPECT_THAT(section_of_report(provenance_section, whole),
              AllOf(HasSubstr("Save every measure and difference in the world member_01 as CSV"),
                    HasSubstr("Settings of Tapered in the world member_01")));
}

}  // namespace
}  // namespace stepdown
