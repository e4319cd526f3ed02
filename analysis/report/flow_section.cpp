#include "analysis/report/flow_section.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "analysis/report/period.h"
#include "analysis/report/picture.h"
#include "analysis/rounding.h"

namespace stepdown {
namespace {

struct Tier {
  std::string_view key;
  std::string_view title;
};

constexpr std::array tiers = {
    Tier{"universal", "No such help, or not here"}, Tier{"community", "Community-based early help"},
    Tier{"targeted", "Targeted early help"},        Tier{"in_need", "Child in need plan"},
    Tier{"protection", "Protection plan"},          Tier{"care", "Looked after"}};

constexpr std::size_t years_drawn = 5;

std::string measure_of(std::size_t from, std::size_t to) {
  return "year_flow_" + std::string(tiers[from].key) + "_to_" + std::string(tiers[to].key);
}

/// Mean over runs of the children who go from one tier to another in each year.
using YearMeans = std::vector<double>;

std::vector<YearMeans> means_by_year(const ReportedResults& results, const std::string& measure) {
  const std::size_t months = results.outcomes().months();
  std::vector<YearMeans> plans;
  for (const std::vector<double>& all : results.monthly_values(measure)) {
    YearMeans years(months / 12, 0.0);
    double runs = 0.0;
    for (std::size_t first = 0; first < all.size(); first += months) {
      if (std::isnan(all[first + 11])) {
        continue;  // a run that failed
      }
      runs += 1.0;
      for (std::size_t year = 0; year < years.size(); ++year) {
        years[year] += all[first + year * 12 + 11];
      }
    }
    std::ranges::transform(years, years.begin(), [runs](double sum) { return sum / runs; });
    plans.push_back(std::move(years));
  }
  return plans;
}

/// For each pair of tiers the means of every plan, by year; empty for those who stay without help.
class Flows {
 public:
  explicit Flows(const ReportedResults& results) {
    for (std::size_t from = 0; from < tiers.size(); ++from) {
      for (std::size_t to = 0; to < tiers.size(); ++to) {
        if (from + to > 0) {
          of_[from][to] = means_by_year(results, measure_of(from, to));
        }
      }
    }
  }

  const YearMeans& of(std::size_t from, std::size_t to, std::size_t plan) const {
    return of_[from][to][plan];
  }

  /// Of every 100 children in help on a 31 March, how many are without it, or no longer here, a
  /// year later.
  double leaving(std::size_t plan) const {
    double left = 0.0, all = 0.0;
    for (std::size_t from = 1; from < tiers.size(); ++from) {
      for (std::size_t to = 0; to < tiers.size(); ++to) {
        for (const double children : of(from, to, plan)) {
          all += children;
          left += to == 0 ? children : 0.0;
        }
      }
    }
    return 100.0 * left / all;
  }

 private:
  std::array<std::array<std::vector<YearMeans>, tiers.size()>, tiers.size()> of_;
};

HtmlTable flow_table(const ReportedResults& results, const Flows& flows, std::size_t plan) {
  const std::size_t years =
      std::min<std::size_t>(years_drawn, static_cast<std::size_t>(results.facts().years));
  HtmlTable table{"flows-" + std::to_string(plan),
                  "Children by where they were a year before, mean of runs: " +
                      results.comparison().scenarios[plan],
                  {{"From", "from"}, {"To", "to"}},
                  {{}},
                  "data-part=\"flows\" data-plan=\"" + std::to_string(plan) + '"'};
  for (std::size_t year = 0; year < years; ++year) {
    table.columns.push_back({month_end_in_words(results.facts(), year * 12 + 11), "children"});
  }
  for (std::size_t from = 0; from < tiers.size(); ++from) {
    for (std::size_t to = 0; to < tiers.size(); ++to) {
      if (from + to == 0) {
        continue;
      }
      std::vector<HtmlCell> row{{std::string(tiers[from].title), std::to_string(from)},
                                {std::string(tiers[to].title), std::to_string(to)}};
      for (std::size_t year = 0; year < years; ++year) {
        row.push_back({rounded(flows.of(from, to, plan)[year], 0.1)});
      }
      table.groups.front().rows.push_back(std::move(row));
    }
  }
  return table;
}

/// Of the baseline alone: whether plans differ in it is nowhere tested.
std::string message(const ReportedResults& results, const Flows& flows) {
  return "Of every 100 children in one of these kinds of help on a 31 March, " +
         rounded(flows.leaving(0), 1) + " under " + results.plans().front().title +
         " are without it, or no longer here, a year later";
}

/// Where one service does the work of two, its tiers have another border.
std::string border_of_tiers(const ReportedResults& results) {
  const Parameter* model = find_parameter("family_help.model");
  const bool differs = std::ranges::any_of(results.plans(), [&](const ReportedPlan& plan) {
    return plan.value_of(*model) != results.plans().front().value_of(*model);
  });
  return differs ? " Targeted early help and child in need plans are one service under some of "
                   "these plans, so that those two tiers cannot be compared between plans."
                 : "";
}

HtmlTable matrix_table(const ReportedResults& results, std::size_t plan) {
  HtmlTable table{"matrix-" + std::to_string(plan),
                  "Children a year who come to a tier, by the help of their last 12 months: " +
                      results.comparison().scenarios[plan],
                  {{"From, down; to, across"}},
                  {{}}};
  for (std::size_t to = 1; to < tiers.size(); ++to) {
    table.columns.push_back({std::string(tiers[to].title)});
  }
  for (std::size_t from = 0; from + 1 < tiers.size(); ++from) {
    std::vector<HtmlCell> row{
        {from == 0 ? std::string("No help in 12 months") : std::string(tiers[from].title)}};
    for (std::size_t to = 1; to < tiers.size(); ++to) {
      const MeasureComparison* flow = results.comparison().find(
          "flow_" + std::string(tiers[from].key) + "_to_" + std::string(tiers[to].key));
      const double mean = flow == nullptr ? std::nan("") : flow->own[plan].mean;
      row.push_back({rounded(mean, mean < 10 ? 0.1 : 1.0)});
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::string flow_section(const ReportedResults& results) {
  if (!results.has(measure_of(0, 1))) {
    return "";
  }
  const Flows flows(results);
  Picture picture;
  picture.id = "picture-flows";
  picture.module = "flows";
  picture.message = message(results, flows);
  picture.subtitle =
      "Children by tier of help on 31 March of each year, and where they were the "
      "year before; mean of the runs; " +
      where_and_when(results.facts());
  picture.how_to_read = std::string(
                            "Each column is one 31 March; a band is as thick as the number of "
                            "children it carries to the "
                            "next. Children without any of this help are many more and are drawn "
                            "only as they come and "
                            "go. A child may come and go in between; only the two days count.") +
                        border_of_tiers(results);
  picture.alternative =
      "Columns for each 31 March with the children of each tier, and bands from tier to tier "
      "between them. " +
      picture.message + ". All numbers are in the tables of this picture.";
  picture.source = source_of(results.facts());
  for (std::size_t plan = 0; plan < results.plans().size(); ++plan) {
    picture.tables.push_back(flow_table(results, flows, plan));
  }
  std::string matrices;
  for (std::size_t plan = 0; plan < results.plans().size(); ++plan) {
    matrices += table_html(matrix_table(results, plan));
  }
  return picture_html(picture) +
         element("details", element("summary", "Every move from tier to tier") + matrices);
}

}  // namespace stepdown
