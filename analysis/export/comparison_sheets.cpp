#include "analysis/export/comparison_sheets.h"

#include <algorithm>
#include <cmath>

#include "analysis/export/official_column.h"
#include "analysis/export/reporting_year.h"
#include "analysis/measure_group.h"
#include "analysis/paired_difference.h"
#include "analysis/summary.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double width_of_measure = 36;
constexpr double width_of_unit = 24;
constexpr double width_of_scenario = 22;

std::string group_of(const StoredMeasure& measure) {
  const auto all = outcome_registry();
  const auto found = std::ranges::find(all, measure.name, &Measure::name);
  return found == all.end() ? "Other" : std::string(heading_of(found->group));
}

std::vector<SheetColumn> beginning() {
  return {{"Group", 24},           {"Measure", width_of_measure},   {"Meaning", 60},
          {"Unit", width_of_unit}, {"Scenario", width_of_scenario}, {"World", 12}};
}

std::vector<SheetCell> beginning_of(const StoredMeasure& measure, const std::string& scenario,
                                    const std::string& draw) {
  return {group_of(measure), measure.name, measure.long_name, measure.unit, scenario, draw};
}

void add_columns(Sheet& sheet, std::initializer_list<const char*> headings) {
  for (const char* heading : headings) {
    sheet.columns.push_back({heading, 14});
  }
}

void add_numbers(std::vector<SheetCell>& row, std::initializer_list<double> numbers) {
  row.insert(row.end(), numbers.begin(), numbers.end());
}

template <class Act>
void each(const JoinedResults& results, bool monthly, Act act) {
  for (const StoredMeasure& measure : results.measures()) {
    for (std::size_t s = 0; measure.monthly == monthly && s < results.scenarios().size(); ++s) {
      for (std::size_t d = 0; d < results.draws().size(); ++d) {
        act(measure, s, d);
      }
    }
  }
}

Sheet differences(const JoinedResults& results, const std::string& baseline) {
  const auto found = std::ranges::find(results.scenarios(), baseline);
  expects(found != results.scenarios().end(), "the baseline is among the scenarios");
  const auto base = static_cast<std::size_t>(found - results.scenarios().begin());
  const ServiceModels models = results.service_models();
  Sheet sheet{"Differences",
              "What differs from " + baseline,
              {"This sheet has one table: a row for each measure, scenario and world. Each number "
               "is the scenario minus " +
               baseline + ", run by run."},
              beginning(),
              {}};
  add_columns(sheet, {"Mean difference", "95% interval of the mean, low",
                      "95% interval of the mean, high", "90% range, low", "90% range, high",
                      "Runs higher", "Runs lower", "Runs equal", "Verdict"});
  sheet.columns.back().width = 18;
  each(results, false, [&](const StoredMeasure& measure, std::size_t s, std::size_t d) {
    if (s == base) {
      return;
    }
    const PairedDifference difference =
        models.difference(measure.name, results.values(measure.name, base, d),
                          results.values(measure.name, s, d), base, s);
    const Summary& summary = difference.over_runs;
    std::vector<SheetCell> row = beginning_of(measure, results.scenarios()[s], results.draws()[d]);
    add_numbers(row,
                {summary.mean, summary.mean_low(), summary.mean_high(), summary.low, summary.high});
    for (const std::size_t runs : {difference.higher, difference.lower, difference.equal}) {
      // Where no run was looked at, that none was higher would be saying too much.
      if (difference.verdict == Verdict::not_comparable) {
        row.emplace_back(std::nan(""));
      } else {
        row.emplace_back(static_cast<int>(runs));
      }
    }
    std::string verdict(name_of(difference.verdict));
    std::ranges::replace(verdict, '_', ' ');
    row.emplace_back(std::move(verdict));
    sheet.rows.push_back(std::move(row));
  });
  return sheet;
}

Sheet values(const JoinedResults& results) {
  Sheet sheet{"Values",
              "What happens under each scenario, over all years",
              {"This sheet has one table: a row for each measure, scenario and world."},
              beginning(),
              {}};
  add_columns(sheet, {"Mean", "95% interval of the mean, low", "95% interval of the mean, high",
                      "90% range, low", "90% range, high", "Runs with a value"});
  sheet.columns.push_back({"Official column", 26});
  each(results, false, [&](const StoredMeasure& measure, std::size_t s, std::size_t d) {
    const Summary summary = summarise(results.values(measure.name, s, d));
    const std::string official(official_column(measure.name).column);
    std::vector<SheetCell> row = beginning_of(measure, results.scenarios()[s], results.draws()[d]);
    add_numbers(row,
                {summary.mean, summary.mean_low(), summary.mean_high(), summary.low, summary.high});
    row.emplace_back(static_cast<int>(summary.runs));
    row.emplace_back(official.empty() ? "[z]" : official);
    sheet.rows.push_back(std::move(row));
  });
  return sheet;
}

// Of each reporting year the values of all runs.
std::vector<std::vector<double>> runs_by_year(const JoinedResults& results,
                                              const StoredMeasure& measure, YearRule rule,
                                              std::size_t scenario, std::size_t draw) {
  const auto months = static_cast<std::size_t>(results.provenance().years) * 12;
  std::vector<std::vector<double>> years(months / 12);
  results.each_run(measure.name, scenario, draw, [&](std::int64_t, std::span<const double> of_run) {
    const std::vector<double> by_year = by_reporting_year(rule, of_run);
    for (std::size_t y = 0; y < years.size(); ++y) {
      years[y].push_back(by_year[y]);
    }
  });
  return years;
}

Sheet years(const JoinedResults& results) {
  Sheet sheet{"Reporting years",
              "What happens under each scenario, year by year",
              {"This sheet has one table: a row for each measure, scenario, world and reporting "
               "year. The codebook says how months make a year."},
              beginning(),
              {}};
  add_columns(sheet, {"Reporting year to 31 March", "Mean", "90% range, low", "90% range, high"});
  sheet.columns.push_back({"Official column", 26});
  each(results, true, [&](const StoredMeasure& measure, std::size_t s, std::size_t d) {
    const auto rule = year_rule(measure.name);
    if (!rule) {
      return;
    }
    const std::string official(official_column(measure.name).column);
    const auto by_year = runs_by_year(results, measure, *rule, s, d);
    for (std::size_t y = 0; y < by_year.size(); ++y) {
      const Summary summary = summarise(by_year[y]);
      std::vector<SheetCell> row =
          beginning_of(measure, results.scenarios()[s], results.draws()[d]);
      row.emplace_back(results.provenance().start_year + static_cast<int>(y) + 1);
      add_numbers(row, {summary.mean, summary.low, summary.high});
      row.emplace_back(official.empty() ? "[z]" : official);
      sheet.rows.push_back(std::move(row));
    }
  });
  return sheet;
}

Sheet official(const JoinedResults& results) {
  Sheet sheet{"Official figures",
              "Simulated figures beside official ones of the place",
              {"This sheet has one table: a row for each official figure, scenario and world. "
               "Official figures are of one year; simulated ones are of all years."},
              beginning(),
              {}};
  add_columns(sheet,
              {"Official figure", "Year", "Simulated mean", "90% range, low", "90% range, high"});
  sheet.columns.push_back({"Source of the official figure", 60});
  each(results, false, [&](const StoredMeasure& measure, std::size_t s, std::size_t d) {
    const auto& figures = results.provenance().official;
    const auto figure = std::ranges::find(figures, measure.name, &OfficialFigure::name);
    if (figure == figures.end()) {
      return;
    }
    const Summary summary = summarise(results.values(measure.name, s, d));
    std::vector<SheetCell> row = beginning_of(measure, results.scenarios()[s], results.draws()[d]);
    add_numbers(row, {figure->value});
    row.emplace_back(figure->year);
    add_numbers(row, {summary.mean, summary.low, summary.high});
    row.emplace_back(figure->source);
    sheet.rows.push_back(std::move(row));
  });
  return sheet;
}

}  // namespace

std::vector<Sheet> comparison_sheets(const JoinedResults& results, const std::string& baseline) {
  return {differences(results, baseline), values(results), years(results), official(results)};
}

}  // namespace stepdown
