#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calibration/dfe/dfe_measures.h"
#include "calibration/local_level.h"
#include "calibration/targets.h"

namespace stepdown {

/// All published figures of one measure and one authority, on the scale of the measure.
struct TargetSeries {
  const DfeMeasure* measure = nullptr;
  std::vector<YearPoint> points;  // the years rise
};

/// How figures move, by measure, as the whole panel shows it up to a year.
struct PanelVariances {
  int last_year = 0;
  std::vector<LevelVariances> by_measure;  // in the order of dfe_measures()

  const LevelVariances& of(const DfeMeasure& measure) const;
};

/// A fact of a place as it was published, and of which year.
struct PlaceFact {
  double value = 0;
  std::string source;
  int year = 0;
};

/// What a place file says of an authority, with figures of one year to stand beside the model's.
struct PublishedPlace {
  struct Observed {
    std::string name;
    double value = 0;
    std::string source;
    int year = 0;
  };

  std::string name;
  bool is_england = false;
  int year = 0;
  std::optional<PlaceFact> children;
  std::optional<PlaceFact> social_workers;
  std::optional<PlaceFact> turnover;
  std::optional<PlaceFact> absence;
  std::optional<PlaceFact> place_factor;
  std::vector<Observed> observed;
};

/// One series for each of dfe_measures(), empty where nothing was published.
std::vector<TargetSeries> series_of(const DfePanel& panel, const DfeAuthority& authority);

/// Of authorities with at least 500 referrals in a year, and of that year and those before it only.
PanelVariances panel_variances(const DfePanel& panel, int last_year);

/// The level of a series in `last_year`, from its figures of the years asked for; nothing where
/// there is none.
std::optional<LocalLevel> level_of(const TargetSeries& series, const PanelVariances& variances,
                                   int first_year, int last_year);

/// A target for each measure with a figure in those years: the level in the last of them, its
/// error, and the figures themselves. Later years are not looked at.
std::vector<Target> targets_of(const DfePanel& panel, const DfeAuthority& authority,
                               const PanelVariances& variances, int first_year, int last_year);

/// The same with the variances of that panel up to the last year.
std::vector<Target> targets_of(const DfePanel& panel, const DfeAuthority& authority, int first_year,
                               int last_year);

/// Facts and figures of that year, or of the last one of those asked for that has them.
PublishedPlace published_place_of(const DfePanel& panel, const DfeAuthority& authority,
                                  const PanelVariances& variances, int first_year, int last_year);

}  // namespace stepdown
