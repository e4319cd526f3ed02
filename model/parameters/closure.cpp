#include "model/parameters/closure.h"

#include <vector>

#include "model/parameters/joined_name.h"
#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr OnlyWhen when(std::string_view option, std::string_view answer) {
  return {option, answer};
}

/// The seven parameters of one service; `tier` is its place in `ModelParameters::closure`.
template <std::size_t tier, Literal prefix>
constexpr auto of_service() {
  constexpr std::string_view policy = joined<prefix, "policy">;
  return std::array{
      option<&ModelParameters::closure, tier, &ClosureParameters::policy>(
          {.name = policy,
           .choices = closure_policy_names,
           .initial = 0,
           .role = Role::lever,
           .source = "EV67: many cases are closed at the first improvement; EV68-EV70 the answers",
           .doc = "How help ends: abrupt (at the first good review), time_limited (after a set "
                  "time), sustained (after several good reviews in a row), tapered (by steps, with "
                  "contacts), step_down (to the tier below)"}),
      real<&ModelParameters::closure, tier, &ClosureParameters::time_limit_weeks>(
          {.name = joined<prefix, "time_limit_weeks">,
           .unit = Unit::weeks,
           .initial = 22,
           .bounds = {1, 520},
           .role = Role::lever,
           .source = "EV69; EV65: 22 weeks on average in one service",
           .doc = "Help ends after this time, whatever the level",
           .only_when = when(policy, "time_limited")}),
      whole<&ModelParameters::closure, tier, &ClosureParameters::good_reviews>(
          {.name = joined<prefix, "good_reviews">,
           .unit = Unit::reviews,
           .initial = 3,
           .bounds = {1, 12},
           .role = Role::lever,
           .source = "EV62, EV67, EV78 for the idea; the number is the authority's to choose",
           .doc = "Help ends after this many good reviews in a row",
           .only_when = when(policy, "sustained")}),
      list<&ModelParameters::closure, tier, &ClosureParameters::taper_weeks>(
          {.name = joined<prefix, "taper_weeks">,
           .unit = Unit::weeks,
           .initial = {6, 6, 12},
           .bounds = {0.5, 104},
           .role = Role::lever,
           .source = "EV68 for the idea; the steps are the authority's to choose",
           .doc = "Length of each step of the taper",
           .only_when = when(policy, "tapered")}),
      list<&ModelParameters::closure, tier, &ClosureParameters::taper_intensity>(
          {.name = joined<prefix, "taper_intensity">,
           .unit = Unit::share,
           .initial = {0.6, 0.4, 0.2},
           .bounds = {0, 1},
           .role = Role::lever,
           .source = "EV68 for the idea; the steps are the authority's to choose",
           .doc = "Help given in each step of the taper, as a share of full help",
           .only_when = when(policy, "tapered")}),
      list<&ModelParameters::closure, tier, &ClosureParameters::taper_place_share>(
          {.name = joined<prefix, "taper_place_share">,
           .unit = Unit::share,
           .initial = {0.6, 0.4, 0.2},
           .bounds = {0, 1},
           .role = Role::lever,
           .source = "no figure published; a trial fit put break-even on severe need near a place "
                     "share of 0.6, so sweep it",
           .doc = "Part of a worker's place that a child holds in each step of the taper",
           .only_when = when(policy, "tapered")}),
      real<&ModelParameters::closure, tier, &ClosureParameters::contact_weeks>(
          {.name = joined<prefix, "contact_weeks">,
           .unit = Unit::weeks,
           .initial = 3,
           .bounds = {0.5, 52},
           .role = Role::lever,
           .source = "EV68 for the idea; the interval is the authority's to choose",
           .doc = "Time between the contacts of a taper, at which a relapse may be seen",
           .only_when = when(policy, "tapered")}),
  };
}

constexpr Parameter detection[] = {
    real<&ModelParameters::taper_detection, &TaperDetectionParameters::relapse_seen>(
        {.name = "taper.relapse_seen",
         .unit = Unit::share,
         .initial = 0.6,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "EV68 for its existence; no figure published (statistics: gaps): 0 means none",
         .doc = "Chance that a contact during a taper sees that the family is back at level 3 or "
                "worse or in an acute concern"}),
    real<&ModelParameters::taper_detection, &TaperDetectionParameters::false_alarm>(
        {.name = "taper.false_alarm",
         .unit = Unit::share,
         .initial = 0.03,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source = "no figure published; a trial fit showed that a noisy check swamps a service",
         .doc = "Chance that a contact during a taper sees a relapse that is none"}),
};

constexpr auto community = of_service<0, "closure.community_early_help.">();
constexpr auto targeted = of_service<1, "closure.targeted_early_help.">();
constexpr auto child_in_need = of_service<2, "closure.child_in_need.">();

const std::vector<Parameter>& table() {
  static const std::vector<Parameter> all = [] {
    std::vector<Parameter> rows;
    for (const auto* service : {&community, &targeted, &child_in_need}) {
      rows.insert(rows.end(), service->begin(), service->end());
    }
    rows.insert(rows.end(), std::begin(detection), std::end(detection));
    return rows;
  }();
  return all;
}

}  // namespace

std::span<const Parameter> closure_parameters() { return table(); }

}  // namespace stepdown
