#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "model/ids.h"
#include "model/outcomes/rows_by_slot.h"
#include "model/state/authority.h"
#include "model/state/case.h"
#include "model/state/notice.h"
#include "model/state/service_tier.h"

namespace stepdown {

/// What an observer can be told of.
enum class HappeningKind : std::uint8_t {
  family_arrived,  // `repeats` 1 if it moved in
  family_left,     // `repeats` 1 if it moves away
  level_changed,
  concern_changed,
  capacity_changed,
  contact,            // somebody noticed by `route`; what followed comes as a happening of its own
  referral,           // by `route`; `tier` the help before, `repeats` children referred in a year
  outside_referral,   // `repeats` 1 for a re-referral
  no_further_action,  // without assessment; `days` until then, `repeats` 1 if the case goes on
  referral_accepted,  // an assessment begins; `days` until the decision
  assessment_ended,   // `reason` not_in_need, or none for in need; `repeats` 1 if neglect recorded
  enquiry_started,    // section 47
  conference_held,    // initial child protection conference
  plan_started,       // child protection; `repeats` children with an earlier plan, `neglect`
  plan_ended,         // of one child; `days` of the plan
  episode_ended,      // one child is no longer in need in any way; `days` since it was accepted
  proceedings_ended,  // `repeats` 1 with a family group conference; `reason` none for care
  offer_accepted,     // of early help on `tier`, which an assessment or a list may still delay
  offer_declined,     // of `tier`; `reason` declined for a child in need plan
  asked_again,        // a family that had declined or given up
  waiting_started,
  waiting_ended,  // `reason` none if help starts, `days` the wait
  unallocated_started,
  unallocated_ended,  // `reason` none if help starts
  help_started,       // on `tier`; `repeats` 1 for the first ever
  help_ended,         // on `tier`; `days` of help; `reason` none if it waits for another worker
  worker_changed,     // another worker takes over; `repeats` how many changes in this case
  taper_started,
  relapse_seen,     // `repeats` 1 if the family really was back in need
  review_held,      // `repeats` 1 if it was good
  outside_closed,   // `days` in need; `reason` not_in_need after assessment, `repeats` 1 after care
  child_turned_18,  // `child`
};

inline constexpr std::size_t happening_kinds = 32;

/// One thing that happened to one family, as it happened.
struct Happening {
  HappeningKind kind;
  double day;
  FamilySlot slot = nobody;
  ServiceTier tier = ServiceTier::universal;
  ClosingReason reason = ClosingReason::none;
  int children = 0;
  int repeats = 0;
  double days = 0.0;
  NoticeRoute route = NoticeRoute::school;
  bool neglect = false;
  int child = 0;
};

/// Watches a run and draws nothing: measures are observers, and no run depends on them.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual std::vector<HappeningKind> wants() const { return {}; }
  /// What it remembers of each family and looks at when it is told of one; nothing if it does not.
  virtual const RowsBySlot* memory() const { return nullptr; }
  virtual void saw(const Happening&, const Authority&) {}
  /// All tallies are settled to the end of the month.
  virtual void month_ended(const Authority&, std::size_t /*month*/) {}
  /// A day at which the observer wants to look at the state; infinity for none.
  virtual double looks_at() const { return std::numeric_limits<double>::infinity(); }
  virtual void look(const Authority&) {}
};

/// The observers of one run, each told of what it wants.
class Observers {
 public:
  void add(Observer& observer) {
    all_.push_back(&observer);
    for (const HappeningKind kind : observer.wants()) {
      by_kind_[static_cast<std::size_t>(kind)].push_back(&observer);
    }
    if (const RowsBySlot* memory = observer.memory()) {
      memories_.push_back(memory);
    }
  }

  /// Begins to bring near what observers remember of a family that something probably happens to
  /// soon.
  [[gnu::always_inline]] void prefetch(FamilySlot slot) const {
    for (const RowsBySlot* memory : memories_) {
      memory->prefetch(slot);
    }
  }

  bool want(HappeningKind kind) const { return !by_kind_[static_cast<std::size_t>(kind)].empty(); }

  void tell(const Happening& happening, const Authority& authority) const {
    for (Observer* observer : by_kind_[static_cast<std::size_t>(happening.kind)]) {
      observer->saw(happening, authority);
    }
  }

  /// The first day from `from` on, this one included, at which somebody wants to look.
  double next_look(double from) const {
    double next = std::numeric_limits<double>::infinity();
    for (const Observer* observer : all_) {
      if (observer->looks_at() >= from) {
        next = std::min(next, observer->looks_at());
      }
    }
    return next;
  }

  void look(const Authority& authority) const {
    for (Observer* observer : all_) {
      if (observer->looks_at() == authority.now) {
        observer->look(authority);
      }
    }
  }

  void month_ended(const Authority& authority, std::size_t month) const {
    for (Observer* observer : all_) {
      observer->month_ended(authority, month);
    }
  }

 private:
  std::vector<Observer*> all_;
  std::array<std::vector<Observer*>, happening_kinds> by_kind_;
  std::vector<const RowsBySlot*> memories_;
};

}  // namespace stepdown
