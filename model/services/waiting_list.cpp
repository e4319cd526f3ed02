#include "model/services/waiting_list.h"

#include "model/contract.h"

namespace stepdown {

void WaitingList::put(std::size_t place, const Entry& entry) {
  heap_[place] = entry;
  place_of_[entry.ticket] = static_cast<std::uint32_t>(place);
}

/// Finds the entry's place from an empty one, up or down.
void WaitingList::settle_in(std::size_t place, const Entry& entry) {
  while (place > 0 && entry.before(heap_[(place - 1) / children_of_place])) {
    put(place, heap_[(place - 1) / children_of_place]);
    place = (place - 1) / children_of_place;
  }
  while (true) {
    const std::size_t begin = children_of_place * place + 1;
    const std::size_t end = std::min(begin + children_of_place, heap_.size());
    if (begin >= end) {
      break;
    }
    // With branches: a processor that guesses looks at the next places while it waits for these.
    std::size_t first = begin;
    for (std::size_t child = begin + 1; child < end; ++child) {
      if (heap_[child].before(heap_[first])) {
        first = child;
      }
    }
    if (!heap_[first].before(entry)) {
      break;
    }
    put(place, heap_[first]);
    place = first;
  }
  put(place, entry);
}

std::uint32_t WaitingList::take_ticket(FamilySlot family) {
  if (free_tickets_.empty()) {
    place_of_.push_back(nobody);
    family_of_.push_back(family);
    return static_cast<std::uint32_t>(place_of_.size() - 1);
  }
  const std::uint32_t ticket = free_tickets_.back();
  free_tickets_.pop_back();
  family_of_[ticket] = family;
  return ticket;
}

void WaitingList::join(Families& families, FamilySlot family, double rank, double now) {
  Case& waiting = families.case_of(family);
  expects(waiting.ticket_on_list == nobody, "a family waits once on a list");
  const Entry entry{rank, joins_++, take_ticket(family)};
  waiting.ticket_on_list = entry.ticket;
  heap_.push_back(entry);
  settle_in(heap_.size() - 1, entry);
  length_.change(now, 1);
}

void WaitingList::leave(Families& families, FamilySlot family, double now) {
  Case& waiting = families.case_of(family);
  const std::uint32_t ticket = waiting.ticket_on_list;
  expects(
      ticket < place_of_.size() && family_of_[ticket] == family && place_of_[ticket] < heap_.size(),
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
