#pragma once

#include <cstdint>
#include <vector>

#include "model/ids.h"
#include "model/state/tally.h"

namespace stepdown {

/// Families waiting for a service, first come first served; joining and leaving from anywhere take
/// the same time however long the list is.
class WaitingList {
 public:
  void make_room(std::size_t slots);

  void join(FamilySlot family, double now);
  void leave(FamilySlot family, double now);

  /// The family that has waited longest, or `nobody`.
  FamilySlot first() const { return head_; }
  FamilySlot next_after(FamilySlot family) const { return links_[family].next; }

  std::int64_t length() const { return length_.count(); }
  /// Families times days.
  double integral() const { return length_.integral(); }
  void settle(double now) { length_.settle(now); }

 private:
  struct Link {
    FamilySlot before = nobody;
    FamilySlot next = nobody;
  };

  std::vector<Link> links_;
  FamilySlot head_ = nobody;
  FamilySlot tail_ = nobody;
  Tally length_;
};

}  // namespace stepdown
