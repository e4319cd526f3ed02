#include "model/processes/workforce.h"
#include "model/processes/handover.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "model/processes/allocation.h"
#include "model/processes/help.h"
#include "tests/model/mechanisms/one_authority.h"

// Posts one by one: who leaves and comes, and what a change of worker does to families.

namespace stepdown {
namespace {

using testing::DoubleEq;
using testing::Each;

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr std::size_t key_workers = 1;
constexpr std::size_t social_workers = 2;

/// The first day on which a worker of the team leaves.
Quantity first_to_leave(std::size_t team) {
  return [team](OneAuthority& one) {
    double first = Worker::never;
    for (WorkerId id = 0; id < one.authority.teams[team].size(); ++id) {
      first = std::min(first, one.authority.teams[team].worker(id).next_change);
    }
    return first;
  };
}

// EV52
TEST(Workers, leave_sooner_the_higher_turnover_is) {
  EXPECT_TRUE(falls(along("workforce.turnover", {0, 0.1, 0.5}, first_to_leave(social_workers))));
  EXPECT_TRUE(
      falls(along("workforce.early_help_turnover", {0, 0.1, 0.5}, first_to_leave(key_workers))));
  EXPECT_TRUE(falls(along("workforce.retention", {0.5, 1, 2}, first_to_leave(social_workers),
                          {{"workforce.turnover", 0.1}})));
  EXPECT_TRUE(falls(along("workforce.retention", {0.5, 1, 2}, first_to_leave(key_workers),
                          {{"workforce.early_help_turnover", 0.1}})));
}

// EV52
TEST(Workers, are_absent_for_their_share_of_time_at_their_length) {
  const auto first_absence = [](OneAuthority& one) {
    double first = Worker::never;
    for (WorkerId id = 0; id < one.authority.teams[2].size(); ++id) {
      first = std::min(first, one.authority.teams[2].worker(id).absence_turns);
    }
    return first;
  };
  EXPECT_TRUE(falls(along("workforce.absence", {0, 0.03, 0.2}, first_absence)));
  EXPECT_TRUE(rises(
      along("workforce.absence_weeks", {1, 8, 30}, first_absence, {{"workforce.absence", 0.03}})));
}

/// A social worker's post falls vacant; on which day is it filled?
double first_filled(OneAuthority& one) {
  staff_exodus(one.world, 1.0 / static_cast<double>(one.authority.teams[2].size()));
  for (WorkerId id = 0; id < one.authority.teams[2].size(); ++id) {
    if (!one.authority.teams[2].worker(id).is_filled()) {
      return one.authority.teams[2].worker(id).next_change;
    }
  }
  return 0.0;
}

// EV52
TEST(Posts, of_social_workers_are_filled_sooner_the_quicker_recruitment_is) {
  EXPECT_TRUE(rises(along("workforce.recruitment_weeks", {10, 70, 200}, first_filled,
                          {{"workforce.agency_cover", 0}})));
}

// EV53
TEST(Posts, are_covered_by_agency_workers_with_its_share_and_after_its_weeks) {
  EXPECT_TRUE(rises(
      along("workforce.agency_weeks", {1, 4, 20}, first_filled, {{"workforce.agency_cover", 1}})));
  const auto awaiting_agency = [](OneAuthority& one) {
    staff_exodus(one.world, 1.0);
    double sum = 0;
    for (WorkerId id = 0; id < one.authority.teams[2].size(); ++id) {
      sum += one.authority.teams[2].worker(id).agency_comes ? 1 : 0;
    }
    return sum;
  };
  const auto counts = along("workforce.agency_cover", {0, 0.5, 1}, awaiting_agency);
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[0], 0.0);
}

// EV52
TEST(Posts, of_early_help_that_are_new_are_filled_sooner_the_quicker_recruitment_is) {
  const auto filled_on = [](OneAuthority& one) {
    one.rules = Rules(with(one.rules.p, {{"workforce.additional_key_workers", 1}}));
    change_posts(one.world);
    const Team& team = one.authority.teams[key_workers];
    return team.worker(static_cast<WorkerId>(team.size() - 1)).next_change;
  };
  EXPECT_TRUE(rises(along("workforce.early_help_recruitment_weeks", {4, 12, 50}, filled_on)));
}

/// All social workers leave at once and others come; after a year without further change.
void renew_team(OneAuthority& one) {
  staff_exodus(one.world, 1.0);
  one.live_for_days(300);
}

const Settings quick_recruitment{{"workforce.recruitment_weeks", 4},
                                 {"workforce.agency_cover", 0},
                                 {"workforce.social_workers", 40},
                                 {"workforce.ramp_up_weeks", 0}};

// EV53
TEST(Recruits, are_newly_qualified_with_its_share_and_have_a_smaller_cap) {
  const auto newly_qualified = [](OneAuthority& one) {
    renew_team(one);
    double sum = 0;
    for (WorkerId id = 0; id < one.authority.teams[2].size(); ++id) {
      sum += one.authority.teams[2].worker(id).staffing == Staffing::newly_qualified ? 1 : 0;
    }
    return sum;
  };
  EXPECT_TRUE(rises(
      along("workforce.newly_qualified_share", {0, 0.4, 1}, newly_qualified, quick_recruitment)));
  const auto room = [](OneAuthority& one) {
    renew_team(one);
    return static_cast<double>(one.authority.teams[2].room());
  };
  Settings all_new = quick_recruitment;
  all_new.emplace_back("workforce.newly_qualified_share", 1);
  EXPECT_TRUE(rises(along("workforce.newly_qualified_cap", {0.3, 0.7, 1}, room, all_new)));
}

// EV53
TEST(Recruits, take_families_only_after_settling_in) {
  const auto room = [](OneAuthority& one) {
    staff_exodus(one.world, 1.0);
    one.live_for_days(80);
    return static_cast<double>(one.authority.teams[2].room());
  };
  EXPECT_TRUE(falls(along("workforce.ramp_up_weeks", {0, 4, 12}, room,
                          {{"workforce.recruitment_weeks", 4}, {"workforce.agency_cover", 0}})));
}

// EV41, EV42
TEST(Teams, have_the_posts_of_their_place_and_of_the_decision) {
  const auto posts = [](std::size_t team) {
    return
        [team](OneAuthority& one) { return static_cast<double>(one.authority.teams[team].size()); };
  };
  EXPECT_TRUE(rises(along("workforce.social_workers", {10, 50, 105}, posts(social_workers))));
  EXPECT_TRUE(
      rises(along("workforce.additional_social_workers", {-9, 0, 9}, posts(social_workers))));
  EXPECT_TRUE(rises(along("workforce.additional_key_workers", {-9, 0, 9}, posts(key_workers))));
  EXPECT_TRUE(rises(along("workforce.additional_community_workers", {-9, 0, 9}, posts(0))));
  EXPECT_TRUE(rises(along("workforce.volunteers", {0, 5, 9}, posts(0))));
  EXPECT_TRUE(rises(along("workforce.partner_leads", {0, 5, 9}, posts(key_workers))));
}

// EV50
TEST(Teams, have_room_by_their_caps) {
  const auto room = [](std::size_t team) {
    return
        [team](OneAuthority& one) { return static_cast<double>(one.authority.teams[team].room()); };
  };
  EXPECT_TRUE(rises(along("caseload.community_worker_cap", {10, 30, 60}, room(0))));
  EXPECT_TRUE(rises(along("caseload.key_worker_cap", {5, 15, 30}, room(1))));
  EXPECT_TRUE(rises(along("caseload.social_worker_cap", {9, 18, 24}, room(2))));
}

/// Families of one key worker who leaves.
template <typename Count>
Quantity after_a_key_worker_leaves(Count count) {
  return [count](OneAuthority& one) {
    std::vector<FamilySlot> families;
    for (int i = 0; i < 100; ++i) {
      families.push_back(one.enter());
      one.help(families.back(), targeted);
    }
    for (WorkerId id = 0; id < 12; ++id) {
      hand_over_all(one.world, key_workers, id);
    }
    return count(one, families);
  };
}

// EV52, EV54
TEST(Handover, loses_families_of_early_help_with_its_chance) {
  const auto lost = after_a_key_worker_leaves([](OneAuthority& one, const auto&) {
    return static_cast<double>(
        one.counter.count(HappeningKind::help_ended, ClosingReason::lost_at_handover));
  });
  const auto counts = along("workforce.handover_loss", {0, 0.2, 0.6}, lost);
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[0], 0.0);
}

// EV52, EV54
TEST(Handover, takes_trust_with_its_chance) {
  const auto trust = after_a_key_worker_leaves([](OneAuthority& one, const auto& families) {
    double sum = 0;
    for (const FamilySlot slot : families) {
      sum += one.family(slot).trust;
    }
    return sum;
  });
  EXPECT_TRUE(falls(along("trust.loss_handover", {0, 0.4, 1}, trust)));
}

// EV54
TEST(Handover, begins_the_relation_anew) {
  const auto relations = after_a_key_worker_leaves([](OneAuthority& one, const auto& families) {
    double sum = 0;
    for (const FamilySlot slot : families) {
      sum += one.seen_case(slot).relation ? 1 : 0;
    }
    return sum;
  });
  EXPECT_TRUE(falls(along("working.relation_weeks", {0, 6}, relations)));
}

// EV54, EV81
TEST(ConsistentWorker, comes_back_to_the_family_room_or_not) {
  const auto same_worker = [](OneAuthority& one) {
    double same = 0;
    for (int i = 0; i < 20; ++i) {
      const FamilySlot slot = one.enter({.children = 4});
      one.help(slot, targeted);
      const WorkerId first = one.seen_case(slot).worker;
      end_case(one.world, slot, ClosingReason::good_review);
      one.authority.teams[key_workers].change(first, 15 * one_place, 0);
      one.help(slot, targeted);
      same += one.seen_case(slot).worker == first ? 1 : 0;
    }
    return same;
  };
  const auto counts = along("working.consistent_worker", {0, 0.5, 1}, same_worker);
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[0], 0.0);
  EXPECT_EQ(counts[2], 20.0);
}

}  // namespace
}  // namespace stepdown
