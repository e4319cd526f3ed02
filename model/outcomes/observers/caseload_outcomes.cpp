#include "model/outcomes/observers/caseload_outcomes.h"

#include <algorithm>
#include <array>
#include <limits>

#include "model/outcomes/nearest_rank.h"
#include "model/outcomes/unallocated_families.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"caseload_social_worker", "children",
     "Mean caseload of a social worker, tapered cases included", MeasureGroup::caseload, false},
    {"caseload_key_worker", "children",
     "Mean caseload of a key worker of targeted early help, tapered cases included",
     MeasureGroup::caseload, false},
    {"caseload_community_worker", "children",
     "Mean caseload of a community-based worker, tapered cases included", MeasureGroup::caseload,
     false},
    {"load_social_worker", "places",
     "Mean load of a social worker, as the cap counts it: a child whose help is tapered takes part "
     "of a place, whole-family work more than one",
     MeasureGroup::caseload, false},
    {"over_cap", "places", "Mean places held over the cap by social workers",
     MeasureGroup::caseload, false},
    {"unallocated_mean", "children", "Mean children in need without a worker",
     MeasureGroup::caseload, false},
    {"unallocated_peak", "families", "Most families in need without a worker at one time",
     MeasureGroup::caseload, false},
    {"unallocated_median_days", "days",
     "Median time in need without a worker, of families who get one", MeasureGroup::caseload,
     false},
    {"unallocated_p90_days", "days", "Time in need without a worker that one in ten exceeds",
     MeasureGroup::caseload, false},
};

constexpr Measure monthly_table[] = {
    {"month_caseload_social_worker", "children",
     "Caseload of a social worker at the end of the month", MeasureGroup::caseload, true},
    {"month_unallocated", "children", "Children in need without a worker at the end of the month",
     MeasureGroup::caseload, true},
};

constexpr std::size_t community_team = 0;
constexpr std::size_t key_team = 1;
constexpr std::size_t social_team = 2;

double per_worker(double amount, double workers) {
  return workers > 0.0 ? amount / workers : std::numeric_limits<double>::quiet_NaN();
}

/// Children whose cases workers of each team hold, children of outside cases included; a second
/// worker holds those of the plan.
std::array<double, 3> children_held(const Authority& authority) {
  std::array<double, 3> held{};
  for (std::size_t row = 0; row < held.size(); ++row) {
    const Team& team = authority.teams[row];
    for (WorkerId id = 0; id < team.size(); ++id) {
      for (const FamilySlot slot : team.families_of(id)) {
        const Case& open = authority.families.case_of(slot);
        held[row] += count_of(open.children) + count_of(open.in_care);
        held[social_team] += open.second_worker != nobody ? count_of(open.planned) : 0;
      }
    }
  }
  for (const OutsideCase& child : authority.outside.rows) {
    held[social_team] += child.id != nobody && child.worker != nobody ? 1.0 : 0.0;
  }
  return held;
}

class CaseloadObserver : public OutcomeObserver {
 public:
  explicit CaseloadObserver(const HorizonFacts& facts)
      : days_(facts.end),
        load_at_start_(facts.day_0.teams[social_team].load_integral()),
        over_at_start_(facts.day_0.teams[social_team].over_cap_integral()),
        unallocated_at_start_(facts.day_0.stocks.unallocated.integral()),
        unallocated_(facts.day_0) {}

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::unallocated_started, HappeningKind::unallocated_ended};
  }

  void saw(const Happening& happening, const Authority& authority) override {
    const std::int64_t before = unallocated_.count();
    unallocated_.saw(happening, authority);
    // Whoever gets a worker on day 0 itself does so by the policy, and was unallocated before it.
    const bool ended = happening.kind == HappeningKind::unallocated_ended;
    if (!ended || happening.day > 0.0) {
      peak_ = std::max({peak_, before, unallocated_.count()});
    }
    if (ended && happening.reason == ClosingReason::none) {
      waits_.push_back(happening.days);
    }
  }

  void month_ended(const Authority& authority, std::size_t) override {
    const Team& social = authority.teams[social_team];
    peak_ = std::max(peak_, unallocated_.count());
    months_ += 1.0;
    const std::array<double, 3> held = children_held(authority);
    for (std::size_t team = 0; team < workers_.size(); ++team) {
      workers_[team] += static_cast<double>(authority.teams[team].in_post());
      children_[team] += held[team];
    }
    monthly_.push_back(per_worker(held[social_team], static_cast<double>(social.in_post())));
    monthly_.push_back(static_cast<double>(authority.stocks.unallocated.count()));
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    const auto caseload = [&](std::size_t team) {
      return per_worker(children_[team], workers_[team]);
    };
    const Team& social = at_end.teams[social_team];
    return {caseload(social_team),
            caseload(key_team),
            caseload(community_team),
            per_worker((social.load_integral() - load_at_start_) / one_place / days_,
                       workers_[social_team] / months_),
            (at_end.teams[social_team].over_cap_integral() - over_at_start_) / one_place / days_,
            (at_end.stocks.unallocated.integral() - unallocated_at_start_) / days_,
            static_cast<double>(peak_),
            nearest_rank(waits_, 0.5),
            nearest_rank(waits_, 0.9)};
  }

  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  double days_;
  double load_at_start_;
  double over_at_start_;
  double unallocated_at_start_;
  UnallocatedFamilies unallocated_;
  std::int64_t peak_ = 0;
  std::vector<double> waits_;
  double months_ = 0.0;
  std::array<double, 3> workers_{};   // in post, summed over months
  std::array<double, 3> children_{};  // held by them
  std::vector<double> monthly_;
};

}  // namespace

OutcomeKind caseload_outcomes() {
  return {run_table, monthly_table,
          [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<CaseloadObserver>(facts);
          }};
}

}  // namespace stepdown
