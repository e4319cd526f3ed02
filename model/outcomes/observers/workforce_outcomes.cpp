#include "model/outcomes/observers/workforce_outcomes.h"

#include "model/outcomes/by_slot.h"
#include "model/outcomes/mean.h"
#include "model/outcomes/nearest_rank.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"vacancy_rate", "%",
     "Posts of social workers without a permanent worker, those held by agency workers included",
     MeasureGroup::workforce, false},
    {"agency_share", "%", "Social workers in post who come from an agency", MeasureGroup::workforce,
     false},
    {"absence_share", "%", "Social workers in post who are absent", MeasureGroup::workforce, false},
    {"turnover_rate", "% a year", "Permanent social workers who leave, of those in post",
     MeasureGroup::workforce, false},
    {"worker_changes", "changes a year", "Changes of worker for a child in need, in a year",
     MeasureGroup::workforce, false},
    {"children_with_3_workers", "%",
     "Episodes of need ended: share of children who had three or more workers",
     MeasureGroup::workforce, false},
    {"decision_days_mean", "days", "Mean days from a referral to the front door's decision",
     MeasureGroup::workforce, false},
    {"decision_days_p90", "days",
     "Days from a referral to the front door's decision that one in ten exceeds",
     MeasureGroup::workforce, false},
    {"referral_to_help_days_mean", "days",
     "Mean days from a referral to the child in need or protection plan that follows",
     MeasureGroup::workforce, false},
    {"referral_to_help_days_p90", "days",
     "Days from a referral to the plan that follows, which one in ten exceeds",
     MeasureGroup::workforce, false},
};

constexpr Measure monthly_table[] = {
    {"month_vacant_posts", "posts",
     "Posts of social workers without a permanent worker at the end of the month",
     MeasureGroup::workforce, true},
};

/// Posts of social workers by who is in them, in all teams.
struct Posts {
  double all = 0.0;
  double vacant = 0.0;
  double agency = 0.0;
  double absent = 0.0;
};

Posts posts_of(const Authority& authority) {
  Posts posts;
  for (const Team& team : authority.teams) {
    for (WorkerId id = 0; id < team.size(); ++id) {
      const Worker& worker = team.worker(id);
      if (worker.social_worker && worker.staffing != Staffing::closed) {
        posts.all += 1.0;
        posts.vacant += worker.staffing == Staffing::vacant ? 1.0 : 0.0;
        posts.agency += worker.staffing == Staffing::agency ? 1.0 : 0.0;
        posts.absent += worker.is_absent ? 1.0 : 0.0;
      }
    }
  }
  return posts;
}

double employed_days(const Authority& authority) {
  return authority.doings.employed[professions - 1].integral();
}

/// Child-days of the model's families in need, whatever the stage.
double days_in_need(const Authority& authority) {
  const Stocks& stocks = authority.stocks;
  double days = stocks.in_assessment.integral() + stocks.unallocated.integral();
  for (const ServiceTier tier :
       {ServiceTier::child_in_need, ServiceTier::child_protection, ServiceTier::looked_after}) {
    days += stocks.helped[row_of(tier)].integral();
  }
  return days;
}

class WorkforceObserver : public OutcomeObserver {
 public:
  explicit WorkforceObserver(const HorizonFacts& facts)
      : employed_at_start_(employed_days(facts.day_0)),
        left_at_start_(facts.day_0.doings.social_workers_left),
        in_need_at_start_(days_in_need(facts.day_0)),
        referred_(facts.day_0.families.slots(), nobody_asked) {}

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::worker_changed,    HappeningKind::episode_ended,
            HappeningKind::referral,          HappeningKind::no_further_action,
            HappeningKind::referral_accepted, HappeningKind::assessment_ended,
            HappeningKind::offer_declined,    HappeningKind::help_started,
            HappeningKind::family_left};
  }

  const RowsBySlot* memory() const override { return &referred_; }

  void saw(const Happening& happening, const Authority& authority) override {
    switch (happening.kind) {
      case HappeningKind::worker_changed:
        changes_ += is_early_help(happening.tier) ? 0 : happening.children;
        break;
      case HappeningKind::episode_ended:
        episodes_ += 1.0;
        three_workers_ +=
            authority.families.case_of(happening.slot).worker_changes >= 2 ? 1.0 : 0.0;
        break;
      case HappeningKind::referral:
        referred_[happening.slot] = happening.day;
        break;
      case HappeningKind::referral_accepted:
        decided(happening);
        break;
      case HappeningKind::no_further_action:
        decided(happening);
        referred_.forget(happening.slot);
        break;
      case HappeningKind::assessment_ended:
        if (happening.reason == ClosingReason::not_in_need) {
          referred_.forget(happening.slot);
        }
        break;
      case HappeningKind::offer_declined:
        if (happening.reason == ClosingReason::declined) {
          referred_.forget(happening.slot);
        }
        break;
      case HappeningKind::help_started:
        help_started(happening, authority);
        break;
      default:
        referred_.forget(happening.slot);
        break;
    }
  }

  void month_ended(const Authority& authority, std::size_t) override {
    const Posts posts = posts_of(authority);
    sum_.all += posts.all;
    sum_.vacant += posts.vacant;
    sum_.agency += posts.agency;
    sum_.absent += posts.absent;
    monthly_.push_back(posts.vacant + posts.agency);
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    const double in_post = sum_.all - sum_.vacant;
    const double employed_years = (employed_days(at_end) - employed_at_start_) / days_per_year;
    const double years_in_need = (days_in_need(at_end) - in_need_at_start_) / days_per_year;
    const auto left = static_cast<double>(at_end.doings.social_workers_left - left_at_start_);
    return {percentage(sum_.vacant + sum_.agency, sum_.all),
            percentage(sum_.agency, in_post),
            percentage(sum_.absent, in_post),
            percentage(left, employed_years),
            for_each_of(changes_, years_in_need),
            percentage(three_workers_, episodes_),
            mean_of(decision_days_),
            nearest_rank(decision_days_, 0.9),
            mean_of(help_days_),
            nearest_rank(help_days_, 0.9)};
  }

  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  static constexpr double nobody_asked = -1.0;

  static double mean_of(const std::vector<double>& values) {
    Mean mean;
    for (const double value : values) {
      mean.add(value);
    }
    return mean.value();
  }

  void decided(const Happening& decision) {
    if (const double referred = referred_[decision.slot]; referred != nobody_asked) {
      decision_days_.push_back(decision.day - referred);
    }
  }

  void help_started(const Happening& start, const Authority& authority) {
    if (start.tier == ServiceTier::looked_after) {
      // No plan follows if nobody stays; a plan after care is no answer to the referral.
      if (count_of(authority.families.case_of(start.slot).children) == start.children) {
        referred_.forget(start.slot);
      }
      return;
    }
    double& referred = referred_[start.slot];
    if (referred != nobody_asked &&
        (start.tier == ServiceTier::child_in_need || start.tier == ServiceTier::child_protection)) {
      help_days_.push_back(start.day - referred);
      referred = nobody_asked;
    }
  }

  double employed_at_start_;
  std::int64_t left_at_start_;
  double in_need_at_start_;
  BySlot<double> referred_;  // day of a referral after day 0 that help has not yet followed
  Posts sum_;                // over months
  double changes_ = 0.0;     // children
  double episodes_ = 0.0;
  double three_workers_ = 0.0;
  std::vector<double> decision_days_;
  std::vector<double> help_days_;
  std::vector<double> monthly_;
};

}  // namespace

OutcomeKind workforce_outcomes() {
  return {run_table, monthly_table,
          [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<WorkforceObserver>(facts);
          }};
}

}  // namespace stepdown
