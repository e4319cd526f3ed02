#include "analysis/comparison_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "analysis/measure_group.h"
#include "analysis/rounding.h"
#include "analysis/text_layout.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr std::array value_columns = {TextColumn{"mean", 15}, TextColumn{"+- 95%", 13},
                                      TextColumn{"90% range over runs", 30}};
constexpr std::array difference_columns = {TextColumn{"baseline", 12}, TextColumn{"difference", 17},
                                           TextColumn{"90% range", 18}, TextColumn{"higher", 8},
                                           TextColumn{"", 10}};
constexpr std::array official_columns = {TextColumn{"official", 12}, TextColumn{"year", 6},
                                         TextColumn{"simulated", 15},
                                         TextColumn{"90% range over runs", 30}};

std::string with_unit(std::string number, std::string_view unit) {
  return unit == "%" && number != "-" ? number + '%' : number;
}

std::string range(const Summary& summary, double grain) {
  return std::isnan(summary.low)
             ? "-"
             : rounded(summary.low, grain) + " to " + rounded(summary.high, grain);
}

std::string half_width(const Summary& summary, double grain) {
  return std::isnan(summary.half_width) ? "" : rounded(summary.half_width, grain);
}

std::string verdict_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::no_pairs:
      return "-";
    case Verdict::the_same:
      return "the same";
    case Verdict::too_close_to_call:
      return "too close";
    case Verdict::higher:
      return "higher";
    case Verdict::lower:
      return "lower";
  }
  broken("a verdict has a word");
}

std::vector<std::string> value_cells(const MeasureComparison& measure, std::size_t scenario) {
  const Summary& own = measure.own[scenario];
  const double grain = grain_of(2 * own.half_width);
  return {with_unit(rounded(own.mean, grain), measure.measure.unit), half_width(own, grain),
          range(own, grain_of(own.high - own.low))};
}

std::vector<std::string> difference_cells(const MeasureComparison& measure, std::size_t scenario) {
  const PairedDifference& difference = measure.from_baseline[scenario];
  const Summary& over_runs = difference.over_runs;
  const Summary& baseline = measure.own.front();
  const double grain = grain_of(2 * over_runs.half_width);
  std::string mean = rounded(over_runs.mean, grain);
  if (over_runs.half_width > 0) {
    mean += " +- " + half_width(over_runs, grain);
  }
  return {
      with_unit(rounded(baseline.mean, grain_of(2 * baseline.half_width)), measure.measure.unit),
      mean, range(over_runs, grain_of(over_runs.high - over_runs.low)),
      std::to_string(difference.higher) + '/' + std::to_string(difference.pairs()),
      verdict_word(difference.verdict)};
}

// The rows of the measures that have something to show, under the headings of their groups.
template <class Shows, class Cells>
std::string rows(const Comparison& comparison, std::span<const TextColumn> columns, Shows shows,
                 Cells cells) {
  std::string text;
  for (const MeasureGroup group : all_measure_groups) {
    std::string of_group;
    for (const MeasureComparison& measure : comparison.measures) {
      if (measure.measure.group == group && shows(measure)) {
        of_group += table_row(measure.measure.name, cells(measure), columns);
      }
    }
    text += of_group.empty() ? "" : std::string(heading_of(group)) + '\n' + of_group;
  }
  return text;
}

}  // namespace

std::string value_table(const Comparison& comparison, std::size_t scenario) {
  return table_header(value_columns) +
         rows(
             comparison, value_columns,
             [=](const MeasureComparison& measure) { return measure.own[scenario].runs > 0; },
             [=](const MeasureComparison& measure) { return value_cells(measure, scenario); });
}

std::string comparison_table(const Comparison& comparison, std::size_t scenario) {
  return table_header(difference_columns) +
         rows(
             comparison, difference_columns,
             [=](const MeasureComparison& measure) {
               return measure.from_baseline[scenario].pairs() > 0;
             },
             [=](const MeasureComparison& measure) { return difference_cells(measure, scenario); });
}

std::string official_table(const Comparison& comparison, std::size_t scenario,
                           std::span<const ObservedFigure> official) {
  std::string text;
  for (const ObservedFigure& figure : official) {
    const MeasureComparison* measure = comparison.find(figure.name);
    if (measure == nullptr || measure->own[scenario].runs == 0) {
      continue;
    }
    const std::vector<std::string> own = value_cells(*measure, scenario);
    const std::vector<std::string> cells{with_unit(rounded(figure.value, 0), measure->measure.unit),
                                         figure.year, own[0], own[2]};
    text += table_row(figure.name, cells, official_columns);
  }
  return text.empty() ? text : table_header(official_columns) + text;
}

}  // namespace stepdown
