#include "model/services/team.h"

#include <algorithm>

#include "model/contract.h"

namespace stepdown {

WorkerId Team::add(const Worker& worker) {
  const auto id = static_cast<WorkerId>(workers_.size());
  workers_.push_back(worker);
  if (by_room_.size() < workers_.size()) {
    by_room_.resize(workers_.size());
  }
  rank(id);
  return id;
}

/// The calendar takes any number for a day: whoever has most room comes first.
double Team::rank_of(WorkerId id) const {
  const Worker& worker = workers_[id];
  return worker.takes_part ? static_cast<double>(worker.load - worker.cap) : Worker::never;
}

void Team::set_takes_part(WorkerId id, bool takes_part) {
  workers_[id].takes_part = takes_part;
  rank(id);
}

void Team::set_cap(WorkerId id, Places cap, double now) {
  Worker& worker = workers_[id];
  if (worker.cap == cap) {
    return;  // the integral must not be split for nothing
  }
  over_cap_.change(now, std::max(worker.load - cap, 0) - std::max(worker.load - worker.cap, 0));
  worker.cap = cap;
  rank(id);
}

WorkerId Team::least_loaded(bool may_be_reserved) const {
  const EventCalendar::Next first = by_room_.earliest();
  if (first.time == Worker::never) {
    return nobody;
  }
  return may_be_reserved || !workers_[first.slot].is_reserved ? first.slot
                                                              : least_loaded_unreserved();
}

WorkerId Team::least_loaded_unreserved() const {
  WorkerId best = nobody;
  for (WorkerId id = 0; id < workers_.size(); ++id) {
    const Worker& worker = workers_[id];
    if (worker.takes_part && !worker.is_reserved &&
        (best == nobody || by_room_.time_of(id) < by_room_.time_of(best))) {
      best = id;
    }
  }
  return best;
}

bool Team::has_room(WorkerId id, Places places, bool may_be_reserved) const {
  const Worker& worker = workers_[id];
  return worker.takes_part && (may_be_reserved || !worker.is_reserved) &&
         (worker.load == 0 || worker.load + places <= worker.cap);
}

WorkerId Team::with_room_for(Places places, bool may_be_reserved) const {
  const WorkerId id = least_loaded(may_be_reserved);
  return id != nobody && has_room(id, places, may_be_reserved) ? id : nobody;
}

void Team::take(Families& families, WorkerId id, FamilySlot family, Places places, double now) {
  Case& taken = families.case_of(family);
  Worker& worker = workers_[id];
  expects(taken.before == nobody && taken.next == nobody && worker.first_family != family,
          "a family has one worker");
  taken.next = worker.first_family;
  if (taken.next != nobody) {
    families.case_of(taken.next).before = family;
  }
  worker.first_family = family;
  change(id, places, now);
}

void Team::release(Families& families, WorkerId id, FamilySlot family, Places places, double now) {
  Case& released = families.case_of(family);
  Worker& worker = workers_[id];
  expects(worker.first_family == family || released.before != nobody,
          "a worker lets go only of a family that he or she holds");
  (released.before == nobody ? worker.first_family : families.case_of(released.before).next) =
      released.next;
  if (released.next != nobody) {
    families.case_of(released.next).before = released.before;
  }
  released.before = released.next = nobody;
  change(id, -places, now);
}

void Team::change(WorkerId id, Places by, double now) {
  Worker& worker = workers_[id];
  const Places before = worker.load;
  const Places after = before + by;
  expects(after >= 0, "a caseload is never negative");
  worker.load = after;
  rank(id);
  total_.change(now, by);
  over_cap_.change(now, std::max(after - worker.cap, 0) - std::max(before - worker.cap, 0));
}

void Team::count_room() {
  room_ = 0;
  for (const Worker& worker : workers_) {
    room_ += worker.takes_part ? worker.cap : 0;
  }
}

}  // namespace stepdown
