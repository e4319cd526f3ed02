#include "cli/comparison_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/answer.h"
#include "analysis/honest_use.h"
#include "analysis/laboratory_quantity.h"
#include "analysis/measure_group.h"

namespace stepdown {
namespace {

using Json = nlohmann::ordered_json;

// JSON has no word for a number that does not exist.
Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

Json as_json(const Summary& summary) {
  return {{"runs", summary.runs},         {"missing", summary.missing},
          {"mean", number(summary.mean)}, {"half_width", number(summary.half_width)},
          {"p05", number(summary.low)},   {"p95", number(summary.high)}};
}

Json as_json(const PairedDifference& difference) {
  Json json = as_json(difference.over_runs);
  json["higher"] = difference.higher;
  json["lower"] = difference.lower;
  json["equal"] = difference.equal;
  json["share_higher"] = number(difference.share_higher());
  json["verdict"] = name_of(difference.verdict);
  return json;
}

Json heading(const Experiment& experiment, const ExperimentOptions& options,
             std::span<const Scenario> scenarios) {
  Json json = {{"program", "stepdown"},
               {"version", STEPDOWN_VERSION},
               {"honest_use", honest_use_first_sentence()},
               {"place", scenarios.front().place_name()},
               {"seed", options.seed},
               {"runs_asked", options.runs},
               {"runs", experiment.runs()},
               {"failed_runs", Json::array()},
               {"files", Json::array()},
               {"scenarios", Json::array()}};
  if (!experiment.why_so_many().empty()) {
    json["runs_until"] = experiment.why_so_many();
  }
  for (const auto& [draw, failed] : experiment.failed()) {
    json["failed_runs"].push_back(
        {{"run", failed.run}, {"scenario", failed.scenario}, {"message", failed.message}});
  }
  for (const auto& file : experiment.files()) {
    json["files"].push_back(file.string());
  }
  for (const Scenario& scenario : scenarios) {
    json["scenarios"].push_back({{"name", scenario.name()}, {"title", scenario.title()}});
  }
  return json;
}

Json as_json(const Measure& measure) {
  return {{"name", measure.name},
          {"unit", measure.unit},
          {"long_name", measure.long_name},
          {"group", heading_of(measure.group)}};
}

}  // namespace

std::string comparison_json(const Experiment& experiment, const ExperimentOptions& options,
                            std::span<const Scenario> scenarios) {
  const Comparison& comparison = *experiment.comparison();
  Json json = heading(experiment, options, scenarios);
  json["baseline"] = comparison.scenarios.front();
  json["answers"] = Json::object();
  for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
    json["answers"][comparison.scenarios[s]] = answer_sentences(comparison, s);
  }
  json["measures"] = Json::array();
  for (const MeasureComparison& compared : comparison.measures) {
    Json measure = as_json(compared.measure);
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
      measure["values"][comparison.scenarios[s]] = as_json(compared.own[s]);
    }
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
      measure["differences"][comparison.scenarios[s]] = as_json(compared.from_baseline[s]);
    }
    json["measures"].push_back(std::move(measure));
  }
  return json.dump(2) + '\n';
}

std::string values_json(const Experiment& experiment, const ExperimentOptions& options,
                        std::span<const Scenario> scenarios) {
  const Comparison& comparison = *experiment.comparison();
  Json json = heading(experiment, options, scenarios);
  json["official"] = Json::object();
  for (const ObservedFigure& figure : scenarios.front().observed()) {
    json["official"][figure.name] = {
        {"value", number(figure.value)}, {"year", figure.year}, {"source", figure.source}};
  }
  json["measures"] = Json::array();
  for (const MeasureComparison& compared : comparison.measures) {
    Json measure = as_json(compared.measure);
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
      measure["values"][comparison.scenarios[s]] = as_json(compared.own[s]);
    }
    json["measures"].push_back(std::move(measure));
  }
  return json.dump(2) + '\n';
}

std::string laboratory_json(const Comparison& comparison, std::size_t scenario) {
  Json json = Json::object();
  for (const LaboratoryQuantity& quantity : laboratory_quantities(comparison, scenario)) {
    Json values = Json::array();
    Json half_widths = Json::array();
    for (std::size_t i = 0; i < quantity.values.size(); ++i) {
      values.push_back(number(quantity.values[i]));
      half_widths.push_back(number(quantity.half_widths[i]));
    }
    json[quantity.name] = quantity.by_level
                              ? Json{{"value", values}, {"half_width", half_widths}}
                              : Json{{"value", values[0]}, {"half_width", half_widths[0]}};
  }
  return json.dump(2) + '\n';
}

}  // namespace stepdown
