#include "model/outcomes/life_story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

std::vector<std::string> words_of(const LifeStory& story) {
  std::vector<std::string> words;
  for (const StoryLine& line : story.lines()) {
    words.push_back(line.words);
  }
  return words;
}

/// A quiet authority with two families, of whom one has its life told.
class Story : public testing::Test {
 protected:
  Story() { small_.observers.add(story_); }

  SmallWorld small_{quiet_authority()};
  FamilySlot told_ = small_.new_family(2, NeglectLevel::three);
  FamilySlot other_ = small_.new_family();
  LifeStory story_{small_.world.family(told_).id};
};

TEST_F(Story, tells_what_happens_to_the_family_on_its_day) {
  small_.live_until(5);
  small_.seek(told_, targeted);
  small_.live_until(12);
  end_case(small_.world, told_, ClosingReason::left_early);
  EXPECT_THAT(words_of(story_),
              ElementsAre("the wait for targeted early help ends after 0 days: help starts",
                          "targeted early help starts for 2 children",
                          "targeted early help ends for 2 children after 7 days: the family leaves "
                          "early"));
  EXPECT_EQ(story_.lines().front().day, 5.0);
  EXPECT_EQ(story_.lines().back().day, 12.0);
}

TEST_F(Story, tells_nothing_of_other_families) {
  small_.seek(other_, targeted);
  EXPECT_THAT(story_.lines(), IsEmpty());
}

TEST_F(Story, of_a_referral_goes_on_to_what_is_decided) {
  small_.set_need(told_, NeglectLevel::four);
  small_.refer_and_decide(told_);
  EXPECT_THAT(words_of(story_), Contains("referral to social care, 2 children"));
  EXPECT_THAT(words_of(story_), Contains("the front door decides after 0 days: an assessment"));
}

TEST_F(Story, of_a_plan_says_what_becomes_of_each_child) {
  small_.set_need(told_, NeglectLevel::five);
  small_.open_statutory(told_, ServiceTier::child_protection);
  small_.live_until(30);
  leave(small_.world, told_);
  EXPECT_THAT(words_of(story_), Contains("child protection plan, 2 children"));
  EXPECT_THAT(words_of(story_), Contains("a child protection plan ends after 30 days"));
  EXPECT_THAT(words_of(story_),
              Contains("a child is no longer in need, 30 days after the referral"));
}

TEST_F(Story, has_words_for_everything_that_happens_to_a_family) {
  for (std::size_t kind = 0; kind < happening_kinds; ++kind) {
    const auto which = static_cast<HappeningKind>(kind);
    const bool of_a_family =
        which != HappeningKind::outside_referral && which != HappeningKind::outside_closed;
    if (of_a_family) {
      story_.saw({.kind = which, .day = 1, .slot = told_, .tier = targeted, .children = 1},
                 small_.authority);
      EXPECT_THAT(story_.lines().back().words, Not(IsEmpty())) << kind;
    }
  }
}

TEST_F(Story, has_words_for_every_reason_of_an_ending) {
  std::vector<std::string> all;
  for (std::size_t reason = 0; reason < closing_reasons; ++reason) {
    story_.saw({.kind = HappeningKind::help_ended,
                .day = 1,
                .slot = told_,
                .tier = targeted,
                .reason = static_cast<ClosingReason>(reason),
                .children = 1},
               small_.authority);
    const std::string words = story_.lines().back().words;
    EXPECT_THAT(words, Not(::testing::EndsWith(": "))) << reason;
    EXPECT_THAT(all, Not(Contains(words))) << "two reasons in the same words";
    all.push_back(words);
  }
}

TEST_F(Story, begins_with_where_the_family_stands) {
  const FamilyId id = small_.world.family(told_).id;
  EXPECT_EQ(standing_of(small_.authority, id),
            "2 children at home, neglect at level 3, universal services only");
  small_.seek(told_, targeted);
  EXPECT_THAT(standing_of(small_.authority, id), HasSubstr("with targeted early help"));
  EXPECT_EQ(standing_of(small_.authority, id + 100), "not there yet");
  EXPECT_EQ(standing_of(small_.authority, nobody), "not there yet");
}

TEST(EventfulFamilies, are_those_with_the_most_steps_through_services) {
  SmallWorld small(quiet_authority());
  EventfulFamilies families;
  small.observers.add(families);
  const FamilySlot quiet = small.new_family();
  const FamilySlot busy = small.new_family();
  EXPECT_EQ(families.most_eventful(), nobody);
  small.seek(quiet, targeted);
  small.seek(busy, ServiceTier::community_early_help);
  EXPECT_EQ(families.most_eventful(), small.world.family(quiet).id) << "of equals the first";
  small.refer_and_decide(busy);
  EXPECT_EQ(families.most_eventful(), small.world.family(busy).id);
}

TEST_F(Story, says_where_a_family_stands) {
  const FamilyId id = small_.world.family(told_).id;
  EXPECT_EQ(standing_of(small_.authority, id),
            "2 children at home, neglect at level 3, universal services only");
  Case& open = small_.authority.families.open_case(told_);
  for (const auto& [stage, words] :
       {std::pair{CaseStage::front_door, "referred and not yet decided"},
        {CaseStage::assessment, "being assessed"},
        {CaseStage::unallocated, "in need without a social worker"}}) {
    open.stage = stage;
    EXPECT_THAT(standing_of(small_.authority, id), HasSubstr(std::string("level 3, ") + words));
  }
  open.stage = CaseStage::helped;
  for (const auto& [tier, words] :
       {std::pair{targeted, "with targeted early help"},
        {ServiceTier::community_early_help, "with community-based early help"},
        {ServiceTier::child_in_need, "with a child in need plan"},
        {ServiceTier::child_protection, "with a child protection plan"}}) {
    open.tier = tier;
    EXPECT_THAT(standing_of(small_.authority, id), HasSubstr(std::string("level 3, ") + words));
  }
}

}  // namespace
}  // namespace stepdown
