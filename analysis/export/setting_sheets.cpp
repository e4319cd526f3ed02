#include "analysis/export/setting_sheets.h"

#include <algorithm>

#include "analysis/resolved_settings.h"

namespace stepdown {
namespace {

// A number as one, a word without the quotes it has in a file.
SheetCell cell_of(std::string value) {
  const double number = number_in(value);
  if (number == number) {
    return number;
  }
  std::erase(value, '"');
  return value.empty() ? "[z]" : value;
}

bool all_alike(const std::vector<std::vector<std::string>>& values, std::size_t setting) {
  return std::ranges::all_of(values, [&](const std::vector<std::string>& each) {
    return each[setting] == values.front()[setting];
  });
}

std::vector<SheetCell> row_of(const KnownSetting& setting,
                              const std::vector<std::vector<std::string>>& values, std::size_t i) {
  std::vector<SheetCell> row{setting.name, setting.unit.empty() ? "[z]" : setting.unit,
                             setting.role};
  for (const std::vector<std::string>& each : values) {
    row.push_back(cell_of(each[i]));
  }
  return row;
}

Sheet settings(const JoinedResults& results) {
  Sheet sheet{"Settings",
              "The settings of each scenario",
              {"This sheet has one table: one setting to a row, those that differ between "
               "scenarios first. A lever is decided by the authority, a fact is of the place, an "
               "uncertainty is not known."},
              {{"Setting", 44}, {"Unit", 24}, {"Role", 14}, {"Differs", 10}},
              {}};
  std::vector<std::vector<std::string>> values;
  for (std::size_t s = 0; s < results.scenarios().size(); ++s) {
    sheet.columns.push_back({"In " + results.scenarios()[s], 22});
    values.push_back(results.setting_values(s));
  }
  for (const bool differing : {true, false}) {
    for (std::size_t i = 0; i < results.settings().size(); ++i) {
      if (all_alike(values, i) == differing) {
        continue;
      }
      std::vector<SheetCell> row = row_of(results.settings()[i], values, i);
      row.insert(row.begin() + 3, differing ? "yes" : "no");
      sheet.rows.push_back(std::move(row));
    }
  }
  return sheet;
}

Sheet worlds(const JoinedResults& results) {
  Sheet sheet{"Worlds",
              "What differs from world to world",
              {"This sheet has one table: one uncertain setting to a row, one world to a column. "
               "It is empty of settings that every world has alike."},
              {{"Setting", 44}, {"Unit", 24}, {"Role", 14}},
              {}};
  std::vector<std::vector<std::string>> values;
  for (std::size_t d = 0; d < results.draws().size(); ++d) {
    sheet.columns.push_back({"In " + results.draws()[d], 16});
    values.push_back(results.setting_values(0, d));
  }
  for (std::size_t i = 0; i < results.settings().size(); ++i) {
    if (!all_alike(values, i)) {
      sheet.rows.push_back(row_of(results.settings()[i], values, i));
    }
  }
  return sheet;
}

}  // namespace

std::vector<Sheet> setting_sheets(const JoinedResults& results) {
  return {settings(results), worlds(results)};
}

}  // namespace stepdown
