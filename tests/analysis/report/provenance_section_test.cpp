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

}  // namespace
}  // namespace stepdown
