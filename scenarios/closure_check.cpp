#include "scenarios/closure_check.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace stepdown {
namespace {

void check_steps(SettingsTogether& settings, const std::string& weeks_name,
                 const std::string& intensity_name, const std::string& share_name,
                 const std::string& service) {
  const NumberList& weeks = settings.list(weeks_name);
  const NumberList& intensity = settings.list(intensity_name);
  const NumberList& share = settings.list(share_name);
  if (weeks.size != intensity.size || weeks.size != share.size) {
    settings.note(Severity::error, {weeks_name, intensity_name, share_name},
                  "the taper of " + service + " has " + std::to_string(weeks.size) + " lengths, " +
                      std::to_string(intensity.size) + " intensities and " +
                      std::to_string(share.size) + " place shares",
                  "each step has one of each: " +
                      settings.written_out({weeks_name, intensity_name, share_name}));
    return;
  }
  if (!std::ranges::is_sorted(intensity.view(), std::ranges::greater{})) {
    settings.note(
        Severity::error, {intensity_name},
        "the taper of " + service + " gives more help in a later step than in an earlier one",
        "taper_intensity falls from step to step, or stays: " + settings.shown(intensity_name) +
            " does not");
  }
  for (std::size_t step = 0; step < weeks.size; ++step) {
    if (share[step] < intensity[step]) {
      settings.note(Severity::warning, {intensity_name, share_name},
                    "step " + std::to_string(step + 1) + " of the taper of " + service +
                        " gives more help than the place it holds: capacity from nothing",
                    settings.written_out({intensity_name, share_name}));
      break;
    }
  }
}

void check_taper(SettingsTogether& settings, const std::string& service) {
  const std::string table = "closure." + service + '.';
  if (!settings.is(table + "policy", "tapered")) {
    return;
  }
  std::string words = service;
  std::ranges::replace(words, '_', ' ');
  const std::string weeks = table + "taper_weeks";
  const std::string contact = table + "contact_weeks";
  check_steps(settings, weeks, table + "taper_intensity", table + "taper_place_share", words);
  const auto steps = settings.list(weeks).view();
  if (settings.number(contact) > std::accumulate(steps.begin(), steps.end(), 0.0)) {
    settings.note(
        Severity::warning, {weeks, contact},
        "the taper of " + words + " ends before its first contact, so that no relapse is ever seen",
        settings.written_out({contact, weeks}));
  }
}

}  // namespace

void check_closures(SettingsTogether& settings) {
  for (const std::string service :
       {"community_early_help", "targeted_early_help", "child_in_need"}) {
    check_taper(settings, service);
  }
}

}  // namespace stepdown
