#include "analysis/decision/decision_told.h"

#include "analysis/csv_cell.h"
#include "analysis/honest_use.h"
#include "analysis/report/page_frame.h"
#include "analysis/report/picture.h"

namespace stepdown {
namespace {

std::string paragraph(const std::string& text) { return element("p", escaped(text)); }

std::string listed_items(const std::vector<std::string>& texts) {
  std::string items;
  for (const std::string& text : texts) {
    items += element("li", escaped(text));
  }
  return element("ul", items);
}

std::string section(const std::string& id, const std::string& title, const std::string& content) {
  return content.empty() ? ""
                         : element("section", element("h2", title, "id=\"" + id + '"') + content,
                                   "aria-labelledby=\"" + id + '"') +
                               '\n';
}

std::string picture_of(const DecisionTold& told, const DecisionMade& made) {
  Picture picture;
  picture.id = "picture-decision";
  picture.module = "decision";
  picture.message = told.picture_message;
  picture.subtitle = told.picture_subtitle;
  picture.how_to_read = told.how_to_read;
  picture.alternative = told.alternative;
  picture.source = made.command;
  picture.tables = {told.table};
  return picture_html(picture);
}

std::string facts_of(const DecisionTold& told, const DecisionMade& made) {
  std::string list;
  const auto add = [&](const std::string& term, const std::string& words) {
    list += element("dt", escaped(term)) + element("dd", escaped(words));
  };
  for (const auto& [term, words] : told.asked) {
    add(term, words);
  }
  add("Runs of the model", std::to_string(made.runs));
  return element("dl", list);
}

std::string provenance_of_decision(const DecisionMade& made) {
  std::string html = element(
      "dl", element("dt", "Program") + element("dd", escaped("stepdown " + made.version)) +
                element("dt", "Command") + element("dd", element("code", escaped(made.command))));
  for (const auto& [title, text] : made.scenarios) {
    html +=
        element("details", element("summary", "Settings of " + escaped(title)) +
                               element("pre", escaped(text),
                                       "tabindex=\"0\" role=\"region\" aria-label=\"Settings of " +
                                           escaped(title) + '"'));
  }
  return html;
}

}  // namespace

std::string failures_told(const DecisionMade& made) {
  return made.failed == 0 ? ""
                          : std::to_string(made.failed) + " of " + std::to_string(made.runs) +
                                " runs failed and were left out.";
}

std::string decision_csv(const DecisionTold& told) {
  std::string csv;
  const auto line = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      csv += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    }
    csv += '\n';
  };
  std::vector<std::string> header;
  for (const HtmlColumn& column : told.table.columns) {
    header.push_back(column.key);
  }
  line(header);
  for (const HtmlRows& group : told.table.groups) {
    for (const std::vector<HtmlCell>& row : group.rows) {
      std::vector<std::string> cells;
      for (const HtmlCell& cell : row) {
        std::string text = cell.value.empty() ? cell.text : cell.value;
        if (text.find_first_not_of("-0123456789,.") == std::string::npos) {
          std::erase(text, ',');
        }
        cells.push_back(text == "-" ? "" : text);
      }
      line(cells);
    }
  }
  return csv;
}

std::string decision_page(const DecisionTold& told, const DecisionMade& made) {
  std::vector<std::string> cautions = told.cautions;
  if (const std::string failures = failures_told(made); !failures.empty()) {
    cautions.push_back(failures);
  }
  const std::string main =
      element("header", element("h1", escaped(told.title)) +
                            element("p", escaped(made.place), "class=\"subtitle\"")) +
      element("div",
              element("div", element("h2", "The answer") + listed_items(told.sentences),
                      "id=\"answer\"") +
                  element("aside",
                          element("h2", "What this is, and is not") +
                              paragraph(std::string(honest_use())),
                          "class=\"honest\""),
              "class=\"first\"") +
      section("care", "Who must not fare worse", listed_items(cautions)) +
      section("numbers", "The numbers", picture_of(told, made)) +
      section("asked", "What was asked", facts_of(told, made)) +
      section("assumptions", "What it rests on", listed_items(made.assumptions)) +
      section("provenance", "How it was made", provenance_of_decision(made));
  return page_html(told.title, main, "answer");
}

}  // namespace stepdown
