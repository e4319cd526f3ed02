#pragma once

#include <array>
#include <cstdint>

#include "model/events/event_calendar.h"
#include "model/random.h"
#include "model/services/outside_cases.h"
#include "model/services/team.h"
#include "model/services/waiting_list.h"
#include "model/state/families.h"
#include "model/state/stocks.h"

namespace stepdown {

/// The whole state of one run: families, services and luck. A value: a copy is a fork.
struct Authority {
  explicit Authority(RunKey key) : luck(key) {}

  Luck luck;
  double now = 0.0;  // day
  Families families;
  EventCalendar calendar;                       // one entry a family, by slot
  std::array<WaitingList, 2> early_help_lists;  // community-based, targeted
  WaitingList unallocated;                      // children in need without a worker
  std::array<Team, 3> teams;                    // community workers, key workers, social workers
  OutsideCases outside;
  Stocks stocks;
  std::uint32_t family_arrivals = 0;
  double next_family_arrival = 0.0;
  std::uint64_t events = 0;  // that changed a family, a child, a worker or a list

  Team& team_of(ServiceTier tier) { return teams[team_row(tier)]; }
  const Team& team_of(ServiceTier tier) const { return teams[team_row(tier)]; }
  WaitingList& list_of(ServiceTier tier) { return early_help_lists[row_of(tier) - 1]; }
  const WaitingList& list_of(ServiceTier tier) const { return early_help_lists[row_of(tier) - 1]; }

 private:
  static constexpr std::size_t team_row(ServiceTier tier) {
    return is_early_help(tier) ? row_of(tier) - 1 : 2;
  }
};

}  // namespace stepdown
