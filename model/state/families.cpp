#include "model/state/families.h"

#include "model/contract.h"

namespace stepdown {
namespace {

/// A row of the store: one that was given back, or a new one.
template <typename Row>
std::uint32_t take_row(std::deque<Row>& rows, std::vector<std::uint32_t>& empty) {
  if (empty.empty()) {
    rows.emplace_back();
    return static_cast<std::uint32_t>(rows.size() - 1);
  }
  const std::uint32_t row = empty.back();
  empty.pop_back();
  rows[row] = Row{};
  return row;
}

}  // namespace

const Record Families::nothing_known_;
const Case Families::no_case_;

FamilySlot Families::enter() {
  FamilySlot slot;
  if (empty_.empty()) {
    slot = static_cast<FamilySlot>(families_.size());
    families_.emplace_back();
  } else {
    slot = empty_.back();
    empty_.pop_back();
    families_[slot] = Family{};
  }
  families_[slot].id = next_id_++;
  return slot;
}

void Families::leave(FamilySlot slot) {
  expects(is_here(slot), "a family leaves once");
  expects(!has_case(slot), "a family that leaves has no open case");
  if (has_record(slot)) {
    empty_records_.push_back(families_[slot].record);
  }
  families_[slot].id = nobody;
  empty_.push_back(slot);
}

Record& Families::record(FamilySlot slot) {
  Family& family = families_[slot];
  if (family.record == nobody) {
    family.record = take_row(records_, empty_records_);
  }
  return records_[family.record];
}

Case& Families::open_case(FamilySlot slot) {
  Family& family = families_[slot];
  expects(family.open_case == nobody, "a family has one case");
  family.open_case = take_row(cases_, empty_cases_);
  Case& opened = cases_[family.open_case];
  opened.number = ++record(slot).cases;
  return opened;
}

void Families::close_case(FamilySlot slot) {
  Family& family = families_[slot];
  expects(family.open_case != nobody && cases_[family.open_case].is_over(),
          "only a case that is over is put away");
  empty_cases_.push_back(family.open_case);
  family.open_case = nobody;
}

std::size_t Families::bytes() const {
  return families_.size() * sizeof(Family) + records_.size() * sizeof(Record) +
         cases_.size() * sizeof(Case);
}

}  // namespace stepdown
