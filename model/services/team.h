#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "model/events/tournament.h"
#include "model/ids.h"
#include "model/state/family.h"
#include "model/state/tally.h"

namespace stepdown {

/// Thousandths of a place: loads are whole numbers, so that accounts balance exactly.
using Places = std::int32_t;
inline constexpr Places one_place = 1000;

/// Who fills a post.
enum class Staffing : std::uint8_t {
  permanent,
  newly_qualified,
  agency,
  volunteer,
  partner,
  vacant,
  closed,  // the post has been cut
};

/// What a load over the cap leaves of each family's help.
struct Dilution {
  Places load = 0;
  Places cap = 0;
  double exponent = 0.0;
  double share = 1.0;
};

/// One post with whoever fills it: caseload, cap, and what is to become of it.
struct Worker {
  static constexpr double never = std::numeric_limits<double>::infinity();

  Places load = 0;
  Places cap = 0;
  Staffing staffing = Staffing::permanent;
  bool takes_part = true;  // neither vacant nor absent nor settling in
  bool is_absent = false;
  bool is_reserved = false;  // for the most deprived areas
  bool social_worker = false;
  bool agency_comes = false;     // to the vacant post
  std::uint16_t draws = 0;       // changes of the post so far
  std::uint16_t person = 0;      // how many have had the post before
  double next_change = never;    // leaves, is replaced, or the post is filled
  double absence_turns = never;  // becomes absent, or comes back
  double settles = never;        // begins to take families
  double qualifies = never;      // the first year is over
  Dilution diluted{};            // as it was last asked for

  bool is_filled() const { return staffing != Staffing::vacant && staffing != Staffing::closed; }
};

/// The posts of one service with their caseloads, counted in children, and whose families each
/// holds.
class Team {
 public:
  std::size_t size() const { return workers_.size(); }
  /// Posts with somebody in them.
  std::size_t in_post() const {
    std::size_t filled = 0;
    for (const Worker& worker : workers_) {
      filled += worker.is_filled() ? 1 : 0;
    }
    return filled;
  }
  /// Load, cap and taking part are changed by the verbs of the team alone.
  Worker& worker(WorkerId id) { return workers_[id]; }
  const Worker& worker(WorkerId id) const { return workers_[id]; }
  WorkerId add(const Worker& worker);
  /// Changes what counts as over the cap.
  void set_cap(WorkerId worker, Places cap, double now);
  /// Whether the worker may be given families.
  void set_takes_part(WorkerId worker, bool takes_part);

  /// The worker with most room, of those with room for `places` under the cap (the first of
  /// equals), or `nobody`; reserved posts only if `may_be_reserved`. Who holds nobody has room for
  /// any family: it is not split, and must not wait for ever.
  WorkerId with_room_for(Places places, bool may_be_reserved) const;
  bool has_room(WorkerId worker, Places places, bool may_be_reserved) const;
  /// Whether the order of who has most room knows of the worker's load, cap and taking part.
  bool is_ranked(WorkerId id) const { return by_room_.number_of(id) == rank_of(id); }
  /// The worker with most room, whatever the cap; `nobody` only if nobody works here.
  WorkerId least_loaded(bool may_be_reserved = true) const;

  /// The family comes to the worker with so many places; it must not be held by anybody.
  void take(WorkerId worker, FamilySlot family, Places places, double now);
  void release(WorkerId worker, FamilySlot family, Places places, double now);
  /// A family that is held needs more places or fewer; or a child that belongs to no family.
  void change(WorkerId worker, Places by, double now);

  Places load(WorkerId worker) const { return workers_[worker].load; }
  bool is_over_cap(WorkerId worker) const { return workers_[worker].load > workers_[worker].cap; }
  /// Cap over load, at most 1: how thinly a worker's help is spread.
  double cap_share(WorkerId id) const {
    const Worker& worker = workers_[id];
    return worker.load <= worker.cap
               ? 1.0
               : static_cast<double>(worker.cap) / static_cast<double>(worker.load);
  }
  /// What that leaves of each family's help: the share to the power of `dilution`.
  double share_of_help(WorkerId id, double dilution) {
    Worker& worker = workers_[id];
    return worker.load <= worker.cap ? 1.0 : diluted_share(id, dilution);
  }
  /// Whom the worker holds, in the order in which they came.
  std::span<const FamilySlot> families_of(WorkerId worker) const { return families_[worker]; }

  /// Caps of all who take part, in thousandths of a place.
  std::int64_t room() const { return room_; }
  void count_room();

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
  double rank_of(WorkerId id) const;
  void rank(WorkerId id) { by_room_.set(id, rank_of(id)); }
  WorkerId least_loaded_unreserved() const;
  double diluted_share(WorkerId id, double dilution);

  std::vector<Worker> workers_;
  std::vector<std::vector<FamilySlot>> families_;  // of each
  /// Who takes part, in the order of who has most room.
  Tournament by_room_;
  std::int64_t room_ = 0;
  Tally total_;
  Tally over_cap_;
};

}  // namespace stepdown
