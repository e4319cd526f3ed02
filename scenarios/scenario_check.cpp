#include "scenarios/scenario_check.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>

#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

/// Reads a scenario's settings together and notes what does not fit, at the last place where a
/// person set one of the settings that clash.
class TogetherCheck {
 public:
  explicit TogetherCheck(const Layers& layers) : layers_(layers) {}

  double number(std::string_view name) const {
    return std::get<double>(layers_.of(name).setting.value);
  }
  const NumberList& list(const std::string& name) const {
    return std::get<NumberList>(layers_.of(name).setting.value);
  }
  std::string shown(std::string_view name) const {
    const Setting& setting = layers_.of(name).setting;
    return written(*setting.parameter, setting.value);
  }
  bool is(const std::string& option, std::string_view answer) const {
    const Setting& setting = layers_.of(option).setting;
    return setting.parameter->choices[std::get<Choice>(setting.value).index] == answer;
  }

  void note(Severity severity, std::initializer_list<std::string_view> names, std::string message,
            std::string suggestion) {
    Problem problem;
    for (const std::string_view name : names) {
      if (layers_.is_in_doubt(name)) {
        return;
      }
      const GivenSetting& given = layers_.of(name);
      if (given.setting.origin.giver != Origin::Giver::registry) {
        problem = given.where;
      }
    }
    problem.severity = severity;
    problem.fault = Fault::senseless_together;
    problem.message = std::move(message);
    problem.suggestion = std::move(suggestion);
    problems_.push_back(std::move(problem));
  }

  std::vector<Problem> problems() && { return std::move(problems_); }

 private:
  const Layers& layers_;
  std::vector<Problem> problems_;
};

void check_steps_of_taper(TogetherCheck& check, const std::string& weeks_name,
                          const std::string& intensity_name, const std::string& share_name,
                          const std::string& service) {
  const NumberList& weeks = check.list(weeks_name);
  const NumberList& intensity = check.list(intensity_name);
  const NumberList& share = check.list(share_name);
  if (weeks.size != intensity.size || weeks.size != share.size) {
    check.note(Severity::error, {weeks_name, intensity_name, share_name},
               "the taper of " + service + " has " + std::to_string(weeks.size) + " lengths, " +
                   std::to_string(intensity.size) + " intensities and " +
                   std::to_string(share.size) + " place shares",
               "each step has one of each: taper_weeks = " + check.shown(weeks_name) +
                   ", taper_intensity = " + check.shown(intensity_name) +
                   ", taper_place_share = " + check.shown(share_name));
    return;
  }
  if (!std::ranges::is_sorted(intensity.view(), std::ranges::greater{})) {
    check.note(
        Severity::error, {intensity_name},
        "the taper of " + service + " gives more help in a later step than in an earlier one",
        "taper_intensity falls from step to step, or stays: " + check.shown(intensity_name) +
            " does not");
  }
  for (std::size_t step = 0; step < weeks.size; ++step) {
    if (share[step] < intensity[step]) {
      check.note(Severity::warning, {intensity_name, share_name},
                 "step " + std::to_string(step + 1) + " of the taper of " + service +
                     " gives more help than the place it holds: capacity from nothing",
                 "taper_intensity = " + check.shown(intensity_name) +
                     ", taper_place_share = " + check.shown(share_name));
      break;
    }
  }
}

void check_taper(TogetherCheck& check, const std::string& service) {
  const std::string table = "closure." + service + '.';
  if (!check.is(table + "policy", "tapered")) {
    return;
  }
  std::string words = service;
  std::ranges::replace(words, '_', ' ');
  const std::string weeks = table + "taper_weeks";
  const std::string contact = table + "contact_weeks";
  check_steps_of_taper(check, weeks, table + "taper_intensity", table + "taper_place_share", words);
  double length = 0;
  for (const double step : check.list(weeks).view()) {
    length += step;
  }
  if (check.number(contact) > length) {
    check.note(Severity::warning, {weeks, contact},
               "the taper of " + words +
                   " ends before its first contact, so that no relapse is "
                   "ever seen",
               "contact_weeks = " + check.shown(contact) + ", taper_weeks = " + check.shown(weeks));
  }
}

void check_parts_of_one(TogetherCheck& check, std::initializer_list<std::string_view> names) {
  double sum = 0;
  std::string terms;
  for (const std::string_view name : names) {
    sum += check.number(name);
    terms += (terms.empty() ? "" : " + ") + check.shown(name);
  }
  if (sum > 1 + 1e-9) {
    check.note(Severity::error, names,
               "shares of " + std::string(table_of(*names.begin())) + " add up to more than all",
               terms + " is more than 1");
  }
}

/// `low` and `high` are one after the other on a scale.
void check_order(TogetherCheck& check, Severity severity, std::string_view low,
                 std::string_view high, const std::string& consequence) {
  if (check.number(low) > check.number(high)) {
    check.note(severity, {low, high},
               "`" + std::string(low) + "` is above `" + std::string(high) + "`: " + consequence,
               std::string(key_of(low)) + " = " + check.shown(low) + ", " +
                   std::string(key_of(high)) + " = " + check.shown(high));
  }
}

void check_thresholds(TogetherCheck& check) {
  check_order(check, Severity::warning, "threshold.community_early_help",
              "threshold.targeted_early_help",
              "community-based early help would be for greater need than targeted early help");
  check_order(check, Severity::warning, "threshold.targeted_early_help", "threshold.child_in_need",
              "targeted early help would be for greater need than a child in need plan");
  check_order(check, Severity::warning, "threshold.front_door", "threshold.child_in_need",
              "children in need would be turned away before they are assessed");
  check_order(check, Severity::warning, "threshold.child_in_need", "threshold.enquiry",
              "a section 47 enquiry would start at less need than a child in need plan");
  check_order(check, Severity::warning, "threshold.good_review", "threshold.child_in_need",
              "a case would be closed at a need that opens one");
  check_order(check, Severity::warning, "protection.end_below", "threshold.plan",
              "a protection plan would end at a need that starts one");
}

void check_assessments(TogetherCheck& check) {
  constexpr std::array<std::string_view, 4> quantiles = {
      "front_door.assessment_quarter", "front_door.assessment_median",
      "front_door.assessment_three_quarters", "front_door.assessment_longest"};
  for (std::size_t i = 0; i + 1 < quantiles.size(); ++i) {
    check_order(check, Severity::error, quantiles[i], quantiles[i + 1],
                "the shares of assessments done by a time cannot fall");
  }
}

/// "15.4 (2024, DfE ...)"
std::string written_figure(const ObservedFigure& figure) {
  std::ostringstream text;
  text << figure.value << " (" << (figure.year.empty() ? "" : figure.year + ", ") << figure.source
       << ')';
  return text.str();
}

/// 2,034
std::string with_commas(double count) {
  std::string digits = std::to_string(static_cast<long long>(count + 0.5));
  for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4) {
    digits.insert(digits.size() - from_end, 1, ',');
  }
  return digits;
}

void check_workers(TogetherCheck& check, const std::vector<ObservedFigure>& observed) {
  const double workers = check.number("workforce.social_workers") +
                         check.number("workforce.additional_social_workers");
  const double cap = check.number("caseload.social_worker_cap");
  if (workers < 0) {
    check.note(Severity::error, {"workforce.social_workers", "workforce.additional_social_workers"},
               "more social workers are taken away than there are",
               check.shown("workforce.social_workers") + " and " +
                   check.shown("workforce.additional_social_workers") + " leave fewer than none");
    return;
  }
  const auto load = std::ranges::find(observed, "caseload_social_worker", &ObservedFigure::name);
  if (load == observed.end()) {
    return;
  }
  const double cases = load->value * check.number("workforce.social_workers");
  if (workers * cap < cases) {
    check.note(Severity::warning,
               {"workforce.social_workers", "workforce.additional_social_workers",
                "caseload.social_worker_cap"},
               "a cap of " + check.shown("caseload.social_worker_cap") + " children with " +
                   with_commas(workers) + " social workers holds " + with_commas(workers * cap) +
                   " children; social workers held " + with_commas(cases) + ", so " +
                   with_commas(cases - workers * cap) + " have no place under the cap",
               "the official caseload is " + written_figure(*load));
  }
}

}  // namespace

std::vector<Problem> check_together(const Layers& layers,
                                    const std::vector<ObservedFigure>& observed) {
  TogetherCheck check(layers);
  for (const std::string service :
       {"community_early_help", "targeted_early_help", "child_in_need"}) {
    check_taper(check, service);
  }
  check_parts_of_one(check, {"population.share_one_child", "population.share_two_children",
                             "population.share_three_children"});
  check_thresholds(check);
  check_assessments(check);
  check_workers(check, observed);
  return std::move(check).problems();
}

}  // namespace stepdown
