#include "calibration/fit/fit_text.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "analysis/csv_cell.h"
#include "calibration/rewritten_settings.h"
#include "calibration/target_text.h"

namespace stepdown {
namespace {

/// A text that stays within its comment.
std::string on_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char each) { return each == '\n' || each == '\r'; }, ' ');
  return text;
}

}  // namespace

std::string fit_overlay(const LocalFit& fit, const AuthoritySpace& space,
                        const OverlayFacts& facts) {
  std::map<std::string, double> values;
  const std::vector<double> middle = middle_of(fit, space);
  for (std::size_t i = 0; i < space.size(); ++i) {
    values[std::string(space.free(i).name())] = middle[i];
  }
  return "kind = \"fit\"\ntitle = " + toml_text(facts.place_title + ", fitted") +
         "\nplace = " + toml_text(facts.place) + "\n\n# " + on_one_line(facts.headline) +
         ".\n# The medians of " + std::to_string(fit.draws.size()) +
         " worlds that fit. One world hides how much is not known: compare over all of them\n"
         "# (--draws) before anything is decided. Made by:\n#   " +
         on_one_line(facts.command) + "\n\n" + tables_of(values);
}

std::string fit_csv(const std::vector<PredictedTarget>& figures) {
  std::ostringstream text;
  text << "measure,year,observed,fitted_to,error,low,middle,high,inside,source\n";
  for (const PredictedTarget& each : figures) {
    text << each.target.measure << ',';
    if (each.target.year > 0) {
      text << each.target.year;
    }
    text << ',' << csv_number(each.observed()) << ',' << csv_number(each.target.value) << ','
         << csv_number(each.target.error) << ',' << csv_number(each.low) << ','
         << csv_number(each.middle) << ',' << csv_number(each.high) << ','
         << (each.is_inside() ? "TRUE" : "FALSE") << ',' << csv_cell(each.target.source) << '\n';
  }
  return text.str();
}

}  // namespace stepdown
