#include "analysis/report/time_section.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "analysis/report/message_title.h"
#include "analysis/report/period.h"
#include "analysis/report/picture.h"
#include "analysis/rounding.h"
#include "analysis/summary.h"

namespace stepdown {
namespace {

constexpr std::size_t real_runs = 12;
constexpr std::size_t months_in_a_quarter = 3;
constexpr std::size_t dots_of_peaks = 20;

/// What is followed over the years: the sum of some monthly measures.
struct Course {
  std::string_view id;
  std::vector<std::string_view> months;
  std::string_view decided_by;  // the run measure whose verdict is the message
  std::string_view subject;
  std::string_view higher;
  std::string_view lower;
  std::string_view what;
};

const std::vector<Course>& courses() {
  static const std::vector<Course> all = {
      {"severe-need",
       {"children_level_4", "children_level_5"},
       "child_years_level_4_to_5",
       "Severe need",
       "is higher",
       "is lower",
       "Children living at neglect level 4 to 5"},
      {"targeted-list",
       {"month_waiting_targeted_early_help"},
       "waiting_targeted_early_help_mean",
       "The list for targeted early help",
       "is longer",
       "is shorter",
       "Families on the list for targeted early help"},
      {"community-list",
       {"month_waiting_community_early_help"},
       "waiting_community_early_help_mean",
       "The list for community-based early help",
       "is longer",
       "is shorter",
       "Families on the list for community-based early help"},
      {"caseload",
       {"month_caseload_social_worker"},
       "caseload_social_worker",
       "The caseload of a social worker",
       "is higher",
       "is lower",
       "Children whom a social worker holds"},
      {"unallocated",
       {"month_unallocated"},
       "unallocated_mean",
       "The number of children without a social worker",
       "is higher",
       "is lower",
       "Children in need without a social worker"},
  };
  return all;
}

/// Months of every run of one plan, run after run.
using Months = std::vector<double>;

std::vector<Months> months_of(const ReportedResults& results, const Course& course) {
  std::vector<Months> sum;
  for (const std::string_view measure : course.months) {
    if (!results.has(measure)) {
      return {};
    }
    const std::vector<Months> part = results.monthly_values(measure);
    if (sum.empty()) {
      sum = part;
      continue;
    }
    for (std::size_t plan = 0; plan < sum.size(); ++plan) {
      std::ranges::transform(sum[plan], part[plan], sum[plan].begin(), std::plus());
    }
  }
  return sum;
}

bool has_something(const std::vector<Months>& plans) {
  return std::ranges::any_of(plans, [](const Months& months) {
    return std::ranges::any_of(months, [](double value) { return value > 0; });
  });
}

/// The runs' values of one month that exist, in order of size.
std::vector<double> of_month(const Months& months, std::size_t month, std::size_t length) {
  std::vector<double> values;
  for (std::size_t first = 0; first < months.size(); first += length) {
    if (!std::isnan(months[first + month])) {
      values.push_back(months[first + month]);
    }
  }
  std::ranges::sort(values);
  return values;
}

/// Whole ones where that hides nothing, and of small numbers as many digits as they need.
double grain_of_course(const std::vector<Months>& plans) {
  double most = 0;
  for (const Months& months : plans) {
    for (const double value : months) {
      most = std::isnan(value) ? most : std::max(most, value);
    }
  }
  return std::min(1.0, grain_of(most) / 10);
}

HtmlTable course_table(const ReportedResults& results, const Course& course, std::size_t plan,
                       const Months& months, double grain) {
  const std::size_t length = static_cast<std::size_t>(results.facts().years) * 12;
  const std::size_t runs = std::min(real_runs, months.size() / length);
  HtmlTable table{std::string(course.id) + '-' + std::to_string(plan),
                  std::string(course.what) + " under " + results.comparison().scenarios[plan],
                  {{"Quarter to", "date"},
                   {"Median", "median"},
                   {"Half of runs from", "low50"},
                   {"to", "high50"},
                   {"Nine of ten from", "low90"},
                   {"to", "high90"}},
                  {{}},
                  "data-plan=\"" + std::to_string(plan) + "\" data-part=\"course\""};
  for (std::size_t run = 0; run < runs; ++run) {
    table.columns.push_back({"Run " + std::to_string(run + 1), "run"});
  }
  for (std::size_t month = months_in_a_quarter - 1; month < length; month += months_in_a_quarter) {
    const std::vector<double> values = of_month(months, month, length);
    if (values.empty()) {
      continue;
    }
    std::vector<HtmlCell> row{
        {month_end_in_words(results.facts(), month), month_end_as_date(results.facts(), month)}};
    for (const double share : {0.5, 0.25, 0.75, 0.05, 0.95}) {
      row.push_back({rounded(quantile(values, share), grain)});
    }
    for (std::size_t run = 0; run < runs; ++run) {
      row.push_back({rounded(months[run * length + month], grain)});
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  return table;
}

std::vector<double> peaks_of(const Months& months, std::size_t length) {
  std::vector<double> peaks;
  for (std::size_t first = 0; first < months.size(); first += length) {
    double peak = -1;
    for (std::size_t month = 0; month < length; ++month) {
      const double value = months[first + month];
      peak = std::isnan(value) ? peak : std::max(peak, value);
    }
    if (peak >= 0) {
      peaks.push_back(peak);
    }
  }
  std::ranges::sort(peaks);
  return peaks;
}

HtmlTable peak_table(const ReportedResults& results, const Course& course,
                     const std::vector<Months>& plans, double grain) {
  const std::size_t length = static_cast<std::size_t>(results.facts().years) * 12;
  HtmlTable table{std::string(course.id) + "-peaks",
                  std::string(course.what) +
                      ": the highest month of each run, as twenty equal parts of all runs",
                  {{"Part of runs", "part"}},
                  {{}},
                  "data-part=\"peaks\""};
  std::vector<std::vector<double>> peaks;
  for (std::size_t plan = 0; plan < plans.size(); ++plan) {
    table.columns.push_back({results.comparison().scenarios[plan], std::to_string(plan)});
    peaks.push_back(peaks_of(plans[plan], length));
  }
  for (std::size_t dot = 0; dot < dots_of_peaks; ++dot) {
    std::vector<HtmlCell> row{{std::to_string(dot + 1) + " of " + std::to_string(dots_of_peaks),
                               std::to_string(dot + 1)}};
    const double share = (static_cast<double>(dot) + 0.5) / static_cast<double>(dots_of_peaks);
    for (const std::vector<double>& of_plan : peaks) {
      row.push_back({of_plan.empty() ? "-" : rounded(quantile(of_plan, share), grain)});
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  return table;
}

std::string alternative_of(const ReportedResults& results, const Course& course,
                           const std::vector<Months>& plans, double grain) {
  const std::size_t length = static_cast<std::size_t>(results.facts().years) * 12;
  std::string text = std::string(course.what) + " over the years. Median on " +
                     month_end_in_words(results.facts(), length - 1) + ": ";
  for (std::size_t plan = 0; plan < plans.size(); ++plan) {
    const std::vector<double> last = of_month(plans[plan], length - 1, length);
    text += (plan == 0 ? "" : "; ") + results.comparison().scenarios[plan] + ' ' +
            (last.empty() ? "-" : rounded(quantile(last, 0.5), grain));
  }
  return text + ". All numbers are in the tables of this picture.";
}

std::string course_html(const ReportedResults& results, const Course& course) {
  const std::vector<Months> plans = months_of(results, course);
  if (!has_something(plans)) {
    return "";
  }
  const double grain = grain_of_course(plans);
  Picture picture;
  picture.id = "picture-" + std::string(course.id);
  picture.module = "over_time";
  picture.message = message_title(results.comparison(), course.decided_by, course.subject,
                                  course.higher, course.lower);
  picture.subtitle = std::string(course.what) + "; " + where_and_when(results.facts());
  picture.how_to_read =
      "Line: the median of all runs. Dark band: half of the runs; light band: nine of ten. Thin "
      "lines: the first twelve runs as they were, with the same luck under each plan. Dots at the "
      "side: the highest month of each run, one dot for every twentieth of the runs; bands of "
      "all runs hide how high a single one rises. Dashed grey: the median under " +
      results.comparison().scenarios.front() + '.';
  picture.alternative = alternative_of(results, course, plans, grain);
  picture.source = source_of(results.facts());
  for (std::size_t plan = 0; plan < plans.size(); ++plan) {
    picture.tables.push_back(course_table(results, course, plan, plans[plan], grain));
  }
  picture.tables.push_back(peak_table(results, course, plans, grain));
  return picture_html(picture);
}

}  // namespace

std::string time_section(const ReportedResults& results) {
  std::string html;
  for (const Course& course : courses()) {
    html += course_html(results, course);
  }
  return html;
}

}  // namespace stepdown
