#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

/// The name of a row of evidence: "EV43".
std::string evidence_name(int row);

/// The row that a text names if it is a name and nothing else.
std::optional<int> evidence_row(std::string_view text);

/// The rows that a text mentions, sorted, each once; "EV67-EV70" and "EV67-70" mention four.
std::vector<int> evidence_mentioned(std::string_view text);

}  // namespace stepdown
