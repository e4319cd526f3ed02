#include "analysis/comparison_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "analysis/measure_numbers.h"
#include "analysis/rounding.h"
#include "analysis/text_layout.h"

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

// The column has no room for more.
std::string verdict_word(Verdict verdict) {
  return verdict == Verdict::too_close_to_call ? "too close"
         : verdict == Verdict::too_few_runs    ? "too few"
                                               : verdict_in_words(verdict);
}

std::vector<std::string> value_cells(const MeasureComparison& measure, std::size_t scenario) {
  const Summary& own = measure.own[scenario];
  const MeasureNumbers numbers(own.mean);
  return {with_sign_of_unit(numbers.mean(own), measure.measure.unit), numbers.half_width(own),
          numbers.range(own)};
}

std::vector<std::string> difference_cells(const MeasureComparison& measure, std::size_t scenario) {
  const PairedDifference& difference = measure.from_baseline[scenario];
  const Summary& over_runs = difference.over_runs;
  const Summary& baseline = measure.own.front();
  if (difference.verdict == Verdict::not_comparable) {
    const MeasureNumbers numbers(std::abs(baseline.mean));
    return {with_sign_of_unit(numbers.mean(baseline), measure.measure.unit), "",
            verdict_word(difference.verdict), "", ""};
  }
  const MeasureNumbers numbers(
      std::max(std::abs(baseline.mean), std::abs(measure.own[scenario].mean)));
  std::string mean = numbers.mean(over_runs);
  if (over_runs.half_width > 0) {
    mean += " +- " + numbers.half_width(over_runs);
  }
  return {with_sign_of_unit(numbers.mean(baseline), measure.measure.unit), mean,
          numbers.range(over_runs),
          std::to_string(difference.higher) + '/' + std::to_string(difference.pairs()),
          verdict_word(difference.verdict)};
}

// The rows of the measures that have something to show, under the headings of their groups.
template <class Shows, class Cells>
std::string rows(const Comparison& comparison, std::span<const MeasureGroup> groups,
                 std::span<const TextColumn> columns, Shows shows, Cells cells) {
  std::string text;
  for (const MeasureGroup group : groups) {
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

std::string value_table(const Comparison& comparison, std::size_t scenario,
                        std::span<const MeasureGroup> groups) {
  return table_header(value_columns) +
         rows(
             comparison, groups, value_columns,
             [=](const MeasureComparison& measure) { return measure.own[scenario].runs > 0; },
             [=](const MeasureComparison& measure) { return value_cells(measure, scenario); });
}

std::string comparison_table(const Comparison& comparison, std::size_t scenario,
                             std::span<const MeasureGroup> groups) {
  return table_header(difference_columns) +
         rows(
             comparison, groups, difference_columns,
             [=](const MeasureComparison& measure) {
               return measure.from_baseline[scenario].pairs() > 0 ||
                      (measure.from_baseline[scenario].verdict == Verdict::not_comparable &&
                       measure.own.front().runs > 0);
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
    const std::vector<std::string> cells{
        with_sign_of_unit(rounded(figure.value, 0), measure->measure.unit), figure.year, own[0],
        own[2]};
    text += table_row(figure.name, cells, official_columns);
  }
  return text.empty() ? text : table_header(official_columns) + text;
}

}  // namespace stepdown
