#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "analysis/export/joined_results.h"

namespace stepdown {

/// One column of the tidy tables and what is in it.
struct TidyColumn {
  std::string_view name;
  std::string_view meaning;
};

/// The columns that every tidy table has, in their order: those of the Department's published
/// tables first, then those that make a number one of a simulation.
std::span<const TidyColumn> tidy_columns();

/// A row for each measure, scenario, draw and run: one number for the horizon.
void write_runs(const JoinedResults& results, std::ostream& out);

/// A row for each monthly measure, reporting year, scenario, draw and run.
void write_years(const JoinedResults& results, std::ostream& out);

/// The same month by month.
void write_months(const JoinedResults& results, std::ostream& out);

/// What the runs come to: mean and quantiles of each measure of the horizon in each scenario and
/// draw, and of its difference, run by run, from each other scenario.
void write_estimates(const JoinedResults& results, std::ostream& out);

}  // namespace stepdown
