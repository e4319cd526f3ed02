#include "model/services/team.h"

#include <algorithm>
#include <cmath>

#include "model/contract.h"

namespace stepdown {

WorkerId Team::add(const Worker& worker) {
  const auto id = static_cast<WorkerId>(workers_.size());
  workers_.push_back(worker);
  families_.emplace_back();
  if (by_room_.size() < workers_.size()) {
    by_room_.resize(workers_.size());
  }
  rank(id);
  return id;
}

/// Whoever has most room comes first.
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
  const Tournament::Least first = by_room_.least();
  if (first.number == Worker::never) {
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
        (best == nobody || by_room_.number_of(id) < by_room_.number_of(best))) {
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

void Team::take(WorkerId id, FamilySlot family, Places places, double now) {
  std::vector<FamilySlot>& held = families_[id];
  expects(std::ranges::find(held, family) == held.end(), "a worker takes a family once");
  held.push_back(family);
  change(id, places, now);
}

void Team::release(WorkerId id, FamilySlot family, Places places, double now) {
  std::vector<FamilySlot>& held = families_[id];
  const auto found = std::ranges::find(held, family);
  expects(found != held.end(), "a worker lets go only of a family that he or she holds");
  held.erase(found);
  change(id, -places, now);
}

// Everybody whom a worker helps asks for the same.
double Team::diluted_share(WorkerId id, double dilution) {
  const Worker& worker = workers_[id];
  Dilution& last = workers_[id].diluted;
  if (last.load != worker.load || last.cap != worker.cap || last.exponent != dilution) {
    last = {worker.load, worker.cap, dilution, std::pow(cap_share(id), dilution)};
  }
  return last.share;
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
