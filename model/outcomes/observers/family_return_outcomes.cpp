#include "model/outcomes/observers/family_return_outcomes.h"

#include <algorithm>
#include <array>
#include <limits>

#include "model/outcomes/by_slot.h"
#include "model/outcomes/survival.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"family_return_12m", "%",
     "Referrals of families: any child was referred, or help of the family closed, in the 12 "
     "months "
     "before",
     MeasureGroup::returning, false},
    {"back_12m_child", "%",
     "Children back within 12 months of the end of help: referred again themselves, or helped",
     MeasureGroup::returning, false},
    {"revolving_door_leaving", "%",
     "Families who leave and have been helped: share with three or more spells of help, "
     "stepping up and down within one",
     MeasureGroup::returning, false},
    {"revolving_door_at_end", "%",
     "Families here on the last day who have been helped: share with three or more spells of help, "
     "stepping up and down within one",
     MeasureGroup::returning, false},
};

constexpr int revolving = 3;  // spells
constexpr float nowhere = std::numeric_limits<float>::infinity();

/// A closing after which families are on their own again, and not for lack of consent to begin.
bool ends_help(const Happening& ended) {
  switch (ended.reason) {
    case ClosingReason::good_review:
    case ClosingReason::time_limit:
    case ClosingReason::sustained_progress:
    case ClosingReason::taper_completed:
    case ClosingReason::stepped_down:
    case ClosingReason::left_early:
    case ClosingReason::lost_at_handover:
      return ended.tier < ServiceTier::child_protection;  // after a plan help goes on
    default:
      return false;
  }
}

int spells_of(const Authority& authority, FamilySlot slot) {
  return authority.families.known(slot).spells_of_help;
}

class FamilyReturnObserver : public OutcomeObserver {
 public:
  explicit FamilyReturnObserver(const HorizonFacts& facts)
      : end_(facts.end), families_(facts.day_0.families.slots()) {
    for (FamilySlot slot = 0; slot < facts.day_0.families.slots(); ++slot) {
      for (const ChildRecord& child : facts.day_0.families.known(slot).children) {
        float& last = families_[slot].last_referral;
        last = std::max(last, child.last_referral);
      }
    }
  }

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::help_ended,     HappeningKind::referral,
            HappeningKind::help_started,   HappeningKind::waiting_started,
            HappeningKind::family_left,    HappeningKind::child_turned_18,
            HappeningKind::offer_accepted, HappeningKind::unallocated_started,
            HappeningKind::waiting_ended};
  }

  const RowsBySlot* memory() const override { return &families_; }

  void saw(const Happening& happening, const Authority& authority) override {
    if (!authority.families.has_record(happening.slot)) {
      return;  // most of those who grow up or leave: what is remembered of them is nothing
    }
    Seen& family = families_[happening.slot];
    switch (happening.kind) {
      case HappeningKind::referral:
        referred(family, happening, authority.families.known(happening.slot));
        break;
      case HappeningKind::help_ended:
        if (ends_help(happening)) {
          leave_help(family, happening.day, authority.families.case_of(happening.slot).children);
        }
        break;
      case HappeningKind::child_turned_18:
        close(family.away[static_cast<std::size_t>(happening.child)], happening.day, false);
        break;
      case HappeningKind::family_left:
        family_left(family, happening, authority);
        break;
      case HappeningKind::unallocated_started:
        stay(family, happening.day);
        break;
      case HappeningKind::offer_accepted:
        go_on(family, happening.day);
        break;
      case HappeningKind::waiting_ended:
        if (happening.reason != ClosingReason::none) {
          do_not_go_on(family);
        }
        break;
      default:
        join(family, happening.day, authority.families.case_of(happening.slot).children);
        break;
    }
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    std::vector<Spell> spells = spells_;
    for (const Seen& family : families_) {
      for (const Away& child : family.away) {
        if (child.since != nowhere) {
          spells.push_back({end_ - static_cast<double>(child.since), false});
        }
      }
    }
    double helped = 0.0;
    double often = 0.0;
    for (FamilySlot slot = 0; slot < at_end.families.slots(); ++slot) {
      if (at_end.families.is_here(slot) && at_end.families.has_record(slot)) {
        helped += spells_of(at_end, slot) > 0 ? 1.0 : 0.0;
        often += spells_of(at_end, slot) >= revolving ? 1.0 : 0.0;
      }
    }
    return {percentage(returned_, referrals_), 100.0 * share_returned(spells, days_per_year),
            percentage(left_often_helped_, left_helped_), percentage(often, helped)};
  }

 private:
  /// A child after the end of help.
  struct Away {
    float since = nowhere;
    bool goes_on = false;  // to early help that was accepted at the closing
  };
  struct Seen {
    float last_referral = ChildRecord::never;
    std::array<Away, most_children> away{};
  };

  void referred(Seen& family, const Happening& referral, const Record& known) {
    const double last = static_cast<double>(std::max(family.last_referral, known.last_closing));
    referrals_ += 1.0;
    returned_ += referral.day - last <= days_per_year ? 1.0 : 0.0;
    family.last_referral = static_cast<float>(referral.day);
    for (std::size_t child = 0; child < most_children; ++child) {
      // The referral that is told of has just been written into the record.
      if (known.children[child].last_referral == family.last_referral) {
        close(family.away[child], referral.day, true);
      }
    }
  }

  void leave_help(Seen& family, double day, ChildSet children) {
    for (std::size_t child = 0; child < most_children; ++child) {
      if ((children >> child & 1U) != 0) {
        close(family.away[child], day, false);
        family.away[child].since = static_cast<float>(day);
      }
    }
  }

  /// What has just ended was help alone: the case goes on without a worker.
  static void stay(Seen& family, double day) {
    for (Away& child : family.away) {
      if (child.since == static_cast<float>(day)) {
        child = {};
      }
    }
  }

  /// Early help that is accepted at the very instant of a closing is the stepping down itself, also
  /// where an assessment comes before it.
  static void go_on(Seen& family, double day) {
    for (Away& child : family.away) {
      child.goes_on |= child.since == static_cast<float>(day);
    }
  }

  /// What was accepted at the closing never began: new help would be a return.
  static void do_not_go_on(Seen& family) {
    for (Away& child : family.away) {
      child.goes_on = false;
    }
  }

  void join(Seen& family, double day, ChildSet children) {
    for (std::size_t child = 0; child < most_children; ++child) {
      Away& away = family.away[child];
      if ((children >> child & 1U) == 0) {
        continue;
      }
      if (away.since == static_cast<float>(day)) {
        away.goes_on = true;
      } else if (!away.goes_on) {
        close(away, day, true);
      }
    }
  }

  void family_left(Seen& family, const Happening& left, const Authority& authority) {
    for (Away& child : family.away) {
      close(child, left.day, false);
    }
    families_.forget(left.slot);
    const int spells = spells_of(authority, left.slot);
    left_helped_ += spells > 0 ? 1.0 : 0.0;
    left_often_helped_ += spells >= revolving ? 1.0 : 0.0;
  }

  void close(Away& away, double day, bool returned) {
    if (away.since != nowhere) {
      const auto since = static_cast<double>(away.since);
      spells_.push_back({day - since, returned, end_ - since});
    }
    away = {};
  }

  double end_;
  BySlot<Seen> families_;
  std::vector<Spell> spells_;
  double referrals_ = 0.0;  // of families
  double returned_ = 0.0;
  double left_helped_ = 0.0;
  double left_often_helped_ = 0.0;
};

}  // namespace

OutcomeKind family_return_outcomes() {
  return {run_table, {}, [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<FamilyReturnObserver>(facts);
          }};
}

}  // namespace stepdown
