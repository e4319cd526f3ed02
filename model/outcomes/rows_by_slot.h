#pragma once

#include <cstddef>

#include "model/ids.h"

namespace stepdown {

/// Where rows lie that are kept for each slot, so that one can be fetched before it is wanted.
class RowsBySlot {
 public:
  RowsBySlot() = default;
  RowsBySlot(const RowsBySlot&) = delete;
  RowsBySlot& operator=(const RowsBySlot&) = delete;

  /// Begins to bring the slot's row near. Inline by force: to a compiler a call of what only
  /// fetches does nothing, and may be left out.
  [[gnu::always_inline]] void prefetch(FamilySlot slot) const {
    if (slot < rows_) {
      __builtin_prefetch(first_ + slot * bytes_, 1);
    }
  }

 protected:
  ~RowsBySlot() = default;
  template <typename Row>
  void lie_at(const Row* first, std::size_t rows) {
    first_ = reinterpret_cast<const char*>(first);
    bytes_ = sizeof(Row);
    rows_ = rows;
  }

 private:
  const char* first_ = nullptr;
  std::size_t bytes_ = 0;
  std::size_t rows_ = 0;
};

}  // namespace stepdown
