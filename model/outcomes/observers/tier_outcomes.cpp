#include "model/outcomes/observers/tier_outcomes.h"

#include <array>
#include <cstdint>

#include "model/outcomes/children_here.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"children_in_need_at_31_march", "children",
     "Children in need at 31 March (official: every open episode, outside cases included)",
     MeasureGroup::stocks, false},
    {"in_assessment", "children", "Children being assessed at 31 March", MeasureGroup::stocks,
     false},
    {"outside_open", "children", "Open outside cases at 31 March", MeasureGroup::stocks, false},
    {"children_in_need_own", "children",
     "Children of the model's families in need at 31 March, outside cases left out",
     MeasureGroup::stocks, false},
    {"looked_after_outside", "children", "Outside children looked after at 31 March",
     MeasureGroup::stocks, false},
    {"looked_after_at_31_march", "children",
     "Children looked after at 31 March (official: every reason, outside cases included)",
     MeasureGroup::stocks, false},
    {"stock_community_early_help", "children", "Children in community-based early help at 31 March",
     MeasureGroup::stocks, false},
    {"stock_targeted_early_help", "children", "Children in targeted early help at 31 March",
     MeasureGroup::stocks, false},
    {"stock_child_in_need", "children", "Children on a child in need plan at 31 March",
     MeasureGroup::stocks, false},
    {"stock_child_protection", "children", "Children on a protection plan at 31 March",
     MeasureGroup::stocks, false},
    {"stock_looked_after", "children", "Children looked after at 31 March", MeasureGroup::stocks,
     false},
    {"children_in_need_per_10000", "per 10,000 children",
     "Children in need at 31 March per 10,000 children", MeasureGroup::stocks, false},
    {"child_in_need_plans_per_10000", "per 10,000 children",
     "Children on a child in need plan at 31 March, outside cases included, per 10,000 children",
     MeasureGroup::stocks, false},
    {"protection_plans_per_10000", "per 10,000 children",
     "Children on a protection plan at 31 March per 10,000 children", MeasureGroup::stocks, false},
    {"looked_after_per_10000", "per 10,000 children",
     "Children looked after at 31 March, outside cases included, per 10,000 children",
     MeasureGroup::stocks, false},
    {"starts_community_early_help", "children a year", "Starts of community-based early help",
     MeasureGroup::flows, false},
    {"starts_targeted_early_help", "children a year", "Starts of targeted early help",
     MeasureGroup::flows, false},
    {"starts_child_in_need", "children a year", "Starts of child in need plans",
     MeasureGroup::flows, false},
    {"starts_child_protection", "children a year", "Starts of protection plans",
     MeasureGroup::flows, false},
    {"starts_looked_after", "children a year", "Starts of being looked after", MeasureGroup::flows,
     false},
    {"ends_community_early_help", "children a year", "Ends of community-based early help",
     MeasureGroup::flows, false},
    {"ends_targeted_early_help", "children a year", "Ends of targeted early help",
     MeasureGroup::flows, false},
    {"ends_child_in_need", "children a year", "Ends of child in need plans", MeasureGroup::flows,
     false},
    {"ends_child_protection", "children a year", "Ends of protection plans", MeasureGroup::flows,
     false},
    {"ends_looked_after", "children a year", "Ends of being looked after", MeasureGroup::flows,
     false},
    {"started_being_looked_after", "children a year",
     "Children who started to be looked after (official: every reason, outside cases included)",
     MeasureGroup::flows, false},
    {"tapering_mean", "children", "Mean children whose help is being tapered", MeasureGroup::stocks,
     false},
    {"relapses_seen", "children a year", "Relapses seen at contacts of a taper",
     MeasureGroup::flows, false},
};

constexpr Measure monthly_table[] = {
    {"month_children_in_need", "children", "Children in need at the end of the month (official)",
     MeasureGroup::stocks, true},
    {"month_stock_community_early_help", "children",
     "Children in community-based early help at the end of the month", MeasureGroup::stocks, true},
    {"month_stock_targeted_early_help", "children",
     "Children in targeted early help at the end of the month", MeasureGroup::stocks, true},
    {"month_stock_child_in_need", "children",
     "Children on a child in need plan at the end of the month", MeasureGroup::stocks, true},
    {"month_stock_child_protection", "children",
     "Children on a protection plan at the end of the month", MeasureGroup::stocks, true},
    {"month_stock_looked_after", "children", "Children looked after at the end of the month",
     MeasureGroup::stocks, true},
    {"month_starts_community_early_help", "children", "Starts of community-based early help",
     MeasureGroup::flows, true},
    {"month_starts_targeted_early_help", "children", "Starts of targeted early help",
     MeasureGroup::flows, true},
    {"month_starts_child_in_need", "children", "Starts of child in need plans", MeasureGroup::flows,
     true},
    {"month_starts_child_protection", "children", "Starts of protection plans", MeasureGroup::flows,
     true},
    {"month_starts_looked_after", "children", "Starts of being looked after", MeasureGroup::flows,
     true},
    {"month_ends_community_early_help", "children", "Ends of community-based early help",
     MeasureGroup::flows, true},
    {"month_ends_targeted_early_help", "children", "Ends of targeted early help",
     MeasureGroup::flows, true},
    {"month_ends_child_in_need", "children", "Ends of child in need plans", MeasureGroup::flows,
     true},
    {"month_ends_child_protection", "children", "Ends of protection plans", MeasureGroup::flows,
     true},
    {"month_ends_looked_after", "children", "Ends of being looked after", MeasureGroup::flows,
     true},
};

constexpr std::size_t helping_tiers = service_tiers - 1;
constexpr std::size_t first_tier = 6;  // of the tiers among the stocks at 31 March

/// Official: referred and not closed, whatever the reason and the tier.
double officially_in_need(const Authority& authority) {
  const Stocks& stocks = authority.stocks;
  const auto helped = [&](ServiceTier tier) { return stocks.helped[row_of(tier)].count(); };
  return static_cast<double>(stocks.in_assessment.count() + stocks.unallocated.count() +
                             helped(ServiceTier::child_in_need) +
                             helped(ServiceTier::child_protection) +
                             helped(ServiceTier::looked_after) + authority.outside.open.count());
}

/// Official: whatever the reason.
double looked_after(const Authority& authority) {
  return static_cast<double>(authority.stocks.helped[row_of(ServiceTier::looked_after)].count() +
                             authority.outside.in_care.count());
}

class TierObserver : public OutcomeObserver {
 public:
  explicit TierObserver(const HorizonFacts& facts) : years_(facts.years), days_(facts.end) {
    tapering_at_start_ = tapering(facts.day_0);
    outside_starts_before_ = facts.day_0.outside.next_care_id;
  }

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::help_started, HappeningKind::help_ended, HappeningKind::relapse_seen};
  }

  void saw(const Happening& happening, const Authority&) override {
    if (happening.kind == HappeningKind::relapse_seen) {
      relapses_ += happening.repeats == 1 ? happening.children : 0;
      return;
    }
    const std::size_t tier = row_of(happening.tier) - 1;
    const bool started = happening.kind == HappeningKind::help_started;
    (started ? starts_ : ends_)[tier] += happening.children;
    (started ? month_starts_ : month_ends_)[tier] += happening.children;
  }

  void month_ended(const Authority& authority, std::size_t month) override {
    const Stocks& stocks = authority.stocks;
    if (month % 12 == 11) {
      at_31_march_[0] += officially_in_need(authority);
      at_31_march_[1] += static_cast<double>(stocks.in_assessment.count());
      at_31_march_[2] += static_cast<double>(authority.outside.open.count());
      at_31_march_[3] +=
          officially_in_need(authority) - static_cast<double>(authority.outside.open.count());
      at_31_march_[4] += static_cast<double>(authority.outside.in_care.count());
      at_31_march_[5] += looked_after(authority);
      for (std::size_t tier = 0; tier < helping_tiers; ++tier) {
        at_31_march_[first_tier + tier] += static_cast<double>(stocks.helped[tier + 1].count());
      }
      outside_plans_ += static_cast<double>(authority.outside.with_plan.count());
      children_ += children_here(authority);
      years_seen_ += 1.0;
    }
    monthly_.push_back(officially_in_need(authority));
    for (std::size_t tier = 0; tier < helping_tiers; ++tier) {
      monthly_.push_back(static_cast<double>(stocks.helped[tier + 1].count()));
    }
    monthly_.insert(monthly_.end(), month_starts_.begin(), month_starts_.end());
    monthly_.insert(monthly_.end(), month_ends_.begin(), month_ends_.end());
    month_starts_ = {};
    month_ends_ = {};
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    std::vector<double> values;
    for (const double sum : at_31_march_) {
      values.push_back(sum / years_seen_);
    }
    const double per_10000 = 10'000.0 / children_;
    values.push_back(at_31_march_[0] * per_10000);
    values.push_back((at_31_march_[first_tier + 2] + outside_plans_) * per_10000);
    values.push_back(at_31_march_[first_tier + 3] * per_10000);
    values.push_back(at_31_march_[5] * per_10000);
    for (const auto* flow : {&starts_, &ends_}) {
      for (const double children : *flow) {
        values.push_back(children / years_);
      }
    }
    values.push_back((starts_[row_of(ServiceTier::looked_after) - 1] +
                      static_cast<double>(at_end.outside.next_care_id - outside_starts_before_)) /
                     years_);
    values.push_back((tapering(at_end) - tapering_at_start_) / days_);
    values.push_back(relapses_ / years_);
    return values;
  }

  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  static double tapering(const Authority& authority) {
    double days = 0.0;
    for (const Tally& tier : authority.stocks.tapering) {
      days += tier.integral();
    }
    return days;
  }

  double years_;
  double days_;
  double children_ = 0.0;  // there, summed over years
  double tapering_at_start_ = 0.0;
  std::uint32_t outside_starts_before_ = 0;
  double outside_plans_ = 0.0;
  double years_seen_ = 0.0;
  double relapses_ = 0.0;
  std::array<double, first_tier + helping_tiers> at_31_march_{};
  std::array<double, helping_tiers> starts_{};
  std::array<double, helping_tiers> ends_{};
  std::array<double, helping_tiers> month_starts_{};
  std::array<double, helping_tiers> month_ends_{};
  std::vector<double> monthly_;
};

}  // namespace

OutcomeKind tier_outcomes() {
  return {run_table, monthly_table,
          [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<TierObserver>(facts);
          }};
}

}  // namespace stepdown
