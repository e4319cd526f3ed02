#include "model/outcomes/observers/lateness_outcomes.h"

#include <limits>

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
};

/// A mean that is not a number while nothing has been added.
class Mean {
 public:
  void add(double value) {
    sum_ += value;
    ++count_;
  }
  double value() const { return sum_ / static_cast<double>(count_); }
  double count() const { return static_cast<double>(count_); }

 private:
  double sum_ = 0.0;
  long count_ = 0;
};

class LatenessObserver : public OutcomeObserver {
 public:
  explicit LatenessObserver(const HorizonFacts& facts) : years_(facts.years) {}

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::help_started, HappeningKind::family_left};
  }

  void saw(const Happening& happening, const Authority& authority) override {
    const Family& family = authority.families.family(happening.slot);
    if (happening.kind == HappeningKind::family_left) {
      if (family.first_at_level_three.is_set()) {
        const float first_help = authority.families.known(happening.slot).first_help;
        never_helped_.add(first_help == Record::not_yet ? 100.0 : 0.0);
      }
      return;
    }
    if (happening.repeats == 0) {
      return;
    }
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

  std::vector<double> run_values(const Authority&) const override {
    return {after_three_.value(), after_four_.value(), level_.value(), level_.count() / years_,
            never_helped_.value()};
  }

 private:
  double years_;
  Mean after_three_;
  Mean after_four_;
  Mean level_;
  Mean never_helped_;
};

}  // namespace

OutcomeKind lateness_outcomes() {
  return {run_table, {}, [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<LatenessObserver>(facts);
          }};
}

}  // namespace stepdown
