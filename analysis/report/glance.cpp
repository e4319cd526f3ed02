#include "analysis/report/glance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/answer.h"
#include "analysis/rounding.h"

namespace stepdown {
namespace {

constexpr std::array<std::string_view, 8> measures_at_a_glance = {
    "return_of_need_24m",
    "child_years_level_3_to_5",
    "child_years_level_4_to_5",
    "lateness_level_3_days",
    "waiting_community_early_help_mean",
    "waiting_targeted_early_help_mean",
    "unallocated_mean",
    "cost_total"};

bool differs(const PairedDifference& difference) {
  return difference.pairs() > 0 && difference.verdict != Verdict::the_same;
}

// That of the narrowest difference, so that every plan's shows as whole people.
AnswerScale scale_of_row(const AnswerTopic& topic, const MeasureComparison& measure) {
  AnswerScale scale = scale_of_answer(topic, 0, std::numeric_limits<double>::max());
  double narrowest = std::numeric_limits<double>::infinity();
  for (const PairedDifference& difference : measure.from_baseline) {
    const double width = difference.over_runs.high - difference.over_runs.low;
    if (differs(difference) && width > 0 && width < narrowest) {
      narrowest = width;
      scale = scale_of_answer(topic, difference.over_runs.low, difference.over_runs.high);
    }
  }
  return std::isfinite(narrowest) ? scale : scale_of_answer(topic, -10, 10);
}

std::string title_of_row(const AnswerTopic& topic, const AnswerScale& scale) {
  return scale.people > 0
             ? "of every " + rounded(scale.people, 1) + ' ' + std::string(topic.of_every) +
                   ", those who " + std::string(topic.what)
             : std::string(topic.unit) + ' ' + std::string(topic.what);
}

const HtmlCell not_comparable{"not comparable", "",
                              "counts something else where early help and children in need are one "
                              "service"};

HtmlCell difference_cell(const AnswerTopic& topic, AnswerScale scale,
                         const PairedDifference& difference) {
  if (difference.verdict == Verdict::not_comparable) {
    return not_comparable;
  }
  if (difference.pairs() == 0) {
    return {"-", "", "nobody to count"};
  }
  if (difference.verdict == Verdict::the_same) {
    return {"exactly 0", "", "the same " + where_the_same(difference)};
  }
  if (difference.is_mostly_missing()) {
    return {verdict_in_words(difference.verdict), "", runs_that_have_it(difference)};
  }
  const Summary& over_runs = difference.over_runs;
  scale.grain = std::max(scale.grain, grain_of((over_runs.high - over_runs.low) * scale.scale));
  const std::string likely =
      differences_in_words(topic, scale, over_runs.low * scale.scale, over_runs.high * scale.scale);
  const std::string agreement = agreement_in_words(difference, topic.less, topic.more);
  if (difference.verdict == Verdict::too_few_runs) {
    return {verdict_in_words(difference.verdict), "", agreement};
  }
  if (difference.verdict == Verdict::too_close_to_call) {
    return {verdict_in_words(difference.verdict), "", likely + "; " + agreement};
  }
  return {likely, "", agreement};
}

/// A table with a column for the baseline and one for each plan, and a row for each measure of
/// which there is something to say.
template <class RowOf>
HtmlTable table_of_rows(const Comparison& comparison, const RowOf& row_of) {
  HtmlTable table{
      "glance",
      "The answer at a glance: how each plan differs from " + comparison.scenarios.front(),
      {{"Measure"}, {comparison.scenarios.front()}},
      {{}}};
  for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
    table.columns.push_back({comparison.scenarios[s]});
  }
  for (const std::string_view name : measures_at_a_glance) {
    const MeasureComparison* measure = comparison.find(name);
    if (measure != nullptr && measure->own.front().runs > 0) {
      table.groups.front().rows.push_back(
          row_of(*std::ranges::find(answer_topics(), name, &AnswerTopic::measure), *measure));
    }
  }
  return table;
}

std::string worlds_in_words(const AnswerTopic& topic, const EnsembleFinding& finding) {
  std::vector<std::string> parts;
  const auto add = [&parts](std::string_view words, std::size_t worlds) {
    if (worlds > 0) {
      parts.push_back(std::string(words) + " in " + std::to_string(worlds));
    }
  };
  add(topic.less, finding.lower);
  add(topic.more, finding.higher);
  add("too close to call", finding.too_close);
  add("the same", finding.the_same);
  add("too few runs to tell", finding.too_few);
  std::string text;
  for (const std::string& part : parts) {
    text += (text.empty() ? "" : ", ") + part;
  }
  return text + " of " + std::to_string(finding.worlds()) + " worlds" +
         (finding.without_number == 0
              ? ""
              : ", no such number in " + std::to_string(finding.without_number) + " more");
}

/// What all runs together say of the sign, with the range from world to world once.
HtmlCell together(const EnsembleFinding& finding, const std::string& means,
                  const std::string& in_which) {
  return finding.conclusion == Verdict::too_close_to_call
             ? HtmlCell{verdict_in_words(finding.conclusion), "", means + "; " + in_which}
             : HtmlCell{means, "", in_which};
}

HtmlCell world_cell(const AnswerTopic& topic, const AnswerScale& scale,
                    const EnsembleFinding& finding, std::size_t runs_in_each) {
  if (finding.worlds() == 0) {
    return {"-", "", "nobody to count"};
  }
  if (finding.the_same == finding.worlds()) {
    return {"exactly 0", "", "the same in every run of every world"};
  }
  const std::string means = differences_in_words(topic, scale, finding.least * scale.scale,
                                                 finding.greatest * scale.scale);
  const std::string worlds = worlds_in_words(topic, finding);
  if (finding.conclusion == Verdict::too_few_runs) {
    return {verdict_in_words(finding.conclusion), "", worlds};
  }
  switch (finding.robustness) {
    case Robustness::some_worlds:
      return {"not settled in all worlds", "",
              means + "; " + some_worlds_in_words(finding, topic.less, topic.more, runs_in_each)};
    case Robustness::depends:
      return {"depends on the world", "", means + "; " + worlds};
    case Robustness::all_runs:
      return together(finding, means, "in " + all_runs_in_words(finding) + apart_in_words(finding));
    case Robustness::as_one_world:
      return together(finding, means, worlds + ", which differ by no more than luck");
    default:
      return {means, "", worlds};
  }
}

HtmlCell baseline_over_worlds(std::span<const WorldComparison> worlds, std::string_view measure,
                              const AnswerScale& scale) {
  double least = std::numeric_limits<double>::infinity();
  double greatest = -least;
  for (const WorldComparison& world : worlds) {
    const double mean = world.comparison.find(measure)->own.front().mean * scale.scale;
    least = std::min(least, mean);
    greatest = std::max(greatest, mean);
  }
  return {rounded(least, scale.grain) + " to " + rounded(greatest, scale.grain)};
}

HtmlCell baseline_cell(const Summary& own, const AnswerScale& scale) {
  return {rounded(own.mean * scale.scale, scale.grain), "",
          own.missing == 0
              ? ""
              : "in the " + std::to_string(own.runs) + " of " +
                    std::to_string(own.runs + own.missing) + " runs that have such a number"};
}

}  // namespace

HtmlTable glance_table(const Comparison& comparison) {
  return table_of_rows(comparison, [&](const AnswerTopic& topic, const MeasureComparison& measure) {
    const AnswerScale scale = scale_of_row(topic, measure);
    std::vector<HtmlCell> row{{std::string(topic.title), "", title_of_row(topic, scale)},
                              baseline_cell(measure.own.front(), scale)};
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
      row.push_back(difference_cell(topic, scale, measure.from_baseline[s]));
    }
    return row;
  });
}

HtmlTable glance_table(std::span<const WorldComparison> worlds) {
  const Comparison& first = worlds.front().comparison;
  if (worlds.size() == 1) {
    return glance_table(first);
  }
  HtmlTable table = table_of_rows(first, [&](const AnswerTopic& topic, const MeasureComparison&) {
    std::vector<EnsembleFinding> findings;
    double least = 0, greatest = 0;
    for (std::size_t s = 1; s < first.scenarios.size(); ++s) {
      findings.push_back(ensemble_finding(worlds, topic.measure, s));
      least = std::fmin(least, findings.back().least);
      greatest = std::fmax(greatest, findings.back().greatest);
    }
    const AnswerScale scale = least < greatest ? scale_of_answer(topic, least, greatest)
                                               : scale_of_answer(topic, -10, 10);
    std::vector<HtmlCell> row{{std::string(topic.title), "", title_of_row(topic, scale)},
                              baseline_over_worlds(worlds, topic.measure, scale)};
    for (const EnsembleFinding& finding : findings) {
      row.push_back(world_cell(topic, scale, finding, first.runs));
    }
    return row;
  });
  if (first.runs < least_runs_for_a_verdict) {
    table.caption += ". No world has runs enough for a verdict of its own: all are told together";
  }
  return table;
}

}  // namespace stepdown
