#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/ids.h"
#include "model/state/families.h"
#include "model/state/tally.h"

namespace stepdown {

/// Families waiting for a service in an order that is fixed when each joins; joining, and leaving
/// from anywhere, take time with the logarithm of the length.
class WaitingList {
 public:
  /// Where a family stands: the lowest rank is next, of equals who came first.
  void join(Families& families, FamilySlot family, double rank, double now);
  void leave(Families& families, FamilySlot family, double now);

  /// The family that is next, or `nobody`.
  FamilySlot first() const { return heap_.empty() ? nobody : family_at(0); }
  double first_rank() const { return heap_.front().rank; }
  std::size_t size() const { return heap_.size(); }
  /// One of those who wait, in no order but that the next one is at place 0.
  FamilySlot family_at(std::size_t place) const { return family_of_[heap_[place].ticket]; }
  bool holds(std::size_t place, std::uint32_t ticket) const {
    return heap_[place].ticket == ticket && place_of_[ticket] == place;
  }
  /// Begins to bring near whoever is next and may be next after that, who joined long ago.
  [[gnu::always_inline]] void prefetch_first(const Families& families) const {
    const std::size_t near = std::min(heap_.size(), 1 + children_of_place);
    for (std::size_t place = 1; place < near; ++place) {
      families.prefetch(family_at(place));
    }
    if (near > 0) {
      families.prefetch_services(family_at(0));
    }
  }

  std::int64_t length() const { return length_.count(); }
  /// Families times days.
  double integral() const { return length_.integral(); }
  void settle(double now) { length_.settle(now); }

 private:
  static constexpr std::size_t children_of_place = 4;

  struct Entry {
    double rank;
    std::uint32_t joined;
    std::uint32_t ticket;

    bool before(const Entry& other) const {
      return rank < other.rank || (rank == other.rank && joined < other.joined);
    }
  };

  void put(std::size_t place, const Entry& entry);
  void settle_in(std::size_t place, const Entry& entry);
  std::uint32_t take_ticket(FamilySlot family);

  std::vector<Entry> heap_;
  /// Where each ticket stands. A family's case keeps only the ticket, so that those who move up a
  /// long list are not looked for all over the store of cases.
  std::vector<std::uint32_t> place_of_;
  std::vector<FamilySlot> family_of_;  // who holds each ticket
  std::vector<std::uint32_t> free_tickets_;
  std::uint32_t joins_ = 0;
  Tally length_;
};

}  // namespace stepdown
