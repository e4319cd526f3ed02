#include "analysis/official_count.h"

#include <algorithm>
#include <array>

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

constexpr std::array<std::string_view, 20> families_of_counts = {
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
    "rereferrals",
    "second_or_subsequent_plan",
    "flow_",
    "early_help_",
    "cost_targeted_",
    "cost_social_work",
};

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

ServiceModels::ServiceModels(const OutcomeFile& outcomes) : models_(outcomes.scenarios().size()) {
  const auto& settings = outcomes.settings();
  const auto found = std::ranges::find(settings, "family_help.model", &KnownSetting::name);
  if (found == settings.end()) {
    return;
  }
  const auto row = static_cast<std::size_t>(found - settings.begin());
  for (std::size_t s = 0; s < models_.size(); ++s) {
    models_[s] = outcomes.setting_values(s)[row];
  }
}

PairedDifference ServiceModels::difference(std::string_view measure,
                                           std::span<const std::vector<double>> values,
                                           std::size_t baseline, std::size_t scenario) const {
  if (are_comparable(measure, baseline, scenario)) {
    return paired_difference(values[baseline], values[scenario]);
  }
  PairedDifference none = paired_difference({}, {});
  none.verdict = Verdict::not_comparable;
  return none;
}

}  // namespace stepdown
