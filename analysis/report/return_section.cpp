#include "analysis/report/return_section.h"

#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "analysis/report/message_title.h"
#include "analysis/report/period.h"
#include "analysis/report/picture.h"
#include "analysis/rounding.h"

namespace stepdown {
namespace {

struct Reason {
  std::string_view key;
  std::string_view title;
};

constexpr std::array reasons = {Reason{"good_review", "Closed at the first good review"},
                                Reason{"taper_completed", "Closed after a completed taper"},
                                Reason{"sustained_progress", "Closed after sustained progress"},
                                Reason{"stepped_down", "Stepped down a tier"},
                                Reason{"time_limit", "Closed at a time limit"}};
constexpr std::array months = {0, 1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60, 72};

// Fewer closings a run than this make no curve.
constexpr double families_for_a_curve = 5;

std::string point_of(const Reason& reason, int month) {
  return "return_" + std::to_string(month) + "m_" + std::string(reason.key);
}

const Summary* summary_of(const Comparison& comparison, const std::string& measure,
                          std::size_t plan) {
  const MeasureComparison* found = comparison.find(measure);
  return found == nullptr || found->own[plan].runs == 0 ? nullptr : &found->own[plan];
}

double followed(const Comparison& comparison, const Reason& reason, int month, std::size_t plan) {
  const Summary* families = summary_of(
      comparison, "followed_" + std::to_string(month) + "m_" + std::string(reason.key), plan);
  return families == nullptr ? 0 : families->mean;
}

std::vector<HtmlCell> row_of_month(const Comparison& comparison, const Reason& reason, int month,
                                   std::size_t plan) {
  std::vector<HtmlCell> row{{std::to_string(month)}};
  const Summary* share = summary_of(comparison, point_of(reason, month), plan);
  if (month == 0) {
    row.insert(row.end(), {{"0"}, {"0"}, {"0"}});
  } else if (share == nullptr) {
    row.insert(row.end(), {{"-"}, {"-"}, {"-"}});
  } else {
    const double grain = std::min(1.0, grain_of(share->high - share->low));
    row.insert(row.end(), {{rounded(share->mean, grain)},
                           {rounded(share->low, grain)},
                           {rounded(share->high, grain)}});
  }
  const double families = followed(comparison, reason, month, plan);
  row.push_back({rounded(families, families < 10 ? 0.1 : 1.0)});
  return row;
}

HtmlTable curve_table(const Comparison& comparison, const Reason& reason, std::size_t plan) {
  HtmlTable table{"return-" + std::string(reason.key) + '-' + std::to_string(plan),
                  std::string(reason.title) + ": " + comparison.scenarios[plan],
                  {{"Months since closing", "month"},
                   {"Back, of every 100", "mean"},
                   {"90% range from", "low"},
                   {"to", "high"},
                   {"Families still followed, a run", "followed"}},
                  {{}},
                  "data-part=\"curve\" data-plan=\"" + std::to_string(plan) + "\" data-title=\"" +
                      std::string(reason.title) + '"'};
  for (const int month : months) {
    table.groups.front().rows.push_back(row_of_month(comparison, reason, month, plan));
  }
  return table;
}

}  // namespace

std::string return_section(const ReportedResults& results) {
  const Comparison& comparison = results.comparison();
  Picture picture;
  picture.id = "picture-return";
  picture.module = "returns";
  picture.message = message_title(comparison, "back_12m", "Returning to services within 12 months",
                                  "is more common", "is less common");
  picture.subtitle =
      "Families back with services, of every 100 whose case was closed, by months since closing "
      "and "
      "by how it was closed; " +
      where_and_when(results.facts());
  picture.how_to_read =
      "Line: mean of the runs; band: nine of ten runs. Numbers below the axis: families still "
      "followed and not back, in a run; where few are left the line says little. Return after a "
      "completed taper is low by construction: a relapse that was seen during the taper never "
      "closed.";
  picture.alternative =
      "A curve for each plan and way of closing: of every 100 families closed, how many have come "
      "back by so many months. All numbers are in the tables of this picture.";
  picture.source = source_of(results.facts());
  for (const Reason& reason : reasons) {
    for (std::size_t plan = 0; plan < comparison.scenarios.size(); ++plan) {
      if (followed(comparison, reason, 0, plan) >= families_for_a_curve) {
        picture.tables.push_back(curve_table(comparison, reason, plan));
      }
    }
  }
  return picture_html(picture);
}

}  // namespace stepdown
