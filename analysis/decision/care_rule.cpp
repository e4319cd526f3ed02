#include "analysis/decision/care_rule.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/rounding.h"
#include "analysis/summary.h"
#include "model/contract.h"
#include "model/outcomes/outcomes.h"

namespace stepdown {
namespace {

constexpr double confidence = 0.95;
constexpr double allowed_share = 0.02;  // of the baseline's own level

constexpr std::array<const char*, fifths_of_areas> in_fifth = {
    "in the least deprived fifth of areas", "in the second fifth of areas",
    "in the middle fifth of areas", "in the fourth fifth of areas",
    "in the most deprived fifth of areas"};

struct OfFifth {
  PairedDifference difference;
  double low = 0;
  double high = 0;
  double allowed = 0;
};

OfFifth of_fifth(std::span<const double> baseline, std::span<const double> option, double alpha) {
  OfFifth found;
  found.difference = paired_difference(baseline, option);
  const Summary& over_runs = found.difference.over_runs;
  found.low = found.high = over_runs.mean;
  if (over_runs.runs >= 2) {
    // Only one end of the interval is looked at in each direction.
    const double half = half_width_of_mean(over_runs.deviation, over_runs.runs, 1 - 2 * alpha);
    found.low -= half;
    found.high += half;
  }
  found.allowed = allowed_share * std::abs(summarise(baseline).mean);
  return found;
}

std::string of_10000(double of_100, const CareVerdict& verdict) {
  return rounded(100 * std::abs(of_100), grain_of(100 * (verdict.high - verdict.low)));
}

}  // namespace

std::array<std::size_t, fifths_of_areas> care_columns() {
  std::array<std::size_t, fifths_of_areas> columns{};
  for (std::size_t fifth = 0; fifth < fifths_of_areas; ++fifth) {
    const std::string name = "severe_without_help_fifth_" + std::to_string(fifth + 1);
    const auto found = std::ranges::find(run_measures(), name, &Measure::name);
    expects(found != run_measures().end(), "severe need without help is measured by fifth");
    columns[fifth] = static_cast<std::size_t>(found - run_measures().begin());
  }
  return columns;
}

CareVerdict judged_care(std::span<const std::vector<double>> baseline,
                        std::span<const std::vector<double>> option, std::size_t options) {
  const double alpha =
      (1 - confidence) / static_cast<double>(fifths_of_areas * std::max<std::size_t>(options, 1));
  CareVerdict verdict;
  bool is_shown = true;
  bool is_worse = false;
  double most = -std::numeric_limits<double>::infinity();
  for (std::size_t fifth = 0; fifth < fifths_of_areas; ++fifth) {
    const OfFifth found = of_fifth(baseline[fifth], option[fifth], alpha);
    const bool is_the_same = found.difference.verdict == Verdict::the_same;
    const bool is_within = is_the_same || found.high <= found.allowed;
    is_shown = is_shown && is_within;
    is_worse = is_worse || found.low > 0;
    // The surest harm is told, and without one the greatest that could be of those in doubt.
    const bool is_the_surest = found.low > 0 && found.low > std::max(0.0, verdict.low);
    const bool could_be_greatest = !is_worse && !is_within && found.high > most;
    if (is_the_surest || could_be_greatest) {
      most = found.high;
      verdict.fifth = fifth;
      verdict.difference = found.difference;
      verdict.low = found.low;
      verdict.high = found.high;
    }
  }
  verdict.care = is_worse ? Care::worse : is_shown ? Care::no_worse : Care::in_doubt;
  return verdict;
}

std::string name_of(Care care) {
  switch (care) {
    case Care::no_worse:
      return "no_worse";
    case Care::in_doubt:
      return "in_doubt";
    case Care::worse:
      return "worse";
  }
  broken("a verdict on care has a name");
}

std::string care_in_words(const CareVerdict& verdict, const std::string& option,
                          const std::string& counted) {
  const PairedDifference& difference = verdict.difference;
  const std::string where = in_fifth[verdict.fifth];
  const std::string agreement = "more in " + std::to_string(difference.higher) + " of " +
                                std::to_string(difference.pairs()) + ' ' + counted;
  if (verdict.care == Care::worse) {
    return option + " is ruled out: " + where + " it leaves " + of_10000(verdict.low, verdict) +
           " to " + of_10000(verdict.high, verdict) +
           " more of every 10,000 children at neglect level 4 to 5 without help (" + agreement +
           ").";
  }
  if (verdict.care == Care::in_doubt) {
    return "Whether " + option +
           " leaves more children at neglect level 4 to 5 without help is too close to call: " +
           where + ' ' +
           (verdict.low < 0 ? "between " + of_10000(verdict.low, verdict) + " fewer and " +
                                  of_10000(verdict.high, verdict) + " more"
                            : of_10000(verdict.low, verdict) + " to " +
                                  of_10000(verdict.high, verdict) + " more") +
           " of every 10,000 (" + agreement + ").";
  }
  return "";
}

std::string no_worse_in_words(const std::string& option) {
  return option +
         " is shown to leave at most 2 of 100 more children at these levels without help than the "
         "baseline in any fifth of areas.";
}

std::string care_rule_in_words() {
  return "No option is taken that is shown to leave more children at neglect levels 4 to 5 without "
         "help in any fifth of areas than the baseline does. A case that is held open counts as "
         "helped, so the rule cannot see help that does little.";
}

}  // namespace stepdown
