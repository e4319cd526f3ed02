#include "calibration/dfe/dfe_targets.h"

#include <algorithm>
#include <cmath>

namespace stepdown {
namespace {

using enum DfeColumn;

constexpr double fewest_referrals = 500;

/// All years of which a table of the panel has anything.
std::pair<int, int> span_of(const DfePanel& panel) {
  std::pair<int, int> years{panel.years()};
  for (const DfeFile& file : panel.files) {
    years.first = std::min(years.first, file.first_year);
    years.second = std::max(years.second, file.last_year);
  }
  return years;
}

std::vector<YearPoint> points_of(const DfeMeasure& measure, const DfeAuthority& authority,
                                 std::pair<int, int> years) {
  const MeasureScale scale = measure.scale();
  std::vector<YearPoint> points;
  for (int year = years.first; year <= years.second; ++year) {
    if (const auto figure = figure_of(measure, authority, year)) {
      points.push_back({year, scale.on(figure->value), figure->sampling_variance});
    }
  }
  return points;
}

std::vector<YearPoint> within(const std::vector<YearPoint>& points, int first_year, int last_year) {
  std::vector<YearPoint> kept;
  std::ranges::copy_if(points, std::back_inserter(kept), [=](const YearPoint& point) {
    return point.year >= first_year && point.year <= last_year;
  });
  return kept;
}

Target target_of(const DfePanel& panel, const DfeAuthority& authority, const TargetSeries& series,
                 const LocalLevel& level, const std::vector<YearPoint>& points, int last_year) {
  const DfeMeasure& measure = *series.measure;
  Target target;
  target.measure = measure.name;
  target.column = measure.column();
  const MeasureScale scale = measure.scale();
  target.value = scale.from(level.value);
  const double unit = scale.unit_at(target.value);
  target.error = unit * std::sqrt(level.variance);
  target.tolerance = 1.645 * target.error;
  target.noise = unit * std::sqrt(level.noise);
  target.drift = unit * std::sqrt(level.drift);
  target.label = measure.label;
  target.year = points.back().year;
  for (const YearPoint& point : points) {
    target.by_year.push_back({point.year, figure_of(measure, authority, point.year)->value,
                              source_of(measure, panel, authority, point.year)});
  }
  target.observed = target.by_year.back().value;
  target.source = points.size() == 1
                      ? "published figure of " + std::to_string(target.year) + ", see by_year"
                      : "level in " + std::to_string(last_year) + " of the figures of " +
                            std::to_string(points.front().year) + " to " +
                            std::to_string(target.year) + ", see by_year";
  return target;
}

/// The newest figure of a column in those years, with where it stands.
std::optional<PlaceFact> newest(const DfePanel& panel, const DfeAuthority& authority,
                                DfeColumn column, int first_year, int last_year) {
  for (int year = last_year; year >= first_year; --year) {
    if (const auto figure = authority.figure(column, year)) {
      const DfeFile& file = panel.files[authority.find(column, year)->file];
      return PlaceFact{
          *figure, "DfE, " + file.name + ": " + file.column(column) + ", " + std::to_string(year),
          year};
    }
  }
  return std::nullopt;
}

std::optional<PlaceFact> as_share(std::optional<PlaceFact> percent) {
  if (percent) {
    percent->value /= 100;
    percent->source += ", as a share";
  }
  return percent;
}

std::optional<PlaceFact> place_factor_of(const std::vector<TargetSeries>& all,
                                         const PanelVariances& variances, int first_year,
                                         int last_year) {
  // The rate that the base of the model was brought near.
  constexpr double rate_of_england_2024 = 518.3;
  const auto series = std::ranges::find_if(
      all, [](const TargetSeries& each) { return each.measure->name == "referrals_per_10000"; });
  const auto level = level_of(*series, variances, first_year, last_year);
  if (!level) {
    return std::nullopt;
  }
  const double rate = series->measure->scale().from(level->value);
  const std::string tenths = std::to_string(std::lround(10 * rate));
  return PlaceFact{rate / rate_of_england_2024,
                   tenths.substr(0, tenths.size() - 1) + "." + tenths.back() +
                       " referrals per 10,000 children, the level in " + std::to_string(last_year) +
                       " of the published rates, against 518.3 in "
                       "England in 2024",
                   last_year};
}

}  // namespace

const LevelVariances& PanelVariances::of(const DfeMeasure& measure) const {
  return by_measure.at(static_cast<std::size_t>(&measure - dfe_measures().data()));
}

std::vector<TargetSeries> series_of(const DfePanel& panel, const DfeAuthority& authority) {
  std::vector<TargetSeries> all;
  for (const DfeMeasure& measure : dfe_measures()) {
    all.push_back({&measure, points_of(measure, authority, span_of(panel))});
  }
  return all;
}

PanelVariances panel_variances(const DfePanel& panel, int last_year) {
  PanelVariances made;
  made.last_year = last_year;
  const auto years = std::pair(span_of(panel).first, last_year);
  for (const DfeMeasure& measure : dfe_measures()) {
    std::vector<std::vector<YearPoint>> all;
    for (const DfeAuthority& authority : panel.authorities) {
      if (authority.is_england) {
        continue;
      }
      std::vector<YearPoint> points = points_of(measure, authority, years);
      std::erase_if(points, [&authority](const YearPoint& point) {
        return authority.figure(referrals, point.year).value_or(0) < fewest_referrals;
      });
      all.push_back(std::move(points));
    }
    made.by_measure.push_back(level_variances(all, {measure.usual_noise * measure.usual_noise,
                                                    measure.usual_drift * measure.usual_drift, 0}));
  }
  return made;
}

std::optional<LocalLevel> level_of(const TargetSeries& series, const PanelVariances& variances,
                                   int first_year, int last_year) {
  const std::vector<YearPoint> points = within(series.points, first_year, last_year);
  return points.empty() ? std::nullopt
                        : std::optional(level_at(last_year, points, variances.of(*series.measure)));
}

std::vector<Target> targets_of(const DfePanel& panel, const DfeAuthority& authority,
                               const PanelVariances& variances, int first_year, int last_year) {
  std::vector<Target> targets;
  for (const TargetSeries& series : series_of(panel, authority)) {
    if (const auto level = level_of(series, variances, first_year, last_year)) {
      targets.push_back(target_of(panel, authority, series, *level,
                                  within(series.points, first_year, last_year), last_year));
    }
  }
  return targets;
}

std::vector<Target> targets_of(const DfePanel& panel, const DfeAuthority& authority, int first_year,
                               int last_year) {
  return targets_of(panel, authority, panel_variances(panel, last_year), first_year, last_year);
}

PublishedPlace published_place_of(const DfePanel& panel, const DfeAuthority& authority,
                                  const PanelVariances& variances, int first_year, int last_year) {
  PublishedPlace facts;
  facts.name = authority.name;
  facts.is_england = authority.is_england;
  facts.year = last_year;
  const auto fact = [&](DfeColumn column) {
    return newest(panel, authority, column, first_year, last_year);
  };
  facts.children = fact(care_population);
  if (!facts.children || facts.children->year < last_year) {
    // Rates of a year are by the children of the middle of the year before.
    if (auto estimate = newest(panel, authority, children, first_year - 1, last_year - 1)) {
      ++estimate->year;
      facts.children = !facts.children || estimate->year > facts.children->year
                           ? std::move(estimate)
                           : std::move(facts.children);
    }
  }
  facts.social_workers = fact(case_holders);
  facts.turnover = as_share(fact(turnover_percent));
  facts.absence = as_share(fact(absence_percent));
  const std::vector<TargetSeries> all = series_of(panel, authority);
  facts.place_factor = place_factor_of(all, variances, first_year, last_year);

  const auto observe_count = [&](const std::string& name, DfeColumn column) {
    if (const auto count = fact(column)) {
      facts.observed.push_back({name, count->value, count->source, count->year});
    }
  };
  observe_count("referrals", referrals);
  observe_count("children_in_need_at_31_march", open_episodes);
  observe_count("enquiries", enquiries);
  observe_count("starts_child_protection", plan_starts);
  observe_count("stock_child_protection", plans_open);
  observe_count("started_being_looked_after", care_starts);
  observe_count("looked_after_at_31_march", in_care);
  for (const TargetSeries& series : all) {
    const std::vector<YearPoint> points = within(series.points, first_year, last_year);
    if (!points.empty()) {
      const int year = points.back().year;
      facts.observed.push_back({std::string(series.measure->name),
                                figure_of(*series.measure, authority, year)->value,
                                source_of(*series.measure, panel, authority, year), year});
    }
  }
  return facts;
}

}  // namespace stepdown
