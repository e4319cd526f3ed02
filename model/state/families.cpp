#include "model/state/families.h"

#include "model/contract.h"

namespace stepdown {
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
    records_.give_back(families_[slot].record);
  }
  families_[slot].id = nobody;
  empty_.push_back(slot);
}

Case& Families::open_case(FamilySlot slot) {
  Family& family = families_[slot];
  expects(family.open_case == nobody, "a family has one case");
  family.open_case = cases_.take();
  Case& opened = cases_[family.open_case];
  opened.number = ++record(slot).cases;
  return opened;
}

void Families::close_case(FamilySlot slot) {
  Family& family = families_[slot];
  expects(family.open_case != nobody && cases_[family.open_case].is_over(),
          "only a case that is over is put away");
  cases_.give_back(family.open_case);
  family.open_case = nobody;
}

std::size_t Families::bytes() const {
  return families_.size() * sizeof(Family) + records_.bytes() + cases_.bytes();
}

}  // namespace stepdown
