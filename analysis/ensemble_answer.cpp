#include "analysis/ensemble_answer.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <vector>

#include "analysis/answer.h"
#include "analysis/rounding.h"
#include "analysis/worlds_apart.h"
#include "model/contract.h"

namespace stepdown {
namespace {

// Fewer worlds than this say little about all there might be.
constexpr std::size_t worlds_for_an_answer = 20;

void count(EnsembleFinding& finding, Verdict verdict) {
  switch (verdict) {
    case Verdict::no_pairs:
    case Verdict::not_comparable:
      return;
    case Verdict::the_same:
      ++finding.the_same;
      return;
    case Verdict::too_few_runs:
      ++finding.too_few;
      return;
    case Verdict::too_close_to_call:
      ++finding.too_close;
      return;
    case Verdict::higher:
      ++finding.higher;
      return;
    case Verdict::lower:
      ++finding.lower;
      return;
  }
}

std::size_t worlds_with(const EnsembleFinding& finding, Verdict verdict) {
  switch (verdict) {
    case Verdict::higher:
      return finding.higher;
    case Verdict::lower:
      return finding.lower;
    case Verdict::too_close_to_call:
      return finding.too_close;
    case Verdict::the_same:
      return finding.the_same;
    case Verdict::too_few_runs:
      return finding.too_few;
    case Verdict::no_pairs:
    case Verdict::not_comparable:
      break;
  }
  return 0;
}

// The conclusion that most worlds come to first.
std::array<Verdict, 5> by_worlds(const EnsembleFinding& finding) {
  std::array verdicts = {Verdict::lower, Verdict::higher, Verdict::too_close_to_call,
                         Verdict::the_same, Verdict::too_few_runs};
  std::ranges::stable_sort(verdicts, std::ranges::greater(),
                           [&](Verdict verdict) { return worlds_with(finding, verdict); });
  return verdicts;
}

void conclude(EnsembleFinding& finding, bool worlds_differ) {
  finding.conclusion = by_worlds(finding).front();
  const std::size_t most = worlds_with(finding, finding.conclusion);
  const Verdict of_all_runs =
      verdict_on_runs(finding.runs_higher, finding.runs_lower, finding.runs, finding.runs_missing);
  finding.apart = worlds_differ;
  if (finding.conclusion == Verdict::too_few_runs) {
    finding.robustness = Robustness::all_runs;
    finding.conclusion = of_all_runs;
  } else if (most == finding.worlds()) {
    finding.robustness = Robustness::all_worlds;
  } else if (5 * most >= 4 * finding.worlds()) {
    finding.robustness = Robustness::most_worlds;
  } else if (!worlds_differ) {
    finding.robustness = Robustness::as_one_world;
    finding.conclusion = of_all_runs;
  } else if (finding.higher > 0 && finding.lower > 0) {
    finding.robustness = Robustness::depends;
  } else {
    finding.robustness = Robustness::some_worlds;
    finding.conclusion = finding.higher > 0  ? Verdict::higher
                         : finding.lower > 0 ? Verdict::lower
                                             : Verdict::too_close_to_call;
  }
}

std::string verdict_in_words(const AnswerTopic& topic, Verdict verdict) {
  switch (verdict) {
    case Verdict::higher:
      return std::string(topic.more);
    case Verdict::lower:
      return std::string(topic.less);
    case Verdict::the_same:
      return "exactly the same";
    case Verdict::too_close_to_call:
    case Verdict::too_few_runs:
      return stepdown::verdict_in_words(verdict);
    case Verdict::no_pairs:
    case Verdict::not_comparable:
      break;
  }
  broken("a conclusion has words");
}

/// "fewer in 15, more in 3, too close to call in 2", without the first so many.
std::string counts_in_words(const AnswerTopic& topic, const EnsembleFinding& finding,
                            std::size_t left_out) {
  std::string text;
  const auto verdicts = by_worlds(finding);
  for (std::size_t i = left_out; i < verdicts.size(); ++i) {
    const std::size_t worlds = worlds_with(finding, verdicts[i]);
    if (worlds > 0) {
      text += (text.empty() ? "" : ", ") + verdict_in_words(topic, verdicts[i]) + " in " +
              std::to_string(worlds);
    }
  }
  return text;
}

std::string counted_worlds(std::size_t worlds) {
  return std::to_string(worlds) + (worlds == 1 ? " world" : " worlds");
}

std::string conclusion_in_words(const AnswerTopic& topic, const EnsembleFinding& finding,
                                const std::string& scenario, std::size_t runs_in_each) {
  const std::string worlds = counted_worlds(finding.worlds());
  const bool has_a_sign =
      finding.conclusion == Verdict::higher || finding.conclusion == Verdict::lower;
  const std::string conclusion =
      verdict_in_words(topic, finding.conclusion) + (has_a_sign ? " under " + scenario : "");
  switch (finding.robustness) {
    case Robustness::all_worlds:
      return conclusion + " in all " + worlds;
    case Robustness::most_worlds:
      return conclusion + " in most worlds, " +
             std::to_string(worlds_with(finding, finding.conclusion)) + " of " +
             std::to_string(finding.worlds()) + " (" + counts_in_words(topic, finding, 1) + ")";
    case Robustness::as_one_world:
      return conclusion + (has_a_sign ? "" : " under " + scenario) + " in the runs of all " +
             worlds + " together, which differ by no more than luck (" +
             counts_in_words(topic, finding, 0) + ")";
    case Robustness::all_runs:
      return conclusion + (has_a_sign ? " in " : " under " + scenario + " in ") +
             all_runs_in_words(finding) + ", too few in each for a verdict of its own" +
             apart_in_words(finding);
    case Robustness::some_worlds:
      return "under " + scenario + ' ' +
             some_worlds_in_words(finding, topic.less, topic.more, runs_in_each);
    case Robustness::depends:
    case Robustness::no_pairs:
      break;
  }
  return "under " + scenario + " it depends on which of the " + worlds + " is true (" +
         counts_in_words(topic, finding, 0) + ")";
}

std::string means_in_words(const AnswerTopic& topic, const EnsembleFinding& finding) {
  // No difference at all belongs to the width: it is what the means are measured against.
  const AnswerScale scale =
      scale_of_answer(topic, std::min(finding.least, 0.0), std::max(finding.greatest, 0.0));
  const std::string range = differences_in_words(topic, scale, finding.least * scale.scale,
                                                 finding.greatest * scale.scale);
  const std::string of_what =
      scale.people > 0 ? "of every " + rounded(scale.people, 1) + ' ' + std::string(topic.of_every)
                       : '(' + std::string(topic.unit) + ' ' + std::string(topic.what) + ')';
  return "from world to world the mean difference is " + range + ' ' + of_what;
}

/// Of all runs of all worlds, how many have no number, and in how many worlds none has one.
std::string missing_in_words(const EnsembleFinding& finding) {
  if (finding.runs_missing == 0) {
    return "";
  }
  const std::size_t without = finding.without_number;
  return "no such number in " + std::to_string(finding.runs_missing) + " of " +
         std::to_string(finding.runs + finding.runs_missing) + " runs" +
         (without == 0 ? "" : ", among them all of " + counted_worlds(without));
}

std::string sentence_on(const AnswerTopic& topic, const EnsembleFinding& finding,
                        const std::string& scenario, std::size_t runs_in_each) {
  const std::string start = std::string(topic.title) + ": ";
  const std::string missing = missing_in_words(finding);
  if (finding.conclusion == Verdict::too_few_runs) {
    return start + "too few runs to tell under " + scenario + " (" +
           (missing.empty()
                ? std::to_string(finding.runs) + " in " + counted_worlds(finding.worlds())
                : missing) +
           ").";
  }
  std::string sentence = start + conclusion_in_words(topic, finding, scenario, runs_in_each);
  if (finding.the_same != finding.worlds()) {
    sentence += "; " + means_in_words(topic, finding);
  }
  sentence += (missing.empty() ? "" : "; " + missing) + '.';
  return topic.caveat.empty() ? sentence : sentence + ' ' + std::string(topic.caveat);
}

}  // namespace

std::string_view name_of(Robustness robustness) {
  switch (robustness) {
    case Robustness::no_pairs:
      return "no_pairs";
    case Robustness::all_worlds:
      return "all_worlds";
    case Robustness::most_worlds:
      return "most_worlds";
    case Robustness::some_worlds:
      return "some_worlds";
    case Robustness::depends:
      return "depends";
    case Robustness::as_one_world:
      return "as_one_world";
    case Robustness::all_runs:
      return "all_runs";
  }
  broken("a robustness has a name");
}

EnsembleFinding ensemble_finding(std::span<const WorldComparison> worlds, std::string_view measure,
                                 std::size_t scenario) {
  EnsembleFinding finding;
  std::vector<double> means;
  std::vector<Summary> over_runs;
  for (const WorldComparison& world : worlds) {
    const MeasureComparison* found = world.comparison.find(measure);
    if (found == nullptr) {
      continue;
    }
    const PairedDifference& difference = found->from_baseline[scenario];
    finding.runs_missing += difference.over_runs.missing;
    if (difference.pairs() == 0) {
      ++finding.without_number;
      continue;
    }
    count(finding, difference.verdict);
    finding.runs_higher += difference.higher;
    finding.runs_lower += difference.lower;
    finding.runs += difference.pairs();
    means.push_back(difference.over_runs.mean);
    over_runs.push_back(difference.over_runs);
  }
  if (means.empty()) {
    finding.least = finding.median = finding.greatest = std::numeric_limits<double>::quiet_NaN();
    return finding;
  }
  std::ranges::sort(means);
  finding.least = means.front();
  finding.median = quantile(means, 0.5);
  finding.greatest = means.back();
  conclude(finding, are_further_apart_than_luck(over_runs));
  return finding;
}

std::vector<std::string> ensemble_sentences(std::span<const WorldComparison> worlds,
                                            std::size_t scenario) {
  std::vector<std::string> sentences;
  for (const AnswerTopic& topic : answer_topics()) {
    const EnsembleFinding finding = ensemble_finding(worlds, topic.measure, scenario);
    if (finding.worlds() > 0) {
      sentences.push_back(sentence_on(topic, finding, worlds.front().comparison.scenarios[scenario],
                                      worlds.front().comparison.runs));
    }
  }
  std::ranges::move(cautions_on_worlds(worlds), std::back_inserter(sentences));
  return sentences;
}

std::vector<std::string> cautions_on_worlds(std::span<const WorldComparison> worlds) {
  std::vector<std::string> cautions;
  if (worlds.size() < worlds_for_an_answer) {
    cautions.push_back("This is of " + counted_worlds(worlds.size()) + " only: take " +
                       std::to_string(worlds_for_an_answer) +
                       " or more before relying on an answer.");
  }
  if (worlds.front().comparison.runs < 2) {
    cautions.emplace_back(
        "This is of one run in each world, which does not tell luck from the world: take two or "
        "more (--runs 2).");
  }
  return cautions;
}

std::string all_runs_in_words(const EnsembleFinding& finding) {
  const std::size_t agree = finding.conclusion == Verdict::higher  ? finding.runs_higher
                            : finding.conclusion == Verdict::lower ? finding.runs_lower
                                                                   : 0;
  return (agree > 0 ? std::to_string(agree) + " of " : "the ") + std::to_string(finding.runs) +
         " runs of all " + counted_worlds(finding.worlds()) + " together";
}

std::string apart_in_words(const EnsembleFinding& finding) {
  return finding.apart && finding.conclusion == Verdict::too_close_to_call
             ? ", and the worlds lie further apart than luck: more runs in each may show on which "
               "it "
               "depends"
             : "";
}

std::string some_worlds_in_words(const EnsembleFinding& finding, std::string_view less,
                                 std::string_view more, std::size_t runs_in_each) {
  const std::string by_runs =
      " by " + std::to_string(runs_in_each) + (runs_in_each == 1 ? " run each" : " runs each");
  std::string text;
  const auto add = [&](std::string_view words, std::size_t worlds) {
    if (worlds > 0) {
      text += (text.empty() ? "" : ", ") + std::string(words) + " in " + std::to_string(worlds) +
              (text.empty() ? " of " + counted_worlds(finding.worlds()) : "");
    }
  };
  add(less, finding.lower);
  add(more, finding.higher);
  add("exactly the same", finding.the_same);
  add("not settled", finding.not_settled());
  return text + (finding.not_settled() > 0 ? by_runs : "");
}

}  // namespace stepdown
