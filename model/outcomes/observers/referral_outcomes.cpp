#include "model/outcomes/observers/referral_outcomes.h"

#include "model/outcomes/by_slot.h"
#include "model/outcomes/children_here.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"referrals", "children a year", "Referrals to social care (official count)",
     MeasureGroup::returning, false},
    {"referrals_per_10000", "per 10,000 children a year", "Referrals per 10,000 children",
     MeasureGroup::returning, false},
    {"rereferral_12m", "%", "Referrals of a child referred within the 12 months before (official)",
     MeasureGroup::returning, false},
    {"rereferrals_per_10000", "per 10,000 children a year", "Re-referrals per 10,000 children",
     MeasureGroup::returning, false},
    {"referrals_own", "children a year",
     "Referrals of the model's families, outside cases left out", MeasureGroup::flows, false},
    {"referrals_outside", "children a year", "Referrals of outside cases", MeasureGroup::flows,
     false},
    {"no_further_action", "%", "Referrals closed without an assessment", MeasureGroup::flows,
     false},
    {"assessed_not_in_need", "%", "Referrals assessed and not in need", MeasureGroup::flows, false},
    {"offers_declined", "children a year", "Offers of early help declined", MeasureGroup::flows,
     false},
    {"escalation_12m", "%", "Early help starts followed by a referral to social care in 12 months",
     MeasureGroup::escalation, false},
};

constexpr Measure monthly_table[] = {
    {"month_referrals", "children", "Referrals to social care in the month",
     MeasureGroup::returning, true},
    {"month_rereferrals", "children", "Referrals within 12 months of the one before, in the month",
     MeasureGroup::returning, true},
};

class ReferralObserver : public OutcomeObserver {
 public:
  explicit ReferralObserver(const HorizonFacts& facts)
      : years_(facts.years),
        end_(facts.end),
        child_days_before_(days_of_children_here(facts.day_0)),
        early_help_began_(facts.day_0.families.slots(), none) {}

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::referral,          HappeningKind::outside_referral,
            HappeningKind::no_further_action, HappeningKind::assessment_ended,
            HappeningKind::offer_declined,    HappeningKind::help_started,
            HappeningKind::family_left,       HappeningKind::outside_closed};
  }

  const RowsBySlot* memory() const override { return &early_help_began_; }

  void saw(const Happening& happening, const Authority&) override {
    switch (happening.kind) {
      case HappeningKind::referral:
        own_ += happening.children;
        settle_early_help(happening.slot, happening.day);
        [[fallthrough]];
      case HappeningKind::outside_referral:
        referrals_ += happening.children;
        repeats_ += happening.repeats;
        month_referrals_ += happening.children;
        month_repeats_ += happening.repeats;
        break;
      case HappeningKind::no_further_action:
        no_further_action_ += happening.children;
        break;
      case HappeningKind::assessment_ended:
      case HappeningKind::outside_closed:
        not_in_need_ += happening.reason == ClosingReason::not_in_need ? happening.children : 0;
        break;
      case HappeningKind::offer_declined:
        declined_ += is_early_help(happening.tier) ? happening.children : 0;
        break;
      case HappeningKind::help_started:
        begin_early_help(happening);
        break;
      default:
        early_help_began_.forget(happening.slot);
        break;
    }
  }

  void month_ended(const Authority&, std::size_t) override {
    monthly_.push_back(month_referrals_);
    monthly_.push_back(month_repeats_);
    month_referrals_ = month_repeats_ = 0.0;
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    const double child_years = (days_of_children_here(at_end) - child_days_before_) / days_per_year;
    return {referrals_ / years_,
            10'000.0 * for_each_of(referrals_, child_years),
            percentage(repeats_, referrals_),
            10'000.0 * for_each_of(repeats_, child_years),
            own_ / years_,
            (referrals_ - own_) / years_,
            percentage(no_further_action_, referrals_),
            percentage(not_in_need_, referrals_),
            declined_ / years_,
            percentage(escalated_, early_help_starts_)};
  }

  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  static constexpr double none = -1e300;

  /// A start within 12 months of one that is being followed belongs to it.
  void begin_early_help(const Happening& start) {
    if (is_early_help(start.tier) && start.day + days_per_year <= end_ &&
        start.day - early_help_began_[start.slot] > days_per_year) {
      early_help_began_[start.slot] = start.day;
      early_help_starts_ += 1.0;
    }
  }

  void settle_early_help(FamilySlot slot, double day) {
    escalated_ += day - early_help_began_[slot] <= days_per_year ? 1.0 : 0.0;
    early_help_began_.forget(slot);
  }

  double years_;
  double end_;
  double child_days_before_;
  BySlot<double> early_help_began_;  // the start that is being followed
  double referrals_ = 0.0;
  double own_ = 0.0;
  double repeats_ = 0.0;
  double no_further_action_ = 0.0;
  double not_in_need_ = 0.0;
  double declined_ = 0.0;
  double early_help_starts_ = 0.0;
  double escalated_ = 0.0;
  double month_referrals_ = 0.0;
  double month_repeats_ = 0.0;
  std::vector<double> monthly_;
};

}  // namespace

OutcomeKind referral_outcomes() {
  return {run_table, monthly_table,
          [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<ReferralObserver>(facts);
          }};
}

}  // namespace stepdown
