#pragma once

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
  FamilySlot first() const { return heap_.empty() ? nobody : heap_.front().family; }
  double first_rank() const { return heap_.front().rank; }
  std::size_t size() const { return heap_.size(); }
  FamilySlot family_at(std::size_t place) const { return heap_[place].family; }
  bool holds(std::size_t place, std::uint32_t ticket) const {
    return heap_[place].ticket == ticket && place_of_[ticket] == place;
  }

  std::int64_t length() const { return length_.count(); }
  /// Families times days.
  double integral() const { return length_.integral(); }
  void settle(double now) { length_.settle(now); }

 private:
  struct Entry {
    double rank;
    std::uint64_t joined;
    FamilySlot family;
    std::uint32_t ticket;

    bool before(const Entry& other) const {
      return rank < other.rank || (rank == other.rank && joined < other.joined);
    }
  };

  void put(std::size_t place, const Entry& entry);
  void settle_in(std::size_t place, const Entry& entry);
  std::uint32_t take_ticket();

  std::vector<Entry> heap_;
  /// Where each ticket stands. A family's case keeps only the ticket, so that those who move up a
  /// long list are not looked for all over the store of cases.
  std::vector<std::uint32_t> place_of_;
  std::vector<std::uint32_t> free_tickets_;
  std::uint64_t joins_ = 0;
  Tally length_;
};

}  // namespace stepdown
