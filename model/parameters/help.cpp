#include "model/parameters/help.h"

#include <vector>

#include "model/parameters/joined_name.h"
#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

/// Starting values of one tier; the ranges are the same for all and include no effect.
struct TierStart {
  double worsening;
  double easing;
  double concern_resolution;
  double capacity_growth;
};

/// The effect parameters of one tier.
template <std::size_t tier, Literal prefix>
constexpr auto effects(TierStart start) {
  return std::array{
      real<&ModelParameters::help, tier, &HelpParameters::worsening>(
          {.name = joined<prefix, "worsening">,
           .unit = Unit::factor,
           .initial = start.worsening,
           .bounds = {0.3, 1.2},
           .role = Role::uncertainty,
           .source =
               "SafeCare hazard ratio 0.74 to 0.83 (Chaffin 2012); Webb 2021: little or none; "
               "no figure for England: 1 means none",
           .doc = "Worsening while full help of this tier is given, against none"}),
      real<&ModelParameters::help, tier, &HelpParameters::easing>(
          {.name = joined<prefix, "easing">,
           .unit = Unit::factor,
           .initial = start.easing,
           .bounds = {0.8, 4},
           .role = Role::uncertainty,
           .source =
               "d = 0.26 to 0.36 over 121 studies (van der Put 2018) for its existence; no rate "
               "ratio published: 1 means none",
           .doc = "Easing while full help of this tier is given, against none"}),
      real<&ModelParameters::help, tier, &HelpParameters::concern_resolution>(
          {.name = joined<prefix, "concern_resolution">,
           .unit = Unit::factor,
           .initial = start.concern_resolution,
           .bounds = {0.8, 5},
           .role = Role::uncertainty,
           .source = "EV8, EV60 for its existence; no figure published: 1 means none",
           .doc = "Rate at which acute concerns end while full help of this tier is given, against "
                  "none"}),
      real<&ModelParameters::help, tier, &HelpParameters::capacity_growth>(
          {.name = joined<prefix, "capacity_growth">,
           .unit = Unit::per_year,
           .initial = start.capacity_growth,
           .bounds = {0, 5},
           .role = Role::uncertainty,
           .source = "EV59, EV67, EV73 for its existence; no figure published: 0 means none",
           .doc = "Rate at which a family gains a step of lasting capacity while full help of this "
                  "tier is given"}),
  };
}

/// The review parameters of a tier that is reviewed by its worker.
template <std::size_t tier, Literal prefix>
constexpr auto reviews(double weeks, int without_progress) {
  return std::array{
      real<&ModelParameters::help, tier, &HelpParameters::review_weeks>(
          {.name = joined<prefix, "review_weeks">,
           .unit = Unit::weeks,
           .initial = weeks,
           .bounds = {1, 52},
           .role = Role::lever,
           .source = "EV62; trial fit of this structure: plans reviewed every 8 to 9 weeks",
           .doc = "Time between reviews"}),
      whole<&ModelParameters::help, tier, &HelpParameters::reviews_without_progress>(
          {.name = joined<prefix, "reviews_without_progress">,
           .unit = Unit::reviews,
           .initial = static_cast<double>(without_progress),
           .bounds = {1, 50},
           .role = Role::lever,
           .source = "EV80 for the idea; the number is the authority's to choose",
           .doc = "Reviews in a row without progress after which the case steps up"}),
  };
}

/// Whom an early help service is made for.
template <std::size_t tier, Literal prefix>
constexpr auto serving(double up_to) {
  return std::array{
      real<&ModelParameters::help, tier, &HelpParameters::serves_up_to>(
          {.name = joined<prefix, "serves_up_to">,
           .unit = Unit::levels,
           .initial = up_to,
           .bounds = {1, 5},
           .role = Role::lever,
           .source = "EV57, EV76: services named at each level",
           .doc = "The worst level this service is made for; above it, skills do not match"}),
      real<&ModelParameters::help, tier, &HelpParameters::age_from>(
          {.name = joined<prefix, "age_from">,
           .unit = Unit::years,
           .initial = 0,
           .bounds = {0, 18},
           .role = Role::lever,
           .source = "EV16: provision is thin for some ages",
           .doc = "Youngest age of a child this service is for"}),
      real<&ModelParameters::help, tier, &HelpParameters::age_to>(
          {.name = joined<prefix, "age_to">,
           .unit = Unit::years,
           .initial = 18,
           .bounds = {0, 18},
           .role = Role::lever,
           .source = "EV16: provision is thin for over-6s and 16 to 18",
           .doc = "Age below which this service is for a child"}),
  };
}

template <std::size_t tier, Literal prefix>
constexpr auto leaving(double per_year) {
  return std::array{real<&ModelParameters::help, tier, &HelpParameters::leaves_early>(
      {.name = joined<prefix, "leaves_early">,
       .unit = Unit::per_year,
       .initial = per_year,
       .bounds = {0, 10},
       .role = Role::uncertainty,
       .source = "no English figure; in US home visiting 42% left within a year (statistics 2D)",
       .doc = "Rate at which a family leaves this help before it is finished"})};
}

constexpr auto community = effects<1, "help.community_early_help.">({0.95, 1.1, 1.0, 0.1});
constexpr auto targeted = effects<2, "help.targeted_early_help.">({0.8, 1.3, 1.15, 0.3});
constexpr auto in_need = effects<3, "help.child_in_need.">({0.8, 1.3, 1.3, 0.25});
constexpr auto protection = effects<4, "help.child_protection.">({0.75, 1.4, 1.4, 0.25});
constexpr auto looked_after = effects<5, "help.looked_after.">({0.9, 1.1, 1.1, 0.05});
constexpr auto community_reviews = reviews<1, "help.community_early_help.">(12, 3);
constexpr auto targeted_reviews = reviews<2, "help.targeted_early_help.">(8, 4);
constexpr auto in_need_reviews = reviews<3, "help.child_in_need.">(8.5, 6);
constexpr auto community_serving = serving<1, "help.community_early_help.">(3);
constexpr auto targeted_serving = serving<2, "help.targeted_early_help.">(4);
constexpr auto community_leaving = leaving<1, "help.community_early_help.">(0.5);
constexpr auto targeted_leaving = leaving<2, "help.targeted_early_help.">(0.4);

template <typename... Parts>
std::vector<Parameter> together(const Parts&... parts) {
  std::vector<Parameter> rows;
  (rows.insert(rows.end(), parts.begin(), parts.end()), ...);
  return rows;
}

constexpr Parameter caseload_table[] = {
    real<&ModelParameters::caseload, &CaseloadParameters::community_worker_cap>(
        {.name = "caseload.community_worker_cap",
         .unit = Unit::children,
         .initial = 30,
         .bounds = {1, 500},
         .role = Role::lever,
         .source = "no figure published: groups, no home visits (EV76)",
         .doc = "Children a worker of community-based early help holds at most"}),
    real<&ModelParameters::caseload, &CaseloadParameters::key_worker_cap>(
        {.name = "caseload.key_worker_cap",
         .unit = Unit::children,
         .initial = 15,
         .bounds = {1, 100},
         .role = Role::lever,
         .source = "no figure published: near the average of social workers, 15.4 (csww 2024)",
         .doc = "Children a key worker of targeted early help holds at most"}),
    real<&ModelParameters::caseload, &CaseloadParameters::social_worker_cap>(
        {.name = "caseload.social_worker_cap",
         .unit = Unit::children,
         .initial = 18,
         .bounds = {1, 100},
         .role = Role::lever,
         .source =
             "no agreed number (ADCS); Manchester planned 24 to 18 (2016); average 15.4 (csww "
             "2024)",
         .doc = "Children a social worker holds at most; protection plans and children in care are "
                "held over it, and that is reported"}),
    option<&ModelParameters::caseload, &CaseloadParameters::overload>(
        {.name = "caseload.overload",
         .choices = overload_names,
         .initial = 0,
         .role = Role::lever,
         .source = "EV50; both are found in practice",
         .doc = "When every worker is full: wait (cases wait for a place), stretch (workers hold "
                "them over the cap)"}),
    real<&ModelParameters::caseload, &CaseloadParameters::dilution>(
        {.name = "caseload.dilution",
         .unit = Unit::none,
         .initial = 0.5,
         .bounds = {0, 1},
         .role = Role::uncertainty,
         .source =
             "EV50 for its existence; no dose response known for England (statistics: gaps): 0 "
             "means none, 1 that help is shared out",
         .doc = "Over the cap, help per child falls as (cap / load) to this power"}),
};

}  // namespace

std::span<const Parameter> help_parameters() {
  static const std::vector<Parameter> rows =
      together(community, community_reviews, community_serving, community_leaving, targeted,
               targeted_reviews, targeted_serving, targeted_leaving, in_need, in_need_reviews,
               protection, looked_after);
  return rows;
}

std::span<const Parameter> caseload_parameters() { return caseload_table; }

}  // namespace stepdown
