#include "analysis/report/glance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/answer.h"
#include "analysis/rounding.h"
#include "model/contract.h"

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

HtmlCell difference_cell(const AnswerTopic& topic, AnswerScale scale,
                         const PairedDifference& difference) {
  if (difference.pairs() == 0) {
    return {"-", "", "nobody to count"};
  }
  if (difference.verdict == Verdict::the_same) {
    return {"exactly 0", "", "the same in every run"};
  }
  const Summary& over_runs = difference.over_runs;
  scale.grain = std::max(scale.grain, grain_of((over_runs.high - over_runs.low) * scale.scale));
  const std::string likely =
      differences_in_words(topic, scale, over_runs.low * scale.scale, over_runs.high * scale.scale);
  const std::string agreement = agreement_in_words(difference, topic.less, topic.more);
  if (difference.verdict == Verdict::too_close_to_call) {
    return {"too close to call", "", likely + "; " + agreement};
  }
  return {likely, "", agreement};
}

}  // namespace

std::string agreement_in_words(const PairedDifference& difference, std::string_view less,
                               std::string_view more) {
  const bool mostly_less = difference.lower > difference.higher;
  return std::string(mostly_less ? less : more) + " in " +
         std::to_string(mostly_less ? difference.lower : difference.higher) + " of " +
         std::to_string(difference.pairs()) + " runs";
}

std::string verdict_in_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::no_pairs:
      return "-";
    case Verdict::the_same:
      return "the same";
    case Verdict::too_close_to_call:
      return "too close to call";
    case Verdict::higher:
      return "higher";
    case Verdict::lower:
      return "lower";
  }
  broken("a verdict has words");
}

HtmlTable glance_table(const Comparison& comparison) {
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
    const auto topic = std::ranges::find(answer_topics(), name, &AnswerTopic::measure);
    if (measure == nullptr || measure->own.front().runs == 0) {
      continue;
    }
    const AnswerScale scale = scale_of_row(*topic, *measure);
    std::vector<HtmlCell> row{{std::string(topic->title), "", title_of_row(*topic, scale)},
                              {rounded(measure->own.front().mean * scale.scale, scale.grain)}};
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
      row.push_back(difference_cell(*topic, scale, measure->from_baseline[s]));
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace stepdown
