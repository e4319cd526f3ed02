#include "model/outcomes/observers/cost_outcomes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "model/calendar_months.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"cost_total", "GBP a year",
     "Cost to the authority: all that follows, but for what partners bear", MeasureGroup::cost,
     false},
    {"cost_community_early_help", "GBP a year",
     "Cost of community-based early help: its workers in post", MeasureGroup::cost, false},
    {"cost_targeted_early_help", "GBP a year",
     "Cost of targeted early help: its key workers in post", MeasureGroup::cost, false},
    {"cost_social_work", "GBP a year",
     "Cost of children in need and protection: social workers in permanent posts",
     MeasureGroup::cost, false},
    {"cost_agency", "GBP a year", "Cost of agency social workers", MeasureGroup::cost, false},
    {"cost_volunteers", "GBP a year", "Cost of training and supporting volunteers",
     MeasureGroup::cost, false},
    {"cost_front_door", "GBP a year", "Cost of front door staff", MeasureGroup::cost, false},
    {"cost_recruitment", "GBP a year", "Cost of filling posts", MeasureGroup::cost, false},
    {"cost_family_group_conferences", "GBP a year", "Cost of family group conferences",
     MeasureGroup::cost, false},
    {"cost_campaigns", "GBP a year", "Cost of campaigns, the portal and work against stigma",
     MeasureGroup::cost, false},
    {"cost_universal_parenting", "GBP a year", "Cost of universal parenting classes",
     MeasureGroup::cost, false},
    {"cost_peer_support", "GBP a year", "Cost of peer supporters", MeasureGroup::cost, false},
    {"cost_looked_after", "GBP a year", "Cost of care placements, outside cases left out",
     MeasureGroup::cost, false},
    {"cost_outside_placements", "GBP a year", "Cost of care placements of outside cases",
     MeasureGroup::cost, false},
    {"cost_partners", "GBP a year",
     "Cost borne by partners and not in the total: workers who lead early help, home visits",
     MeasureGroup::cost, false},
    {"cost_year_1", "GBP", "Cost in the first year", MeasureGroup::cost, false},
    {"cost_year_2", "GBP", "Cost in the second year", MeasureGroup::cost, false},
    {"cost_year_3", "GBP", "Cost in the third year", MeasureGroup::cost, false},
    {"cost_discounted", "GBP",
     "Cost of the whole horizon in pounds of day 0, later ones discounted", MeasureGroup::cost,
     false},
};

constexpr Measure monthly_table[] = {
    {"month_cost_total", "GBP", "Cost to the authority in the month", MeasureGroup::cost, true},
};

/// The lines of cost in the order of the measures; those before `partners` make the total.
enum Line : std::size_t {
  community_workers,
  key_workers,
  social_workers,
  agency,
  volunteers,
  front_door,
  recruitment,
  conferences,
  campaigns,
  parenting,
  peer_support,
  placements,
  outside_placements,
  partners,
};
constexpr std::size_t lines = partners + 1;
constexpr std::size_t years_shown = 3;

using Costs = std::array<double, lines>;

/// What is paid for by the day or by the piece, as counted up to one instant.
struct Meters {
  explicit Meters(const Authority& authority)
      : agency_days(authority.doings.agency_workers.integral()),
        recruits(static_cast<double>(authority.doings.recruits)),
        helped_days(authority.stocks.families_helped.integral()),
        care_days(authority.stocks.helped[row_of(ServiceTier::looked_after)].integral()),
        outside_care_days(authority.outside.in_care.integral()) {
    for (std::size_t row = 0; row < professions; ++row) {
      post_days[row] = authority.doings.employed[row].integral();
    }
  }

  std::array<double, professions> post_days{};
  double agency_days;
  double recruits;
  double helped_days;
  double care_days;
  double outside_care_days;
};

/// What the decisions in force cost, whoever is helped.
struct Programmes {
  explicit Programmes(const ModelParameters& p)
      : campaigns(p.awareness.campaign + p.noticing.portal + p.awareness.anti_stigma),
        classes(p.need.universal_parenting),
        home_visits(p.noticing.home_visits),
        peer_support(p.working.peer_support) {}

  double campaigns;     // how many, each at full size
  double classes;       // share of families reached
  double home_visits;   // share of families reached
  double peer_support;  // share of helped families
};

double count_of(const Authority& authority, Staffing staffing) {
  double count = 0.0;
  for (const Team& team : authority.teams) {
    for (WorkerId id = 0; id < team.size(); ++id) {
      count += team.worker(id).staffing == staffing ? 1.0 : 0.0;
    }
  }
  return count;
}

/// Posts that are filled cost what they cost whether busy or not; care and agency work by the day.
class CostObserver : public OutcomeObserver {
 public:
  explicit CostObserver(const HorizonFacts& facts)
      : price_(facts.parameters.cost),
        years_(facts.years),
        policy_from_(day_after_months(facts.parameters.horizon.start_year,
                                      facts.parameters.policy.from_month)),
        policy_(facts.parameters),
        until_policy_(facts.until_policy == nullptr ? facts.parameters : *facts.until_policy),
        at_month_start_(facts.day_0) {}

  std::vector<HappeningKind> wants() const override { return {HappeningKind::proceedings_ended}; }

  void saw(const Happening& happening, const Authority&) override {
    conferences_ += happening.repeats == 1 ? 1.0 : 0.0;
  }

  void month_ended(const Authority& authority, std::size_t month) override {
    const Costs costs = of_month(authority);
    std::ranges::transform(costs, totals_, totals_.begin(), std::plus<>());
    const double all = std::accumulate(costs.begin(), costs.begin() + partners, 0.0);
    const double middle = (month_began_ + authority.now) / 2.0 / days_per_year;
    discounted_ += all / std::pow(1.0 + price_.discount_rate, middle);
    if (const std::size_t year = month / 12; year < years_shown) {
      by_year_[year] += all;
      months_of_year_[year] += 1;
    }
    monthly_.push_back(all);
    month_began_ = authority.now;
    at_month_start_ = Meters(authority);
    conferences_ = 0.0;
  }

  std::vector<double> run_values(const Authority&) const override {
    std::vector<double> values = {
        std::accumulate(totals_.begin(), totals_.begin() + partners, 0.0) / years_};
    for (const double total : totals_) {
      values.push_back(total / years_);
    }
    for (std::size_t year = 0; year < years_shown; ++year) {
      values.push_back(months_of_year_[year] == 12 ? by_year_[year]
                                                   : std::numeric_limits<double>::quiet_NaN());
    }
    values.push_back(discounted_);
    return values;
  }

  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  Costs of_month(const Authority& authority) const {
    const Meters now(authority);
    const Meters& then = at_month_start_;
    const double years = (authority.now - month_began_) / days_per_year;
    const auto families = static_cast<double>(authority.families.size());
    Costs costs{};
    const std::array<double, professions> pay = {price_.community_worker, price_.key_worker,
                                                 price_.social_worker};
    for (std::size_t row = 0; row < professions; ++row) {
      costs[row] = pay[row] * (now.post_days[row] - then.post_days[row]) / days_per_year;
    }
    costs[agency] = price_.social_worker * price_.agency_factor *
                    (now.agency_days - then.agency_days) / days_per_year;
    costs[volunteers] = price_.volunteer * count_of(authority, Staffing::volunteer) * years;
    costs[front_door] =
        price_.front_door_worker * static_cast<double>(authority.front_desk.staff()) * years;
    costs[recruitment] = price_.recruitment * (now.recruits - then.recruits);
    costs[conferences] = price_.family_group_conference * conferences_;
    costs[campaigns] = price_.campaign * in_force(authority, &Programmes::campaigns) * years;
    costs[parenting] =
        price_.universal_parenting * in_force(authority, &Programmes::classes) * families * years;
    costs[peer_support] = price_.peer_support * in_force(authority, &Programmes::peer_support) *
                          (now.helped_days - then.helped_days) / days_per_year;
    costs[placements] =
        price_.looked_after_child * (now.care_days - then.care_days) / days_per_year;
    costs[outside_placements] = price_.looked_after_child *
                                (now.outside_care_days - then.outside_care_days) / days_per_year;
    costs[partners] =
        price_.partner_worker * count_of(authority, Staffing::partner) * years +
        price_.home_visits * in_force(authority, &Programmes::home_visits) * families * years;
    return costs;
  }

  /// Size of a programme over the month: that of the policy from the day on which it begins.
  double in_force(const Authority& authority, double Programmes::*size) const {
    const double month = authority.now - month_began_;
    const double begun = std::clamp(authority.now - policy_from_, 0.0, month);
    const double share = month > 0.0 ? begun / month : 1.0;
    return share * policy_.*size + (1.0 - share) * until_policy_.*size;
  }

  CostParameters price_;
  double years_;
  double policy_from_;  // day
  Programmes policy_;
  Programmes until_policy_;
  Meters at_month_start_;
  double month_began_ = 0.0;
  double conferences_ = 0.0;  // in the month
  Costs totals_{};
  double discounted_ = 0.0;
  std::array<double, years_shown> by_year_{};
  std::array<int, years_shown> months_of_year_{};
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
