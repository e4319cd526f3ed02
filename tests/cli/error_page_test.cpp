#include "cli/error_page.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/error_examples.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

TEST(ErrorPage, in_docs_is_the_one_of_this_program) {
  std::ifstream file(STEPDOWN_SOURCE_DIR "/docs/errors.md", std::ios::binary);
  const std::string kept{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_TRUE(kept == errors_markdown())
      << "docs/errors.md is stale: write it again with stepdown explain --errors";
}

TEST(ErrorPage, shows_a_message_of_every_fault_that_a_file_or_a_line_can_have) {
  for (const FaultWords& fault : all_faults()) {
    if (fault.fault < Fault::not_readable_or_writable) {
      const auto example = example_of(fault.fault);
      ASSERT_TRUE(example) << code_of(fault.fault);
      EXPECT_FALSE(example->message.empty());
    }
  }
}

TEST(ErrorPage, says_of_one_code_what_it_is_and_how_it_is_mended) {
  const std::string words = error_in_words(*find_fault("S014"));
  EXPECT_THAT(words, HasSubstr("S014: unknown setting"));
  EXPECT_THAT(words, HasSubstr("`stepdown explain` lists all settings"));
  EXPECT_THAT(words, HasSubstr("error[S014]: unknown setting `social_worker_kap`"));
  EXPECT_EQ(nlohmann::json::parse(error_json(*find_fault("S014")))["code"], "S014");
}

}  // namespace
}  // namespace stepdown
