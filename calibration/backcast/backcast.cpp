#include "calibration/backcast/backcast.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>

#include "analysis/summary.h"
#include "calibration/local_level.h"
#include "calibration/measure_scale.h"
#include "model/random.h"

namespace stepdown {
namespace {

// Beyond every decision of the model, should both be given one seed.
constexpr auto what_years_bring = static_cast<Decision>(249);
constexpr std::uint32_t years_of_each_draw = 20;
constexpr std::size_t least_years_known = 3;
constexpr int years_told = 2;

// How many are referred tells how readily a place refers (dfe_targets.cpp).
constexpr std::string_view measure_of_place_factor = "referrals_per_10000";

double mean_of_years(const Target& target) {
  double sum = 0;
  for (const YearFigure& each : target.by_year) {
    sum += each.value;
  }
  return sum / static_cast<double>(target.by_year.size());
}

/// A level that runs of the fitted world show, moved by what the fit goes on missing of the figure:
/// of the difference between the figure's own level and the model's, the part that is the model's
/// and not the figure's error (Kennedy and O'Hagan 2001).
double with_discrepancy(double model, double figure, double error, double discrepancy, double z) {
  const double all = error * error + discrepancy * discrepancy;
  const double share = all > 0 ? discrepancy * discrepancy / all : 0;
  return model + share * (figure - model) + std::sqrt(share) * error * z;
}

BackcastScore score_of(const BackcastCase& known, const LaterFigure& later, std::size_t t,
                       const LocalFit& fit, std::uint64_t seed) {
  const Target& target = fit.targets[t];
  const MeasureScale scale = MeasureScale::of(run_measures()[target.column]);
  const double ahead = later.year - known.last_year;
  const double sd = std::sqrt(ahead * target.drift * target.drift + target.noise * target.noise);
  const double sd_on_scale = scale.sd_on(target.value, sd);
  const double error = scale.sd_on(target.value, target.error);
  const Luck luck({seed, static_cast<std::uint32_t>(later.year)});
  std::vector<double> years;
  for (std::size_t run = 0; run < fit.fitted.size(); ++run) {
    if (std::isnan(fit.fitted[run][t])) {
      continue;
    }
    const auto z = [&](std::uint32_t year) {
      return luck.standard_normal(static_cast<std::uint32_t>(run), what_years_bring,
                                  year * 1000 + static_cast<std::uint32_t>(t));
    };
    const double level = with_discrepancy(scale.on(fit.fitted[run][t]), scale.on(target.value),
                                          error, fit.discrepancies[t], z(years_of_each_draw));
    for (std::uint32_t year = 0; year < years_of_each_draw; ++year) {
      years.push_back(scale.from(level + sd_on_scale * z(year)));
    }
  }
  std::ranges::sort(years);
  return {known.authority,
          later.measure,
          known.last_year,
          later.year,
          later.value,
          quantile(years, 0.5),
          quantile(years, 0.05),
          quantile(years, 0.95),
          target.by_year.back().value,
          mean_of_years(target)};
}

void add_scores(const BackcastCase& known, const LocalFit& fit, std::uint64_t seed,
                std::vector<BackcastScore>& scores) {
  for (const LaterFigure& later : known.later) {
    const auto target = std::ranges::find(fit.targets, later.measure, &Target::measure);
    // "The same as last year" needs a figure of that year.
    if (target != fit.targets.end() && !target->by_year.empty() &&
        target->by_year.back().year == known.last_year) {
      scores.push_back(score_of(known, later,
                                static_cast<std::size_t>(target - fit.targets.begin()), fit, seed));
    }
  }
}

/// The target as it stood at the end of a year.
std::optional<Target> target_in(const Target& target, int year) {
  Target known = target;
  std::erase_if(known.by_year, [year](const YearFigure& each) { return each.year > year; });
  if (known.by_year.size() < least_years_known || known.by_year.back().year != year ||
      target.noise <= 0) {
    return {};
  }
  const MeasureScale scale = MeasureScale::of(run_measures()[target.column]);
  const double unit = scale.unit_at(target.value);
  std::vector<YearPoint> points;
  for (const YearFigure& each : known.by_year) {
    points.push_back({each.year, scale.on(each.value), 0});
  }
  const LocalLevel level = level_at(
      year, points, {std::pow(target.noise / unit, 2), std::pow(target.drift / unit, 2), 0});
  known.value = scale.from(level.value);
  const double unit_then = scale.unit_at(known.value);
  known.error = std::sqrt(level.variance) * unit_then;
  // Both are known on the scale, where later figures do not move them.
  known.noise = target.noise / unit * unit_then;
  known.drift = target.drift / unit * unit_then;
  known.observed = known.by_year.back().value;
  known.year = year;
  return known;
}

}  // namespace

std::vector<BackcastScore> backcast(std::span<const BackcastCase> cases, const Emulator& emulator,
                                    const LocalFitPlan& plan, const std::atomic<bool>& stop,
                                    const std::function<void(std::size_t done)>& told) {
  std::vector<BackcastScore> scores;
  for (std::size_t i = 0; i < cases.size() && !stop; ++i) {
    const auto fit = fit_authority(
        cases[i].world, emulator, cases[i].targets, plan, [](const LocalFitProgress&) {}, stop);
    if (fit) {
      add_scores(cases[i], *fit, plan.seed, scores);
    }
    told(i + 1);
  }
  return scores;
}

std::vector<BackcastSummary> summaries_of(std::span<const BackcastScore> scores, int year) {
  std::vector<BackcastSummary> made;
  std::vector<std::set<std::string>> authorities;
  for (const BackcastScore& score : scores) {
    if (year != 0 && score.year != year) {
      continue;
    }
    auto at = std::ranges::find(made, score.measure, &BackcastSummary::measure);
    if (at == made.end()) {
      made.push_back({score.measure});
      authorities.emplace_back();
      at = made.end() - 1;
    }
    ++at->figures;
    at->error += std::abs(score.predicted - score.observed);
    at->error_as_last_year += std::abs(score.as_last_year - score.observed);
    at->error_own_mean += std::abs(score.own_mean - score.observed);
    at->coverage_90 += score.is_inside() ? 1 : 0;
    authorities[static_cast<std::size_t>(at - made.begin())].insert(score.authority);
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    const auto n = static_cast<double>(made[i].figures);
    made[i].error /= n;
    made[i].error_as_last_year /= n;
    made[i].error_own_mean /= n;
    made[i].coverage_90 /= n;
    made[i].authorities = authorities[i].size();
  }
  return made;
}

std::vector<BackcastCase> own_backcast(const std::string& authority, const ModelParameters& world,
                                       std::span<const Target> targets) {
  int last = 0;
  for (const Target& target : targets) {
    if (!target.by_year.empty()) {
      last = std::max(last, target.by_year.back().year);
    }
  }
  BackcastCase made{authority, last - years_told, world, {}, {}};
  for (const Target& target : targets) {
    const auto known = target_in(target, made.last_year);
    if (!known) {
      continue;
    }
    if (known->measure == measure_of_place_factor && target.value > 0) {
      made.world.noticing.place_factor *= known->value / target.value;
    }
    made.targets.push_back(*known);
    for (const YearFigure& each : target.by_year) {
      if (each.year > made.last_year) {
        made.later.push_back({target.measure, each.year, each.value});
      }
    }
  }
  return made.later.empty() ? std::vector<BackcastCase>() : std::vector<BackcastCase>{made};
}

}  // namespace stepdown
