#include "analysis/report/html.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "analysis/csv_cell.h"

namespace stepdown {
namespace {

std::string cell_html(const HtmlCell& cell, bool is_title) {
  std::string attributes = is_title ? "scope=\"row\"" : "";
  if (!cell.value.empty()) {
    attributes += (attributes.empty() ? "" : " ") + ("data-value=\"" + escaped(cell.value) + '"');
  }
  std::string content = escaped(cell.text);
  if (!cell.note.empty()) {
    content += ' ' + element("small", escaped(cell.note));
  }
  return element(is_title ? "th" : "td", content, attributes);
}

std::string head_html(const std::vector<HtmlColumn>& columns) {
  std::string cells;
  for (const HtmlColumn& column : columns) {
    cells += element(
        "th", escaped(column.title),
        "scope=\"col\"" + (column.key.empty() ? "" : " data-key=\"" + escaped(column.key) + '"'));
  }
  return element("thead", element("tr", cells));
}

std::string rows_html(const HtmlRows& group, std::size_t columns) {
  std::string rows;
  if (!group.heading.empty()) {
    rows = element("tr", element("th", escaped(group.heading),
                                 "scope=\"rowgroup\" colspan=\"" + std::to_string(columns) + '"'));
  }
  for (const std::vector<HtmlCell>& row : group.rows) {
    std::string cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells += cell_html(row[i], i == 0);
    }
    rows += element("tr", cells) + '\n';
  }
  return element("tbody", rows);
}

bool is_number_with_commas(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return std::isdigit(c) != 0; }) &&
         std::ranges::all_of(text, [](unsigned char c) {
           return std::isdigit(c) != 0 || c == ',' || c == '.' || c == '-';
         });
}

std::string csv_text(const HtmlCell& cell) {
  std::string text = cell.value.empty() ? cell.text : cell.value;
  if (text == "-") {
    return "";  // a number that does not exist
  }
  if (is_number_with_commas(text)) {
    std::erase(text, ',');
  }
  return csv_cell(cell.note.empty() ? text : text + "; " + cell.note);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string element(std::string_view tag, std::string_view content, std::string_view attributes) {
  const std::string name(tag);
  return '<' + name + (attributes.empty() ? "" : ' ' + std::string(attributes)) + '>' +
         std::string(content) + "</" + name + '>';
}

std::string table_html(const HtmlTable& table) {
  std::string content =
      element("caption", escaped(table.caption), "id=\"" + table.id + "-caption\"") +
      head_html(table.columns);
  for (const HtmlRows& group : table.groups) {
    content += rows_html(group, table.columns.size());
  }
  const std::string attributes =
      "id=\"" + table.id + '"' + (table.attributes.empty() ? "" : ' ' + table.attributes);
  return element("div", element("table", content, attributes),
                 "class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + table.id +
                     "-caption\"") +
         '\n';
}

std::string table_csv(const HtmlTable& table) {
  std::string csv;
  const auto add_row = [&csv](const auto& cells, const auto& text_of) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      csv += (i == 0 ? "" : ",") + text_of(cells[i]);
    }
    csv += '\n';
  };
  add_row(table.columns, [](const HtmlColumn& column) { return csv_cell(column.title); });
  for (const HtmlRows& group : table.groups) {
    for (const std::vector<HtmlCell>& row : group.rows) {
      add_row(row, csv_text);
    }
  }
  return csv;
}

std::string download_link(std::string_view file, std::string_view csv, std::string_view words) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  constexpr std::string_view plain = ",.-_:;/()'!*$@=+~";
  std::string address = "data:text/csv;charset=utf-8,";
  for (const char c : csv) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || plain.find(c) != std::string_view::npos) {
      address += c;
    } else {
      address += '%';
      address += hexadecimal[byte >> 4U];
      address += hexadecimal[byte & 15U];
    }
  }
  return element("a", escaped(words),
                 "download=\"" + escaped(file) + "\" href=\"" + escaped(address) + '"');
}

}  // namespace stepdown
