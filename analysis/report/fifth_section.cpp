#include "analysis/report/fifth_section.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "analysis/answer.h"
#include "analysis/report/headline.h"
#include "analysis/report/period.h"
#include "analysis/report/picture.h"
#include "analysis/rounding.h"

namespace stepdown {
namespace {

constexpr std::array<std::string_view, 5> fifths = {
    "Least deprived fifth", "Second fifth", "Middle fifth", "Fourth fifth", "Most deprived fifth"};
constexpr std::string_view drawn = "level_4_to_5";

/// Children are told of every 1,000, ten times as many as they are measured of.
struct DividedMeasure {
  std::string_view name;
  std::string_view title;
  double scale;
  double finest;  // nobody needs it finer
};

constexpr double in_1000 = 10;

constexpr std::array divided = {
    DividedMeasure{"level_3_to_5", "Need: children living at neglect level 3 to 5, of every 1,000",
                   in_1000, 0.1},
    DividedMeasure{"level_4_to_5",
                   "Severe need: children living at neglect level 4 to 5, of every 1,000", in_1000,
                   0.1},
    DividedMeasure{"severe_without_help", "Severe need without help: children, of every 1,000",
                   in_1000, 0.1},
    DividedMeasure{"lateness_days", "Lateness: mean days from reaching level 3 to first help", 1,
                   1},
    DividedMeasure{"waiting_days", "Waiting: median days on a list for early help", 1, 1},
    DividedMeasure{"referrals_per_10000", "Referrals per 10,000 children a year", 1, 0.1}};

constexpr AnswerTopic in_words{"", "", "", "", "", "fewer", "more"};

const MeasureComparison* in_fifth(const Comparison& comparison, std::string_view name,
                                  std::size_t fifth) {
  return comparison.find(std::string(name) + "_fifth_" + std::to_string(fifth + 1));
}

HtmlCell difference_cell(const DividedMeasure& divided_measure, const MeasureComparison& measure,
                         std::size_t plan) {
  const PairedDifference& difference = measure.from_baseline[plan];
  if (difference.pairs() == 0) {
    return {difference.verdict == Verdict::not_comparable ? "not comparable" : "-"};
  }
  if (difference.verdict == Verdict::the_same) {
    return {"exactly 0", "", "the same " + where_the_same(difference)};
  }
  const double low = difference.over_runs.low * divided_measure.scale;
  const double high = difference.over_runs.high * divided_measure.scale;
  const AnswerScale scale{0, 1, std::max(grain_of(high - low), divided_measure.finest)};
  const std::string likely = differences_in_words(in_words, scale, low, high);
  const std::string agreement = agreement_in_words(difference, "fewer", "more");
  if (difference.verdict == Verdict::too_few_runs) {
    return {verdict_in_words(difference.verdict), "", agreement};
  }
  return difference.verdict == Verdict::too_close_to_call
             ? HtmlCell{verdict_in_words(difference.verdict), "", likely + "; " + agreement}
             : HtmlCell{likely, "", agreement};
}

HtmlTable fifth_table(const Comparison& comparison, const std::string& world) {
  HtmlTable table{"fifths",
                  "By fifth of areas: " + comparison.scenarios.front() +
                      ", and how each plan differs from it" +
                      (world.empty() ? "" : "; in the world " + world),
                  {{"Fifth of areas"}, {comparison.scenarios.front()}},
                  {},
                  "class=\"words\""};
  for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
    table.columns.push_back({comparison.scenarios[s]});
  }
  for (const DividedMeasure& measure : divided) {
    HtmlRows rows{std::string(measure.title), {}};
    for (std::size_t fifth = 0; fifth < fifths.size(); ++fifth) {
      const MeasureComparison* found = in_fifth(comparison, measure.name, fifth);
      if (found == nullptr || found->own.front().runs == 0) {
        continue;
      }
      std::vector<HtmlCell> row{{std::string(fifths[fifth])},
                                {rounded(found->own.front().mean * measure.scale, measure.finest)}};
      for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        row.push_back(difference_cell(measure, *found, s));
      }
      rows.rows.push_back(std::move(row));
    }
    if (!rows.rows.empty()) {
      table.groups.push_back(std::move(rows));
    }
  }
  return table;
}

HtmlTable drawn_table(const Comparison& comparison) {
  HtmlTable table{"fifths-severe-need",
                  "Severe need by fifth of areas: difference from " + comparison.scenarios.front() +
                      " in children of every 1,000",
                  {{"Fifth of areas", "measure"},
                   {"Plan", "plan"},
                   {"Mean", "mean"},
                   {"90% range from", "low"},
                   {"to", "high"},
                   {"Verdict", "verdict"}},
                  {},
                  "data-unit=\"children of every 1,000\""};
  HtmlRows rows;
  for (std::size_t fifth = 0; fifth < fifths.size(); ++fifth) {
    const MeasureComparison* found = in_fifth(comparison, drawn, fifth);
    for (std::size_t s = 1; found != nullptr && s < comparison.scenarios.size(); ++s) {
      const PairedDifference& difference = found->from_baseline[s];
      if (difference.pairs() == 0) {
        continue;
      }
      const Summary& over_runs = difference.over_runs;
      const double grain = grain_of((over_runs.high - over_runs.low) * in_1000);
      rows.rows.push_back({{std::string(fifths[fifth])},
                           {comparison.scenarios[s], std::to_string(s)},
                           {rounded(over_runs.mean * in_1000, grain)},
                           {rounded(over_runs.low * in_1000, grain)},
                           {rounded(over_runs.high * in_1000, grain)},
                           {verdict_in_words(difference.verdict)}});
    }
  }
  if (!rows.rows.empty()) {
    table.groups.push_back(std::move(rows));
  }
  return table;
}

std::string counted_fifths(std::size_t count) {
  constexpr std::array<std::string_view, 6> words = {"none", "one", "two", "three", "four", "all"};
  return std::string(words[count]) + (count == fifths.size() ? " five fifths" : " of five fifths");
}

}  // namespace

std::string message_of_fifths(const Comparison& comparison) {
  std::vector<std::string> parts;
  for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
    std::map<Verdict, std::size_t> of_verdict;
    for (std::size_t fifth = 0; fifth < fifths.size(); ++fifth) {
      if (const MeasureComparison* found = in_fifth(comparison, drawn, fifth)) {
        ++of_verdict[found->from_baseline[s].verdict];
      }
    }
    std::vector<std::string> found;
    const auto add = [&](Verdict verdict, std::string_view words) {
      if (const std::size_t count = of_verdict[verdict]; count > 0) {
        found.push_back(std::string(words) + " in " + counted_fifths(count));
      }
    };
    add(Verdict::lower, "lower");
    add(Verdict::higher, "higher");
    add(Verdict::too_close_to_call, "too close to call");
    add(Verdict::too_few_runs, "told by too few runs");
    add(Verdict::the_same, "exactly the same");
    if (!found.empty()) {
      parts.push_back(listed(found) + " under " + comparison.scenarios[s]);
    }
  }
  std::string message = "Severe need is ";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    message += (i == 0 ? "" : "; ") + parts[i];
  }
  return parts.empty() ? "" : message;
}

std::string fifth_section(const ReportedResults& results) {
  const Comparison& comparison = results.comparison();
  const HtmlTable drawn_numbers = drawn_table(comparison);
  if (drawn_numbers.empty()) {
    return "";
  }
  Picture picture;
  picture.id = "picture-fifths";
  picture.module = "differences";
  picture.message = message_of_fifths(comparison);
  picture.subtitle =
      "Children living at neglect level 4 to 5, difference from " + comparison.scenarios.front() +
      " in children of every 1,000, by fifth of areas; " + where_and_when(results.facts());
  picture.how_to_read =
      "Poorer families are seen and referred more; poverty is not neglect. How far deprivation "
      "acts on need, on being noticed and on judgement are three settings of the model, each of "
      "which may be off.";
  picture.alternative =
      "A dot and a line for each fifth of areas and plan: the mean difference and its 90% range. "
      "The numbers are in the table of this picture.";
  picture.source = source_of(results.facts());
  picture.tables = {drawn_numbers};
  return picture_html(picture) + table_html(fifth_table(comparison, results.facts().world));
}

}  // namespace stepdown
