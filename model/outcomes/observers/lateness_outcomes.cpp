#include "model/outcomes/observers/lateness_outcomes.h"

#include "model/outcomes/mean.h"
#include "model/outcomes/survival.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"lateness_level_3_days", "days",
     "Mean days from first reaching level 3 to first help, families first helped after day 0",
     MeasureGroup::lateness, false},
    {"lateness_level_4_days", "days",
     "Mean days from first reaching level 4 to first help, families first helped after day 0",
     MeasureGroup::lateness, false},
    {"level_at_first_help", "levels", "Mean neglect level when first help starts",
     MeasureGroup::lateness, false},
    {"first_helped_families", "families a year", "Families whose first help starts",
     MeasureGroup::lateness, false},
    {"never_helped_level_3", "%",
     "Families who left after having been at level 3 or worse and were never helped",
     MeasureGroup::lateness, false},
    {"helped_12m_level_3", "%",
     "Families who first reach level 3 after day 0 and before any help: first helped in 12 months",
     MeasureGroup::lateness, false},
    {"helped_12m_level_4", "%",
     "Families who first reach level 4 after day 0 and before any help: first helped in 12 months",
     MeasureGroup::lateness, false},
};

/// From reaching a level to first help, or to the day on which a family was last seen without any.
using Unhelped = std::vector<Spell>;

/// Of a family that reaches the level in the horizon; one that was helped before is not late.
void add_spell(Unhelped& spells, WholeDay reached, double until, bool helped, double end) {
  if (reached.is_set() && reached.in_days() >= 0.0 && reached.in_days() <= until) {
    spells.push_back({until - reached.in_days(), helped, end - reached.in_days()});
  }
}

class LatenessObserver : public OutcomeObserver {
 public:
  explicit LatenessObserver(const HorizonFacts& facts) : years_(facts.years), end_(facts.end) {}

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::help_started, HappeningKind::family_left};
  }

  void saw(const Happening& happening, const Authority& authority) override {
    const Family& family = authority.families.family(happening.slot);
    if (happening.kind == HappeningKind::family_left) {
      if (family.first_at_level_three.is_set()) {
        never_helped_.add(is_unhelped(authority, happening.slot) ? 100.0 : 0.0);
      }
      if (is_unhelped(authority, happening.slot)) {
        add_spell(to_help_from_three_, family.first_at_level_three, happening.day, false, end_);
        add_spell(to_help_from_four_, family.first_at_level_four, happening.day, false, end_);
      }
      return;
    }
    if (happening.repeats == 0) {
      return;
    }
    add_spell(to_help_from_three_, family.first_at_level_three, happening.day, true, end_);
    add_spell(to_help_from_four_, family.first_at_level_four, happening.day, true, end_);
    level_.add(number(family.level));
    const double three = family.first_at_level_three.in_days();
    const double four = family.first_at_level_four.in_days();
    if (three <= happening.day) {
      after_three_.add(happening.day - three);
    }
    if (four <= happening.day) {
      after_four_.add(happening.day - four);
    }
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    Unhelped from_three = to_help_from_three_;
    Unhelped from_four = to_help_from_four_;
    for (FamilySlot slot = 0; slot < at_end.families.slots(); ++slot) {
      if (at_end.families.is_here(slot) && is_unhelped(at_end, slot)) {
        const Family& family = at_end.families.family(slot);
        add_spell(from_three, family.first_at_level_three, at_end.now, false, end_);
        add_spell(from_four, family.first_at_level_four, at_end.now, false, end_);
      }
    }
    return {after_three_.value(),
            after_four_.value(),
            level_.value(),
            level_.count() / years_,
            never_helped_.value(),
            100.0 * share_returned(from_three, days_per_year),
            100.0 * share_returned(from_four, days_per_year)};
  }

 private:
  static bool is_unhelped(const Authority& authority, FamilySlot slot) {
    return authority.families.known(slot).first_help == Record::not_yet;
  }

  double years_;
  double end_;
  Mean after_three_;
  Mean after_four_;
  Mean level_;
  Mean never_helped_;
  Unhelped to_help_from_three_;
  Unhelped to_help_from_four_;
};

}  // namespace

OutcomeKind lateness_outcomes() {
  return {run_table, {}, [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<LatenessObserver>(facts);
          }};
}

}  // namespace stepdown
