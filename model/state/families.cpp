#include "model/state/families.h"

#include "model/contract.h"

namespace stepdown {

FamilySlot Families::enter() {
  FamilySlot slot;
  if (empty_.empty()) {
    slot = static_cast<FamilySlot>(families_.size());
    families_.emplace_back();
    cases_.emplace_back();
    histories_.emplace_back();
  } else {
    slot = empty_.back();
    empty_.pop_back();
    families_[slot] = Family{};
    cases_[slot] = Case{};
    histories_[slot] = History{};
  }
  families_[slot].id = next_id_++;
  return slot;
}

void Families::leave(FamilySlot slot) {
  expects(is_here(slot), "a family leaves once");
  families_[slot].id = nobody;
  empty_.push_back(slot);
}

}  // namespace stepdown
