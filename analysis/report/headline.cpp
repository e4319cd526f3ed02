#include "analysis/report/headline.h"

#include <array>
#include <cctype>
#include <set>
#include <string_view>

namespace stepdown {
namespace {

/// What is said of measures of which less is better whatever the plan. Two that move together are
/// told in one breath.
struct Claim {
  std::string_view measure;
  std::string_view and_measure;
  std::string_view lower;
  std::string_view higher;
  std::string_view subject;
};

// Official re-referral and severe need without help fall while cases are merely held open, and
// escalation may be right for a child: none of them makes a plan better.
constexpr std::array claims = {
    Claim{"return_of_need_24m", "", "need returns in fewer of the families helped",
          "need returns in more of the families helped", "return of need"},
    Claim{"child_years_level_3_to_5", "child_years_level_4_to_5",
          "fewer children live in need, severe need included",
          "more children live in need, severe need included", "need, severe need included"},
    Claim{"child_years_level_3_to_5", "", "fewer children live in need",
          "more children live in need", "need"},
    Claim{"child_years_level_4_to_5", "", "fewer children live in severe need",
          "more children live in severe need", "severe need"},
    Claim{"lateness_level_3_days", "", "first help comes sooner", "first help comes later",
          "lateness"},
    Claim{"waiting_community_early_help_mean", "waiting_targeted_early_help_mean",
          "fewer families wait for early help of both kinds",
          "more families wait for early help of both kinds", "the lists for early help"},
    Claim{"waiting_community_early_help_mean", "",
          "fewer families wait for community-based early help",
          "more families wait for community-based early help",
          "the list for community-based early help"},
    Claim{"waiting_targeted_early_help_mean", "", "fewer families wait for targeted early help",
          "more families wait for targeted early help", "the list for targeted early help"},
    Claim{"unallocated_mean", "", "fewer children are without a social worker",
          "more children are without a social worker", "cases without a social worker"},
    Claim{"cost_total", "", "it costs less", "it costs more", "cost"},
};

Verdict verdict_on(const Comparison& comparison, std::string_view measure, std::size_t scenario) {
  const MeasureComparison* found = comparison.find(measure);
  return found == nullptr ? Verdict::no_pairs : found->from_baseline[scenario].verdict;
}

}  // namespace

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    text += i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

std::string with_capital(std::string text) {
  if (!text.empty()) {
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  }
  return text;
}

std::string headline(const Comparison& comparison, std::size_t scenario) {
  const std::string& plan = comparison.scenarios[scenario];
  if (comparison.is_the_same(scenario)) {
    return "These two plans are the same.";
  }
  std::vector<std::string> better, worse, close;
  std::set<std::string_view> told;
  for (const Claim& claim : claims) {
    const Verdict verdict = verdict_on(comparison, claim.measure, scenario);
    const bool moves_together =
        claim.and_measure.empty() || verdict == verdict_on(comparison, claim.and_measure, scenario);
    if (told.contains(claim.measure) || !moves_together) {
      continue;
    }
    told.insert({claim.measure, claim.and_measure});
    switch (verdict) {
      case Verdict::lower:
        better.emplace_back(claim.lower);
        break;
      case Verdict::higher:
        worse.emplace_back(claim.higher);
        break;
      case Verdict::too_close_to_call:
        close.emplace_back(claim.subject);
        break;
      case Verdict::the_same:
      case Verdict::no_pairs:
      case Verdict::not_comparable:
        break;
    }
  }
  if (better.empty() && worse.empty()) {
    return close.empty() ? plan + " changes nothing in need, lateness, waiting or cost."
                         : "We cannot tell " + plan + " from " + comparison.scenarios.front() +
                               ": too close to call on " + listed(close) + '.';
  }
  std::string sentence = plan + ": " + listed(better);
  if (!better.empty() && !worse.empty()) {
    sentence += "; but ";
  }
  sentence += listed(worse) + '.';
  return close.empty() ? sentence : sentence + " Too close to call: " + listed(close) + '.';
}

}  // namespace stepdown
