#include "analysis/export/codebook.h"

#include "analysis/csv_cell.h"
#include "analysis/export/official_column.h"
#include "analysis/export/reporting_year.h"
#include "analysis/export/tidy_table.h"

namespace stepdown {
namespace {

CodebookEntry entry_of(const StoredMeasure& measure) {
  const OfficialColumn official = official_column(measure.name);
  const auto rule = measure.monthly ? year_rule(measure.name) : std::nullopt;
  return {"measure",
          measure.name,
          measure.unit,
          measure.monthly ? "month" : "run",
          std::string(rule ? name_of(*rule) : std::string_view()),
          std::string(official.column),
          std::string(official.table),
          measure.long_name};
}

}  // namespace

std::vector<CodebookEntry> codebook(const JoinedResults& results) {
  std::vector<CodebookEntry> entries;
  for (const TidyColumn& column : tidy_columns()) {
    entries.push_back(
        {"column", std::string(column.name), {}, {}, {}, {}, {}, std::string(column.meaning)});
  }
  for (const StoredMeasure& measure : results.measures()) {
    entries.push_back(entry_of(measure));
  }
  return entries;
}

void write_codebook(const JoinedResults& results, std::ostream& out) {
  out << "kind,name,unit,one_for_each,reporting_year_is,official_column,official_table,meaning\n";
  for (const CodebookEntry& entry : codebook(results)) {
    out << entry.kind << ',' << entry.name << ',' << csv_cell(entry.unit) << ','
        << entry.one_for_each << ',' << csv_cell(entry.reporting_year) << ','
        << entry.official_column << ',' << csv_cell(entry.official_table) << ','
        << csv_cell(entry.meaning) << '\n';
  }
}

}  // namespace stepdown
