#include "analysis/csv_table.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <new>
#include <string_view>
#include <system_error>
#include <utility>

#include "analysis/text_bytes.h"
#include "analysis/unusable_data.h"

namespace stepdown {
namespace {

constexpr std::size_t bytes_at_once = 1 << 16;
// A quotation mark that nobody closed makes one row of the rest of the file.
constexpr std::size_t longest_row = 1 << 22;

using Row = std::vector<std::string>;

/// Rows as they come out of the parser, which knows neither lines nor headers.
struct ParsedRows {
  Row in_hand;
  std::vector<Row> complete;  // since the last look
};

// Both are called by C, which knows no exceptions: when memory is gone here, the program ends.
void on_cell(void* text, std::size_t length, void* rows) noexcept {
  static_cast<ParsedRows*>(rows)->in_hand.emplace_back(static_cast<const char*>(text), length);
}

void on_end_of_row(int, void* rows) noexcept {
  auto& parsed = *static_cast<ParsedRows*>(rows);
  parsed.complete.push_back(std::exchange(parsed.in_hand, {}));
}

/// Feeds a file line by line to the parser and hands its rows over.
class CsvFeed {
 public:
  CsvFeed(const std::string& name, const CsvListener& listener)
      : name_(name), listener_(listener), bytes_(name) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) {
      throw std::bad_alloc();
    }
    // Its own steps of 128 bytes copy a long row as often as it has kilobytes.
    csv_set_blk_size(&parser_, bytes_at_once);
  }
  ~CsvFeed() { csv_free(&parser_); }
  CsvFeed(const CsvFeed&) = delete;
  CsvFeed& operator=(const CsvFeed&) = delete;

  bool wants_more() const { return reading_.was_wanted; }

  /// A piece of the file, up to the end of a line or into the middle of one.
  void take(std::string_view piece) {
    bytes_.take(piece);
    if (begins_ == 0 && piece.find_first_not_of("\r\n") != std::string_view::npos) {
      begins_ = line_;
    }
    since_row_ += piece.size();
    const std::size_t read =
        csv_parse(&parser_, piece.data(), piece.size(), on_cell, on_end_of_row, &parsed_);
    if (read != piece.size() || since_row_ > longest_row) {
      refuse_quotation_marks();
    }
    line_ += piece.ends_with('\n') ? 1 : 0;
    hand_over();
  }

  CsvReading end() {
    if (!wants_more()) {
      return std::move(reading_);
    }
    bytes_.end();
    if (csv_fini(&parser_, on_cell, on_end_of_row, &parsed_) != 0) {
      refuse_quotation_marks();
    }
    hand_over();
    if (reading_.header.empty()) {
      throw UnusableData(Fault::data_empty, "`" + name_ + "` is empty",
                         "its first line names the columns; look whether it arrived whole");
    }
    return std::move(reading_);
  }

 private:
  [[noreturn]] void refuse_quotation_marks() const {
    throw UnusableData(Fault::data_not_text,
                       "`" + name_ + "`: the quotation marks of the row in line " +
                           std::to_string(begins_) + " do not match",
                       "close the mark; one inside of a quoted cell is written twice");
  }

  void hand_over() {
    if (parsed_.complete.empty()) {
      return;
    }
    since_row_ = 0;
    const std::size_t line = std::exchange(begins_, 0);
    for (Row& row : parsed_.complete) {
      const bool is_blank =
          std::ranges::all_of(row, [](const std::string& cell) { return cell.empty(); });
      if (!is_blank && reading_.was_wanted) {
        hand_over(std::move(row), line);
      }
    }
    parsed_.complete.clear();
  }

  void hand_over(Row row, std::size_t line) {
    if (reading_.header.empty()) {
      take_header(std::move(row));
    } else if (row.size() != reading_.header.size()) {
      reading_.uneven.push_back(line);
    } else {
      ++reading_.rows;
      listener_.on_row(row, line);
    }
  }

  void take_header(Row cells) {
    for (const auto& [mark, called] : {std::pair(';', "semicolons"), std::pair('\t', "tabs")}) {
      if (cells.size() == 1 && cells.front().find(mark) != std::string::npos) {
        throw UnusableData(Fault::data_not_text,
                           "`" + name_ + "` is separated by " + called + ", not by commas",
                           "save it as CSV UTF-8 (comma delimited)");
      }
    }
    reading_.header = std::move(cells);
    reading_.was_wanted = !listener_.on_header || listener_.on_header(reading_.header);
  }

  const std::string& name_;
  const CsvListener& listener_;
  TextBytes bytes_;
  csv_parser parser_{};
  ParsedRows parsed_;
  CsvReading reading_;
  std::size_t line_ = 1;
  std::size_t begins_ = 0;  // the line in which the row in hand begins, 0 between rows
  std::size_t since_row_ = 0;
};

}  // namespace

CsvReading read_csv(const std::string& name, std::istream& in, const CsvListener& listener) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  CsvFeed feed(name, listener);
  std::array<char, bytes_at_once> buffer;
  bool is_first = true;
  while (feed.wants_more() && (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)) {
    std::string_view rest(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (std::exchange(is_first, false)) {
      refuse_what_is_no_text(name, rest);
      rest.remove_prefix(rest.starts_with(mark) ? mark.size() : 0);
    }
    while (!rest.empty()) {
      const std::size_t end_of_line = rest.find('\n');
      const std::string_view piece =
          end_of_line == std::string_view::npos ? rest : rest.substr(0, end_of_line + 1);
      feed.take(piece);
      rest.remove_prefix(piece.size());
    }
  }
  if (in.bad()) {
    throw std::system_error(EIO, std::generic_category(), "cannot read " + name);
  }
  return feed.end();
}

CsvReading read_csv(const std::filesystem::path& path, const CsvListener& listener) {
  std::error_code failure;
  if (std::filesystem::is_directory(path, failure)) {
    throw std::system_error(EISDIR, std::generic_category(), "cannot read " + path.string());
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                            "cannot read " + path.string());
  }
  return read_csv(path.filename().string(), in, listener);
}

}  // namespace stepdown
