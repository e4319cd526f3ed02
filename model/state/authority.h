#pragma once

#include <array>
#include <cstdint>

#include "model/events/event_calendar.h"
#include "model/random.h"
#include "model/services/front_desk.h"
#include "model/services/outside_cases.h"
#include "model/services/team.h"
#include "model/services/waiting_list.h"
#include "model/state/families.h"
#include "model/state/stocks.h"
#include "model/state/time_change.h"

namespace stepdown {

/// The services that hold families: community workers; key workers, or Family Help; social workers,
/// or the protection team.
inline constexpr std::size_t teams_of_authority = 3;

/// How calendar time acts on each process that seasons, shocks and trends change.
struct Times {
  TimeChange worsening;
  TimeChange concerns;
  TimeChange noticing;

  bool operator==(const Times&) const = default;
};

/// Community workers, key workers, social workers: what a worker is, whichever team he or she is
/// in.
inline constexpr std::size_t professions = 3;

/// What the authority has done that costs or counts and leaves no other trace.
struct Doings {
  std::array<Tally, professions> employed;  // permanent workers in post, newly qualified ones too
  Tally agency_workers;
  Tally vacant_posts;
  Tally absent_workers;
  std::int64_t recruits = 0;
  std::int64_t leavers = 0;
  std::int64_t social_workers_left = 0;  // of the leavers, permanent social workers

  template <typename Visit>
  void each(Visit&& visit) {
    for (Tally& profession : employed) {
      visit(profession);
    }
    for (Tally* tally : {&agency_workers, &vacant_posts, &absent_workers}) {
      visit(*tally);
    }
  }
};

/// How fast posts change hands under the decisions in force, by whose staff a worker is of.
struct Turnover {
  std::array<double, teams_of_authority> leaving{};      // per day
  std::array<double, teams_of_authority> recruitment{};  // mean days until a post is filled
  double posts_a_social_worker = 1.0;                    // as the world began

  bool operator==(const Turnover&) const = default;
};

/// The whole state of one run: families, services and luck. A value: a copy is a fork.
struct Authority {
  explicit Authority(RunKey key) : luck(key) {}

  Luck luck;
  double now = 0.0;  // day
  Times times;
  Families families;
  EventCalendar calendar;  // one entry a family, by slot
  std::array<Team, teams_of_authority> teams;
  EventCalendar posts;  // one entry a post, team after team
  Turnover turnover;
  /// Community-based and targeted early help, each for the three less and the two most deprived
  /// fifths of areas.
  std::array<std::array<WaitingList, 2>, 2> early_help_lists;
  WaitingList unallocated;  // children in need without a worker
  FrontDesk front_desk;
  OutsideCases outside;
  Stocks stocks;
  Doings doings;
  bool merged = false;  // Family Help: targeted early help and child in need are one service
  double merged_since = 0.0;
  std::array<bool, 3> rations{};  // whether the threshold of each team's service is raised
  bool staff_left = false;        // the exodus has happened
  std::uint32_t family_arrivals = 0;
  double next_family_arrival = 0.0;
  std::uint64_t events = 0;  // that changed a family, a child, a worker or a list

  /// The team that gives this tier's help.
  std::size_t team_row(ServiceTier tier) const {
    switch (tier) {
      case ServiceTier::community_early_help:
        return 0;
      case ServiceTier::targeted_early_help:
        return 1;
      case ServiceTier::child_in_need:
        return merged ? 1 : 2;
      default:
        return 2;
    }
  }
  Team& team_of(ServiceTier tier) { return teams[team_row(tier)]; }
  const Team& team_of(ServiceTier tier) const { return teams[team_row(tier)]; }

  /// The list on which families of this area wait for the team; `unallocated` for social workers.
  WaitingList& list_of(std::size_t team, std::uint8_t area) {
    return team == 2 ? unallocated : early_help_lists[team][area >= 3 ? 1 : 0];
  }

  /// Families waiting for the team, and families times days.
  std::int64_t waiting_for(std::size_t team) const {
    return early_help_lists[team][0].length() + early_help_lists[team][1].length();
  }
  double waiting_integral(std::size_t team) const {
    return early_help_lists[team][0].integral() + early_help_lists[team][1].integral();
  }

  std::size_t post_slot(std::size_t team, WorkerId worker) const {
    return worker * teams_of_authority + team;
  }
};

}  // namespace stepdown
