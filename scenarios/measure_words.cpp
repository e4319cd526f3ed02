#include "scenarios/measure_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "scenarios/nearest_word.h"

namespace stepdown {

const Measure* run_measure(std::string_view name) {
  const std::span<const Measure> all = run_measures();
  const auto found = std::ranges::find(all, name, &Measure::name);
  return found == all.end() ? nullptr : &*found;
}

std::string advice_on_measure(std::string_view name, std::span<const Measure> measures) {
  std::vector<std::string> names;
  std::ranges::transform(measures, std::back_inserter(names),
                         [](const Measure& measure) { return std::string(measure.name); });
  const auto similar = nearest_word(name, names);
  return similar ? "a measure with a similar name exists: `" + *similar + "`"
                 : "`stepdown explain --outcomes` lists all measures";
}

bool is_share(const Measure& measure) {
  return measure.unit == "%" && measure.name.find("_per_100_") == std::string_view::npos;
}

bool grows_with_the_place(const Measure& measure) {
  constexpr std::array counted = {"children", "child-years", "families", "GBP",
                                  "posts",    "contacts",    "places"};
  const bool is_of_one_worker =
      measure.name.starts_with("caseload_") || measure.name.starts_with("load_");
  return !is_of_one_worker && std::ranges::any_of(counted, [&](const char* what) {
    return measure.unit.starts_with(what);
  });
}

}  // namespace stepdown
