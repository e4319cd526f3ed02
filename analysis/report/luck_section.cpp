#include "analysis/report/luck_section.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "analysis/luck_and_not_knowing.h"
#include "analysis/report/html.h"
#include "analysis/report/period.h"
#include "analysis/report/picture.h"
#include "analysis/rounding.h"

namespace stepdown {
namespace {

std::vector<MeasureSplit> splits_of(const ReportedResults& results) {
  std::vector<std::string> names;
  std::ranges::transform(results.plans(), std::back_inserter(names), &ReportedPlan::name);
  std::vector<Measure> measures;
  std::ranges::transform(results.comparison().measures, std::back_inserter(measures),
                         &MeasureComparison::measure);
  return split_measures(results.outcomes(), names, measures);
}

std::string reading(const VarianceSplit& split) {
  switch (more_uncertain(split)) {
    case MoreUncertain::luck:
      return "mostly luck";
    case MoreUncertain::not_knowing:
      return "mostly not knowing";
    case MoreUncertain::both:
      return "both alike";
    case MoreUncertain::nothing:
    case MoreUncertain::unknown:
      break;
  }
  return "nothing varies";
}

std::vector<HtmlCell> row_of(const AnswerTopic& topic, const VarianceSplit& split) {
  const SplitInWords words = in_words(topic, split);
  const double share = 100 * split.share_of_not_knowing();
  const std::string not_knowing = rounded(share, 1);
  return {{std::string(topic.title), "", words.unit},
          {words.luck},
          {words.not_knowing},
          {std::isnan(share) ? "-" : rounded(100 - std::round(share), 1)},
          {not_knowing},
          {reading(split)}};
}

HtmlTable table_of(const ReportedResults& results, const std::vector<MeasureSplit>& splits,
                   std::size_t plan) {
  HtmlTable table{"luck-" + std::to_string(plan),
                  results.plans()[plan].title + ": what the difference from " +
                      results.plans().front().title + " is uncertain by; widths hold nine of ten",
                  {{"Measure", "measure"},
                   {"Luck alone, width"},
                   {"Not knowing, width"},
                   {"Luck, % of variance", "luck"},
                   {"Not knowing, % of variance", "notKnowing"},
                   {"Reading"}},
                  {{}},
                  "data-part=\"luck\" data-plan=\"" + std::to_string(plan) + '"'};
  for (const AnswerTopic& topic : answer_topics()) {
    const MeasureSplit* split = split_called(splits, topic.measure);
    if (split != nullptr && split->from_baseline[plan].is_known()) {
      table.groups.front().rows.push_back(row_of(topic, split->from_baseline[plan]));
    }
  }
  return table;
}

std::size_t rows_that_vary(const HtmlTable& table) {
  return static_cast<std::size_t>(std::ranges::count_if(
      table.groups.front().rows, [](const auto& row) { return row[3].text != "-"; }));
}

std::string sentences(const ReportedResults& results, const std::vector<MeasureSplit>& splits) {
  std::string html;
  for (std::size_t plan = 1; plan < results.plans().size(); ++plan) {
    std::string items;
    for (const std::string& sentence : split_sentences(splits, plan)) {
      items += element("li", escaped(sentence));
    }
    if (!items.empty()) {
      html += element("h3", escaped(results.plans()[plan].title) + " against " +
                                escaped(results.plans().front().title)) +
              element("ul", items, "class=\"sentences\"");
    }
  }
  return html;
}

std::string message(const std::vector<HtmlTable>& tables) {
  std::size_t all = 0;
  std::size_t not_knowing = 0;
  std::size_t luck = 0;
  for (const HtmlTable& table : tables) {
    for (const auto& row : table.groups.front().rows) {
      all += row[3].text != "-" ? 1 : 0;
      not_knowing += row.back().text == "mostly not knowing" ? 1 : 0;
      luck += row.back().text == "mostly luck" ? 1 : 0;
    }
  }
  if (2 * not_knowing > all) {
    return "Most of what is uncertain here is not knowing: more runs will not reduce it";
  }
  return 2 * luck > all ? "Most of what is uncertain here is luck, which an authority will have too"
                        : "Luck and not knowing both make these answers uncertain";
}

}  // namespace

std::string luck_section(const ReportedResults& results) {
  if (results.worlds().size() < 2) {
    return "";
  }
  const std::vector<MeasureSplit> splits = splits_of(results);
  Picture picture;
  for (std::size_t plan = 1; plan < results.plans().size(); ++plan) {
    HtmlTable table = table_of(results, splits, plan);
    if (rows_that_vary(table) > 0) {
      picture.tables.push_back(std::move(table));
    }
  }
  if (picture.tables.empty()) {
    return element("p",
                   "Nothing is uncertain here: every difference is the same in every run of "
                   "every world.");
  }
  picture.id = "picture-luck";
  picture.module = "luck";
  picture.message = message(picture.tables);
  picture.subtitle = "Differences from " + results.plans().front().title + " in " +
                     std::to_string(results.worlds().size()) + " worlds that " +
                     what_worlds_fit(results.facts()) + ", " +
                     std::to_string(results.facts().runs) + " runs in each; " +
                     place_and_period(results.facts());
  picture.how_to_read =
      "The whole bar is the variance of one run's difference: the light part is luck, which runs "
      "of one and the same world have, the dark part is not knowing which of the worlds is true. "
      "More runs make the mean more exact and leave both as they are; figures that are not known "
      "yet would shorten the dark part.";
  picture.alternative =
      "A bar for each measure and plan: the part of the variance that is luck and the part that is "
      "not knowing. All numbers are in the tables of this picture.";
  picture.source = source_of(results.facts());
  return picture_html(picture) + sentences(results, splits);
}

}  // namespace stepdown
