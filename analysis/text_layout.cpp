#include "analysis/text_layout.h"

#include <algorithm>
#include <vector>

namespace stepdown {
namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t name_width = 33;

// After at least one blank, whatever the room.
std::string right_aligned(std::string_view text, std::size_t room) {
  return std::string(room > text.size() ? room - text.size() : 1, ' ') + std::string(text);
}

// A line that is too long gives up blanks before its first cell.
void give_up_blanks(std::string& text, std::size_t begin) {
  const std::size_t length = text.size() - begin;
  const std::size_t blanks = text.find("  ", begin + 2);
  if (length > line_width && blanks != std::string::npos) {
    const std::size_t spare = text.find_first_not_of(' ', blanks) - blanks - 1;
    text.erase(blanks, std::min(length - line_width, spare));
  }
}

}  // namespace

std::string table_row(std::string_view name, std::span<const std::string> cells,
                      std::span<const TextColumn> columns) {
  std::string text = "  " + std::string(name);
  if (name.size() > name_width) {
    text += '\n' + std::string(name_width + 2, ' ');
  } else {
    text += std::string(name_width - name.size(), ' ');
  }
  const std::size_t begin = text.rfind('\n') + 1;  // of the line with the cells
  std::size_t column_end = text.size();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    // A cell that is too wide for its column takes the room from those that follow.
    column_end += columns[c].width;
    text += right_aligned(cells[c], column_end > text.size() ? column_end - text.size() : 0);
  }
  text.erase(text.find_last_not_of(' ') + 1);
  give_up_blanks(text, begin);
  return text + '\n';
}

std::string table_header(std::span<const TextColumn> columns) {
  std::vector<std::string> titles;
  for (const TextColumn& column : columns) {
    titles.emplace_back(column.title);
  }
  return table_row("", titles, columns);
}

std::string wrapped(std::string_view text, std::string_view bullet) {
  std::string lines(bullet);
  std::size_t column = bullet.size();
  bool starts_line = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!starts_line && column + 1 + word.size() > line_width) {
      lines += '\n' + std::string(bullet.size(), ' ');
      column = bullet.size();
      starts_line = true;
    }
    lines += (starts_line ? "" : " ") + std::string(word);
    column += word.size() + (starts_line ? 0 : 1);
    starts_line = false;
  }
  return lines + '\n';
}

}  // namespace stepdown
