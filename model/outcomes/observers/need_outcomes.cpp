#include "model/outcomes/observers/need_outcomes.h"

#include <array>
#include <map>
#include <vector>

#include "model/outcomes/by_slot.h"
#include "model/outcomes/survival.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"child_years_level_3_to_5", "child-years a year", "Children living at neglect level 3 to 5",
     MeasureGroup::need, false},
    {"child_years_level_4_to_5", "child-years a year", "Children living at neglect level 4 to 5",
     MeasureGroup::need, false},
    {"severe_child_years_without_help", "child-years a year",
     "Children living at neglect level 4 to 5 without help", MeasureGroup::need, false},
    {"share_level_3_to_5", "%", "Share of children living at neglect level 3 to 5",
     MeasureGroup::need, false},
    {"return_of_need_24m", "%",
     "Families first helped after day 0: back at level 3 or worse within 24 months of easing to 2 "
     "or "
     "better",
     MeasureGroup::need, false},
};

constexpr Measure monthly_table[] = {
    {"children_level_1", "children", "Children at neglect level 1", MeasureGroup::need, true},
    {"children_level_2", "children", "Children at neglect level 2", MeasureGroup::need, true},
    {"children_level_3", "children", "Children at neglect level 3", MeasureGroup::need, true},
    {"children_level_4", "children", "Children at neglect level 4", MeasureGroup::need, true},
    {"children_level_5", "children", "Children at neglect level 5", MeasureGroup::need, true},
    {"severe_children_without_help", "children", "Children at neglect level 4 to 5 without help",
     MeasureGroup::need, true},
};

constexpr double follow_up = 2.0 * days_per_year;

/// Follows each family that is first helped after day 0 from help to easing to return.
class NeedObserver : public OutcomeObserver {
 public:
  explicit NeedObserver(const HorizonFacts& facts)
      : years_(facts.years), end_(facts.end), steps_(facts.day_0.families.slots()) {
    for (std::size_t level = 0; level < at_start_.size(); ++level) {
      at_start_[level] = facts.day_0.stocks.days_at(level_at(level));
    }
    severe_at_start_ = facts.day_0.stocks.severe_days_without_help();
  }

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::help_started, HappeningKind::level_changed,
            HappeningKind::family_arrived, HappeningKind::family_left};
  }

  const RowsBySlot* memory() const override { return &steps_; }

  void saw(const Happening& happening, const Authority& authority) override {
    const FamilySlot slot = happening.slot;
    Step& step = steps_[slot];
    switch (happening.kind) {
      case HappeningKind::family_left:
        if (step == Step::eased) {
          end_follow_up(slot, happening.day, false);
        }
        [[fallthrough]];
      case HappeningKind::family_arrived:
        step = Step::none;
        return;
      case HappeningKind::help_started:
        if (happening.repeats == 1 &&
            authority.families.family(slot).first_at_level_three.in_days() <= happening.day) {
          step = Step::helped;
        }
        break;
      default:
        break;
    }
    if (step == Step::helped || step == Step::eased) {
      follow(step, happening, authority.families.family(slot).level);
    }
  }

  void month_ended(const Authority& authority, std::size_t) override {
    for (std::size_t level = 0; level < neglect_levels; ++level) {
      monthly_.push_back(static_cast<double>(authority.stocks.children_at(level_at(level))));
    }
    monthly_.push_back(static_cast<double>(authority.stocks.severe_children_without_help()));
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    std::array<double, neglect_levels> years{};
    double all = 0.0;
    for (std::size_t level = 0; level < years.size(); ++level) {
      years[level] =
          (at_end.stocks.days_at(level_at(level)) - at_start_[level]) / days_per_year / years_;
      all += years[level];
    }
    const double severe = years[3] + years[4];
    const double unhelped =
        (at_end.stocks.severe_days_without_help() - severe_at_start_) / days_per_year / years_;
    std::vector<Spell> spells = after_easing_;
    for (const auto& [slot, day] : eased_) {
      spells.push_back({end_ - day, false});
    }
    return {years[2] + severe, severe, unhelped, percentage(years[2] + severe, all),
            100.0 * share_returned(spells, follow_up)};
  }

  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  enum class Step : unsigned char { none, helped, eased, settled };

  void follow(Step& step, const Happening& happening, NeglectLevel level) {
    if (step == Step::helped && level < NeglectLevel::three) {
      step = Step::eased;
      eased_[happening.slot] = happening.day;
    } else if (step == Step::eased && level >= NeglectLevel::three) {
      end_follow_up(happening.slot, happening.day, true);
      step = Step::settled;
    }
  }

  void end_follow_up(FamilySlot slot, double day, bool returned) {
    const auto eased = eased_.find(slot);
    after_easing_.push_back({day - eased->second, returned, end_ - eased->second});
    eased_.erase(eased);
  }

  double years_;
  double end_;
  std::array<double, neglect_levels> at_start_{};
  double severe_at_start_ = 0.0;
  BySlot<Step> steps_;                  // small, because every change of level looks
  std::map<FamilySlot, double> eased_;  // day, of those who are eased and not yet back
  std::vector<Spell> after_easing_;
  std::vector<double> monthly_;
};

}  // namespace

OutcomeKind need_outcomes() {
  return {run_table, monthly_table,
          [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<NeedObserver>(facts);
          }};
}

}  // namespace stepdown
