#include "model/outcomes/observers/cost_outcomes.h"

#include <array>

#include "model/time.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"cost_total", "GBP a year", "Cost of early help, social work and care", MeasureGroup::cost,
     false},
    {"cost_community_early_help", "GBP a year", "Cost of community-based early help",
     MeasureGroup::cost, false},
    {"cost_targeted_early_help", "GBP a year", "Cost of targeted early help", MeasureGroup::cost,
     false},
    {"cost_social_work", "GBP a year", "Cost of social work", MeasureGroup::cost, false},
    {"cost_looked_after", "GBP a year", "Cost of care placements", MeasureGroup::cost, false},
};

constexpr Measure monthly_table[] = {
    {"month_cost_total", "GBP", "Cost of early help, social work and care in the month",
     MeasureGroup::cost, true},
};

/// Posts cost what they cost whether busy or not; placements cost by the day.
class CostObserver : public OutcomeObserver {
 public:
  explicit CostObserver(const HorizonFacts& facts)
      : price_(facts.parameters.cost), years_(facts.years), care_days_(care_days(facts.day_0)) {}

  void month_ended(const Authority& authority, std::size_t) override {
    const double years = (authority.now - month_began_) / days_per_year;
    const std::array<double, 3> posts = {price_.community_worker, price_.key_worker,
                                         price_.social_worker};
    double month = 0.0;
    for (std::size_t team = 0; team < posts.size(); ++team) {
      const double cost =
          posts[team] * static_cast<double>(authority.teams[team].in_post()) * years;
      totals_[team] += cost;
      month += cost;
    }
    const double care =
        price_.looked_after_child * (care_days(authority) - care_days_) / days_per_year;
    totals_[3] += care;
    monthly_.push_back(month + care);
    month_began_ = authority.now;
    care_days_ = care_days(authority);
  }

  std::vector<double> run_values(const Authority&) const override {
    const double all = totals_[0] + totals_[1] + totals_[2] + totals_[3];
    return {all / years_, totals_[0] / years_, totals_[1] / years_, totals_[2] / years_,
            totals_[3] / years_};
  }

  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  static double care_days(const Authority& authority) {
    return authority.stocks.helped[row_of(ServiceTier::looked_after)].integral();
  }

  CostParameters price_;
  double years_;
  double care_days_;
  double month_began_ = 0.0;
  std::array<double, 4> totals_{};  // community, targeted, social work, placements
  std::vector<double> monthly_;
};

}  // namespace

OutcomeKind cost_outcomes() {
  return {run_table, monthly_table,
          [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<CostObserver>(facts);
          }};
}

}  // namespace stepdown
