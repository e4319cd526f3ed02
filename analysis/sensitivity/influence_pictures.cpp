#include "analysis/sensitivity/influence_pictures.h"

#include <algorithm>
#include <cmath>

#include "analysis/measure_numbers.h"
#include "analysis/report/html.h"
#include "analysis/report/period.h"
#include "analysis/report/picture.h"
#include "analysis/rounding.h"
#include "analysis/sensitivity/influence_sentences.h"
#include "analysis/sensitivity/influence_words.h"

namespace stepdown {
namespace {

constexpr std::size_t lines_in_a_picture = 4;

ReportedFacts facts_of(const SensitivityResults& results) {
  ReportedFacts facts;
  facts.version = results.provenance.version;
  facts.seed = results.provenance.seed;
  facts.place = results.provenance.place_title;
  facts.start_year = results.provenance.start_year;
  facts.years = results.provenance.years;
  facts.runs = results.runs();
  return facts;
}

// What the numbers of a method are, for headings and axes.
struct Scale {
  std::string title;  // of the column
  std::string axis;   // of the picture
  std::string how_to_read;
  double times = 1;
};

Scale scale_of(const SensitivityResults& results, const Measure& measure) {
  switch (results.design.method) {
    case SensitivityMethod::sobol:
      return {"Parts of every 100", "parts of every 100 of the spread",
              "A bar is what a setting accounts for, alone or together with others, and its dark "
              "part what it accounts for alone; the line is its 95% interval. The spread is "
              "counted as variance. Settings that act together are counted for each of them, so "
              "that the bars may add up to more than 100.",
              100};
    case SensitivityMethod::morris:
      return {"Change, " + std::string(measure.unit), "change, in " + std::string(measure.unit),
              "A bar is the mean size of the change when a setting goes over its whole range, "
              "whichever way the change goes; the line is its 95% interval. What luck alone would "
              "show stands in the table.",
              1};
    case SensitivityMethod::given_data:
      return {"Shift", "shift, 0 nothing to 1 everything",
              "A bar is how far knowing a setting moves the chances of the outcome; the line is "
              "its 95% interval, roughly. A setting that does nothing shows some shift too: how "
              "much stands in the last row.",
              1};
  }
  return {};
}

std::string cell(const Scale& scale, double value, const Estimate& like) {
  const double width = 2 * like.half_width * scale.times;
  return rounded(value * scale.times,
                 std::isnan(width) ? 0 : std::min(grain_of(width), 0.1 * scale.times));
}

HtmlTable table_of(const SensitivityResults& results, const ExplainedOutcome& outcome,
                   const Influence& influence, const std::string& id) {
  const Scale scale = scale_of(results, *outcome.measure);
  const Index* const alone = influence.find("first");
  const Index* const by_luck = influence.find("by_luck");
  const Index* const mean = influence.find("mean_effect");
  const Index* const unevenness = influence.find("unevenness");
  HtmlTable table{
      id,
      words_of_outcome(results, outcome) + ": " + results.index_in_words(),
      {{"What was varied", "factor"}, {scale.title, "value"}, {"From", "low"}, {"To", "high"}},
      {{}},
      "data-part=\"influence\" data-axis=\"" + escaped(scale.axis) + '"'};
  if (alone != nullptr) {
    table.columns.push_back({"Alone", "alone"});
  }
  if (mean != nullptr) {
    table.columns.insert(table.columns.end(),
                         {{"With its direction"}, {"Unevenness"}, {"Luck alone would show"}});
  }
  for (const std::size_t factor : in_order_of_influence(influence)) {
    const Estimate& main = influence.main()[factor];
    std::vector<HtmlCell> row{
        {words_of_factor(results, factor), "", results.design.factors[factor].name},
        {cell(scale, main.value, main)},
        {cell(scale, main.low(), main)},
        {cell(scale, main.high(), main)}};
    if (alone != nullptr) {
      row.push_back({cell(scale, alone->of_factors[factor].value, alone->of_factors[factor])});
    }
    if (mean != nullptr) {
      row.push_back({cell(scale, mean->of_factors[factor].value, mean->of_factors[factor])});
      row.push_back(
          {cell(scale, unevenness->of_factors[factor].value, unevenness->of_factors[factor])});
      row.push_back({cell(scale, by_luck->of_factors[factor].value, main)});
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  const bool is_given = results.design.method == SensitivityMethod::given_data;
  const Estimate last = is_given ? Estimate{influence.by_chance, NAN} : influence.luck;
  if (!std::isnan(last.value) && results.design.method != SensitivityMethod::morris) {
    std::vector<HtmlCell> row{
        {is_given ? "A setting that does nothing stays below" : "Luck", "", "luck"},
        {cell(scale, last.value, last)},
        {cell(scale, last.low(), last)},
        {cell(scale, last.high(), last)}};
    if (alone != nullptr) {
      row.push_back(row[1]);
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  return table;
}

// The factors that account for most in some month.
std::vector<std::size_t> largest(const std::vector<Influence>& months) {
  std::vector<double> most(months.front().main().size(), 0);
  for (const Influence& month : months) {
    for (std::size_t f = 0; f < most.size(); ++f) {
      const double value = month.main()[f].value;
      most[f] += std::isnan(value) ? 0 : value;
    }
  }
  std::vector<std::size_t> order(most.size());
  for (std::size_t f = 0; f < order.size(); ++f) {
    order[f] = f;
  }
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t f) { return most[f]; });
  order.resize(std::min(order.size(), lines_in_a_picture));
  return order;
}

HtmlTable months_table(const SensitivityResults& results, const std::string& id,
                       const std::string& caption, const std::vector<Influence>& months,
                       const Scale& scale, const std::function<Estimate(const Influence&)>& of) {
  const ReportedFacts facts = facts_of(results);
  HtmlTable table{
      id,
      caption,
      {{"Month ending", "date"}, {scale.title, "value"}, {"From", "low"}, {"To", "high"}},
      {{}},
      "data-part=\"months\" data-axis=\"" + escaped(scale.axis) + '"'};
  for (std::size_t m = 0; m < months.size(); ++m) {
    const Estimate estimate = of(months[m]);
    table.groups.front().rows.push_back(
        {{month_end_in_words(facts, m), month_end_as_date(facts, m)},
         {cell(scale, estimate.value, estimate)},
         {cell(scale, estimate.low(), estimate)},
         {cell(scale, estimate.high(), estimate)}});
  }
  return table;
}

bool ever_differs(const std::vector<Influence>& months) {
  return std::ranges::any_of(months, [](const Influence& month) { return month.variance > 0; });
}

}  // namespace

std::string influence_table(const SensitivityResults& results, std::size_t outcome,
                            const std::string& id) {
  return table_html(
      table_of(results, results.found.of_run[outcome], results.found.over_horizon[outcome], id));
}

std::string influence_picture(const SensitivityResults& results, std::size_t outcome) {
  const ExplainedOutcome& explained = results.found.of_run[outcome];
  const Influence& influence = results.found.over_horizon[outcome];
  if (!(influence.variance > 0)) {
    return "";
  }
  const ReportedFacts facts = facts_of(results);
  Picture picture;
  picture.id = "influence-" + std::to_string(outcome + 1);
  picture.module = "influence";
  picture.message = influence_headline(results, influence);
  picture.subtitle = words_of_outcome(results, explained) + ": " + results.index_in_words() + "; " +
                     place_and_period(facts);
  picture.how_to_read = scale_of(results, *explained.measure).how_to_read;
  picture.alternative =
      "A bar for each setting, the longest on top, with its interval. All numbers are in the table "
      "of this picture.";
  picture.source = source_of(facts);
  picture.tables = {table_of(results, explained, influence,
                             "influence-" + std::to_string(outcome + 1) + "-table")};
  return picture_html(picture);
}

std::string influence_over_time_picture(const SensitivityResults& results, std::size_t outcome) {
  const ExplainedOutcome& explained = results.found.monthly[outcome];
  const std::vector<Influence>& months = results.found.by_month[outcome];
  if (months.empty() || !ever_differs(months)) {
    return "";
  }
  const ReportedFacts facts = facts_of(results);
  const Scale scale = scale_of(results, *explained.measure);
  const std::string id = "months-" + std::to_string(outcome + 1);
  Picture picture;
  picture.id = id;
  picture.module = "influence_over_time";
  picture.message = "What decides it, month by month";
  picture.subtitle = words_of_outcome(results, explained) + ": " + results.index_in_words() + "; " +
                     place_and_period(facts);
  picture.how_to_read =
      "A panel for each of the settings that account for most, and one for luck; the band is the "
      "95% interval of each month by itself, cut where it leaves the picture. Where a line is "
      "missing the outcome was the same in "
      "every run of that month.";
  picture.alternative =
      "A line over the months for each setting that accounts for much, and one for luck. All "
      "numbers are in the tables of this picture.";
  picture.source = source_of(facts);
  for (const std::size_t factor : largest(months)) {
    picture.tables.push_back(months_table(
        results, id + '-' + std::to_string(factor + 1), words_of_factor(results, factor), months,
        scale, [factor](const Influence& month) { return month.main()[factor]; }));
  }
  if (results.design.method == SensitivityMethod::sobol && results.replicates > 1) {
    picture.tables.push_back(months_table(results, id + "-luck", "Luck", months, scale,
                                          [](const Influence& month) { return month.luck; }));
  }
  return picture_html(picture);
}

}  // namespace stepdown
