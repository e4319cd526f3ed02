#include "model/services/waiting_list.h"

#include "model/contract.h"

namespace stepdown {

void WaitingList::put(std::size_t place, const Entry& entry) {
  heap_[place] = entry;
  place_of_[entry.ticket] = static_cast<std::uint32_t>(place);
}

/// Finds the entry's place from an empty one, up or down.
void WaitingList::settle_in(std::size_t place, const Entry& entry) {
  while (place > 0 && entry.before(heap_[(place - 1) / 2])) {
    put(place, heap_[(place - 1) / 2]);
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
    put(place, heap_[child]);
    place = child;
  }
  put(place, entry);
}

std::uint32_t WaitingList::take_ticket() {
  if (free_tickets_.empty()) {
    place_of_.push_back(nobody);
    return static_cast<std::uint32_t>(place_of_.size() - 1);
  }
  const std::uint32_t ticket = free_tickets_.back();
  free_tickets_.pop_back();
  return ticket;
}

void WaitingList::join(Families& families, FamilySlot family, double rank, double now) {
  Case& waiting = families.case_of(family);
  expects(waiting.ticket_on_list == nobody, "a family waits once on a list");
  const Entry entry{rank, joins_++, family, take_ticket()};
  waiting.ticket_on_list = entry.ticket;
  heap_.push_back(entry);
  settle_in(heap_.size() - 1, entry);
  length_.change(now, 1);
}

void WaitingList::leave(Families& families, FamilySlot family, double now) {
  Case& waiting = families.case_of(family);
  const std::uint32_t ticket = waiting.ticket_on_list;
  expects(ticket < place_of_.size() && place_of_[ticket] < heap_.size() &&
              heap_[place_of_[ticket]].family == family,
          "only a family that waits leaves the list");
  const std::size_t place = place_of_[ticket];
  waiting.ticket_on_list = nobody;
  free_tickets_.push_back(ticket);
  const Entry last = heap_.back();
  heap_.pop_back();
  if (place < heap_.size()) {
    settle_in(place, last);
  }
  length_.change(now, -1);
}

}  // namespace stepdown
