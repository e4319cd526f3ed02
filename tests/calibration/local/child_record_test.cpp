#include "calibration/local/child_record.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

using namespace std::chrono;

TEST(ReferralSource, is_read_from_every_code_of_the_census) {
  EXPECT_EQ(referral_source_of("1D"), ReferralSource::individual);
  EXPECT_EQ(referral_source_of("2A"), ReferralSource::schools);
  EXPECT_EQ(referral_source_of("5D"), ReferralSource::authority);
  EXPECT_EQ(referral_source_of("10"), ReferralSource::unknown);
  for (const char* text : {"", "1", "1E", "3G", "A B", "1A 1B", "11"}) {
    EXPECT_FALSE(referral_source_of(text)) << text;
  }
}

TEST(ClosureCode, is_one_of_nine) {
  EXPECT_EQ(closure_code_of("RC8"), ClosureCode::rc8);
  for (const char* text : {"", "RC0", "RC10", "rc8", "8"}) {
    EXPECT_FALSE(closure_code_of(text)) << text;
  }
}

TEST(ChildRecord, takes_the_later_word_on_what_began_on_the_same_day) {
  ChildRecord child{.birth = Day(2012y / May / 1),
                    .episodes = {{2022y / May / 1}, {2020y / May / 1, Day(2020y / June / 1)}}};
  child.update({.episodes = {{2022y / May / 1, Day(2023y / May / 1), ClosureCode::rc7},
                             {2023y / August / 1}}});
  child.sort();
  ASSERT_EQ(child.episodes.size(), 3U);
  EXPECT_EQ(child.episodes[0].from, Day(2020y / May / 1));
  EXPECT_EQ(child.episodes[1].to, Day(2023y / May / 1));
  EXPECT_EQ(child.episodes[1].closed, ClosureCode::rc7);
  EXPECT_FALSE(child.episodes[2].to);
  EXPECT_EQ(child.birth, Day(2012y / May / 1));
}

}  // namespace
}  // namespace stepdown
