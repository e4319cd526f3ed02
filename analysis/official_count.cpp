#include "analysis/official_count.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/resolved_settings.h"
#include "model/contract.h"
#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

// Monthly measures have the same names after "month_".
constexpr std::array<std::string_view, 31> counts = {
    "referrals",
    "referrals_per_10000",
    "referrals_own",
    "referrals_outside",
    "rereferral_12m",
    "rereferred_6y",
    "family_return_12m",
    "back_12m_child",
    "escalation_12m",
    "no_further_action",
    "assessed_not_in_need",
    "assessments_in_45_days",
    "assessments_with_neglect",
    "enquiries",
    "enquiries_per_100_referrals",
    "conferences_per_100_enquiries",
    "enquiries_without_conference",
    "plans_per_100_conferences",
    "plans_category_neglect",
    "ever_referred_by_18",
    "ever_in_need_by_18",
    "ever_planned_by_18",
    "in_assessment",
    "worker_changes",
    "children_with_3_workers",
    "load_social_worker",
    "over_cap",
    "referral_to_help_days_mean",
    "referral_to_help_days_p90",
    "offers_declined",
    "assessed_without_need",
};

constexpr std::array<std::string_view, 21> families_of_counts = {
    "plans_ended_within_",
    "episodes_ended_within_",
    "own_episodes_ended_within_",
    "referrals_by_",
    "referrals_per_10000_",
    "children_in_need",
    "child_in_need_plans_",
    "protection_plans_",
    "starts_",
    "ends_",
    "stock_",
    "caseload_",
    "unallocated_",
    "waiting_targeted_",
    "waiting_days_",
    "rereferrals",
    "second_or_subsequent_plan",
    "flow_",
    "early_help_",
    "cost_targeted_",
    "cost_social_work",
};

constexpr std::string_view model_setting = "family_help.model";

bool is_one_service(const std::vector<KnownSetting>& known,
                    const std::vector<std::string>& values) {
  const auto found = std::ranges::find(known, model_setting, &KnownSetting::name);
  const std::string_view one = model_names[static_cast<std::size_t>(ServiceModel::merged)];
  return found != known.end() &&
         values[static_cast<std::size_t>(found - known.begin())].find(one) != std::string::npos;
}

}  // namespace

bool is_official_count(std::string_view measure) {
  constexpr std::string_view monthly = "month_";
  if (measure.starts_with(monthly)) {
    measure.remove_prefix(monthly.size());
  }
  // Community-based early help stays outside, and being looked after has one meaning.
  for (const std::string_view tier : {"community_early_help", "looked_after"}) {
    if (measure.find(tier) != std::string_view::npos) {
      return false;
    }
  }
  return std::ranges::find(counts, measure) != counts.end() ||
         std::ranges::any_of(families_of_counts,
                             [&](std::string_view begin) { return measure.starts_with(begin); });
}

std::vector<std::string_view> beginnings_of_official_counts() {
  std::vector<std::string_view> all(counts.begin(), counts.end());
  all.insert(all.end(), families_of_counts.begin(), families_of_counts.end());
  return all;
}

ServiceModels::ServiceModels(std::vector<std::string> names, std::vector<bool> have_one_service)
    : names_(std::move(names)), have_one_service_(std::move(have_one_service)) {
  expects(names_.size() == have_one_service_.size(), "every scenario has a model of service");
}

ServiceModels::ServiceModels(const OutcomeFile& outcomes) : names_(outcomes.scenarios()) {
  for (std::size_t s = 0; s < names_.size(); ++s) {
    have_one_service_.push_back(is_one_service(outcomes.settings(), outcomes.setting_values(s)));
  }
}

ServiceModels::ServiceModels(const Provenance& provenance) {
  const std::vector<KnownSetting> known = known_settings();
  for (const ScenarioText& scenario : provenance.scenarios) {
    names_.push_back(scenario.name);
    have_one_service_.push_back(is_one_service(known, resolved_values(known, scenario.text)));
  }
}

ServiceModels::ServiceModels(std::span<const Scenario> scenarios) {
  for (const Scenario& scenario : scenarios) {
    names_.push_back(scenario.name());
    have_one_service_.push_back(scenario.from_day_0().family_help.model == ServiceModel::merged);
  }
}

ServiceModels ServiceModels::at_points_of(std::span<const Varied> varied) const {
  ServiceModels models = *this;
  const auto found = std::ranges::find(varied, model_setting, &Varied::name);
  if (found != varied.end()) {
    models.differ_by_point_ = found->values.size() > 1;
    const bool is_one = found->values.front() == static_cast<double>(ServiceModel::merged);
    models.have_one_service_.assign(size(), is_one);
  }
  return models;
}

bool ServiceModels::are_all_comparable(std::string_view measure) const {
  for (std::size_t s = 0; s < size(); ++s) {
    if (!are_comparable(measure, 0, s)) {
      return false;
    }
  }
  return true;
}

PairedDifference ServiceModels::difference(std::string_view measure,
                                           std::span<const std::vector<double>> values,
                                           std::size_t baseline, std::size_t scenario) const {
  return difference(measure, values[baseline], values[scenario], baseline, scenario);
}

PairedDifference ServiceModels::difference(std::string_view measure,
                                           std::span<const double> of_baseline,
                                           std::span<const double> of_scenario,
                                           std::size_t baseline, std::size_t scenario) const {
  if (are_comparable(measure, baseline, scenario)) {
    return paired_difference(of_baseline, of_scenario);
  }
  PairedDifference none = paired_difference({}, {});
  none.verdict = Verdict::not_comparable;
  return none;
}

NotComparable ServiceModels::refusal(std::span<const std::string> measures,
                                     std::string way_out) const {
  std::vector<std::string> one;
  std::vector<std::string> two;
  for (std::size_t s = 0; s < size(); ++s) {
    (have_one_service_[s] ? one : two).push_back(names_[s]);
  }
  const std::string which =
      differ_by_point_
          ? "`family_help.model` is varied, so that they are one in some worlds only"
          : "they are one in " + quoted_list(one, "and") + " and two in " + quoted_list(two, "and");
  return {
      "these plans cannot be compared in " + quoted_list({measures.begin(), measures.end()}, "and"),
      {std::string(why_not_comparable) + "; " + which, std::move(way_out)}};
}

}  // namespace stepdown
