#include "model/outcomes/observers/noticing_outcomes.h"

#include <array>

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"contacts_school", "contacts a year", "Families noticed by schools", MeasureGroup::noticing,
     false},
    {"contacts_early_years", "contacts a year", "Families noticed by early years settings",
     MeasureGroup::noticing, false},
    {"contacts_health", "contacts a year", "Families noticed by health services",
     MeasureGroup::noticing, false},
    {"contacts_police", "contacts a year", "Families noticed by the police", MeasureGroup::noticing,
     false},
    {"contacts_housing_voluntary", "contacts a year",
     "Families noticed by housing and the voluntary sector", MeasureGroup::noticing, false},
    {"contacts_public", "contacts a year", "Families noticed by the public", MeasureGroup::noticing,
     false},
    {"contacts_family", "contacts a year", "Families who come by themselves",
     MeasureGroup::noticing, false},
    {"referrals_by_school", "%", "Referrals of the model's families that schools make",
     MeasureGroup::noticing, false},
    {"referrals_by_early_years", "%",
     "Referrals of the model's families that early years settings make", MeasureGroup::noticing,
     false},
    {"referrals_by_health", "%", "Referrals of the model's families that health services make",
     MeasureGroup::noticing, false},
    {"referrals_by_police", "%", "Referrals of the model's families that the police make",
     MeasureGroup::noticing, false},
    {"referrals_by_housing_voluntary", "%",
     "Referrals of the model's families that housing, the voluntary sector and early help make",
     MeasureGroup::noticing, false},
    {"referrals_by_public", "%", "Referrals of the model's families that the public makes",
     MeasureGroup::noticing, false},
    {"referrals_by_family", "%", "Referrals of the model's families that they make themselves",
     MeasureGroup::noticing, false},
    {"never_known", "%", "Children at home in families whom no service has ever dealt with",
     MeasureGroup::noticing, false},
    {"never_known_level_3_to_5", "%",
     "Children living at neglect level 3 to 5 in families whom no service has ever dealt with",
     MeasureGroup::noticing, false},
    {"left_never_known", "%",
     "Families who left after having been at level 3 or worse and whom no service ever dealt with",
     MeasureGroup::noticing, false},
    {"assessed_without_need", "%",
     "Children assessed whose family, on the true level, needs nothing: level 1 or 2 and no "
     "concern",
     MeasureGroup::noticing, false},
};

constexpr Measure monthly_table[] = {
    {"month_contacts", "contacts", "Families noticed in the month", MeasureGroup::noticing, true},
};

/// Child-days at home: all, at level 3 or worse, and the parts of both whom nobody knows.
struct ChildDays {
  explicit ChildDays(const Stocks& stocks)
      : unknown(stocks.never_known.integral()),
        unknown_in_need(stocks.never_known_in_need.integral()) {
    for (std::size_t level = 0; level < neglect_levels; ++level) {
      const double days = stocks.days_at(level_at(level));
      all += days;
      in_need += level_at(level) >= NeglectLevel::three ? days : 0.0;
    }
  }

  double all = 0.0;
  double in_need = 0.0;
  double unknown;
  double unknown_in_need;
};

class NoticingObserver : public OutcomeObserver {
 public:
  explicit NoticingObserver(const HorizonFacts& facts)
      : years_(facts.years), at_start_(facts.day_0.stocks) {}

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::contact, HappeningKind::referral, HappeningKind::assessment_ended,
            HappeningKind::family_left};
  }

  void saw(const Happening& happening, const Authority& authority) override {
    switch (happening.kind) {
      case HappeningKind::contact:
        contacts_[row_of(happening.route)] += 1.0;
        month_contacts_ += 1.0;
        break;
      case HappeningKind::referral:
        referrals_[row_of(happening.route)] += happening.children;
        break;
      case HappeningKind::assessment_ended: {
        const Family& family = authority.families.family(happening.slot);
        const bool needs_nothing =
            family.level < NeglectLevel::three && family.concern == AcuteConcern::none;
        assessed_ += happening.children;
        without_need_ += needs_nothing ? happening.children : 0;
        break;
      }
      default:
        if (authority.families.family(happening.slot).worst_level >= NeglectLevel::three) {
          left_ += 1.0;
          left_unknown_ += authority.families.has_record(happening.slot) ? 0.0 : 1.0;
        }
        break;
    }
  }

  void month_ended(const Authority&, std::size_t) override {
    monthly_.push_back(month_contacts_);
    month_contacts_ = 0.0;
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    std::vector<double> values;
    double referrals = 0.0;
    for (std::size_t route = 0; route < notice_routes; ++route) {
      values.push_back(contacts_[route] / years_);
      referrals += referrals_[route];
    }
    for (const double by_route : referrals_) {
      values.push_back(percentage(by_route, referrals));
    }
    const ChildDays now(at_end.stocks);
    values.push_back(percentage(now.unknown - at_start_.unknown, now.all - at_start_.all));
    values.push_back(percentage(now.unknown_in_need - at_start_.unknown_in_need,
                                now.in_need - at_start_.in_need));
    values.push_back(percentage(left_unknown_, left_));
    values.push_back(percentage(without_need_, assessed_));
    return values;
  }

  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  double years_;
  ChildDays at_start_;
  std::array<double, notice_routes> contacts_{};
  std::array<double, notice_routes> referrals_{};  // children
  double assessed_ = 0.0;                          // children
  double without_need_ = 0.0;
  double left_ = 0.0;
  double left_unknown_ = 0.0;
  double month_contacts_ = 0.0;
  std::vector<double> monthly_;
};

}  // namespace

OutcomeKind noticing_outcomes() {
  return {run_table, monthly_table,
          [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<NoticingObserver>(facts);
          }};
}

}  // namespace stepdown
