#include "model/outcomes/observers/divided_outcomes.h"

#include <vector>

#include "model/outcomes/mean.h"
#include "model/outcomes/nearest_rank.h"
#include "model/time.h"

namespace stepdown {
namespace {

#define STEPDOWN_FIFTHS(name, unit, words)                                                         \
  {name "_fifth_1", unit, words ", the least deprived fifth of areas", MeasureGroup::fifths,       \
   false},                                                                                         \
      {name "_fifth_2", unit, words ", the second fifth of areas", MeasureGroup::fifths, false},   \
      {name "_fifth_3", unit, words ", the middle fifth of areas", MeasureGroup::fifths, false},   \
      {name "_fifth_4", unit, words ", the fourth fifth of areas", MeasureGroup::fifths, false}, { \
    name "_fifth_5", unit, words ", the most deprived fifth of areas", MeasureGroup::fifths, false \
  }

#define STEPDOWN_STAGES(name, unit, words)                                                        \
  {name "_age_under_5", unit, words ", youngest child under 5", MeasureGroup::stages, false},     \
      {name "_age_5_to_10", unit, words ", youngest child 5 to 10", MeasureGroup::stages, false}, \
  {                                                                                               \
    name "_age_over_10", unit, words ", youngest child over 10", MeasureGroup::stages, false      \
  }

#define STEPDOWN_DIVIDED(parts)                                                             \
  parts("level_3_to_5", "per 100 children", "Children living at neglect level 3 to 5"),     \
      parts("level_4_to_5", "per 100 children", "Children living at neglect level 4 to 5"), \
      parts("severe_without_help", "per 100 children",                                      \
            "Children living at neglect level 4 to 5 without help"),                        \
      parts("lateness_days", "days",                                                        \
            "Mean days from first reaching level 3 to first help after day 0"),             \
      parts("referrals_per_10000", "per 10,000 children a year",                            \
            "Referrals of the model's families per 10,000 children at home"),               \
      parts("waiting_days", "days",                                                         \
            "Median wait for early help of either kind, of those who start")

constexpr Measure fifth_table[] = {STEPDOWN_DIVIDED(STEPDOWN_FIFTHS)};
constexpr Measure stage_table[] = {STEPDOWN_DIVIDED(STEPDOWN_STAGES)};

#undef STEPDOWN_DIVIDED
#undef STEPDOWN_STAGES
#undef STEPDOWN_FIFTHS

/// Into what families are divided, and which part a family belongs to at a time.
struct Division {
  std::size_t parts;
  std::size_t (*of)(const Family&);
  const ChildrenAtHome& (*at_home)(const Stocks&, std::size_t part, std::size_t other);
  std::size_t others;
};

constexpr Division by_fifth = {
    area_fifths, [](const Family& family) { return static_cast<std::size_t>(family.area); },
    [](const Stocks& stocks, std::size_t part, std::size_t other) -> const ChildrenAtHome& {
      return stocks.at_home[part][other];
    },
    family_stages};

constexpr Division by_stage = {
    family_stages, [](const Family& family) { return static_cast<std::size_t>(family.stage); },
    [](const Stocks& stocks, std::size_t part, std::size_t other) -> const ChildrenAtHome& {
      return stocks.at_home[other][part];
    },
    area_fifths};

/// Child-days of one part of the children at home.
struct ChildDays {
  double all = 0.0;
  double level_3_to_5 = 0.0;
  double level_4_to_5 = 0.0;
  double severe_without_help = 0.0;
};

ChildDays days_of(const Stocks& stocks, const Division& division, std::size_t part) {
  ChildDays days;
  for (std::size_t other = 0; other < division.others; ++other) {
    const ChildrenAtHome& children = division.at_home(stocks, part, other);
    for (std::size_t level = 0; level < children.at_level.size(); ++level) {
      const double at_level = children.at_level[level].integral();
      days.all += at_level;
      days.level_3_to_5 += level_at(level) >= NeglectLevel::three ? at_level : 0.0;
      days.level_4_to_5 += level_at(level) >= NeglectLevel::four ? at_level : 0.0;
    }
    days.severe_without_help += children.severe_without_help.integral();
  }
  return days;
}

class DividedObserver : public OutcomeObserver {
 public:
  DividedObserver(const HorizonFacts& facts, const Division& division)
      : division_(division), parts_(division.parts) {
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      parts_[part].at_start = days_of(facts.day_0.stocks, division, part);
    }
  }

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::help_started, HappeningKind::referral, HappeningKind::waiting_ended};
  }

  void saw(const Happening& happening, const Authority& authority) override {
    const Family& family = authority.families.family(happening.slot);
    Part& part = parts_[division_.of(family)];
    switch (happening.kind) {
      case HappeningKind::help_started:
        if (const double three = family.first_at_level_three.in_days();
            happening.repeats == 1 && three <= happening.day) {
          part.lateness.add(happening.day - three);
        }
        break;
      case HappeningKind::referral:
        part.referrals += happening.children;
        break;
      default:
        if (happening.reason == ClosingReason::none) {
          part.waits.push_back(happening.days);
        }
        break;
    }
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    const std::size_t parts = parts_.size();
    std::vector<double> values(6 * parts);
    for (std::size_t row = 0; row < parts; ++row) {
      const Part& part = parts_[row];
      const ChildDays now = days_of(at_end.stocks, division_, row);
      const ChildDays& then = part.at_start;
      const double all = now.all - then.all;
      values[row] = percentage(now.level_3_to_5 - then.level_3_to_5, all);
      values[parts + row] = percentage(now.level_4_to_5 - then.level_4_to_5, all);
      values[2 * parts + row] = percentage(now.severe_without_help - then.severe_without_help, all);
      values[3 * parts + row] = part.lateness.value();
      values[4 * parts + row] = part.referrals * 10'000.0 * days_per_year / all;
      values[5 * parts + row] = nearest_rank(part.waits, 0.5);
    }
    return values;
  }

 private:
  struct Part {
    ChildDays at_start;
    Mean lateness;
    double referrals = 0.0;
    std::vector<double> waits;
  };

  Division division_;
  std::vector<Part> parts_;
};

}  // namespace

OutcomeKind fifth_outcomes() {
  return {fifth_table, {}, [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<DividedObserver>(facts, by_fifth);
          }};
}

OutcomeKind stage_outcomes() {
  return {stage_table, {}, [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<DividedObserver>(facts, by_stage);
          }};
}

}  // namespace stepdown
