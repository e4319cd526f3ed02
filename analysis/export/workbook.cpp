#include "analysis/export/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <system_error>
#include <utility>

#include "model/contract.h"

namespace stepdown {
namespace {

// 1 January 1980, which is what the parts of the file have too: no time of the day of its making.
constexpr std::time_t no_date = 315532800;

// How many decimals a number is shown with; the cell holds all of them.
struct Magnitude {
  double least;
  const char* format;
};
constexpr std::array magnitudes = {Magnitude{1000, "#,##0"}, Magnitude{10, "#,##0.0"},
                                   Magnitude{0.01, "0.00"}, Magnitude{0, "0.0000"}};

constexpr double width_of_cover = 100;
constexpr double height_of_line = 15;

// Programs differ in whether they make room for a text that goes on several lines.
double lines_of(std::string_view text, double width) {
  // Words that do not fit go to the next line whole, and headings are bold.
  const double characters_in_a_line = 0.95 * width;
  return std::ceil(static_cast<double>(text.size()) / characters_in_a_line);
}

double lines_in(const SheetCell& cell, double width) {
  const auto* const text = std::get_if<std::string>(&cell);
  return text == nullptr ? 1 : lines_of(*text, width);
}

void make_room(lxw_worksheet* sheet, lxw_row_t row, double lines) {
  if (lines > 1) {
    worksheet_set_row(sheet, row, lines * height_of_line, nullptr);
  }
}

}  // namespace

struct Workbook::Writer {
  std::filesystem::path path;
  lxw_workbook* book = nullptr;  // closing it, which happens once, frees it
  lxw_format* title = nullptr;
  lxw_format* line = nullptr;
  lxw_format* heading = nullptr;
  lxw_format* text = nullptr;
  lxw_format* count = nullptr;
  std::array<lxw_format*, magnitudes.size()> numbers{};
  int tables = 0;

  lxw_format* number_format(double value) const {
    std::size_t i = 0;
    while (value != 0 && std::abs(value) < magnitudes[i].least) {
      ++i;
    }
    return numbers[value == 0 ? 0 : i];
  }

  void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell) const {
    if (const double* const number = std::get_if<double>(&cell); number != nullptr) {
      write_number(sheet, row, column, *number);
    } else if (const int* const whole = std::get_if<int>(&cell); whole != nullptr) {
      worksheet_write_number(sheet, row, column, *whole, count);
    } else if (const auto* const link = std::get_if<SheetLink>(&cell); link != nullptr) {
      worksheet_write_url_opt(sheet, row, column, ("internal:'" + link->sheet + "'!A1").c_str(),
                              workbook_get_default_url_format(book), link->sheet.c_str(), nullptr);
    } else {
      worksheet_write_string(sheet, row, column, std::get<std::string>(cell).c_str(), text);
    }
  }

  void write_number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double number) const {
    if (std::isnan(number)) {
      worksheet_write_string(sheet, row, column, std::string(no_number).c_str(), text);
    } else {
      worksheet_write_number(sheet, row, column, number, number_format(number));
    }
  }

  void write_table(lxw_worksheet* sheet, lxw_row_t top, const Sheet& from) {
    std::vector<lxw_table_column> columns(from.columns.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      columns[c].header = const_cast<char*>(from.columns[c].heading.c_str());
      columns[c].header_format = heading;
      pointers.push_back(&columns[c]);
    }
    pointers.push_back(nullptr);
    const std::string name = "Table_" + std::to_string(++tables);
    lxw_table_options options{};
    options.name = const_cast<char*>(name.c_str());
    options.columns = pointers.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    const auto last_row = static_cast<lxw_row_t>(top + from.rows.size());
    const auto last_column = static_cast<lxw_col_t>(columns.size() - 1);
    expects(worksheet_add_table(sheet, top, 0, last_row, last_column, &options) == LXW_NO_ERROR,
            "a table has headings that differ");
    double lines_of_headings = 1;
    for (const SheetColumn& column : from.columns) {
      lines_of_headings = std::max(lines_of_headings, lines_of(column.heading, column.width));
    }
    make_room(sheet, top, lines_of_headings);
    for (std::size_t r = 0; r < from.rows.size(); ++r) {
      expects(from.rows[r].size() == columns.size(), "a row has a cell for each column");
      double lines = 1;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        lines = std::max(lines, lines_in(from.rows[r][c], from.columns[c].width));
      }
      make_room(sheet, static_cast<lxw_row_t>(top + 1 + r), lines);
      for (std::size_t c = 0; c < columns.size(); ++c) {
        write(sheet, static_cast<lxw_row_t>(top + 1 + r), static_cast<lxw_col_t>(c),
              from.rows[r][c]);
      }
    }
    worksheet_freeze_panes(sheet, top + 1, 0);
    worksheet_repeat_rows(sheet, top, top);
  }
};

Workbook::Workbook(const std::filesystem::path& path, const std::string& title)
    : writer_(std::make_unique<Writer>()) {
  writer_->path = path;
  writer_->book = workbook_new(path.c_str());
  lxw_doc_properties properties{};
  properties.title = const_cast<char*>(title.c_str());
  properties.author = const_cast<char*>("stepdown");
  properties.created = no_date;
  workbook_set_properties(writer_->book, &properties);
  const auto format = [this] { return workbook_add_format(writer_->book); };
  writer_->title = format();
  format_set_bold(writer_->title);
  format_set_font_size(writer_->title, 15);
  writer_->line = format();
  writer_->heading = format();
  format_set_bold(writer_->heading);
  format_set_text_wrap(writer_->heading);
  format_set_align(writer_->heading, LXW_ALIGN_VERTICAL_TOP);
  writer_->text = format();
  format_set_text_wrap(writer_->text);
  format_set_align(writer_->text, LXW_ALIGN_VERTICAL_TOP);
  writer_->count = format();
  format_set_num_format(writer_->count, "0");
  format_set_align(writer_->count, LXW_ALIGN_VERTICAL_TOP);
  for (std::size_t i = 0; i < magnitudes.size(); ++i) {
    writer_->numbers[i] = format();
    format_set_num_format(writer_->numbers[i], magnitudes[i].format);
    format_set_align(writer_->numbers[i], LXW_ALIGN_VERTICAL_TOP);
  }
}

Workbook::~Workbook() {
  if (writer_->book != nullptr) {
    lxw_workbook_free(writer_->book);
  }
}

void Workbook::add(const Sheet& from) {
  lxw_worksheet* const sheet = workbook_add_worksheet(writer_->book, from.name.c_str());
  expects(sheet != nullptr, "the names of sheets are short and differ");
  for (std::size_t c = 0; c < from.columns.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    worksheet_set_column(sheet, column, column, from.columns[c].width, nullptr);
  }
  worksheet_write_string(sheet, 0, 0, from.title.c_str(), writer_->title);
  lxw_row_t row = 1;
  for (const std::string& line : from.lines) {
    // On a cover the lines are all there is, and are wrapped; above a table they run on.
    if (from.columns.empty()) {
      make_room(sheet, row, lines_of(line, width_of_cover));
    }
    worksheet_write_string(sheet, row++, 0, line.c_str(),
                           from.columns.empty() ? writer_->text : writer_->line);
  }
  if (from.columns.empty()) {
    worksheet_set_column(sheet, 0, 0, width_of_cover, nullptr);
  } else {
    writer_->write_table(sheet, row, from);
  }
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
}

void Workbook::finish() {
  errno = 0;
  const lxw_error error = workbook_close(std::exchange(writer_->book, nullptr));
  if (error != LXW_NO_ERROR) {
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                            "cannot write " + writer_->path.string());
  }
}

}  // namespace stepdown
