#include "model/outcomes/observers/childhood_outcomes.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "model/outcomes/by_slot.h"
#include "model/outcomes/survival.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"ever_referred_by_18", "%", "Children turning 18 who have ever been referred",
     MeasureGroup::flows, false},
    {"ever_in_need_by_18", "%", "Children turning 18 who have ever been in need",
     MeasureGroup::flows, false},
    {"ever_planned_by_18", "%", "Children turning 18 who have ever been on a protection plan",
     MeasureGroup::flows, false},
    {"rereferred_6y", "%",
     "Children referred in the first year: share referred again within six years",
     MeasureGroup::returning, false},
};

constexpr double follow_up = 6.0 * days_per_year;
constexpr double least_cohort = 300.0;  // days

/// Children whose families have always lived here, and the chance that a childhood meets an outside
/// referral too: those children belong to no family of the model, so they are added as if
/// independent.
class ChildhoodObserver : public OutcomeObserver {
 public:
  explicit ChildhoodObserver(const HorizonFacts& facts)
      : cohort_(std::min(days_per_year, facts.end - follow_up)),
        outside_(outside_by_18(facts.parameters)),
        followed_(facts.day_0.families.slots()) {
    const OutsideParameters& p = facts.parameters.outside;
    outside_in_need_ = outside_ * (1.0 - p.assessed_only_share);
  }

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::referral, HappeningKind::child_turned_18, HappeningKind::family_left};
  }

  const RowsBySlot* memory() const override { return &followed_; }

  void saw(const Happening& happening, const Authority& authority) override {
    const Family& family = authority.families.family(happening.slot);
    if (happening.kind == HappeningKind::family_left) {
      if (authority.families.has_record(happening.slot)) {
        lose_sight_of(happening.slot, happening.day, happening.repeats == 1);
      }
      return;
    }
    if (happening.kind == HappeningKind::child_turned_18) {
      if (family.moved_in) {
        return;
      }
      const auto child = static_cast<std::size_t>(happening.child);
      const ChildRecord& record = authority.families.known(happening.slot).children[child];
      turned_18_ += 1.0;
      referred_ += record.last_referral > ChildRecord::never ? 1.0 : 0.0;
      in_need_ += record.ever_in_need ? 1.0 : 0.0;
      planned_ += record.plans > 0 ? 1.0 : 0.0;
      return;
    }
    follow(happening, authority.families.known(happening.slot));
  }

  std::vector<double> run_values(const Authority&) const override {
    const auto either = [&](double own, double outside) {
      return 100.0 * (1.0 - (1.0 - own / turned_18_) * (1.0 - outside));
    };
    std::vector<Spell> spells = spells_;
    for (const auto& children : followed_) {
      for (const Followed& one : children) {
        if (one.is_awaited()) {
          spells.push_back({follow_up, false});
        }
      }
    }
    return {either(referred_, outside_), either(in_need_, outside_in_need_),
            percentage(planned_, turned_18_),
            cohort_ >= least_cohort ? 100.0 * share_returned(spells, follow_up)
                                    : std::numeric_limits<double>::quiet_NaN()};
  }

 private:
  struct Followed {
    float since = -1.0F;  // day; below 0 for nobody who is followed
    bool again = false;
    bool is_awaited() const { return since >= 0.0F && !again; }
  };

  /// Chance of an outside referral in a childhood: first referrals alone, evenly over 18 years.
  static double outside_by_18(const ModelParameters& p) {
    const double a_year = p.outside.referrals * p.noticing.place_factor *
                          (1.0 - p.outside.rereferral_share) / 10'000.0;
    return std::min(1.0, a_year * 18.0 / children_referred_again);
  }
  /// First referrals of a child, of referrals without one in the year before: 1 in 1.6, as 55% are
  /// referred again within six years.
  static constexpr double children_referred_again = 1.6;

  /// Nobody here knows whether a child who moves away is referred elsewhere from then on; who has
  /// grown up is not referred again.
  void lose_sight_of(FamilySlot slot, double day, bool moves_away) {
    for (const Followed& one : followed_[slot]) {
      if (one.is_awaited()) {
        spells_.push_back({moves_away ? day - static_cast<double>(one.since) : follow_up, false});
      }
    }
    followed_.forget(slot);
  }

  void follow(const Happening& happening, const Record& record) {
    const auto today = static_cast<float>(happening.day);
    for (std::size_t child = 0; child < most_children; ++child) {
      // The referral that is told of has just been written into the record.
      if (record.children[child].last_referral != today) {
        continue;
      }
      Followed& one = followed_[happening.slot][child];
      const double days = happening.day - static_cast<double>(one.since);
      if (one.is_awaited() && days <= follow_up) {
        spells_.push_back({days, true});
        one.again = true;
      } else if (one.since < 0.0F && happening.day < cohort_) {
        one.since = today;
      }
    }
  }

  double cohort_;  // days from day 0 in which those are referred who are followed
  double outside_;
  double outside_in_need_ = 0.0;
  double turned_18_ = 0.0;
  double referred_ = 0.0;
  double in_need_ = 0.0;
  double planned_ = 0.0;
  BySlot<std::array<Followed, most_children>> followed_;
  std::vector<Spell> spells_;  // of those who were referred again or have left
};

}  // namespace

OutcomeKind childhood_outcomes() {
  return {run_table, {}, [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<ChildhoodObserver>(facts);
          }};
}

}  // namespace stepdown
