#include "calibration/abc/abc_progress.h"

#include <gmock/gmock.h>

#include <set>

namespace stepdown {
namespace {

TEST(AbcEnd, has_words_of_its_own_for_every_reason) {
  std::set<std::string_view> words;
  for (const AbcEnd end :
       {AbcEnd::budget_spent, AbcEnd::acceptance_too_low, AbcEnd::tolerance_stands,
        AbcEnd::tolerance_reached, AbcEnd::generations_done, AbcEnd::asked_to_stop}) {
    EXPECT_FALSE(words_of(end).empty());
    words.insert(words_of(end));
  }
  EXPECT_EQ(words.size(), 6U);
}

}  // namespace
}  // namespace stepdown
