#include "scenarios/share_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <sstream>

#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

constexpr std::size_t fifths = 5;
constexpr double published_rounding = 0.005;

void want_no_more_than_all(SettingsTogether& settings, SettingsTogether::Names names) {
  double sum = 0;
  std::string terms;
  for (const std::string_view name : names) {
    sum += settings.number(name);
    terms += (terms.empty() ? "" : " + ") + settings.shown(name);
  }
  if (sum > 1 + 1e-9) {
    settings.note(Severity::error, names,
                  "shares of " + std::string(table_of(*names.begin())) + " add up to more than all",
                  terms + " is more than 1");
  }
}

void check_fifths_of_areas(SettingsTogether& settings) {
  constexpr std::string_view name = "population.quintile_shares";
  const auto shares = settings.list(name).view();
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  if (shares.size() != fifths) {
    settings.note(Severity::error, {name},
                  "families live in five fifths of areas by deprivation, and " +
                      std::to_string(shares.size()) + " shares are given",
                  "write five, the least deprived fifth first: quintile_shares = [0.2, 0.2, 0.2, "
                  "0.2, 0.2]");
  } else if (std::abs(sum - 1) > published_rounding) {
    std::ostringstream advice;
    advice << settings.shown(name) << " add up to " << sum;
    settings.note(Severity::error, {name},
                  "the shares of families in the fifths of areas do not add up to 1", advice.str());
  }
}

void check_routes_of_noticing(SettingsTogether& settings) {
  const SettingsTogether::Names routes = {
      "noticing.school", "noticing.early_years",       "noticing.health",
      "noticing.police", "noticing.housing_voluntary", "noticing.public",
      "noticing.family"};
  if (std::ranges::all_of(routes,
                          [&](std::string_view route) { return settings.number(route) == 0; })) {
    settings.note(
        Severity::error, routes, "every weight among those who notice is 0: nobody does",
        "give one of them a weight; noticing.rate = 0 is a world in which nobody notices");
  }
}

}  // namespace

void check_shares(SettingsTogether& settings) {
  want_no_more_than_all(settings, {"population.share_one_child", "population.share_two_children",
                                   "population.share_three_children"});
  check_fifths_of_areas(settings);
  check_routes_of_noticing(settings);
}

}  // namespace stepdown
