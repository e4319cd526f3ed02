#include "model/services/team.h"

#include <algorithm>

#include "model/contract.h"

namespace stepdown {

void Team::set_posts(std::size_t posts) {
  posts_ = posts;
  if (load_.size() < posts) {
    load_.resize(posts, 0);
    first_family_.resize(posts, nobody);
  }
}

void Team::set_cap(Places cap, double now) {
  cap_ = cap;
  std::int64_t over = 0;
  for (const Places load : load_) {
    over += std::max(load - cap_, 0);
  }
  over_cap_.change(now, over - over_cap_.count());
}

void Team::make_room(std::size_t slots) {
  if (links_.size() < slots) {
    links_.resize(slots);
  }
}

WorkerId Team::least_loaded() const {
  if (posts_ == 0) {
    return nobody;
  }
  const auto end = load_.begin() + static_cast<std::ptrdiff_t>(posts_);
  return static_cast<WorkerId>(std::min_element(load_.begin(), end) - load_.begin());
}

WorkerId Team::with_room_for(Places places) const {
  const WorkerId worker = least_loaded();
  const bool has_room = worker != nobody && (load_[worker] == 0 || load_[worker] + places <= cap_);
  return has_room ? worker : nobody;
}

void Team::take(WorkerId worker, FamilySlot family, Places places, double now) {
  Link& link = links_[family];
  expects(link.before == nobody && link.next == nobody && first_family_[worker] != family,
          "a family has one worker");
  link.next = first_family_[worker];
  if (link.next != nobody) {
    links_[link.next].before = family;
  }
  first_family_[worker] = family;
  change(worker, places, now);
}

void Team::release(WorkerId worker, FamilySlot family, Places places, double now) {
  Link& link = links_[family];
  expects(first_family_[worker] == family || link.before != nobody,
          "a worker lets go only of a family that he or she holds");
  (link.before == nobody ? first_family_[worker] : links_[link.before].next) = link.next;
  if (link.next != nobody) {
    links_[link.next].before = link.before;
  }
  link = {};
  change(worker, -places, now);
}

void Team::change(WorkerId worker, Places by, double now) {
  const Places before = load_[worker];
  const Places after = before + by;
  expects(after >= 0, "a caseload is never negative");
  load_[worker] = after;
  total_.change(now, by);
  over_cap_.change(now, std::max(after - cap_, 0) - std::max(before - cap_, 0));
}

}  // namespace stepdown
