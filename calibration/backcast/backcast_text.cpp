#include "calibration/backcast/backcast_text.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <set>
#include <sstream>

#include "analysis/csv_cell.h"
#include "analysis/digest.h"
#include "calibration/emulator/emulator_file.h"
#include "model/outcomes/outcomes.h"
#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

// The figures that a commissioner would ask for first.
constexpr std::array asked_first = {"rereferral_12m", "protection_plans_per_10000",
                                    "children_in_need_per_10000", "second_or_subsequent_plan"};

bool is_asked_first(const BackcastSummary& summary) {
  return std::ranges::find(asked_first, summary.measure) != asked_first.end();
}

void write_rows(std::ostream& text, const std::vector<BackcastSummary>& summaries, bool first) {
  text << "| figure | told | error of the fits | same as last year | own mean | fits / same | "
          "inside 90% |\n|---|---|---|---|---|---|---|\n"
       << std::fixed;
  for (const BackcastSummary& each : summaries) {
    if (is_asked_first(each) == first) {
      text << "| `" << each.measure << "` | " << each.figures << " | " << std::setprecision(2)
           << each.error << " | " << each.error_as_last_year << " | " << each.error_own_mean
           << " | " << each.against_last_year() << " | " << std::setprecision(0)
           << 100 * each.coverage_90 << "% |\n";
    }
  }
  text << '\n';
}

// Nine in ten figures should lie inside; of some 80, which are not independent, fewer than this are
// hardly luck.
constexpr double least_coverage = 0.85;

std::string named(const std::vector<BackcastSummary>& summaries,
                  bool (*is_meant)(const BackcastSummary&)) {
  std::vector<std::string> names;
  for (const BackcastSummary& each : summaries) {
    if (is_meant(each)) {
      names.push_back(each.measure);
    }
  }
  return quoted_list(names, "and");
}

/// What the scores say together, the figures named that say otherwise.
std::string conclusion(const std::vector<BackcastSummary>& summaries) {
  const std::string lost =
      named(summaries, [](const BackcastSummary& each) { return each.against_last_year() > 1; });
  const std::string narrow = named(
      summaries, [](const BackcastSummary& each) { return each.coverage_90 < least_coverage; });
  return (lost.empty() ? "Fitting loses nothing against the last figure."
                       : "Fitting loses nothing against the last figure, but of " + lost + '.') +
         (narrow.empty() ? std::string(" About nine in ten figures lie inside their 90% ranges.")
                         : " About nine in ten figures lie inside their 90% ranges, but fewer of " +
                               narrow + '.');
}

}  // namespace

std::string made_from(const Scenario& base) {
  constexpr std::size_t digits = 12;
  return digest_of(base.source_text() + std::string(embedded_emulator())).substr(0, digits);
}

std::string backcast_markdown(std::span<const BackcastScore> scores, const BackcastFacts& facts) {
  std::ostringstream text;
  text << "# Back-cast\n\nMade by `" << facts.command << "` from " << facts.origin
       << "; do not edit.\n\n"
       << facts.authorities << " authorities, drawn by seed " << facts.seed << " from "
       << facts.to_draw_from << " with at least 500 referrals in " << facts.last_year
       << " and figures since, were fitted to what was published of the years up to "
       << facts.last_year
       << ". The fits were then asked for the years after. A prediction is the level that fits, "
          "with the part of a miss that is the model's carried on, as wide as what fits is, as "
          "levels move in so many years, and as a single year departs from its level; how much "
          "they move and depart was estimated from the years up to "
       << facts.last_year
       << " too, where there were enough of them, and else from all years since 2013 (of children "
          "looked after and of child in need plans). Workforce is counted on 30 September, half a "
          "year into the first year told. The fits draw on the emulator alone.\n\nThe model knows "
          "no trend and no event: "
          "it cannot foresee that a place changes. "
       << conclusion(summaries_of(scores))
       << " Errors are mean absolute "
          "errors, in per cent points or per 10,000 children as the figure is; below 1, fits / "
          "same means nearer than \"the same as in "
       << facts.last_year << "\".\n\n";
  std::set<int> years;
  for (const BackcastScore& each : scores) {
    years.insert(each.year);
  }
  text << "## Both years together\n\n";
  write_rows(text, summaries_of(scores), true);
  for (const int year : years) {
    text << "## " << year << "\n\n";
    write_rows(text, summaries_of(scores, year), true);
  }
  text << "## All other figures, both years\n\n";
  write_rows(text, summaries_of(scores), false);
  text << "Contains public sector information licensed under the Open Government Licence v3.0: "
          "Department for Education (children in need, children looked after, children's social "
          "work workforce).\n";
  return text.str();
}

std::string backcast_csv(std::span<const BackcastScore> scores) {
  std::ostringstream text;
  text << "authority,measure,known_up_to,year,observed,predicted,low,high,same_as_last_year,"
          "own_mean,inside\n";
  for (const BackcastScore& each : scores) {
    text << csv_cell(each.authority) << ',' << each.measure << ',' << each.last_year << ','
         << each.year << ',' << csv_number(each.observed) << ',' << csv_number(each.predicted)
         << ',' << csv_number(each.low) << ',' << csv_number(each.high) << ','
         << csv_number(each.as_last_year) << ',' << csv_number(each.own_mean) << ','
         << (each.is_inside() ? "TRUE" : "FALSE") << '\n';
  }
  return text.str();
}

}  // namespace stepdown
