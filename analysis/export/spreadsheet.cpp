#include "analysis/export/spreadsheet.h"

#include <algorithm>
#include <iterator>

#include "analysis/export/codebook.h"
#include "analysis/export/comparison_sheets.h"
#include "analysis/export/setting_sheets.h"
#include "analysis/honest_use.h"

namespace stepdown {
namespace {

std::string place_and_years(const Provenance& provenance) {
  const std::string place =
      provenance.place_title.empty() ? "No place of its own" : provenance.place_title;
  return place + ", " + std::to_string(provenance.years) + " years from 1 April " +
         std::to_string(provenance.start_year);
}

Sheet cover(const JoinedResults& results) {
  const Provenance& provenance = results.provenance();
  Sheet sheet{"Cover", "Families and help: a comparison of simulated scenarios", {}, {}, {}};
  sheet.lines = {place_and_years(provenance),
                 std::to_string(results.scenarios().size()) + " scenarios, " +
                     std::to_string(results.draws().size()) +
                     (results.draws().size() == 1 ? " world, " : " worlds, ") +
                     std::to_string(results.run_numbers().size()) + " runs in each, seed " +
                     std::to_string(provenance.seed),
                 "Made by stepdown " + provenance.version};
  for (const std::string& command : results.commands()) {
    sheet.lines.push_back("Made with the command: " + command);
  }
  std::string use(honest_use());
  std::ranges::replace(use, '\n', ' ');
  sheet.lines.push_back(use.substr(0, use.find_last_not_of(' ') + 1));
  sheet.lines.emplace_back(
      "Contains public sector information licensed under the Open Government Licence v3.0: "
      "Department for Education (children in need, children looked after, children's social work "
      "workforce), ONS (mid-year estimates).");
  return sheet;
}

Sheet contents(const std::vector<Sheet>& sheets) {
  Sheet sheet{"Contents",
              "Contents",
              {"This sheet has one table: the other sheets."},
              {{"Sheet", 20}, {"What is in it", 90}},
              {}};
  for (const Sheet& each : sheets) {
    sheet.rows.push_back({SheetLink{each.name}, each.title});
  }
  return sheet;
}

Sheet notes() {
  return {
      "Notes",
      "Notes on how to read the numbers",
      {"This sheet has one table: one note to a row."},
      {{"About", 24}, {"Note", 110}},
      {{"Missing numbers",
        "[x] stands where there is no number: a share of nobody, or too few runs to say."},
       {"Difference",
        "Taken run by run between scenarios with the same luck; the mean of these differences "
        "over all runs."},
       {"95% interval of the mean",
        "How well the mean is known, given the number of runs. More runs make it narrower."},
       {"90% range",
        "Nine of ten runs lie in it. It shows luck, and more runs leave it as it "
        "is."},
       {"Verdict",
        "higher or lower: at least 90% of the runs agree; too close to call: fewer do; the "
        "same: equal in every run; too few runs: fewer than 10, or fewer than half of them, have "
        "such a number."},
       {"World",
        "Values of the uncertain settings: those of the base, of a member of the ensemble, or of "
        "a draw that fits the place's own figures. All of them fit the official figures about as "
        "well."},
       {"Reporting year", "Ends on 31 March and is called by the year in which it ends."},
       {"Official column",
        "The column of the Department for Education's published tables that counts the same."}}};
}

Sheet codebook_sheet(const JoinedResults& results) {
  Sheet sheet{"Codebook",
              "What each measure is",
              {"This sheet has one table: one measure to a row."},
              {{"Measure", 36},
               {"Unit", 26},
               {"One for each", 10},
               {"A reporting year is", 24},
               {"Official column", 26},
               {"Official table", 32},
               {"Meaning", 90}},
              {}};
  const auto or_none = [](const std::string& text) { return text.empty() ? "[z]" : text; };
  for (const CodebookEntry& entry : codebook(results)) {
    if (entry.kind == "measure") {
      sheet.rows.push_back({entry.name, entry.unit, entry.one_for_each,
                            or_none(entry.reporting_year), or_none(entry.official_column),
                            or_none(entry.official_table), entry.meaning});
    }
  }
  sheet.lines.emplace_back("[z] stands where a column does not apply.");
  return sheet;
}

}  // namespace

std::vector<Sheet> sheets_of(const JoinedResults& results, const std::string& baseline) {
  std::vector<Sheet> tables;
  tables.push_back(notes());
  std::ranges::move(comparison_sheets(results, baseline), std::back_inserter(tables));
  std::ranges::move(setting_sheets(results), std::back_inserter(tables));
  tables.push_back(codebook_sheet(results));
  // A table without a row would be no table.
  std::erase_if(tables, [](const Sheet& sheet) { return sheet.rows.empty(); });
  std::vector<Sheet> sheets{cover(results), contents(tables)};
  std::ranges::move(tables, std::back_inserter(sheets));
  return sheets;
}

}  // namespace stepdown
