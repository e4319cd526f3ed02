#include "analysis/report/headline.h"

#include <algorithm>
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

/// What may be said of one measure: a verdict, or that the worlds do not agree on one.
struct Finding {
  Verdict verdict = Verdict::no_pairs;
  bool depends = false;
  bool operator==(const Finding&) const = default;
};

Finding finding_in(const Comparison& comparison, std::string_view measure, std::size_t scenario) {
  const MeasureComparison* found = comparison.find(measure);
  return {found == nullptr ? Verdict::no_pairs : found->from_baseline[scenario].verdict, false};
}

Finding finding_in(std::span<const WorldComparison> worlds, std::string_view measure,
                   std::size_t scenario) {
  const EnsembleFinding finding = ensemble_finding(worlds, measure, scenario);
  return finding.robustness == Robustness::depends ? Finding{Verdict::no_pairs, true}
                                                   : Finding{finding.conclusion, false};
}

/// The claims sorted by what was found.
struct Said {
  std::vector<std::string> better, worse, close, depends;
};

template <class FindingOf>
Said said_of(const FindingOf& finding_of) {
  Said said;
  std::set<std::string_view> told;
  for (const Claim& claim : claims) {
    const Finding finding = finding_of(claim.measure);
    const bool moves_together =
        claim.and_measure.empty() || finding == finding_of(claim.and_measure);
    if (told.contains(claim.measure) || !moves_together) {
      continue;
    }
    told.insert({claim.measure, claim.and_measure});
    if (finding.depends) {
      said.depends.emplace_back(claim.subject);
    } else if (finding.verdict == Verdict::lower) {
      said.better.emplace_back(claim.lower);
    } else if (finding.verdict == Verdict::higher) {
      said.worse.emplace_back(claim.higher);
    } else if (finding.verdict == Verdict::too_close_to_call) {
      said.close.emplace_back(claim.subject);
    }
  }
  return said;
}

std::string sentences_of(const Said& said, const std::string& plan, const std::string& baseline) {
  const std::string depends =
      said.depends.empty() ? ""
                           : " It depends on which world is true: " + listed(said.depends) + '.';
  if (said.better.empty() && said.worse.empty()) {
    if (said.close.empty()) {
      return said.depends.empty() ? plan + " changes nothing in need, lateness, waiting or cost."
                                  : plan + ':' + depends;
    }
    return "We cannot tell " + plan + " from " + baseline + ": too close to call on " +
           listed(said.close) + '.' + depends;
  }
  std::string sentence = plan + ": " + listed(said.better);
  if (!said.better.empty() && !said.worse.empty()) {
    sentence += "; but ";
  }
  sentence += listed(said.worse) + '.';
  if (!said.close.empty()) {
    sentence += " Too close to call: " + listed(said.close) + '.';
  }
  return sentence + depends;
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
  if (comparison.is_the_same(scenario)) {
    return "These two plans are the same.";
  }
  return sentences_of(
      said_of([&](std::string_view measure) { return finding_in(comparison, measure, scenario); }),
      comparison.scenarios[scenario], comparison.scenarios.front());
}

std::string headline(std::span<const WorldComparison> worlds, std::size_t scenario) {
  const Comparison& first = worlds.front().comparison;
  if (worlds.size() == 1) {
    return headline(first, scenario);
  }
  if (std::ranges::all_of(worlds, [&](const WorldComparison& world) {
        return world.comparison.is_the_same(scenario);
      })) {
    return "These two plans are the same.";
  }
  return sentences_of(
      said_of([&](std::string_view measure) { return finding_in(worlds, measure, scenario); }),
      first.scenarios[scenario], first.scenarios.front());
}

}  // namespace stepdown
