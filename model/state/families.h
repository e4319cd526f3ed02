#pragma once

#include <cstddef>
#include <vector>

#include "model/ids.h"
#include "model/state/case.h"
#include "model/state/family.h"
#include "model/state/record.h"
#include "model/state/row_store.h"

namespace stepdown {

/// All families who live in the authority, in rows that are taken again when a family has left.
/// Records and cases take memory only while there are any; references to them stay valid.
class Families {
 public:
  /// A new family with the next id, in an empty row.
  FamilySlot enter();
  void leave(FamilySlot slot);

  Family& family(FamilySlot slot) { return families_[slot]; }
  const Family& family(FamilySlot slot) const { return families_[slot]; }

  bool has_record(FamilySlot slot) const { return families_[slot].record != nobody; }
  /// The family's record, a new one if there is none.
  Record& record(FamilySlot slot) {
    Family& family = families_[slot];
    if (family.record == nobody) {
      family.record = records_.take();
    }
    return records_[family.record];
  }
  const Record& record_at(std::uint32_t row) const { return records_[row]; }
  /// The family's record, an empty one if there is none.
  const Record& known(FamilySlot slot) const {
    return has_record(slot) ? records_[families_[slot].record] : nothing_known_;
  }

  /// The family's case; there must be one.
  Case& case_of(FamilySlot slot) { return cases_[families_[slot].open_case]; }
  /// The family's case, a closed one if there is none.
  const Case& case_of(FamilySlot slot) const {
    const std::uint32_t row = families_[slot].open_case;
    return row != nobody ? cases_[row] : no_case_;
  }
  bool has_case(FamilySlot slot) const { return families_[slot].open_case != nobody; }
  Case& open_case(FamilySlot slot);
  /// Gives back the row of a case that is over.
  void close_case(FamilySlot slot);

  // What only fetches is inline by force: to a compiler a call of it does nothing, and may be left
  // out.

  /// Begins to bring a family's row near, for an event that probably comes soon.
  [[gnu::always_inline]] void prefetch(FamilySlot slot) const {
    if (slot >= families_.size()) {
      return;
    }
    prefetch_row(families_[slot]);
  }
  /// Begins to bring what services know of a family near, while the event looks at its own row.
  [[gnu::always_inline]] void prefetch_services(FamilySlot slot) const {
    const Family& family = families_[slot];
    if (family.record != nobody) {
      prefetch_row(records_[family.record]);
    }
    if (family.open_case != nobody) {
      prefetch_row(cases_[family.open_case]);
    }
  }

  /// Rows, empty ones included; a row is empty when its family's id is `nobody`.
  std::size_t slots() const { return families_.size(); }
  std::size_t size() const { return families_.size() - empty_.size(); }
  bool is_here(FamilySlot slot) const { return families_[slot].id != nobody; }
  /// Memory of all rows, records and cases, empty ones included.
  std::size_t bytes() const;

 private:
  template <typename Row>
  [[gnu::always_inline]] static void prefetch_row(const Row& row) {
    const char* begin = reinterpret_cast<const char*>(&row);
    for (std::size_t byte = 0; byte < sizeof(Row); byte += 64) {
      __builtin_prefetch(begin + byte, 1);
    }
  }

  static const Record nothing_known_;
  static const Case no_case_;

  std::vector<Family> families_;
  RowStore<Record> records_;
  RowStore<Case> cases_;
  std::vector<FamilySlot> empty_;
  FamilyId next_id_ = 0;
};

}  // namespace stepdown
