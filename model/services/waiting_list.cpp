#include "model/services/waiting_list.h"

#include "model/contract.h"

namespace stepdown {

void WaitingList::put(Families& families, std::size_t place, const Entry& entry) {
  heap_[place] = entry;
  families.case_of(entry.family).place_on_list = static_cast<std::uint32_t>(place);
}

/// Finds the entry's place from an empty one, up or down.
void WaitingList::settle_in(Families& families, std::size_t place, const Entry& entry) {
  while (place > 0 && entry.before(heap_[(place - 1) / 2])) {
    put(families, place, heap_[(place - 1) / 2]);
    place = (place - 1) / 2;
  }
  while (2 * place + 1 < heap_.size()) {
    std::size_t child = 2 * place + 1;
    if (child + 1 < heap_.size() && heap_[child + 1].before(heap_[child])) {
      ++child;
    }
    if (!heap_[child].before(entry)) {
      break;
    }
    put(families, place, heap_[child]);
    place = child;
  }
  put(families, place, entry);
}

void WaitingList::join(Families& families, FamilySlot family, double rank, double now) {
  expects(families.case_of(family).place_on_list == nobody, "a family waits once on a list");
  const Entry entry{rank, joins_++, family};
  heap_.push_back(entry);
  settle_in(families, heap_.size() - 1, entry);
  length_.change(now, 1);
}

void WaitingList::leave(Families& families, FamilySlot family, double now) {
  Case& waiting = families.case_of(family);
  const std::size_t place = waiting.place_on_list;
  expects(place < heap_.size() && heap_[place].family == family,
          "only a family that waits leaves the list");
  waiting.place_on_list = nobody;
  const Entry last = heap_.back();
  heap_.pop_back();
  if (place < heap_.size()) {
    settle_in(families, place, last);
  }
  length_.change(now, -1);
}

}  // namespace stepdown
