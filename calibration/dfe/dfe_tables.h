#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

/// The published tables of which figures are taken, by the letters that the Department gives them.
enum class DfeTable : unsigned char { b1, b5, b7, c1, c2, c3, c4, d1, d2, d3, d7, cla, csww, ons };

/// The columns of which figures are taken, over all tables.
enum class DfeColumn : unsigned char {
  open_episodes,
  open_episodes_rate,
  episode_starts,
  ended_episodes,
  ended_within_3m,
  ended_3m_to_6m,
  ended_6m_to_12m,
  ended_12m_to_24m,
  ended_after_24m,
  need_plans,
  need_plans_rate,
  referrals,
  referrals_rate,
  rereferrals,
  rereferrals_percent,
  no_further_action,
  no_further_action_percent,
  not_in_need,
  not_in_need_percent,
  assessments,
  assessed_same_day,
  assessed_in_10_days,
  assessed_in_20_days,
  assessed_in_30_days,
  assessed_in_40_days,
  assessed_in_45_days,
  assessed_in_50_days,
  assessed_in_60_days,
  assessed_later,
  factors_recorded,
  neglect_recorded,
  enquiries,
  conferences,
  plan_starts,
  plans_open,
  plans_open_rate,
  plan_starts_by_category,
  plans_for_neglect,
  plan_starts_by_order,
  repeat_plans,
  repeat_plans_percent,
  plan_ends,
  plans_within_3m,
  plans_3m_to_6m,
  plans_6m_to_12m,
  plans_12m_to_24m,
  plans_after_24m,
  care_population,
  in_care,
  care_starts,
  case_holders,
  cases,
  caseload,
  turnover_percent,
  absence_percent,
  children,
};
constexpr std::size_t dfe_column_count = static_cast<std::size_t>(DfeColumn::children) + 1;

/// Whether a table can do without a column.
enum class Need : unsigned char { required, optional };

/// A column by the names it has had from release to release, the usual one first.
struct DfeColumnNames {
  DfeColumn column;
  std::vector<std::string_view> names;
  Need need = Need::required;
  bool tells_table = false;
};

/// A published table: what tells it from the others, and what is taken from it.
struct DfeShape {
  DfeTable table;
  std::string_view name;      // "table C1"
  std::string_view contents;  // "referrals and re-referrals"
  std::vector<DfeColumnNames> columns;
  std::size_t signs = 0;                 // so many of the telling columns make it this table
  std::vector<std::string_view> groups;  // names of the column that says what a row counts
};

std::span<const DfeShape> dfe_shapes();
const DfeShape& shape_of(DfeTable table);

/// The columns that say whose row it is, by their position in a header.
struct DfeKeys {
  std::size_t period = 0;
  std::size_t level = 0;
  std::optional<std::size_t> old_code;
  std::optional<std::size_t> new_code;
  std::size_t name = 0;
};

/// A file that was known by its columns.
struct DfeHeader {
  DfeTable table = DfeTable::c1;
  DfeKeys keys;
  std::optional<std::size_t> group;
  std::vector<std::pair<DfeColumn, std::size_t>> columns;  // with their position
};

/// What a header is: one of the tables, or nothing. Names are compared without capitals, blanks,
/// hyphens, underscores and a last `count`. Throws UnusableData naming the columns that are missing
/// of a table that is known by its other ones.
std::optional<DfeHeader> known_header(const std::string& file, std::span<const std::string> header);

/// Whether a header has the Department's columns for year and place, whatever else it has.
bool is_by_year_and_place(std::span<const std::string> header);

}  // namespace stepdown
