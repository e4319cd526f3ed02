#include "calibration/local/local_targets.h"

#include <algorithm>
#include <cstdio>

namespace stepdown {
namespace {

std::string quoted(const std::string& text) { return '"' + text + '"'; }

std::string source_of(const LocalImport& import, const LocalMeasure& measure,
                      const LocalFigure& figure) {
  return "own records, " + import.records + ", year to 31 March " + std::to_string(figure.year) +
         ": " + counts_in_words(measure, figure);
}

std::string row_of(const LocalImport& import, const LocalMeasure& measure,
                   const std::vector<LocalFigure>& told) {
  const LocalFigure& last = told.back();
  std::string text = "\n[" + measure.measure + "]\nvalue = " + written_figure(last.value) +
                     "\nerror = " + written_figure(last.error) +
                     "\nyear = " + std::to_string(last.year) +
                     "\nlabel = " + quoted(measure.label) +
                     "\nsource = " + quoted(source_of(import, measure, last)) + "\nby_year = [\n";
  for (const LocalFigure& figure : told) {
    text += "  { year = " + std::to_string(figure.year) +
            ", value = " + written_figure(figure.value) +
            ", source = " + quoted(counts_in_words(measure, figure)) + " },\n";
  }
  return text + "]\n";
}

}  // namespace

std::string written_figure(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", value);
  if (std::string_view(text).find('e') != std::string_view::npos) {
    std::snprintf(text, sizeof text, "%.0f", value);
  }
  return text;
}

std::string counts_in_words(const LocalMeasure& measure, const LocalFigure& figure) {
  const std::string part = std::to_string(figure.part);
  const std::string whole = std::to_string(figure.whole) + ' ' + measure.whole;
  if (figure.is_followed) {
    return part + " seen after " + whole +
           ", each followed as far as the records go: they do not reach 12 months back";
  }
  if (figure.whole == 0) {
    return part + ' ' + measure.part;
  }
  return measure.kind == FigureKind::ratio ? part + ' ' + measure.part + " for " + whole
                                           : part + " of " + whole + ": " + measure.part;
}

std::string local_targets_toml(const LocalImport& import,
                               const std::vector<LocalMeasure>& measures) {
  std::string rows;
  for (const LocalMeasure& measure : measures) {
    std::vector<LocalFigure> told;
    std::ranges::copy_if(measure.years, std::back_inserter(told),
                         [](const LocalFigure& figure) { return figure.is_told; });
    if (!told.empty()) {
      rows += row_of(import, measure, told);
    }
  }
  if (rows.empty()) {
    return {};
  }
  return "# Figures of an authority's own records (" + import.records +
         "), for a world to come near.\n"
         "# `error` is what chance alone does to a count of this size. How far a figure moves "
         "from one\n# year to the next for other reasons, published figures of all authorities "
         "show:\n# `stepdown import dfe`. Small counts are not in this file, nor what they could "
         "be found from.\n" +
         rows;
}

}  // namespace stepdown
