#include "analysis/provenance.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "scenarios/ensemble.h"

namespace stepdown {
namespace {

// A source goes on one line, whatever the file made of it.
std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string stated_sources(const Scenario& scenario) {
  std::string lines;
  for (const Setting& setting : scenario.settings()) {
    if (!setting.source.empty()) {
      lines += std::string(setting.parameter->name) + " = " + on_one_line(setting.source) + '\n';
    }
  }
  return lines;
}

std::string evidence_of(const Scenario& scenario) {
  std::string rows;
  for (const int row : scenario.evidence()) {
    rows += (rows.empty() ? "EV" : " EV") + std::to_string(row);
  }
  return rows;
}

ScenarioText text_of(const Scenario& scenario) {
  return {scenario.name(),     scenario.title(),         scenario.source_text(),
          scenario.question(), stated_sources(scenario), evidence_of(scenario)};
}

DrawText text_of(const Draw& draw) {
  DrawText text{draw.name, {}};
  std::ranges::transform(in_order_of_name(draw.scenarios), std::back_inserter(text.texts),
                         [](const Scenario* scenario) { return scenario->source_text(); });
  return text;
}

}  // namespace

Provenance provenance_of(const std::vector<Draw>& draws, std::uint64_t seed) {
  const std::vector<const Scenario*> sorted = in_order_of_name(draws.front().scenarios);
  const HorizonParameters& horizon = sorted.front()->from_day_0().horizon;
  Provenance provenance;
  provenance.seed = seed;
  provenance.start_year = horizon.start_year;
  provenance.years = horizon.years;
  std::ranges::transform(sorted, std::back_inserter(provenance.scenarios),
                         [](const Scenario* scenario) { return text_of(*scenario); });
  std::ranges::transform(draws, std::back_inserter(provenance.draws),
                         [](const Draw& draw) { return text_of(draw); });
  provenance.place = sorted.front()->place_name();
  provenance.place_title = sorted.front()->place_title();
  for (const ObservedFigure& figure : sorted.front()->observed()) {
    provenance.official.push_back({figure.name, figure.value, figure.year, figure.source});
  }
  return provenance;
}

std::string inputs_of(const Provenance& provenance) {
  std::ostringstream text;
  // Lengths keep one text from running into the next.
  const auto add = [&text](const std::string& part) { text << part.size() << ' ' << part << '\n'; };
  text << provenance.seed << ' ' << provenance.start_year << ' ' << provenance.years << '\n';
  for (const std::string* part :
       {&provenance.version, &provenance.place, &provenance.place_title}) {
    add(*part);
  }
  for (const ScenarioText& scenario : provenance.scenarios) {
    for (const std::string* part : {&scenario.name, &scenario.title, &scenario.question,
                                    &scenario.stated_sources, &scenario.evidence}) {
      add(*part);
    }
  }
  for (const DrawText& draw : draws_of(provenance)) {
    add(draw.name);
    std::ranges::for_each(draw.texts, add);
  }
  // Only whether they were fitted: values that were found twice are the same values.
  if (!provenance.fitted_by.empty()) {
    add("fitted");
  }
  for (const OfficialFigure& figure : provenance.official) {
    add(figure.name + ' ' + std::to_string(figure.value) + ' ' + figure.year);
    add(figure.source);
  }
  return text.str();
}

std::vector<DrawText> draws_of(const Provenance& provenance) {
  if (!provenance.draws.empty()) {
    return provenance.draws;
  }
  DrawText single{name_of_base_draw, {}};
  for (const ScenarioText& scenario : provenance.scenarios) {
    single.texts.push_back(scenario.text);
  }
  return {single};
}

}  // namespace stepdown
