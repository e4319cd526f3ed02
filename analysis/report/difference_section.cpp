#include "analysis/report/difference_section.h"

#include <algorithm>
#include <cmath>

#include "analysis/answer.h"
#include "analysis/measure_group.h"
#include "analysis/measure_numbers.h"
#include "analysis/report/headline.h"
#include "analysis/report/period.h"
#include "analysis/report/picture.h"
#include "analysis/rounding.h"

namespace stepdown {
namespace {

std::string percent(double value, const Summary& difference, double baseline) {
  const double width = (difference.high - difference.low) / std::abs(baseline) * 100;
  return rounded(value / std::abs(baseline) * 100, std::max(grain_of(width), 0.01));
}

// Beside a baseline of nobody, or of next to nobody, a percentage means nothing, and its axis would
// make all others look like none.
constexpr double most_times_the_baseline = 5.0;

bool has_a_percentage(const MeasureComparison& measure, std::size_t plan) {
  const PairedDifference& difference = measure.from_baseline[plan];
  const double baseline = std::abs(measure.own.front().mean);
  return difference.pairs() > 0 && baseline != 0 &&
         std::max(std::abs(difference.over_runs.low), std::abs(difference.over_runs.high)) <=
             most_times_the_baseline * baseline;
}

/// In every world: a range from world to world without the worlds at its end would be too narrow.
bool has_a_percentage(const std::vector<WorldComparison>& worlds, const AnswerTopic& topic,
                      std::size_t plan) {
  return std::ranges::all_of(worlds, [&](const WorldComparison& world) {
    const MeasureComparison* measure = world.comparison.find(topic.measure);
    return measure != nullptr && has_a_percentage(*measure, plan);
  });
}

bool differs(const std::vector<WorldComparison>& worlds, const AnswerTopic& topic,
             std::size_t plan) {
  return std::ranges::any_of(worlds, [&](const WorldComparison& world) {
    const MeasureComparison* measure = world.comparison.find(topic.measure);
    return measure != nullptr && measure->from_baseline[plan].pairs() > 0 &&
           measure->from_baseline[plan].verdict != Verdict::the_same;
  });
}

/// What differs and has no percentage, in words to be read below the picture.
std::string left_out(const std::vector<WorldComparison>& worlds) {
  const Comparison& comparison = worlds.front().comparison;
  std::string titles;
  for (const AnswerTopic& topic : answer_topics()) {
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
      if (differs(worlds, topic, s) && !has_a_percentage(worlds, topic, s)) {
        titles += (titles.empty() ? "" : "; ") + std::string(topic.title) + " under " +
                  comparison.scenarios[s];
      }
    }
  }
  return titles.empty() ? ""
                        : " Not drawn, because there is next to nothing of it under " +
                              comparison.scenarios.front() + ": " + titles + ".";
}

bool has_something_to_say(const MeasureComparison& measure, std::size_t plan) {
  const PairedDifference& difference = measure.from_baseline[plan];
  return difference.pairs() > 0 ||
         (difference.verdict == Verdict::not_comparable && measure.own.front().runs > 0);
}

std::vector<HtmlCell> percent_row(const Comparison& comparison, const AnswerTopic& topic,
                                  const MeasureComparison& measure, std::size_t plan) {
  const PairedDifference& difference = measure.from_baseline[plan];
  const Summary& over_runs = difference.over_runs;
  const double baseline = measure.own.front().mean;
  return {{std::string(topic.title)},
          {comparison.scenarios[plan], std::to_string(plan)},
          {percent(over_runs.mean, over_runs, baseline)},
          {percent(over_runs.low, over_runs, baseline)},
          {percent(over_runs.high, over_runs, baseline)},
          {verdict_in_words(difference.verdict)}};
}

/// From the least to the greatest mean of the worlds, the middle one as the dot.
std::vector<HtmlCell> percent_row_over_worlds(const std::vector<WorldComparison>& worlds,
                                              const AnswerTopic& topic, std::size_t plan) {
  std::vector<double> percents;
  for (const WorldComparison& world : worlds) {
    const MeasureComparison* measure = world.comparison.find(topic.measure);
    percents.push_back(100 * measure->from_baseline[plan].over_runs.mean /
                       std::abs(measure->own.front().mean));
  }
  std::ranges::sort(percents);
  const double grain = std::max(grain_of(percents.back() - percents.front()), 0.01);
  const EnsembleFinding finding = ensemble_finding(worlds, topic.measure, plan);
  return {{std::string(topic.title)},
          {worlds.front().comparison.scenarios[plan], std::to_string(plan)},
          {rounded(quantile(percents, 0.5), grain)},
          {rounded(percents.front(), grain)},
          {rounded(percents.back(), grain)},
          {finding.robustness == Robustness::depends       ? "depends on the world"
           : finding.robustness == Robustness::some_worlds ? "not settled in all worlds"
                                                           : verdict_in_words(finding.conclusion)}};
}

/// Measures whose differences are of one size and stand in one panel.
struct Panel {
  std::string_view id;
  std::string_view title;
  std::vector<MeasureGroup> groups;
};

const std::vector<Panel>& panels() {
  static const std::vector<Panel> all = {
      {"need", "Need and lateness of help", {MeasureGroup::need, MeasureGroup::lateness}},
      {"waiting", "Waiting", {MeasureGroup::waiting, MeasureGroup::caseload}},
      {"after",
       "Coming back, escalation and cost",
       {MeasureGroup::returning, MeasureGroup::escalation, MeasureGroup::cost}}};
  return all;
}

HtmlTable percent_table(const std::vector<WorldComparison>& worlds, const Panel& panel) {
  const Comparison& comparison = worlds.front().comparison;
  const bool one_world = worlds.size() == 1;
  HtmlTable table{"differences-" + std::string(panel.id),
                  std::string(panel.title) + ": differences from " + comparison.scenarios.front() +
                      " in per cent",
                  {{"Measure", "measure"},
                   {"Plan", "plan"},
                   {one_world ? "Mean, %" : "Middle world, %", "mean"},
                   {one_world ? "90% range from, %" : "From world, %", "low"},
                   {one_world ? "to, %" : "to world, %", "high"},
                   {"Verdict", "verdict"}},
                  {},
                  "data-title=\"" + std::string(panel.title) + '"'};
  HtmlRows rows;
  for (const AnswerTopic& topic : answer_topics()) {
    const MeasureComparison* measure = comparison.find(topic.measure);
    if (measure == nullptr ||
        std::ranges::find(panel.groups, measure->measure.group) == panel.groups.end()) {
      continue;
    }
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
      if (has_a_percentage(worlds, topic, s)) {
        rows.rows.push_back(one_world ? percent_row(comparison, topic, *measure, s)
                                      : percent_row_over_worlds(worlds, topic, s));
      }
    }
  }
  if (!rows.rows.empty()) {
    table.groups.push_back(std::move(rows));
  }
  return table;
}

std::string message(const ReportedResults& results) {
  const Comparison& comparison = results.comparison();
  bool all_the_same = true;
  for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
    all_the_same = all_the_same && comparison.is_the_same(s);
  }
  if (all_the_same) {
    return "Nothing differs: every difference is exactly 0";
  }
  return comparison.scenarios.size() == 2
             ? headline(results.worlds(), 1)
             : "Where the plans part from " + comparison.scenarios.front() +
                   ", need and lateness first";
}

Picture picture_of_differences(const ReportedResults& results) {
  const Comparison& comparison = results.comparison();
  Picture picture;
  picture.id = "picture-differences";
  picture.module = "differences";
  picture.message = message(results);
  picture.subtitle = "Difference from " + comparison.scenarios.front() + " in per cent of it; " +
                     (results.worlds().size() == 1
                          ? "the dot is the mean, the line holds nine of ten runs; "
                          : "the dot is the middle world, the line goes from world to world; ") +
                     place_and_period(results.facts());
  picture.how_to_read =
      "Left of the middle line is less than under " + comparison.scenarios.front() +
      ". Less is better, but nothing follows from three of these alone: severe need without help "
      "and official re-referral fall while cases are merely held open, and escalation may be "
      "right for a child. An open mark is not settled: " +
      (results.worlds().size() == 1
           ? "too close to call, or told by too few runs."
           : "too close to call, told by too few runs, or not the same in all worlds.") +
      left_out(results.worlds());
  picture.alternative =
      "A dot and a line for each measure and plan: the mean difference in per cent and its 90% "
      "range. The numbers are in the table of this picture.";
  picture.source = source_of(results.facts());
  for (const Panel& panel : panels()) {
    if (HtmlTable table = percent_table(results.worlds(), panel); !table.empty()) {
      picture.tables.push_back(std::move(table));
    }
  }
  return picture;
}

std::vector<HtmlCell> difference_row(const MeasureComparison& measure, std::size_t plan) {
  const PairedDifference& difference = measure.from_baseline[plan];
  const Summary& baseline = measure.own.front();
  if (difference.verdict == Verdict::not_comparable) {
    const std::string told(measure.measure.long_name);
    return {{told, "", std::string(measure.measure.unit)},
            {MeasureNumbers(baseline.mean).mean(baseline)},
            {MeasureNumbers(measure.own[plan].mean).mean(measure.own[plan])},
            {"-"},
            {"-"},
            {"-"},
            {"-"},
            {verdict_in_words(difference.verdict)}};
  }
  const MeasureNumbers numbers(std::max(std::abs(baseline.mean), std::abs(measure.own[plan].mean)));
  const std::string_view unit = measure.measure.unit;
  return {{std::string(measure.measure.long_name), "", std::string(unit)},
          {with_sign_of_unit(numbers.mean(baseline), unit)},
          {with_sign_of_unit(numbers.mean(measure.own[plan]), unit)},
          {numbers.mean(difference.over_runs)},
          {difference.over_runs.half_width > 0 ? numbers.half_width(difference.over_runs) : "0"},
          {numbers.range(difference.over_runs)},
          {std::to_string(difference.higher) + " of " + std::to_string(difference.pairs())},
          {verdict_in_words(difference.verdict)}};
}

HtmlTable all_differences(const ReportedResults& results, std::size_t plan) {
  const Comparison& comparison = results.comparison();
  const std::string& world = results.facts().world;
  const std::string& baseline = comparison.scenarios.front();
  HtmlTable table{"all-differences-" + std::to_string(plan),
                  comparison.scenarios[plan] + " minus " + baseline + ", run by run" +
                      (world.empty() ? "" : ", in the world " + world),
                  {{"Measure"},
                   {baseline},
                   {comparison.scenarios[plan]},
                   {"Mean difference"},
                   {"± 95%"},
                   {"90% range"},
                   {"Higher in runs"},
                   {"Verdict"}},
                  {}};
  for (const MeasureGroup group : groups_shown()) {
    HtmlRows rows{std::string(heading_of(group)), {}};
    for (const MeasureComparison& measure : comparison.measures) {
      if (measure.measure.group == group && has_something_to_say(measure, plan)) {
        rows.rows.push_back(difference_row(measure, plan));
      }
    }
    if (!rows.rows.empty()) {
      table.groups.push_back(std::move(rows));
    }
  }
  return table;
}

}  // namespace

std::string difference_section(const ReportedResults& results) {
  const Comparison& comparison = results.comparison();
  std::string html = picture_html(picture_of_differences(results));
  for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
    const HtmlTable table = all_differences(results, s);
    html += element("details",
                    element("summary", "Every measure: " + escaped(comparison.scenarios[s]) +
                                           " minus " + escaped(comparison.scenarios.front())) +
                        table_html(table));
  }
  html += element(
      "p",
      "Each difference is taken run by run between two worlds with the same luck. The <em>90% "
      "range</em> is where nine of ten runs lie; <em>± 95%</em> is half of the interval of the "
      "mean; <em>too close to call</em> means that fewer than 90 in 100 runs agree which is "
      "higher; <em>too few runs to tell</em>, that fewer than 10 runs, or fewer than half of them, "
      "have such a number.",
      "class=\"note\"");
  return html;
}

}  // namespace stepdown
