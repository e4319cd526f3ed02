#include "scenarios/nearest_word.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;

const std::vector<std::string> verbs = {"demo", "validate", "explain", "diff", "run", "compare"};

TEST(NearestWord, is_the_one_mistyped) {
  EXPECT_THAT(nearest_word("rnu", verbs), Optional(std::string("run")));
  EXPECT_THAT(nearest_word("comapre", verbs), Optional(std::string("compare")));
  EXPECT_THAT(nearest_word("valid", verbs), Optional(std::string("validate")));
}

TEST(NearestWord, is_none_when_no_word_is_like_it) {
  EXPECT_EQ(nearest_word("weather", verbs), std::nullopt);
  EXPECT_EQ(nearest_word("", verbs), std::nullopt);
  EXPECT_EQ(nearest_word("run", {}), std::nullopt);
}

TEST(NearestFirst, keeps_the_order_of_equally_near_words) {
  EXPECT_THAT(nearest_first("b", {"a", "c", "b"}), ElementsAre("b", "a", "c"));
}

TEST(QuotedList, reads_like_a_sentence) {
  EXPECT_EQ(quoted_list({}, "or"), "");
  EXPECT_EQ(quoted_list({"a"}, "or"), "`a`");
  EXPECT_EQ(quoted_list({"a", "b", "c"}, "or"), "`a`, `b` or `c`");
}

}  // namespace
}  // namespace stepdown
