#include "analysis/report/picture.h"

namespace stepdown {
namespace {

std::string downloads(const Picture& picture) {
  std::string links;
  for (const HtmlTable& table : picture.tables) {
    links += element(
        "li", download_link(table.id + ".csv", table_csv(table), "Save as CSV: " + table.caption));
  }
  return element("ul", links, "class=\"downloads\"");
}

}  // namespace

std::string picture_html(const Picture& picture) {
  if (picture.tables.empty()) {
    return "";
  }
  std::string tables;
  for (const HtmlTable& table : picture.tables) {
    tables += table_html(table);
  }
  const std::string title = picture.id + "-title";
  const std::string content =
      element("figcaption", element("h3", escaped(picture.message), "id=\"" + title + '"') +
                                element("p", escaped(picture.subtitle), "class=\"subtitle\"")) +
      element("noscript",
              "<p class=\"note\">The picture is drawn by a script, and scripts are off "
              "here. Its numbers stand in the tables below.</p>") +
      element("div", "",
              "class=\"plot\" role=\"img\" aria-label=\"" + escaped(picture.alternative) + '"') +
      element("p", escaped(picture.how_to_read), "class=\"note\"") +
      element("p", "Source: " + escaped(picture.source), "class=\"source\"") +
      element("details",
              element("summary", "The numbers of this picture") + tables + downloads(picture));
  return element("figure", content,
                 "id=\"" + picture.id + "\" data-picture=\"" + picture.module +
                     "\" aria-labelledby=\"" + title + '"') +
         '\n';
}

}  // namespace stepdown
