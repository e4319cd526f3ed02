#include "scenarios/threshold_check.h"

#include <algorithm>

namespace stepdown {
namespace {

void check_order_of_tiers(SettingsTogether& settings) {
  settings.want_order(
      Severity::warning, "threshold.community_early_help", "threshold.targeted_early_help",
      "community-based early help would be for greater need than targeted early help");
  settings.want_order(Severity::warning, "threshold.targeted_early_help", "threshold.child_in_need",
                      "targeted early help would be for greater need than a child in need plan");
  settings.want_order(Severity::warning, "threshold.front_door", "threshold.child_in_need",
                      "children in need would be turned away before they are assessed");
  settings.want_order(Severity::warning, "threshold.front_door", "threshold.referral",
                      "the front door would send away most of those who are rightly referred");
  settings.want_order(Severity::warning, "threshold.child_in_need", "threshold.enquiry",
                      "a section 47 enquiry would start at less need than a child in need plan");
  settings.want_order(Severity::warning, "threshold.good_review", "threshold.child_in_need",
                      "a case would be closed at a need that opens one");
  settings.want_order(Severity::warning, "protection.end_below", "threshold.plan",
                      "a protection plan would end at a need that starts one");
}

void want_below(SettingsTogether& settings, std::string_view off, std::string_view on,
                const std::string& message) {
  if (settings.number(off) >= settings.number(on)) {
    settings.note(Severity::error, {off, on}, message, settings.written_out({off, on}));
  }
}

void check_rationing(SettingsTogether& settings) {
  if (settings.number("rationing.community_raise") > 0 ||
      settings.number("rationing.targeted_raise") > 0) {
    want_below(settings, "rationing.list_off", "rationing.list_on",
               "the thresholds of early help would fall back at a list no shorter than that at "
               "which they rise");
  }
  if (settings.number("rationing.child_in_need_raise") > 0) {
    want_below(settings, "rationing.load_off", "rationing.load_on",
               "the threshold of child in need would fall back at a load of social workers no "
               "smaller than that at which it rises");
  }
}

void check_whom_it_serves(SettingsTogether& settings, const std::string& service) {
  std::string words = service == "community" ? "community-based" : service;
  words += " early help";
  const std::string table = "help." + service + "_early_help.";
  const std::string from = table + "age_from";
  const std::string to = table + "age_to";
  if (settings.number(from) >= settings.number(to)) {
    settings.note(Severity::error, {from, to},
                  words + " is for children from " + settings.shown(from) + " and below " +
                      settings.shown(to) + " years: for nobody",
                  settings.written_out({from, to}));
  }
  const std::string up_to = table + "serves_up_to";
  const std::string threshold = "threshold." + service + "_early_help";
  if (settings.number(up_to) < settings.number(threshold)) {
    settings.note(Severity::warning, {up_to, threshold},
                  words + " is made for families up to level " + settings.shown(up_to) +
                      " and offered from a judged need of " + settings.shown(threshold) +
                      ": it fits hardly anybody it is offered to",
                  settings.written_out({up_to}) + " in [help." + service + "_early_help], " +
                      settings.written_out({threshold}) + " in [threshold]");
  }
}

}  // namespace

void check_thresholds(SettingsTogether& settings) {
  check_order_of_tiers(settings);
  check_rationing(settings);
  for (const std::string service : {"community", "targeted"}) {
    check_whom_it_serves(settings, service);
  }
}

}  // namespace stepdown
