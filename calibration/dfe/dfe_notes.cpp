#include "calibration/dfe/dfe_notes.h"

#include <algorithm>
#include <map>
#include <set>

#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

std::string years_of(const std::vector<int>& years) {
  std::string text;
  for (std::size_t i = 0; i < years.size();) {
    std::size_t last = i;
    while (last + 1 < years.size() && years[last + 1] == years[last] + 1) {
      ++last;
    }
    text += (i == 0 ? "" : ", ") + std::to_string(years[i]);
    text += last == i ? "" : (last == i + 1 ? ", " : " to ") + std::to_string(years[last]);
    i = last + 1;
  }
  return text;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "" : ", ") + name;
  }
  return text;
}

/// The names, or where they are most of all there are, the others.
std::string listed_shortly(const std::vector<std::string>& names,
                           const std::vector<std::string>& all) {
  if (2 * names.size() <= all.size()) {
    return listed(names);
  }
  std::vector<std::string> others;
  std::ranges::copy_if(all, std::back_inserter(others), [&names](const std::string& name) {
    return std::ranges::find(names, name) == names.end();
  });
  return others.empty() ? "any measure" : "any measure but " + listed(others);
}

void note_tables(const DfePanel& panel, std::vector<std::string>& notes) {
  for (const DfeShape& shape : dfe_shapes()) {
    if (panel.has(shape.table)) {
      continue;
    }
    std::vector<std::string> without;
    for (const DfeMeasure& measure : dfe_measures()) {
      if (measure.part_table == shape.table) {
        without.emplace_back(measure.name);
      }
    }
    const std::string what =
        std::string(shape.name) + " (" + std::string(shape.contents) + ") is not in the folder";
    if (!without.empty()) {
      notes.push_back(what + ": no target for " + listed(without));
    } else if (shape.table == DfeTable::ons) {
      notes.push_back(what + ": rates are taken where they are published, and not reckoned");
    }
  }
}

void note_files(const DfePanel& panel, std::vector<std::string>& notes) {
  std::map<DfeTable, std::vector<std::string>> by_table;
  for (const DfeFile& file : panel.files) {
    by_table[file.table].push_back("`" + file.name + "`");
    if (file.uneven > 0) {
      notes.push_back("`" + file.name + "`: " + counted(file.uneven, "row was", "rows were") +
                      " left out for having more or fewer cells than the header");
    }
    if (file.periods > 0) {
      notes.push_back("`" + file.name + "`: " + counted(file.periods, "row was", "rows were") +
                      " left out for a time_period that is no year");
    }
    if (file.duplicates > 0) {
      notes.push_back("`" + file.name + "`: " + counted(file.duplicates, "row was", "rows were") +
                      " left out because its authority and year stand there twice; the first is "
                      "taken");
    }
  }
  for (const auto& [table, names] : by_table) {
    if (names.size() > 1) {
      notes.push_back(listed(names) + " all hold " + std::string(shape_of(table).name) +
                      "; figures of the one with the later last year are taken first");
    }
  }
  if (!panel.not_used.empty()) {
    notes.push_back(counted(panel.not_used.size(), "other file", "other files") +
                    " by year and place: nothing is taken of " + listed(panel.not_used));
  }
}

/// Years asked for without a figure, of measures whose table is there.
void note_years(const DfePanel& panel, const DfeAuthority& authority, int first_year, int last_year,
                std::vector<std::string>& notes) {
  std::map<std::vector<int>, std::vector<std::string>> by_years;
  std::vector<std::string> with_table;
  for (const DfeMeasure& measure : dfe_measures()) {
    if (!panel.has(measure.part_table) || !panel.has(measure.whole_table)) {
      const bool is_published = measure.published && panel.has(measure.part_table);
      if (!is_published) {
        continue;
      }
    }
    with_table.emplace_back(measure.name);
    std::vector<int> missing;
    for (int year = first_year; year <= last_year; ++year) {
      if (!figure_of(measure, authority, year)) {
        missing.push_back(year);
      }
    }
    if (!missing.empty()) {
      by_years[missing].emplace_back(measure.name);
    }
  }
  for (const auto& [years, names] : by_years) {
    notes.push_back("no figure of " + years_of(years) + " for " +
                    listed_shortly(names, with_table));
  }
}

void note_withheld(const DfePanel& panel, const DfeAuthority& authority, int first_year,
                   int last_year, std::vector<std::string>& notes) {
  struct Cells {
    std::size_t count = 0;
    std::set<int> years;
    std::set<std::string> columns;
  };
  std::map<std::pair<std::size_t, Withheld>, Cells> all;
  for (std::size_t i = 0; i < dfe_column_count; ++i) {
    for (const auto& [year, published] : authority.cells[i]) {
      if (year >= first_year && year <= last_year && !published.cell.has_figure()) {
        Cells& cells = all[{published.file, published.cell.withheld}];
        ++cells.count;
        cells.years.insert(year);
        cells.columns.insert(panel.files[published.file].column(static_cast<DfeColumn>(i)));
      }
    }
  }
  constexpr std::size_t most_columns = 4;
  for (const auto& [where, cells] : all) {
    notes.push_back("`" + panel.files[where.first].name + "`: " +
                    counted(cells.count, "cell ", "cells ") + std::string(name_of(where.second)) +
                    ", not taken as 0: " + years_of({cells.years.begin(), cells.years.end()}) +
                    (cells.columns.size() > most_columns
                         ? ", " + std::to_string(cells.columns.size()) + " columns"
                         : ", " + listed({cells.columns.begin(), cells.columns.end()})));
  }
}

void note_life(const DfeAuthority& authority, int first_year, int last_year,
               std::vector<std::string>& notes) {
  const auto& referred = authority.cells[static_cast<std::size_t>(DfeColumn::referrals)];
  std::vector<int> years;
  for (const auto& [year, published] : referred) {
    if (published.cell.has_figure()) {
      years.push_back(year);
    }
  }
  if (years.empty()) {
    return;
  }
  const std::string reason = "; authorities begin and end when they are reorganised";
  if (years.front() > first_year) {
    notes.push_back("the first referrals of " + authority.name + " are of " +
                    std::to_string(years.front()) + reason);
  }
  if (years.back() < last_year) {
    notes.push_back("the last referrals of " + authority.name + " are of " +
                    std::to_string(years.back()) + ": levels are carried on to " +
                    std::to_string(last_year) + " and are less certain for it" +
                    (authority.last_year() < last_year ? reason : ""));
  }
  const auto last =
      std::ranges::find_if(years, [last_year](int year) { return year >= last_year; });
  const int year = last == years.end() ? years.back() : *last;
  constexpr double few = 500;
  if (!authority.is_england && referred.at(year).cell.value < few) {
    notes.push_back("there were fewer than 500 referrals in " + std::to_string(year) +
                    ": shares of so few children move much by chance");
  }
}

void note_authority(const DfePanel& panel, const DfeAuthority& authority,
                    std::vector<std::string>& notes) {
  for (const DfeAuthority& other : panel.authorities) {
    if (&other != &authority && folded_name(other.name) == folded_name(authority.name)) {
      notes.push_back("there are two authorities called " + authority.name + ": taken is " +
                      authority.old_code + " (published until " +
                      std::to_string(authority.last_year()) + "), the other one is " +
                      other.old_code + " (until " + std::to_string(other.last_year()) + ")");
    }
  }
  for (const JointRow& row : panel.joint) {
    if (!authority.old_code.empty() && row.codes.find(authority.old_code) != std::string::npos) {
      notes.push_back(std::string(shape_of(row.table).name) + " counts " + row.name +
                      " together; that is not taken");
    }
  }
}

}  // namespace

std::vector<std::string> notes_on(const PublishedPlace& place) {
  std::vector<std::string> notes;
  for (const auto& [name, fact] : {std::pair("population.children", place.children),
                                   std::pair("workforce.social_workers", place.social_workers),
                                   std::pair("workforce.turnover", place.turnover),
                                   std::pair("workforce.absence", place.absence),
                                   std::pair("noticing.place_factor", place.place_factor)}) {
    if (!fact) {
      notes.push_back("the place file has no " + std::string(name) +
                      ", because none is published: without it the base's own number holds");
    } else if (fact->year < place.year) {
      notes.push_back(std::string(name) + " is that of " + std::to_string(fact->year));
    }
  }
  return notes;
}

std::vector<std::string> notes_of(const DfePanel& panel, const DfeAuthority& authority,
                                  int first_year, int last_year) {
  std::vector<std::string> notes;
  note_authority(panel, authority, notes);
  note_life(authority, first_year, last_year, notes);
  note_years(panel, authority, first_year, last_year, notes);
  note_withheld(panel, authority, first_year, last_year, notes);
  note_tables(panel, notes);
  note_files(panel, notes);
  return notes;
}

}  // namespace stepdown
