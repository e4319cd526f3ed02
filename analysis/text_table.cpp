#include "analysis/text_table.h"

#include <vector>

namespace stepdown {
namespace {

constexpr std::size_t name_width = 33;

std::string right_aligned(std::string_view text, std::size_t width) {
  return std::string(width > text.size() ? width - text.size() : 0, ' ') + std::string(text);
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
  for (std::size_t c = 0; c < columns.size(); ++c) {
    text += right_aligned(cells[c], columns[c].width);
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text + '\n';
}

std::string table_header(std::span<const TextColumn> columns) {
  std::vector<std::string> titles;
  for (const TextColumn& column : columns) {
    titles.emplace_back(column.title);
  }
  return table_row("", titles, columns);
}

}  // namespace stepdown
