#include "scenarios/timing_check.h"

#include <algorithm>
#include <array>

namespace stepdown {
namespace {

/// 45 working days are the limit of an assessment.
constexpr double limit_of_assessment = 45;

void check_assessments(SettingsTogether& settings) {
  constexpr std::array<std::string_view, 4> quantiles = {
      "front_door.assessment_quarter", "front_door.assessment_median",
      "front_door.assessment_three_quarters", "front_door.assessment_longest"};
  for (std::size_t i = 0; i + 1 < quantiles.size(); ++i) {
    settings.want_order(Severity::error, quantiles[i], quantiles[i + 1],
                        "the shares of assessments done by a time cannot fall");
  }
  if (settings.number(quantiles[2]) > limit_of_assessment) {
    settings.note(Severity::error, {quantiles[2], "front_door.assessment_in_time"},
                  "three quarters of assessments take up to " + settings.shown(quantiles[2]) +
                      " working days, and at least as many are said to take no more than 45",
                  settings.written_out({quantiles[2], "front_door.assessment_in_time"}));
  }
}

void check_reviews(SettingsTogether& settings) {
  settings.want_order(
      Severity::error, "protection.later_review_earliest_weeks", "protection.later_review_weeks",
      "the least time between review conferences would be longer than the greatest");
}

double months_after_day_0(const SettingsTogether& settings) {
  return 12 * settings.number("horizon.years");
}

std::string horizon_in_words(const SettingsTogether& settings) {
  return "the horizon ends after " + std::to_string(static_cast<int>(months_after_day_0(settings)));
}

void check_start_of_decisions(SettingsTogether& settings) {
  constexpr std::string_view start = "policy.from_month";
  if (settings.number(start) >= months_after_day_0(settings)) {
    settings.note(Severity::error, {"horizon.years", start},
                  "the decisions begin " + settings.shown(start) + " months after day 0, and " +
                      horizon_in_words(settings) + ": nothing would change",
                  settings.written_out({start, "horizon.years"}));
  }
}

void check_shock(SettingsTogether& settings, const std::string& shock) {
  const std::string table = "shock." + shock + '.';
  const std::string size = table + "size";
  const std::string from = table + "from_month";
  const std::string rise = table + "rise_months";
  const std::string lasts = table + "lasts_months";
  if (settings.number(size) == 1) {
    return;
  }
  if (settings.number(from) >= months_after_day_0(settings)) {
    settings.note(Severity::warning, {"horizon.years", size, from},
                  "the shock `" + shock + "` begins after " + settings.shown(from) +
                      " months, and " + horizon_in_words(settings) + ": it never comes",
                  settings.written_out({from, "horizon.years"}));
  }
  if (settings.number(lasts) == 0) {
    settings.note(Severity::warning, {size, lasts},
                  "the shock `" + shock + "` lasts no time at all: it never comes",
                  settings.written_out({lasts}));
  } else if (settings.number(rise) > settings.number(lasts)) {
    settings.note(Severity::warning, {size, rise, lasts},
                  "the shock `" + shock + "` ends before it has risen to its size",
                  settings.written_out({rise, lasts}));
  }
}

void check_exodus(SettingsTogether& settings) {
  constexpr std::string_view share = "shock.staff_exodus.share";
  constexpr std::string_view month = "shock.staff_exodus.at_month";
  if (settings.number(share) > 0 && settings.number(month) >= months_after_day_0(settings)) {
    settings.note(Severity::warning, {"horizon.years", share, month},
                  "social workers leave after " + settings.shown(month) + " months, and " +
                      horizon_in_words(settings) + ": none does",
                  settings.written_out({month, "horizon.years"}));
  }
}

}  // namespace

void check_timing(SettingsTogether& settings) {
  check_assessments(settings);
  check_reviews(settings);
  check_start_of_decisions(settings);
  for (const std::string shock :
       {"cost_of_living", "crises", "publicity", "arrivals", "partner_cuts"}) {
    check_shock(settings, shock);
  }
  check_exodus(settings);
}

}  // namespace stepdown
