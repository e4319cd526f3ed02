#include "model/services/waiting_list.h"

#include "model/contract.h"

namespace stepdown {

void WaitingList::make_room(std::size_t slots) {
  if (links_.size() < slots) {
    links_.resize(slots);
  }
}

void WaitingList::join(FamilySlot family, double now) {
  Link& link = links_[family];
  expects(link.before == nobody && link.next == nobody && head_ != family,
          "a family waits once on a list");
  link.before = tail_;
  (tail_ == nobody ? head_ : links_[tail_].next) = family;
  tail_ = family;
  length_.change(now, 1);
}

void WaitingList::leave(FamilySlot family, double now) {
  Link& link = links_[family];
  expects(head_ == family || link.before != nobody, "only a family that waits leaves the list");
  (link.before == nobody ? head_ : links_[link.before].next) = link.next;
  (link.next == nobody ? tail_ : links_[link.next].before) = link.before;
  link = {};
  length_.change(now, -1);
}

}  // namespace stepdown
