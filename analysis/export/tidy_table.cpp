#include "analysis/export/tidy_table.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include "analysis/csv_cell.h"
#include "analysis/export/official_area.h"
#include "analysis/export/official_column.h"
#include "analysis/export/reporting_year.h"
#include "analysis/paired_difference.h"
#include "analysis/summary.h"

namespace stepdown {
namespace {

constexpr std::array columns = {
    TidyColumn{"time_period",
               "the reporting year by the year of its 31 March; of all years, the "
               "first and the last; of a month, the calendar year"},
    TidyColumn{"time_identifier", "Reporting year, Reporting years, or the name of the month"},
    TidyColumn{"geographic_level", "Local authority"},
    TidyColumn{"country_code", "code of England"},
    TidyColumn{"country_name", "England"},
    TidyColumn{"region_code", "code of the region; empty for a place that is no authority"},
    TidyColumn{"region_name", "name of the region"},
    TidyColumn{"old_la_code", "code of the authority, three digits"},
    TidyColumn{"new_la_code", "code of the authority, nine characters"},
    TidyColumn{"la_name", "name of the authority, or the title of the place"},
    TidyColumn{"scenario", "name of the scenario"},
    TidyColumn{"baseline", "where the value is a difference: the scenario it is from"},
    TidyColumn{"measure", "name of the measure, as in the codebook"},
    TidyColumn{"official_column",
               "column of the Department's tables that counts the same; empty "
               "if none does"},
    TidyColumn{"unit", "unit of the value"},
    TidyColumn{"output_type",
               "sample: a run; mean or quantile: of all runs of a draw; not_comparable: a "
               "difference that would have no meaning, without a value"},
    TidyColumn{"output_type_id", "of a sample draw and run; of a quantile its share; else empty"},
    TidyColumn{"value", "the number; empty where there is none, such as a share of nobody"},
    TidyColumn{
        "draw",
        "which numbers: the base's own, or those of a member of the ensemble, a fit or a draw"},
    TidyColumn{"run",
               "which luck: equal runs have equal luck in all scenarios; empty for a mean "
               "or quantile"},
};

constexpr std::array quantiles = {0.05, 0.25, 0.5, 0.75, 0.95};

struct Period {
  std::string time_period;
  std::string time_identifier;
};

std::string geography(const Provenance& provenance) {
  const std::string& title = provenance.place_title;
  const auto area = official_area(title);
  const OfficialArea known = area.value_or(OfficialArea{});
  std::string cells = "Local authority,E92000001,England,";
  for (const std::string_view cell :
       {known.region_code, known.region_name(), known.old_code, known.new_code}) {
    cells += std::string(cell) + ',';
  }
  return cells + csv_cell(title.empty() ? "Not one authority" : title);
}

Period all_years(const Provenance& provenance) {
  const auto last = static_cast<std::size_t>(provenance.years) - 1;
  return {
      reporting_year(provenance.start_year, 0) + '-' + reporting_year(provenance.start_year, last),
      "Reporting years"};
}

Period month_of(int start_year, std::size_t month) {
  constexpr std::array names = {"April",    "May",       "June",     "July",
                                "August",   "September", "October",  "November",
                                "December", "January",   "February", "March"};
  constexpr std::size_t before_january = 9;
  const std::size_t year = month / names.size() + (month % names.size() >= before_january ? 1 : 0);
  return {std::to_string(start_year + static_cast<int>(year)), names[month % names.size()]};
}

// What a row says beside its value.
struct Row {
  const StoredMeasure* measure;
  std::string scenario;
  std::string baseline;
  std::string draw;
};

class TidyTable {
 public:
  TidyTable(const Provenance& provenance, std::ostream& out)
      : geography_(geography(provenance)), out_(out) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      out_ << (i == 0 ? "" : ",") << columns[i].name;
    }
    out_ << '\n';
  }

  // What the following rows have in common.
  void begin(const Row& row, bool with_official) {
    const OfficialColumn official = official_column(row.measure->name);
    middle_ = csv_cell(row.scenario) + ',' + csv_cell(row.baseline) + ',' + row.measure->name +
              ',' + std::string(with_official ? official.column : std::string_view()) + ',' +
              csv_cell(row.measure->unit) + ',';
    draw_ = row.draw;
  }

  void sample(const Period& period, std::int64_t run, double value) {
    const std::string number = std::to_string(run);
    write(period, "sample," + csv_cell(draw_ + '-' + number), value, number);
  }
  void mean(const Period& period, double value) { write(period, "mean,", value, ""); }
  void not_comparable(const Period& period) {
    write(period, std::string(name_of(Verdict::not_comparable)) + ',', std::nan(""), "");
  }
  void quantile(const Period& period, double share, double value) {
    write(period, "quantile," + csv_number(share), value, "");
  }

 private:
  void write(const Period& period, const std::string& output, double value,
             const std::string& run) {
    out_ << period.time_period << ',' << period.time_identifier << ',' << geography_ << ','
         << middle_ << output << ',' << csv_number(value) << ',' << csv_cell(draw_) << ',' << run
         << '\n';
  }

  std::string geography_;
  std::string middle_;
  std::string draw_;
  std::ostream& out_;
};

template <class Act>
void each_of_all(const JoinedResults& results, bool monthly, Act act) {
  for (const StoredMeasure& measure : results.measures()) {
    for (std::size_t s = 0; measure.monthly == monthly && s < results.scenarios().size(); ++s) {
      for (std::size_t d = 0; d < results.draws().size(); ++d) {
        act(measure, s, d);
      }
    }
  }
}

void write_summary(TidyTable& table, const Period& period, std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) {
    return;
  }
  table.mean(period, summarise(values).mean);
  std::ranges::sort(values);
  for (const double share : quantiles) {
    table.quantile(period, share, quantile(values, share));
  }
}

}  // namespace

std::span<const TidyColumn> tidy_columns() { return columns; }

void write_runs(const JoinedResults& results, std::ostream& out) {
  TidyTable table(results.provenance(), out);
  const Period period = all_years(results.provenance());
  each_of_all(results, false, [&](const StoredMeasure& measure, std::size_t s, std::size_t d) {
    table.begin({&measure, results.scenarios()[s], {}, results.draws()[d]}, true);
    const std::vector<double> values = results.values(measure.name, s, d);
    for (std::size_t run = 0; run < values.size(); ++run) {
      table.sample(period, results.run_numbers()[run], values[run]);
    }
  });
}

void write_years(const JoinedResults& results, std::ostream& out) {
  TidyTable table(results.provenance(), out);
  const int start_year = results.provenance().start_year;
  each_of_all(results, true, [&](const StoredMeasure& measure, std::size_t s, std::size_t d) {
    const auto rule = year_rule(measure.name);
    if (!rule) {
      return;
    }
    table.begin({&measure, results.scenarios()[s], {}, results.draws()[d]}, true);
    results.each_run(measure.name, s, d, [&](std::int64_t run, std::span<const double> months) {
      const std::vector<double> years = by_reporting_year(*rule, months);
      for (std::size_t y = 0; y < years.size(); ++y) {
        table.sample({reporting_year(start_year, y), "Reporting year"}, run, years[y]);
      }
    });
  });
}

void write_months(const JoinedResults& results, std::ostream& out) {
  TidyTable table(results.provenance(), out);
  const int start_year = results.provenance().start_year;
  each_of_all(results, true, [&](const StoredMeasure& measure, std::size_t s, std::size_t d) {
    table.begin({&measure, results.scenarios()[s], {}, results.draws()[d]}, false);
    results.each_run(measure.name, s, d, [&](std::int64_t run, std::span<const double> months) {
      for (std::size_t m = 0; m < months.size(); ++m) {
        table.sample(month_of(start_year, m), run, months[m]);
      }
    });
  });
}

void write_estimates(const JoinedResults& results, std::ostream& out) {
  TidyTable table(results.provenance(), out);
  const ServiceModels models = results.service_models();
  const Period period = all_years(results.provenance());
  each_of_all(results, false, [&](const StoredMeasure& measure, std::size_t s, std::size_t d) {
    const std::vector<double> own = results.values(measure.name, s, d);
    table.begin({&measure, results.scenarios()[s], {}, results.draws()[d]}, true);
    write_summary(table, period, own);
    for (std::size_t b = 0; b < results.scenarios().size(); ++b) {
      if (b == s) {
        continue;
      }
      table.begin({&measure, results.scenarios()[s], results.scenarios()[b], results.draws()[d]},
                  false);
      if (models.are_comparable(measure.name, b, s)) {
        write_summary(table, period, differences_by_run(results.values(measure.name, b, d), own));
      } else {
        table.not_comparable(period);
      }
    }
  });
}

}  // namespace stepdown
