#include "calibration/dfe/dfe_panel.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <set>
#include <span>
#include <tuple>

#include "analysis/csv_table.h"
#include "analysis/unusable_data.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

std::string in_small_letters(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(), [](unsigned char letter) {
    return static_cast<char>(std::tolower(letter));
  });
  return made;
}

bool holds(const std::string& text, std::string_view part) {
  return in_small_letters(text).find(part) != std::string::npos;
}

/// The cells of one row that are wanted.
struct RowOfFile {
  std::string key;  // of the authority, the same in every file
  std::string name;
  std::string old_code;
  std::string new_code;
  bool is_england = false;
  int year = 0;
  std::vector<std::pair<DfeColumn, DfeCell>> cells;
};

/// A file read, and its rows before they are put together with those of others.
struct FileRows {
  DfeFile file;
  std::vector<RowOfFile> rows;
  std::vector<JointRow> joint;
};

/// What a row counts, where a table has rows of several kinds.
std::vector<DfeColumn> columns_counted(DfeTable table, const std::string& group) {
  if (table == DfeTable::cla) {
    if (holds(group, "31 march")) return {DfeColumn::in_care, DfeColumn::care_population};
    if (holds(group, "start")) return {DfeColumn::care_starts};
    return {};
  }
  if (table == DfeTable::ons && holds(group, "0 to 17")) return {DfeColumn::children};
  return {};
}

/// Takes the rows of one file as they come.
class FileReader {
 public:
  bool on_header(const std::string& name, std::span<const std::string> header) {
    header_ = known_header(name, header);
    is_by_place_ = is_by_year_and_place(header);
    if (!header_) {
      return false;
    }
    made_.file.name = name;
    made_.file.table = header_->table;
    for (const auto& [column, at] : header_->columns) {
      made_.file.columns.emplace_back(column, header[at]);
    }
    return true;
  }

  void on_row(std::span<const std::string> row) {
    const std::string& level = row[header_->keys.level];
    const bool is_england = holds(level, "national");
    if (!is_england && !holds(level, "local authority")) {
      return;
    }
    std::vector<DfeColumn> counted;
    if (header_->group) {
      counted = columns_counted(header_->table, row[*header_->group]);
      if (counted.empty()) {
        return;
      }
    }
    const auto year = year_of_period(row[header_->keys.period]);
    if (!year) {
      ++made_.file.periods;
      return;
    }
    RowOfFile taken = row_of(row, is_england, *year);
    if (taken.old_code.find('/') != std::string::npos ||
        taken.new_code.find('/') != std::string::npos) {
      made_.joint.push_back({taken.old_code, taken.name, header_->table});
      return;
    }
    const std::string what = header_->group ? row[*header_->group] : std::string();
    if (!seen_.insert({taken.key, taken.year, what}).second) {
      ++made_.file.duplicates;
      return;
    }
    for (const auto& [column, at] : header_->columns) {
      if (counted.empty() || std::ranges::find(counted, column) != counted.end()) {
        taken.cells.emplace_back(column, read_cell(row[at]));
      }
    }
    made_.file.first_year = made_.file.rows == 0 ? *year : std::min(made_.file.first_year, *year);
    made_.file.last_year = std::max(made_.file.last_year, *year);
    ++made_.file.rows;
    made_.rows.push_back(std::move(taken));
  }

  bool is_known() const { return header_.has_value(); }
  bool is_by_place() const { return is_by_place_; }
  FileRows take(const CsvReading& reading) {
    made_.file.uneven = reading.uneven.size();
    return std::move(made_);
  }

 private:
  RowOfFile row_of(std::span<const std::string> row, bool is_england, int year) const {
    RowOfFile made;
    made.year = year;
    made.is_england = is_england;
    if (is_england) {
      made.key = "england";
      made.name = "England";
      return made;
    }
    made.name = row[header_->keys.name];
    made.old_code = header_->keys.old_code ? row[*header_->keys.old_code] : std::string();
    made.new_code = header_->keys.new_code ? row[*header_->keys.new_code] : std::string();
    // The code of three digits stays when a county becomes a unitary authority or a border moves.
    const bool has_old_code =
        made.old_code.size() == 3 &&
        std::ranges::all_of(made.old_code, [](unsigned char c) { return std::isdigit(c) != 0; });
    made.key = has_old_code ? made.old_code : folded_name(made.name);
    return made;
  }

  std::optional<DfeHeader> header_;
  bool is_by_place_ = false;
  FileRows made_;
  std::set<std::tuple<std::string, int, std::string>> seen_;
};

/// Puts the rows of all files together, the newest release first.
class PanelMaker {
 public:
  void add(FileRows rows) {
    const std::size_t file = panel_.files.size();
    for (const RowOfFile& row : rows.rows) {
      DfeAuthority& authority = authority_of(row);
      for (const auto& [column, cell] : row.cells) {
        auto& at = authority.cells[static_cast<std::size_t>(column)];
        const auto [there, is_new] = at.try_emplace(row.year, PublishedCell{cell, file});
        if (!is_new && !there->second.cell.has_figure() && cell.has_figure()) {
          there->second = {cell, file};
        }
      }
    }
    for (JointRow& row : rows.joint) {
      const bool is_known = std::ranges::any_of(panel_.joint, [&row](const JointRow& each) {
        return each.codes == row.codes && each.table == row.table;
      });
      if (!is_known) {
        panel_.joint.push_back(std::move(row));
      }
    }
    panel_.files.push_back(std::move(rows.file));
  }

  void leave_out(const std::string& name) { panel_.not_used.push_back(name); }

  DfePanel finish() {
    for (auto& [key, named] : by_key_) {
      panel_.authorities.push_back(std::move(named.authority));
    }
    std::ranges::sort(panel_.authorities, {},
                      [](const DfeAuthority& each) { return std::pair(each.name, each.old_code); });
    return std::move(panel_);
  }

 private:
  struct Named {
    DfeAuthority authority;
    int named_in = std::numeric_limits<int>::min();
  };

  DfeAuthority& authority_of(const RowOfFile& row) {
    Named& named = by_key_[row.key];
    if (row.year > named.named_in) {
      named.named_in = row.year;
      named.authority.name = row.name;
      named.authority.old_code = row.old_code;
      named.authority.new_code = row.new_code;
      named.authority.is_england = row.is_england;
    }
    return named.authority;
  }

  DfePanel panel_;
  std::map<std::string, Named> by_key_;
};

std::vector<fs::path> csv_files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (in_small_letters(entry.path().extension().string()) == ".csv" && !entry.is_directory()) {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

void refuse_what_is_no_use(const fs::path& folder, const DfePanel& panel, std::size_t files) {
  if (!panel.files.empty() && panel.has(DfeTable::c1)) {
    return;
  }
  const std::string advice =
      "take the data files of \"Children in need\" from Explore Education Statistics, unpacked "
      "into one folder; those of children looked after and of the workforce may lie beside them";
  if (files == 0) {
    throw UnusableData(Fault::data_columns, "`" + folder.string() + "` has no .csv file", advice);
  }
  throw UnusableData(Fault::data_columns,
                     panel.files.empty()
                         ? "none of the " + std::to_string(files) + " .csv files in `" +
                               folder.string() + "` has the columns of a published table"
                         : "`" + folder.string() + "` has no " +
                               std::string(shape_of(DfeTable::c1).name) + ", " +
                               std::string(shape_of(DfeTable::c1).contents) +
                               " (columns such as `Referrals` and `Re_referrals_percent`)",
                     advice);
}

}  // namespace

const PublishedCell* DfeAuthority::find(DfeColumn column, int year) const {
  const auto& by_year = cells[static_cast<std::size_t>(column)];
  const auto found = by_year.find(year);
  return found == by_year.end() ? nullptr : &found->second;
}

std::optional<double> DfeAuthority::figure(DfeColumn column, int year) const {
  const PublishedCell* published = find(column, year);
  return published && published->cell.has_figure() ? std::optional(published->cell.value)
                                                   : std::nullopt;
}

int DfeAuthority::last_year() const {
  int last = 0;
  for (const auto& by_year : cells) {
    for (const auto& [year, published] : by_year) {
      last = published.cell.has_figure() ? std::max(last, year) : last;
    }
  }
  return last;
}

std::string DfeFile::column(DfeColumn column) const {
  const auto found = std::ranges::find(columns, column, &std::pair<DfeColumn, std::string>::first);
  return found == columns.end() ? std::string() : found->second;
}

bool DfePanel::has(DfeTable table) const {
  return std::ranges::find(files, table, &DfeFile::table) != files.end();
}

std::pair<int, int> DfePanel::years() const {
  std::pair<int, int> years{0, 0};
  for (const DfeFile& file : files) {
    if (file.table == DfeTable::c1 && file.rows > 0) {
      years.first = years.first == 0 ? file.first_year : std::min(years.first, file.first_year);
      years.second = std::max(years.second, file.last_year);
    }
  }
  return years;
}

DfePanel read_dfe(const fs::path& folder) {
  std::vector<FileRows> all;
  PanelMaker maker;
  const std::vector<fs::path> paths = csv_files_in(folder);
  for (const fs::path& path : paths) {
    FileReader reader;
    const std::string name = path.filename().string();
    const CsvReading reading = read_csv(
        path, {[&reader, &name](std::span<const std::string> header) {
                 return reader.on_header(name, header);
               },
               [&reader](std::span<const std::string> row, std::size_t) { reader.on_row(row); }});
    if (!reader.is_known()) {
      if (reader.is_by_place()) {
        maker.leave_out(name);
      }
      continue;
    }
    all.push_back(reader.take(reading));
    if (all.back().rows.empty()) {
      throw UnusableData(Fault::data_empty,
                         "`" + name + "` has no row of England or of an authority",
                         "its rows have geographic_level `National` or `Local authority`; look "
                         "whether it arrived whole");
    }
  }
  std::ranges::stable_sort(all, std::ranges::greater(),
                           [](const FileRows& each) { return each.file.last_year; });
  for (FileRows& rows : all) {
    maker.add(std::move(rows));
  }
  DfePanel panel = maker.finish();
  refuse_what_is_no_use(folder, panel, paths.size());
  return panel;
}

}  // namespace stepdown
