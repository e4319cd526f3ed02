#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stepdown {

/// A cell that leads to another sheet.
struct SheetLink {
  std::string sheet;
};

/// What a cell of a sheet holds: a text, a measured number (one that does not exist is shown as
/// [x]), a count or a year, or a link.
using SheetCell = std::variant<std::string, double, int, SheetLink>;

/// A column of a sheet's table.
struct SheetColumn {
  std::string heading;
  double width = 12;  // in characters
};

/// One sheet: a title, lines that say what is below, and one table, which may be empty on a cover.
struct Sheet {
  std::string name;
  std::string title;
  std::vector<std::string> lines;
  std::vector<SheetColumn> columns;
  std::vector<std::vector<SheetCell>> rows;
};

/// A spreadsheet in the making that people who use a screen reader can find their way in: one table
/// to a sheet, marked as such, its headings kept in sight, no merged and no empty cells. Equal
/// sheets give equal bytes. Errors are std::system_error.
class Workbook {
 public:
  Workbook(const std::filesystem::path& path, const std::string& title);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  void add(const Sheet& sheet);
  /// Writes the file.
  void finish();

 private:
  struct Writer;
  std::unique_ptr<Writer> writer_;
};

/// What stands in a table where there is no number, and what it says.
inline constexpr std::string_view no_number = "[x]";

}  // namespace stepdown
