#include "model/parameters/population.h"

#include "model/parameters/model_parameters.h"

namespace stepdown {
namespace {

constexpr Parameter table[] = {real < [](auto& p) -> auto& {return p.population.children;
}
> ({.name = "population.children",
    .unit = Unit::children,
    .initial = 62500,
    .bounds = {100, 5'000'000},
    .role = Role::fact,
    .source = "ONS mid-year estimates 2023-24: median English authority 62,520 children",
    .doc = "Children aged 0 to 17 who live in the authority"}),
    real < [](auto& p) -> auto& {
  return p.population.share_one_child;
}
> ({.name = "population.share_one_child",
    .unit = Unit::share,
    .initial = 0.30,
    .bounds = {0, 1},
    .role = Role::uncertainty,
    .source = "derived: with the other shares and the birth interval it gives 1.7 children "
              "per family at a time (ITN/ONS 2012)",
    .doc = "Share of families that ever have one child"}),
    real < [](auto& p) -> auto& {
  return p.population.share_two_children;
}
> ({.name = "population.share_two_children",
    .unit = Unit::share,
    .initial = 0.45,
    .bounds = {0, 1},
    .role = Role::uncertainty,
    .source = "derived as share_one_child",
    .doc = "Share of families that ever have two children"}),
    real < [](auto& p) -> auto& {
  return p.population.share_three_children;
}
> ({.name = "population.share_three_children",
    .unit = Unit::share,
    .initial = 0.18,
    .bounds = {0, 1},
    .role = Role::uncertainty,
    .source = "derived as share_one_child",
    .doc = "Share of families that ever have three children; the rest have four"}),
    real < [](auto& p) -> auto& {
  return p.population.birth_interval_years;
}
> ({.name = "population.birth_interval_years",
    .unit = Unit::years,
    .initial = 3.0,
    .bounds = {1, 8},
    .role = Role::uncertainty,
    .source = "no figure in the evidence: a range that leaves out nothing usual",
    .doc = "Mean time between the births of siblings; each interval is uniform from half to "
           "one and a half times it"}),
};  // namespace stepdown

}  // namespace

std::span<const Parameter> population_parameters() { return table; }

}  // namespace stepdown
