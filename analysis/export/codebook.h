#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "analysis/export/joined_results.h"

namespace stepdown {

/// What a name in the exported tables means.
struct CodebookEntry {
  std::string kind;  // column or measure
  std::string name;
  std::string unit;
  std::string one_for_each;  // run or month
  std::string reporting_year;
  std::string official_column;
  std::string official_table;
  std::string meaning;
};

/// The columns of the tidy tables, and every measure of the results.
std::vector<CodebookEntry> codebook(const JoinedResults& results);

/// As a table of comma-separated values.
void write_codebook(const JoinedResults& results, std::ostream& out);

}  // namespace stepdown
