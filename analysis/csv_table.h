#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <istream>
#include <span>
#include <string>
#include <vector>

namespace stepdown {

/// What became of the rows of a table of comma-separated values.
struct CsvReading {
  std::vector<std::string> header;
  std::size_t rows = 0;             // handed over
  std::vector<std::size_t> uneven;  // lines of rows with more or fewer cells than the header
  bool was_wanted = true;           // false: the header was looked at and the rows were not
};

/// Who wants to know of a table, row by row. A row is as wide as the header and lives as long as
/// the call.
struct CsvListener {
  /// Told first; false: nothing more of this file is wanted. Left out: all of it is.
  std::function<bool(std::span<const std::string> header)> on_header;
  std::function<void(std::span<const std::string> row, std::size_t line)> on_row;
};

/// Reads comma-separated values (RFC 4180) in pieces, so that a large file needs no more memory
/// than a small one. A byte-order mark and rows without anything are left out; rows of another
/// width are noted, not handed over. Throws UnusableData when this is no UTF-8 text, has no header,
/// is separated by something else or has quotation marks that do not match.
CsvReading read_csv(const std::string& name, std::istream& in, const CsvListener& listener);

/// The same of a file; throws std::system_error when it cannot be read.
CsvReading read_csv(const std::filesystem::path& path, const CsvListener& listener);

}  // namespace stepdown
