#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/report/html.h"

namespace stepdown {

/// What a decision's question came to, ready to be told in the terminal, on a page, as CSV and as
/// JSON: sentences first, then one table, which is the only copy of the numbers, and the picture
/// that is drawn of it.
struct DecisionTold {
  std::string title;
  std::vector<std::string> sentences;
  std::vector<std::string> cautions;  // the rule that bounds the choice, and who it touches
  HtmlTable table;                    // the keys of its columns are names in CSV and JSON
  std::string picture_message;
  std::string picture_subtitle;
  std::string how_to_read;
  std::string alternative;
  std::vector<std::pair<std::string, std::string>> asked;  // what was asked, in words
};

/// How it was made: enough to make it again.
struct DecisionMade {
  std::string command;
  std::string version;
  std::string place;
  std::size_t runs = 0;
  std::size_t failed = 0;
  /// Each scenario's title and canonical settings.
  std::vector<std::pair<std::string, std::string>> scenarios;
  std::vector<std::string> assumptions;
};

/// "3 of 120 runs failed and were left out."; empty if none did.
std::string failures_told(const DecisionMade& made);

/// The table with the keys of its columns as header, for other programs.
std::string decision_csv(const DecisionTold& told);

/// A page of its own that opens from disk and asks for nothing.
std::string decision_page(const DecisionTold& told, const DecisionMade& made);

}  // namespace stepdown
