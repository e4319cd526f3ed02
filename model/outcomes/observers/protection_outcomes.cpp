#include "model/outcomes/observers/protection_outcomes.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"enquiries", "children a year", "Section 47 enquiries", MeasureGroup::flows, false},
    {"enquiries_per_100_referrals", "%", "Section 47 enquiries per 100 referrals",
     MeasureGroup::flows, false},
    {"conferences_per_100_enquiries", "%", "Initial conferences per 100 enquiries",
     MeasureGroup::flows, false},
    {"enquiries_without_conference", "children a year",
     "Section 47 enquiries that end without an initial conference: enquiries less conferences",
     MeasureGroup::flows, false},
    {"plans_per_100_conferences", "%", "Protection plans started per 100 initial conferences",
     MeasureGroup::flows, false},
    {"second_or_subsequent_plan", "%", "Plans starting for a child with an earlier plan",
     MeasureGroup::returning, false},
    {"plans_category_neglect", "%", "Plans starting with neglect as the first category",
     MeasureGroup::flows, false},
};

constexpr Measure monthly_table[] = {
    {"month_second_or_subsequent_plans", "children",
     "Plans starting in the month for a child with an earlier plan", MeasureGroup::returning, true},
};

class ProtectionObserver : public OutcomeObserver {
 public:
  explicit ProtectionObserver(const HorizonFacts& facts) : years_(facts.years) {}

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::referral, HappeningKind::outside_referral,
            HappeningKind::enquiry_started, HappeningKind::conference_held,
            HappeningKind::plan_started};
  }

  void saw(const Happening& happening, const Authority&) override {
    switch (happening.kind) {
      case HappeningKind::enquiry_started:
        enquiries_ += happening.children;
        break;
      case HappeningKind::conference_held:
        conferences_ += happening.children;
        break;
      case HappeningKind::plan_started:
        plans_ += happening.children;
        repeat_plans_ += happening.repeats;
        neglect_ += happening.neglect ? happening.children : 0;
        month_repeat_plans_ += happening.repeats;
        break;
      default:
        referrals_ += happening.children;
        break;
    }
  }

  void month_ended(const Authority&, std::size_t) override {
    monthly_.push_back(month_repeat_plans_);
    month_repeat_plans_ = 0.0;
  }

  std::vector<double> run_values(const Authority&) const override {
    return {enquiries_ / years_,
            percentage(enquiries_, referrals_),
            percentage(conferences_, enquiries_),
            (enquiries_ - conferences_) / years_,
            percentage(plans_, conferences_),
            percentage(repeat_plans_, plans_),
            percentage(neglect_, plans_)};
  }

  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  double years_;
  double referrals_ = 0.0;
  double enquiries_ = 0.0;
  double conferences_ = 0.0;
  double plans_ = 0.0;
  double repeat_plans_ = 0.0;
  double neglect_ = 0.0;
  double month_repeat_plans_ = 0.0;
  std::vector<double> monthly_;
};

}  // namespace

OutcomeKind protection_outcomes() {
  return {run_table, monthly_table,
          [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<ProtectionObserver>(facts);
          }};
}

}  // namespace stepdown
