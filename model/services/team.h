#pragma once

#include <cstdint>
#include <vector>

#include "model/ids.h"
#include "model/state/tally.h"

namespace stepdown {

/// Thousandths of a place: loads are whole numbers, so that accounts balance exactly.
using Places = std::int32_t;
inline constexpr Places one_place = 1000;

/// The workers of one service with their caseloads, counted in children, and whose families they
/// hold.
class Team {
 public:
  /// A worker more gets the next number; workers fewer keep the families they hold until those
  /// close, but take no new ones.
  void set_posts(std::size_t posts);
  void set_cap(Places cap, double now);
  void make_room(std::size_t slots);

  /// The least loaded worker who has room for `places` under the cap (the first of equals), or
  /// `nobody`. Who holds nobody has room for any family: it is not split, and must not wait for
  /// ever.
  WorkerId with_room_for(Places places) const;
  /// The least loaded worker, whatever the cap; `nobody` only if the team has no posts.
  WorkerId least_loaded() const;

  /// The family comes to the worker with so many places; it must not be held by anybody.
  void take(WorkerId worker, FamilySlot family, Places places, double now);
  void release(WorkerId worker, FamilySlot family, Places places, double now);
  /// A family that is held needs more places or fewer.
  void change(WorkerId worker, Places by, double now);
  /// A child that belongs to no family of the model.
  void take_outside(WorkerId worker, double now) { change(worker, one_place, now); }
  void release_outside(WorkerId worker, double now) { change(worker, -one_place, now); }

  std::size_t posts() const { return posts_; }
  std::size_t workers() const { return load_.size(); }
  Places cap() const { return cap_; }
  Places load(WorkerId worker) const { return load_[worker]; }
  bool is_over_cap(WorkerId worker) const { return load_[worker] > cap_; }
  /// Cap over load, at most 1: how thinly a worker's help is spread.
  double cap_share(WorkerId worker) const {
    return load_[worker] <= cap_ ? 1.0
                                 : static_cast<double>(cap_) / static_cast<double>(load_[worker]);
  }

  /// Walks the families a worker holds.
  FamilySlot first_family(WorkerId worker) const { return first_family_[worker]; }
  FamilySlot next_family(FamilySlot family) const { return links_[family].next; }

  /// Thousandths of places times days, and now.
  double load_integral() const { return total_.integral(); }
  std::int64_t total_load() const { return total_.count(); }
  double over_cap_integral() const { return over_cap_.integral(); }
  std::int64_t over_cap() const { return over_cap_.count(); }
  void settle(double now) {
    total_.settle(now);
    over_cap_.settle(now);
  }

 private:
  struct Link {
    FamilySlot before = nobody;
    FamilySlot next = nobody;
  };

  std::vector<Places> load_;
  std::vector<FamilySlot> first_family_;
  std::vector<Link> links_;
  std::size_t posts_ = 0;
  Places cap_ = 0;
  Tally total_;
  Tally over_cap_;
};

}  // namespace stepdown
