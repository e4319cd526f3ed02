#include "scenarios/capacity_check.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

namespace stepdown {
namespace {

/// "15.4 (2024, DfE ...)"
std::string written_figure(const ObservedFigure& figure) {
  std::ostringstream text;
  text << figure.value << " (" << (figure.year.empty() ? "" : figure.year + ", ") << figure.source
       << ')';
  return text.str();
}

/// 2,034
std::string with_commas(double count) {
  std::string digits = std::to_string(std::llround(count));
  for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4) {
    digits.insert(digits.size() - from_end, 1, ',');
  }
  return digits;
}

const ObservedFigure* find(const std::vector<ObservedFigure>& observed, std::string_view name) {
  const auto found = std::ranges::find(observed, name, &ObservedFigure::name);
  return found == observed.end() ? nullptr : &*found;
}

/// A team whose posts come from a rate of the place.
struct Team {
  std::string_view workers;
  std::string_view rate;
  std::string_view additional;
  int fewest;
};

double posts_before(const SettingsTogether& settings, const Team& team) {
  return std::round(settings.number(team.rate) * settings.number("population.children") / 10'000);
}

double posts_of(const SettingsTogether& settings, const Team& team) {
  return std::max(0.0, posts_before(settings, team) + settings.number(team.additional));
}

constexpr Team community = {"workers of community-based early help",
                            "workforce.community_workers_per_10000",
                            "workforce.additional_community_workers", 0};
constexpr Team targeted = {"key workers", "workforce.key_workers_per_10000",
                           "workforce.additional_key_workers", 0};
constexpr Team front_door = {"front door staff", "workforce.front_door_per_10000",
                             "workforce.additional_front_door", 1};

void check_cut(SettingsTogether& settings, const Team& team) {
  const double before = posts_before(settings, team);
  const double change = settings.number(team.additional);
  if (change >= 0 || before + change >= team.fewest) {
    return;
  }
  const std::string workers(team.workers);
  settings.note(Severity::error, {team.rate, team.additional},
                before + change == 0
                    ? "nobody is left of the " + workers + ": no referral would be decided"
                    : "more " + workers + " are taken away than there are",
                with_commas(before) + " at " + settings.shown(team.rate) +
                    " for every 10,000 children, and " + settings.shown(team.additional));
}

void check_reserved(SettingsTogether& settings) {
  constexpr std::string_view reserved = "workforce.reserved_share";
  if (settings.number(reserved) > 0 &&
      posts_of(settings, community) + posts_of(settings, targeted) == 0) {
    settings.note(Severity::warning, {community.rate, targeted.rate, reserved},
                  "places of early help are reserved by area, and there is no post of early help",
                  settings.written_out({reserved}));
  }
}

/// The children whom social workers are known to hold.
struct KnownLoad {
  double children = 0;
  std::string in_words;
  std::string source;
};

std::optional<KnownLoad> known_load(const SettingsTogether& settings,
                                    const std::vector<ObservedFigure>& observed) {
  if (const ObservedFigure* load = find(observed, "caseload_social_worker")) {
    const double held = load->value * settings.number("workforce.social_workers");
    return KnownLoad{held, "social workers held " + with_commas(held),
                     "the official caseload is " + written_figure(*load)};
  }
  if (const ObservedFigure* open = find(observed, "children_in_need_at_31_march")) {
    return KnownLoad{open->value, with_commas(open->value) + " were in need at 31 March",
                     "children in need: " + written_figure(*open) +
                         "; not each of them has a social worker who holds cases"};
  }
  return std::nullopt;
}

void check_room_under_the_cap(SettingsTogether& settings, double workers, const KnownLoad& load) {
  constexpr std::string_view cap = "caseload.social_worker_cap";
  const double room = workers * settings.number(cap);
  if (room < load.children) {
    settings.note(Severity::warning,
                  {"workforce.social_workers", "workforce.additional_social_workers", cap},
                  "a cap of " + settings.shown(cap) + " children with " + with_commas(workers) +
                      " social workers holds " + with_commas(room) + " children; " + load.in_words +
                      ", so " + with_commas(load.children - room) + " have no place under the cap",
                  load.source);
  }
}

void check_protection_team(SettingsTogether& settings, double workers,
                           const std::vector<ObservedFigure>& observed) {
  constexpr std::string_view share = "family_help.protection_share";
  constexpr std::string_view cap = "family_help.protection_cap";
  const double team = std::round(settings.number(share) * workers);
  if (team == 0) {
    settings.note(Severity::error, {"workforce.social_workers", share},
                  "the protection team has nobody in it: enquiries, plans and care would have no "
                  "social worker",
                  settings.written_out({share}) + " of " + with_commas(workers));
    return;
  }
  const ObservedFigure* plans = find(observed, "stock_child_protection");
  const ObservedFigure* care = find(observed, "looked_after_at_31_march");
  const double room = team * settings.number(cap);
  if (plans && care && room < plans->value + care->value) {
    settings.note(Severity::warning, {"workforce.social_workers", share, cap},
                  "a cap of " + settings.shown(cap) + " children with a protection team of " +
                      with_commas(team) + " holds " + with_commas(room) + " children; " +
                      with_commas(plans->value) + " were on plans and " + with_commas(care->value) +
                      " looked after",
                  "plans: " + written_figure(*plans) + "; care: " + written_figure(*care));
  }
}

void check_social_workers(SettingsTogether& settings, const std::vector<ObservedFigure>& observed) {
  constexpr std::string_view there_are = "workforce.social_workers";
  constexpr std::string_view additional = "workforce.additional_social_workers";
  const double workers = settings.number(there_are) + settings.number(additional);
  if (workers < 0) {
    settings.note(Severity::error, {there_are, additional},
                  "more social workers are taken away than there are",
                  settings.shown(there_are) + " and " + settings.shown(additional) +
                      " leave fewer than none");
    return;
  }
  if (settings.is("family_help.model", "merged")) {
    check_protection_team(settings, workers, observed);
  } else if (const auto load = known_load(settings, observed)) {
    check_room_under_the_cap(settings, workers, *load);
  }
}

void check_agency_cover(SettingsTogether& settings) {
  constexpr std::string_view permanent = "workforce.recruitment_weeks";
  constexpr std::string_view agency = "workforce.agency_weeks";
  constexpr std::string_view cover = "workforce.agency_cover";
  if (settings.number(cover) > 0 && settings.number(permanent) < settings.number(agency)) {
    settings.note(Severity::warning, {agency, cover, permanent},
                  "a permanent worker comes sooner than the agency worker who is to stand in",
                  settings.written_out({permanent, agency, cover}));
  }
}

void check_support_while_waiting(SettingsTogether& settings) {
  constexpr std::string_view support = "waiting.interim_support";
  constexpr std::string_view place = "waiting.interim_place";
  if (settings.number(support) > settings.number(place)) {
    settings.note(Severity::warning, {support, place},
                  "support while waiting gives more help than the place it takes: capacity from "
                  "nothing",
                  settings.written_out({support, place}));
  }
}

}  // namespace

void check_capacity(SettingsTogether& settings, const std::vector<ObservedFigure>& observed) {
  for (const Team* team : {&community, &targeted, &front_door}) {
    check_cut(settings, *team);
  }
  check_reserved(settings);
  check_social_workers(settings, observed);
  check_agency_cover(settings);
  check_support_while_waiting(settings);
}

}  // namespace stepdown
