#include "cli/worlds_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "analysis/answer.h"

namespace stepdown {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return value == value ? Json(value) : Json(); }

Json findings_json(std::span<const WorldComparison> worlds, std::size_t s) {
  Json findings = Json::array();
  for (const std::string_view measure : answered_measures()) {
    const EnsembleFinding finding = ensemble_finding(worlds, measure, s);
    findings.push_back({{"measure", measure},
                        {"robustness", name_of(finding.robustness)},
                        {"conclusion", name_of(finding.conclusion)},
                        {"worlds", finding.worlds()},
                        {"higher", finding.higher},
                        {"lower", finding.lower},
                        {"too_close_to_call", finding.too_close},
                        {"the_same", finding.the_same},
                        {"too_few_runs", finding.too_few},
                        {"no_number", finding.without_number},
                        {"least", number(finding.least)},
                        {"median", number(finding.median)},
                        {"greatest", number(finding.greatest)},
                        {"apart", finding.apart}});
  }
  return findings;
}

Json part_json(const VarianceSplit& split) {
  return {{"mean", number(split.mean)},
          {"luck_variance", number(split.luck)},
          {"not_knowing_variance", number(split.not_knowing)},
          {"luck_90_width", number(split.width_of_luck())},
          {"not_knowing_90_width", number(split.width_of_not_knowing())},
          {"share_of_not_knowing", number(split.share_of_not_knowing())}};
}

Json splits_json(std::span<const MeasureSplit> splits, std::size_t s) {
  Json list = Json::array();
  for (const MeasureSplit& split : splits) {
    list.push_back({{"measure", split.measure},
                    {"baseline", part_json(split.own.front())},
                    {"scenario", part_json(split.own[s])},
                    {"difference", part_json(split.from_baseline[s])}});
  }
  return list;
}

Json own_values_json(const RunWorlds& run, std::size_t s) {
  Json values = Json::array();
  for (const MeasureSplit& split : run.splits) {
    values.push_back({{"measure", split.measure}});
    values.back().update(part_json(split.own[s]));
    Json means = Json::array();
    for (const WorldComparison& world : run.compared) {
      means.push_back(number(world.comparison.find(split.measure)->own[s].mean));
    }
    values.back()["mean_in_each_world"] = std::move(means);
  }
  return values;
}

Json heading_json(const RunWorlds& run, const ExperimentOptions& options) {
  Json heading{{"runs_in_each_world", run.compared.front().comparison.runs},
               {"seed", options.seed}};
  if (!run.fitted_by.empty()) {
    heading["fitted_by"] = run.fitted_by;
  }
  heading["worlds"] = Json::array();
  for (const WorldComparison& world : run.compared) {
    heading["worlds"].push_back(world.member);
  }
  return heading;
}

}  // namespace

std::string compare_worlds_json(const RunWorlds& run, const ExperimentOptions& options) {
  const std::vector<WorldComparison>& worlds = run.compared;
  const std::vector<std::string>& scenarios = worlds.front().comparison.scenarios;
  Json result;
  result["baseline"] = scenarios.front();
  result.update(heading_json(run, options));
  for (std::size_t s = 1; s < scenarios.size(); ++s) {
    result["answers"][scenarios[s]] = ensemble_sentences(worlds, s);
    result["findings"][scenarios[s]] = findings_json(worlds, s);
    if (!run.splits.empty()) {
      result["luck_and_not_knowing"][scenarios[s]] = splits_json(run.splits, s);
    }
  }
  return result.dump(2) + '\n';
}

std::string run_worlds_json(const RunWorlds& run, const ExperimentOptions& options,
                            const Scenario& first) {
  Json result{{"place", first.place_name()}};
  result.update(heading_json(run, options));
  const std::vector<std::string>& scenarios = run.compared.front().comparison.scenarios;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    result["values"][scenarios[s]] = own_values_json(run, s);
  }
  result["official"] = Json::array();
  for (const ObservedFigure& figure : first.observed()) {
    result["official"].push_back(
        {{"measure", figure.name}, {"value", figure.value}, {"year", figure.year}});
  }
  return result.dump(2) + '\n';
}

}  // namespace stepdown
