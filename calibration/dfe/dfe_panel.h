#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calibration/dfe/dfe_cell.h"
#include "calibration/dfe/dfe_tables.h"

namespace stepdown {

/// A cell and the file it stands in, by its position among the files of the panel.
struct PublishedCell {
  DfeCell cell;
  std::size_t file = 0;
};

/// England or an authority, with all that was published of it.
struct DfeAuthority {
  std::string name;      // of the last year
  std::string old_code;  // 886
  std::string new_code;  // E10000016, of the last year
  bool is_england = false;
  std::array<std::map<int, PublishedCell>, dfe_column_count> cells;  // by year

  const PublishedCell* find(DfeColumn column, int year) const;
  std::optional<double> figure(DfeColumn column, int year) const;
  int last_year() const;  // in which anything was published of it, 0 when nothing was
};

/// A published file that was read, and what could not be taken from it.
struct DfeFile {
  std::string name;
  DfeTable table = DfeTable::c1;
  int first_year = 0;
  int last_year = 0;
  std::vector<std::pair<DfeColumn, std::string>> columns;  // as they stand in its header
  std::size_t rows = 0;
  std::size_t uneven = 0;      // rows of another width
  std::size_t periods = 0;     // rows of a period that is no year
  std::size_t duplicates = 0;  // rows of an authority and year that were there before

  std::string column(DfeColumn column) const;
};

/// Figures that two authorities have only together.
struct JointRow {
  std::string codes;  // "314 / 318"
  std::string name;
  DfeTable table = DfeTable::c1;
};

/// The published figures of all authorities, as they stand in the files of one folder.
struct DfePanel {
  std::vector<DfeAuthority> authorities;  // by name; England where it is published
  std::vector<DfeFile> files;
  std::vector<std::string> not_used;  // tables by year and place of which nothing is taken
  std::vector<JointRow> joint;

  bool has(DfeTable table) const;
  /// Years in which referrals were published of anybody.
  std::pair<int, int> years() const;
};

/// Reads every .csv file of a folder that is known by its columns. Where two files hold the same
/// table, figures are taken of the one with the later last year, and of the other those it has not.
/// Throws UnusableData when a known file lacks columns or cannot be read as one, when none is known
/// or when none has referrals; std::system_error when the folder cannot be read.
DfePanel read_dfe(const std::filesystem::path& folder);

/// A name without capitals, punctuation and the difference of `&` and `and`.
std::string folded_name(std::string_view name);

/// The position of an authority called so: by its name, the part of it before a comma, or one of
/// its codes. Of two of the same name the one that was published last.
std::optional<std::size_t> find_authority(const DfePanel& panel, std::string_view called);

/// Names like that one, the nearest first; some when none is like it.
std::vector<std::string> similar_authorities(const DfePanel& panel, const std::string& called);

}  // namespace stepdown
