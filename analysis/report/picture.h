#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/html.h"

namespace stepdown {

/// A picture of a report: the message is its title, and the tables beside it hold the numbers that
/// are drawn, so that nothing is lost to who cannot see it.
struct Picture {
  std::string id;
  std::string module;  // of analysis/charts, which draws it
  std::string message;
  std::string subtitle;  // measure, area, period
  std::string how_to_read;
  std::string alternative;  // what a person who cannot see it is told instead
  std::string source;
  std::vector<HtmlTable> tables;
};

/// The picture with its tables, which can be saved as CSV; nothing without numbers.
std::string picture_html(const Picture& picture);

}  // namespace stepdown
