#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "model/processes/consent.h"
#include "model/processes/early_help.h"
#include "model/processes/help.h"
#include "tests/model/mechanisms/one_authority.h"

// Waiting for early help: who waits, in which order, with what support, and who gives up.

namespace stepdown {
namespace {

using testing::DoubleEq;
using testing::Each;

constexpr ServiceTier community = ServiceTier::community_early_help;
constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

/// One worker in each service, who holds four children.
Settings one_worker(const Settings& more = {}) {
  Settings all{{"workforce.key_workers_per_10000", 0.5},
               {"workforce.community_workers_per_10000", 0.5},
               {"caseload.key_worker_cap", 4},
               {"caseload.community_worker_cap", 4},
               {"working.mismatch", 1}};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

/// A family that waits behind another which holds all places.
FamilySlot waiting_family(OneAuthority& one, ServiceTier tier, const FamilyKind& kind = {}) {
  one.help(one.enter({.children = 4}), tier);
  const FamilySlot slot = one.enter(kind);
  one.help(slot, tier);
  return slot;
}

Quantity waiting_of_ten(ServiceTier tier) {
  return [tier](OneAuthority& one) {
    for (int i = 0; i < 10; ++i) {
      one.help(one.enter({.children = 2}), tier);
    }
    return static_cast<double>(one.authority.stocks.waiting[row_of(tier)].count());
  };
}

// EV36, EV41, EV42
TEST(List, is_the_shorter_the_more_workers_and_places_there_are) {
  EXPECT_TRUE(falls(along("workforce.additional_key_workers", {-1, 0, 2}, waiting_of_ten(targeted),
                          one_worker())));
  EXPECT_TRUE(falls(along("workforce.additional_community_workers", {-1, 0, 2},
                          waiting_of_ten(community), one_worker())));
  EXPECT_TRUE(falls(along("workforce.key_workers_per_10000", {0.5, 1, 2}, waiting_of_ten(targeted),
                          one_worker())));
  EXPECT_TRUE(falls(along("workforce.community_workers_per_10000", {0.5, 1, 2},
                          waiting_of_ten(community), one_worker())));
  EXPECT_TRUE(
      falls(along("caseload.key_worker_cap", {4, 8, 16}, waiting_of_ten(targeted), one_worker())));
  EXPECT_TRUE(falls(
      along("caseload.community_worker_cap", {4, 8, 16}, waiting_of_ten(community), one_worker())));
}

// EV25, EV48
TEST(List, is_the_shorter_the_more_volunteers_and_partners_there_are) {
  EXPECT_TRUE(
      falls(along("workforce.volunteers", {0, 1, 3}, waiting_of_ten(community), one_worker())));
  EXPECT_TRUE(
      falls(along("workforce.partner_leads", {0, 1, 3}, waiting_of_ten(targeted), one_worker())));
}

// EV50
TEST(List, is_none_where_teams_stretch) {
  Settings stretch = one_worker();
  stretch.emplace_back("caseload.overload", "stretch");
  EXPECT_GT(quantity(one_worker(), waiting_of_ten(targeted)), 0.0);
  EXPECT_EQ(quantity(stretch, waiting_of_ten(targeted)), 0.0);
}

// EV49, EV60
TEST(List, is_the_longer_the_more_of_a_place_each_child_takes) {
  EXPECT_TRUE(
      rises(along("consent.easy_access_place", {1, 1.5}, waiting_of_ten(targeted),
                  one_worker({{"consent.easy_access", 1}, {"caseload.key_worker_cap", 8}}))));
  EXPECT_TRUE(
      rises(along("working.whole_family_place", {1, 1.5}, waiting_of_ten(targeted),
                  one_worker({{"working.whole_family", 1}, {"caseload.key_worker_cap", 8}}))));
}

TEST(List, is_shorter_for_deprived_areas_where_posts_are_reserved_for_them) {
  const auto waiting_in = [](int area) {
    return [area](OneAuthority& one) {
      for (int i = 0; i < 10; ++i) {
        one.help(one.enter({.children = 2, .area = area}), targeted);
      }
      return static_cast<double>(one.authority.stocks.waiting[row_of(targeted)].count());
    };
  };
  const Settings four = one_worker({{"workforce.additional_key_workers", 3}});
  EXPECT_TRUE(rises(along("workforce.reserved_share", {0, 0.5, 1}, waiting_in(0), four)));
  EXPECT_THAT(along("workforce.reserved_share", {0, 0.5, 1}, waiting_in(4), four),
              Each(DoubleEq(quantity(four, waiting_in(4)))));
}

TEST(ReservedPosts, are_free_for_deprived_areas_even_behind_others_who_wait) {
  const auto helped = [](OneAuthority& one) {
    for (int i = 0; i < 10; ++i) {
      one.help(one.enter({.children = 2, .area = 0}), targeted);
    }
    const FamilySlot slot = one.enter({.children = 2, .area = 4});
    one.help(slot, targeted);
    return one.seen_case(slot).stage == CaseStage::helped ? 1.0 : 0.0;
  };
  EXPECT_TRUE(rises(along("workforce.reserved_share", {0, 0.5}, helped,
                          one_worker({{"workforce.additional_key_workers", 1}}))));
}

Quantity giving_up(ServiceTier tier) {
  return [tier](OneAuthority& one) {
    return one.yearly(waiting_family(one, tier), LeavingClock::drops_out);
  };
}

// EV36
TEST(WaitingFamilies, give_up_at_the_rate_of_their_service) {
  EXPECT_TRUE(
      rises(along("waiting.community_drop_out", {0, 1, 5}, giving_up(community), one_worker())));
  EXPECT_TRUE(
      rises(along("waiting.targeted_drop_out", {0, 1, 5}, giving_up(targeted), one_worker())));
}

// EV37
TEST(WaitingFamilies, give_up_less_with_support_meanwhile) {
  EXPECT_TRUE(
      falls(along("waiting.interim_support", {0, 0.5, 1}, giving_up(targeted), one_worker())));
  EXPECT_TRUE(falls(along("waiting.interim_holds", {0, 0.5, 1}, giving_up(targeted),
                          one_worker({{"waiting.interim_support", 1}}))));
}

// EV49
TEST(WaitingFamilies, give_up_less_with_easy_access) {
  EXPECT_TRUE(falls(along("consent.easy_access", {0, 0.5, 1}, giving_up(targeted), one_worker())));
  EXPECT_TRUE(falls(along("consent.easy_access_effect", {0, 0.3, 0.7}, giving_up(targeted),
                          one_worker({{"consent.easy_access", 1}}))));
}

// EV36, EV37
TEST(WaitingFamilies, get_worse_at_the_rate_without_help_or_with_support_less_so) {
  const auto worsening = [](OneAuthority& one) {
    return one.yearly(waiting_family(one, targeted), FamilyClock::worsens);
  };
  const auto rates = along("waiting.interim_support", {0, 0.3, 1}, worsening,
                           one_worker({{"waiting.interim_place", 0}}));
  EXPECT_TRUE(falls(rates));
  EXPECT_EQ(rates[0], quantity(one_worker(), [](OneAuthority& one) {
              return one.yearly(one.enter(), FamilyClock::worsens);
            }));
}

// EV37
TEST(SupportWhileWaiting, takes_its_part_of_a_place) {
  const auto load = [](OneAuthority& one) {
    waiting_family(one, targeted);
    return static_cast<double>(one.authority.teams[1].total_load());
  };
  EXPECT_TRUE(rises(along("waiting.interim_place", {0, 0.1, 0.5}, load,
                          one_worker({{"waiting.interim_support", 1}}))));
}

/// Who of two is next: the one who came first at level 3, or the one who came later at level 4.
double level_of_the_next(OneAuthority& one) {
  waiting_family(one, targeted);
  one.live_for_days(30);
  one.help(one.enter({.level = NeglectLevel::four}), targeted);
  const FamilySlot next = one.authority.list_of(1, 0).first();
  return static_cast<double>(one.seen_case(next).judged_at_start);
}

// EV36
TEST(WaitingFamilies, are_served_in_the_order_of_the_discipline) {
  const Settings quiet = one_worker({{"noticing.rate", 0},
                                     {"need.worsening", 0},
                                     {"need.easing", 0},
                                     {"need.concern_arrival", 0},
                                     {"waiting.targeted_drop_out", 0},
                                     {"help.targeted_early_help.leaves_early", 0}});
  const auto next_under = [&](std::string_view discipline, double ageing) {
    Settings settings = quiet;
    settings.emplace_back("waiting.discipline", discipline);
    settings.emplace_back("waiting.ageing", ageing);
    return quantity(settings, level_of_the_next);
  };
  EXPECT_EQ(next_under("first_come", 2), 3.0);
  EXPECT_EQ(next_under("by_level", 2), 4.0);
  EXPECT_EQ(next_under("by_level_with_ageing", 2), 4.0);
  EXPECT_EQ(next_under("by_level_with_ageing", 30), 3.0) << "a month counts for two levels";
}

// EV36, EV64
TEST(LookAtTheList, steps_up_the_worse_and_takes_off_the_better) {
  const auto after_a_look = [](NeglectLevel level, HappeningKind kind, ClosingReason reason) {
    return [=](OneAuthority& one) {
      one.set_need(waiting_family(one, targeted), level);
      one.live_for_days(40);
      return static_cast<double>(one.counter.count(kind, reason));
    };
  };
  const Settings quiet = one_worker({{"noticing.rate", 0},
                                     {"need.worsening", 0},
                                     {"need.easing", 0},
                                     {"need.concern_arrival", 0},
                                     {"waiting.targeted_drop_out", 0},
                                     {"help.targeted_early_help.leaves_early", 0}});
  EXPECT_EQ(
      along("waiting.retriage_weeks", {0, 10, 4},
            after_a_look(NeglectLevel::five, HappeningKind::referral, ClosingReason::none), quiet),
      (std::vector<double>{0, 0, 1}));
  EXPECT_EQ(along("waiting.retriage_weeks", {0, 10, 4},
                  after_a_look(NeglectLevel::one, HappeningKind::waiting_ended,
                               ClosingReason::taken_off_list),
                  quiet),
            (std::vector<double>{0, 0, 1}));
}

}  // namespace
}  // namespace stepdown
