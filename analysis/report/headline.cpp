#include "analysis/report/headline.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>

#include "analysis/answer.h"

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

/// What may be said of one measure: a verdict, or that the worlds do not agree on one, or in how
/// many of them it holds while the others leave it open.
struct Finding {
  Verdict verdict = Verdict::no_pairs;
  bool depends = false;
  std::size_t in_worlds = 0;
  std::size_t of_worlds = 0;
  bool operator==(const Finding&) const = default;
};

Finding finding_in(const Comparison& comparison, std::string_view measure, std::size_t scenario) {
  const MeasureComparison* found = comparison.find(measure);
  return {found == nullptr ? Verdict::no_pairs : found->from_baseline[scenario].verdict};
}

Finding finding_in(std::span<const WorldComparison> worlds, std::string_view measure,
                   std::size_t scenario) {
  const EnsembleFinding finding = ensemble_finding(worlds, measure, scenario);
  if (finding.robustness == Robustness::depends) {
    return {Verdict::no_pairs, true};
  }
  if (finding.robustness == Robustness::some_worlds) {
    return {finding.conclusion, false, std::max(finding.higher, finding.lower), finding.worlds()};
  }
  return {finding.conclusion};
}

/// The claims sorted by what was found.
struct Said {
  std::vector<std::string> better, worse, close, few, depends, in_some_worlds;
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
    } else if (finding.in_worlds > 0) {
      said.in_some_worlds.push_back(
          std::string(finding.verdict == Verdict::lower ? claim.lower : claim.higher) + " in " +
          std::to_string(finding.in_worlds) + " of " + std::to_string(finding.of_worlds) +
          " worlds");
    } else if (finding.verdict == Verdict::lower) {
      said.better.emplace_back(claim.lower);
    } else if (finding.verdict == Verdict::higher) {
      said.worse.emplace_back(claim.higher);
    } else if (finding.verdict == Verdict::too_close_to_call) {
      said.close.emplace_back(claim.subject);
    } else if (finding.verdict == Verdict::too_few_runs) {
      said.few.emplace_back(claim.subject);
    }
  }
  return said;
}

std::string sentence_listing(std::string_view start, const std::vector<std::string>& parts) {
  return parts.empty() ? "" : std::string(start) + listed(parts) + '.';
}

std::string sentences_of(const Said& said, const std::string& plan, const std::string& baseline) {
  const std::string by_world =
      sentence_listing(" In some worlds only, the others leave it open: ", said.in_some_worlds) +
      sentence_listing(" It depends on which world is true: ", said.depends);
  const std::string few = sentence_listing(" Too few runs to tell: ", said.few);
  if (said.better.empty() && said.worse.empty()) {
    const std::string apart = plan + " from " + baseline;
    if (!said.close.empty()) {
      return sentence_listing("We cannot tell " + apart + ": too close to call on ", said.close) +
             by_world + few;
    }
    if (!by_world.empty()) {
      return plan + ':' + by_world + few;
    }
    return said.few.empty() ? plan + " changes nothing in need, lateness, waiting or cost."
                            : sentence_listing("Too few runs to tell " + apart + " on ", said.few);
  }
  std::string sentence = plan + ": " + listed(said.better);
  if (!said.better.empty() && !said.worse.empty()) {
    sentence += "; but ";
  }
  sentence += listed(said.worse) + '.';
  return sentence + sentence_listing(" Too close to call: ", said.close) + by_world + few;
}

std::string with_cautions(std::string headline, const std::vector<std::string>& cautions) {
  for (const std::string& caution : cautions) {
    headline += (caution.empty() ? "" : " ") + caution;
  }
  return headline;
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
    return with_cautions("These two plans are the same.", {caution_on_runs(comparison.runs)});
  }
  return with_cautions(sentences_of(said_of([&](std::string_view measure) {
                                      return finding_in(comparison, measure, scenario);
                                    }),
                                    comparison.scenarios[scenario], comparison.scenarios.front()),
                       {caution_on_runs(comparison.runs)});
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
  return with_cautions(sentences_of(said_of([&](std::string_view measure) {
                                      return finding_in(worlds, measure, scenario);
                                    }),
                                    first.scenarios[scenario], first.scenarios.front()),
                       cautions_on_worlds(worlds));
}

}  // namespace stepdown
