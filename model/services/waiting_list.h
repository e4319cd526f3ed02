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

  std::int64_t length() const { return length_.count(); }
  /// Families times days.
  double integral() const { return length_.integral(); }
  void settle(double now) { length_.settle(now); }

 private:
  struct Entry {
    double rank;
    std::uint64_t joined;
    FamilySlot family;

    bool before(const Entry& other) const {
      return rank < other.rank || (rank == other.rank && joined < other.joined);
    }
  };

  void put(Families& families, std::size_t place, const Entry& entry);
  void settle_in(Families& families, std::size_t place, const Entry& entry);

  std::vector<Entry> heap_;
  std::uint64_t joins_ = 0;
  Tally length_;
};

}  // namespace stepdown
