#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "model/ids.h"
#include "model/outcomes/rows_by_slot.h"

namespace stepdown {

/// What an observer remembers of each family, by the row in which the family lives.
template <typename Memory>
class BySlot : public RowsBySlot {
 public:
  explicit BySlot(std::size_t slots, Memory at_first = {})
      : at_first_(std::move(at_first)), all_(slots, at_first_) {
    lie_at(all_.data(), all_.size());
  }

  Memory& operator[](FamilySlot slot) {
    if (slot >= all_.size()) {
      all_.resize(slot + 1 + slot / 4, at_first_);
      lie_at(all_.data(), all_.size());
    }
    return all_[slot];
  }
  /// Another family lives in the row.
  void forget(FamilySlot slot) { (*this)[slot] = at_first_; }

  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }

 private:
  Memory at_first_;
  std::vector<Memory> all_;
};

}  // namespace stepdown
