#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

/// The text with what HTML would read as its own signs made harmless.
std::string escaped(std::string_view text);

/// `<tag attributes>content</tag>`; the content is HTML already.
std::string element(std::string_view tag, std::string_view content,
                    std::string_view attributes = {});

/// A cell as a person reads it, and as a picture does where that differs (a date, a plan).
struct HtmlCell {
  std::string text;
  std::string value = {};
  std::string note = {};  // a second, smaller line
};

/// A column's title, and the name by which a picture asks for it; without one it is for people
/// alone.
struct HtmlColumn {
  std::string title;
  std::string key = {};
};

/// Rows that belong together under a heading of their own, or under none.
struct HtmlRows {
  std::string heading;
  std::vector<std::vector<HtmlCell>> rows;
};

/// A table whose first cell in every row is the row's title. What it says stands in the text of
/// its cells: pictures are drawn from them, so that both show the same numbers.
struct HtmlTable {
  std::string id;
  std::string caption;
  std::vector<HtmlColumn> columns;
  std::vector<HtmlRows> groups;
  std::string attributes = {};  // of the table, for its picture

  bool empty() const { return groups.empty(); }
};

/// In a region of its own that can be scrolled with the keyboard, so that a wide table never makes
/// the page wide.
std::string table_html(const HtmlTable& table);

/// The same cells as CSV; of numbers what a spreadsheet reads as such.
std::string table_csv(const HtmlTable& table);

/// A link that holds the file itself, so that it can be saved from a page without a network.
std::string download_link(std::string_view file, std::string_view csv, std::string_view words);

}  // namespace stepdown
