#include "scenarios/evidence_name.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(EvidenceName, is_the_letters_and_the_number) { EXPECT_EQ(evidence_name(43), "EV43"); }

TEST(EvidenceRowOf, a_text_is_its_number_when_the_text_is_a_name_and_nothing_else) {
  EXPECT_EQ(evidence_row("EV43"), 43);
  for (const char* text : {"", "EV", "43", "EV43 ", "EV43.", "EV4x", "ev43", "EV99999999999"}) {
    EXPECT_EQ(evidence_row(text), std::nullopt) << text;
  }
}

TEST(EvidenceMentioned, finds_names_wherever_they_stand) {
  EXPECT_THAT(evidence_mentioned("EV8, EV12 for its existence; see c1 (EV3)."),
              ElementsAre(3, 8, 12));
  EXPECT_THAT(evidence_mentioned("no figure published"), IsEmpty());
  EXPECT_THAT(evidence_mentioned(""), IsEmpty());
}

TEST(EvidenceMentioned, has_each_row_once) {
  EXPECT_THAT(evidence_mentioned("EV8; EV8, EV7-EV9"), ElementsAre(7, 8, 9));
}

TEST(EvidenceMentioned, takes_a_range_with_or_without_letters_at_its_end) {
  EXPECT_THAT(evidence_mentioned("EV67-EV70 the answers"), ElementsAre(67, 68, 69, 70));
  EXPECT_THAT(evidence_mentioned("EV67-70 the answers"), ElementsAre(67, 68, 69, 70));
}

TEST(EvidenceMentioned, takes_no_range_that_runs_backwards_or_has_no_end) {
  EXPECT_THAT(evidence_mentioned("EV67-EV60"), ElementsAre(60, 67));
  EXPECT_THAT(evidence_mentioned("EV67-"), ElementsAre(67));
  EXPECT_THAT(evidence_mentioned("EV67-led"), ElementsAre(67));
}

TEST(EvidenceMentioned, does_not_take_part_of_a_word_for_a_name) {
  EXPECT_THAT(evidence_mentioned("REV8, 3EV8, an EV charger, EVEV"), IsEmpty());
}

}  // namespace
}  // namespace stepdown
