#include "analysis/worlds_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "analysis/measure_numbers.h"
#include "analysis/rounding.h"
#include "analysis/text_layout.h"

namespace stepdown {
namespace {

constexpr std::array own_columns = {TextColumn{"mean", 15}, TextColumn{"luck", 13},
                                    TextColumn{"not knowing", 14},
                                    TextColumn{"share not known", 16}};
constexpr std::array official_columns = {
    TextColumn{"official", 12}, TextColumn{"year", 6}, TextColumn{"least world", 13},
    TextColumn{"middle world", 14}, TextColumn{"greatest world", 16}};

std::vector<std::string> own_cells(const VarianceSplit& split, std::string_view unit) {
  const double width = std::max(split.width_of_luck(), split.width_of_not_knowing());
  const MeasureNumbers numbers(split.mean);
  const double share = 100 * split.share_of_not_knowing();
  return {with_sign_of_unit(numbers.text(split.mean, width), unit),
          numbers.text(split.width_of_luck(), width),
          numbers.text(split.width_of_not_knowing(), width),
          std::isnan(share) ? "-" : rounded(share, 1) + '%'};
}

std::vector<double> means_of(std::span<const WorldComparison> worlds, std::string_view measure,
                             std::size_t scenario) {
  std::vector<double> means;
  for (const WorldComparison& world : worlds) {
    const MeasureComparison* found = world.comparison.find(measure);
    if (found != nullptr && found->own[scenario].runs > 0) {
      means.push_back(found->own[scenario].mean);
    }
  }
  std::ranges::sort(means);
  return means;
}

}  // namespace

std::string worlds_table(std::span<const WorldComparison> worlds,
                         std::span<const MeasureSplit> splits, std::size_t scenario,
                         std::span<const MeasureGroup> groups) {
  std::string text;
  for (const MeasureGroup group : groups) {
    std::string of_group;
    for (const MeasureComparison& each : worlds.front().comparison.measures) {
      const MeasureSplit* split = split_called(splits, each.measure.name);
      if (each.measure.group == group && split != nullptr && split->own[scenario].is_known()) {
        of_group += table_row(each.measure.name, own_cells(split->own[scenario], each.measure.unit),
                              own_columns);
      }
    }
    text += of_group.empty() ? "" : std::string(heading_of(group)) + '\n' + of_group;
  }
  return table_header(own_columns) + text;
}

std::string official_worlds_table(std::span<const WorldComparison> worlds, std::size_t scenario,
                                  std::span<const ObservedFigure> official) {
  std::string text;
  for (const ObservedFigure& figure : official) {
    const std::vector<double> means = means_of(worlds, figure.name, scenario);
    if (means.empty()) {
      continue;
    }
    const std::string_view unit = worlds.front().comparison.find(figure.name)->measure.unit;
    const MeasureNumbers numbers(means.back());
    const auto cell = [&](double mean) {
      return with_sign_of_unit(numbers.text(mean, means.back() - means.front()), unit);
    };
    const std::vector<std::string> cells{with_sign_of_unit(rounded(figure.value, 0), unit),
                                         figure.year, cell(means.front()),
                                         cell(quantile(means, 0.5)), cell(means.back())};
    text += table_row(figure.name, cells, official_columns);
  }
  return text.empty() ? text : table_header(official_columns) + text;
}

}  // namespace stepdown
