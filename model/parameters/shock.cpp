#include "model/parameters/shock.h"

#include <vector>

#include "model/parameters/joined_name.h"
#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

/// The four parameters of one shock, whose size is a factor on what it acts on: 1 is none.
template <Shock shock, Literal prefix>
constexpr auto of_shock(Source source, Doc doc, double largest = 5) {
  constexpr auto row = static_cast<std::size_t>(shock);
  return std::array{
      real<&ModelParameters::shock, row, &ShockParameters::size>({.name = joined<prefix, "size">,
                                                                  .unit = Unit::factor,
                                                                  .initial = 1,
                                                                  .bounds = {0, largest},
                                                                  .role = Role::lever,
                                                                  .source = source,
                                                                  .doc = doc}),
      real<&ModelParameters::shock, row, &ShockParameters::from_month>(
          {.name = joined<prefix, "from_month">,
           .unit = Unit::months,
           .initial = 0,
           .bounds = {0, 600},
           .role = Role::lever,
           .source = "the question's to choose",
           .doc = "Months after day 0 at which it starts"}),
      real<&ModelParameters::shock, row, &ShockParameters::rise_months>(
          {.name = joined<prefix, "rise_months">,
           .unit = Unit::months,
           .initial = 0,
           .bounds = {0, 600},
           .role = Role::lever,
           .source = "the question's to choose: 0 is a shock, many a trend",
           .doc = "Months over which it rises evenly to its size"}),
      real<&ModelParameters::shock, row, &ShockParameters::lasts_months>(
          {.name = joined<prefix, "lasts_months">,
           .unit = Unit::months,
           .initial = 600,
           .bounds = {0, 600},
           .role = Role::lever,
           .source = "the question's to choose",
           .doc = "Months from its start to its end"}),
  };
}

constexpr auto cost_of_living = of_shock<Shock::cost_of_living, "shock.cost_of_living.">(
    "EV9: 54% of professionals saw neglect rise, 90% of those blame poverty (a poll, no size)",
    "Worsening of need, against without");
constexpr auto crises = of_shock<Shock::crises, "shock.crises.">(
    "EV8, EV12, EV13: acute concerns come and go with the times; no size published",
    "Arrival of acute concerns, against without");
constexpr auto publicity = of_shock<Shock::publicity, "shock.publicity.">(
    "EV26, EV27: more pressure to intervene after cases in the media (polls, no size)",
    "Contacts about families and reports of incidents, against without");
constexpr auto arrivals = of_shock<Shock::arrivals, "shock.arrivals.">(
    "population, ONS mid-year estimates: children in England +0.9% a year 2020-24",
    "New families, against without");
constexpr auto partner_cuts = of_shock<Shock::partner_cuts, "shock.partner_cuts.">(
    "EV42, EV49: cuts at schools, health and the voluntary sector (polls, no size)",
    "Noticing by schools, early years, health and the voluntary sector, against without", 1);

constexpr Parameter exodus[] = {
    real<&ModelParameters::exodus, &ExodusParameters::share>(
        {.name = "shock.staff_exodus.share",
         .unit = Unit::share,
         .initial = 0,
         .bounds = {0, 1},
         .role = Role::lever,
         .source = "EV52: turnover comes in waves; no size published",
         .doc = "Part of the social workers who leave all at once"}),
    real<&ModelParameters::exodus, &ExodusParameters::at_month>(
        {.name = "shock.staff_exodus.at_month",
         .unit = Unit::months,
         .initial = 0,
         .bounds = {0, 600},
         .role = Role::lever,
         .source = "the question's to choose",
         .doc = "Months after day 0 at which they leave"}),
};

}  // namespace

std::span<const Parameter> shock_parameters() {
  static const std::vector<Parameter> rows = [] {
    std::vector<Parameter> all;
    for (const auto* shock : {&cost_of_living, &crises, &publicity, &arrivals, &partner_cuts}) {
      all.insert(all.end(), shock->begin(), shock->end());
    }
    all.insert(all.end(), std::begin(exodus), std::end(exodus));
    return all;
  }();
  return rows;
}

}  // namespace stepdown
