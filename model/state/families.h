#pragma once

#include <cstddef>
#include <vector>

#include "model/ids.h"
#include "model/state/case.h"
#include "model/state/family.h"
#include "model/state/history.h"

namespace stepdown {

/// All families who live in the authority, in rows that are taken again when a family has left.
class Families {
 public:
  /// A new family with the next id, in an empty row.
  FamilySlot enter();
  void leave(FamilySlot slot);

  Family& family(FamilySlot slot) { return families_[slot]; }
  const Family& family(FamilySlot slot) const { return families_[slot]; }
  Case& case_of(FamilySlot slot) { return cases_[slot]; }
  const Case& case_of(FamilySlot slot) const { return cases_[slot]; }
  History& history(FamilySlot slot) { return histories_[slot]; }
  const History& history(FamilySlot slot) const { return histories_[slot]; }

  /// Begins to bring a family's row near, for an event that is probably the next.
  void prefetch(FamilySlot slot) const {
    if (slot >= families_.size()) {
      return;
    }
    const char* row = reinterpret_cast<const char*>(families_.data() + slot);
    for (std::size_t line = 0; line < sizeof(Family); line += 64) {
      __builtin_prefetch(row + line, 1);
    }
  }

  /// Rows, empty ones included; a row is empty when its family's id is `nobody`.
  std::size_t slots() const { return families_.size(); }
  std::size_t size() const { return families_.size() - empty_.size(); }
  bool is_here(FamilySlot slot) const { return families_[slot].id != nobody; }

 private:
  std::vector<Family> families_;
  std::vector<Case> cases_;
  std::vector<History> histories_;
  std::vector<FamilySlot> empty_;
  FamilyId next_id_ = 0;
};

}  // namespace stepdown
