#include "calibration/local/local_targets.h"

#include <algorithm>

namespace stepdown {
namespace {

Target target_of(const LocalImport& import, const LocalMeasure& measure,
                 const std::vector<LocalFigure>& told) {
  const LocalFigure& last = told.back();
  Target target;
  target.measure = measure.measure;
  target.label = measure.label;
  target.value = target.observed = last.value;
  // One year shows chance and nothing else of how far a figure is from its level.
  target.error = target.noise = last.error;
  target.year = last.year;
  target.source = "own records, " + import.records + ", year to 31 March " +
                  std::to_string(last.year) + ": " + counts_in_words(measure, last);
  for (const LocalFigure& figure : told) {
    target.by_year.push_back({figure.year, figure.value, counts_in_words(measure, figure)});
  }
  return target;
}

}  // namespace

std::string counts_in_words(const LocalMeasure& measure, const LocalFigure& figure) {
  const std::string part = std::to_string(figure.part);
  const std::string whole = std::to_string(figure.whole) + ' ' + measure.whole;
  if (figure.followed_days > 0) {
    return part + " seen within " + std::to_string(figure.followed_days) + " days after " + whole +
           ", each followed as far as the records go: they do not reach 12 months back";
  }
  if (figure.whole == 0) {
    return part + ' ' + measure.part;
  }
  return measure.kind == FigureKind::ratio ? part + ' ' + measure.part + " for " + whole
                                           : part + " of " + whole + ": " + measure.part;
}

std::vector<Target> local_targets(const LocalImport& import,
                                  const std::vector<LocalMeasure>& measures) {
  std::vector<Target> targets;
  for (const LocalMeasure& measure : measures) {
    std::vector<LocalFigure> told;
    std::ranges::copy_if(measure.years, std::back_inserter(told),
                         [](const LocalFigure& figure) { return figure.is_told; });
    if (!told.empty()) {
      targets.push_back(target_of(import, measure, told));
    }
  }
  return targets;
}

std::string comment_on_targets(const LocalImport& import) {
  return "Figures of an authority's own records (" + import.records +
         "), for a world to come near.\n"
         "`error` is what chance alone does to a count of this size. How far a figure moves from\n"
         "one year to the next for other reasons, published figures of all authorities show:\n"
         "`stepdown import dfe`. Small counts are not in this file, nor what they could be found "
         "from.\n\n";
}

}  // namespace stepdown
