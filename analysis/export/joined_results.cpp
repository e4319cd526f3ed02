#include "analysis/export/joined_results.h"

#include <algorithm>
#include <utility>

namespace stepdown {
namespace {

constexpr std::size_t runs_in_a_block = 256;

bool has(const OutcomeFile& file, const StoredMeasure& measure) {
  const std::vector<StoredMeasure> measures = file.measures();
  return std::ranges::find(measures, measure.name, &StoredMeasure::name) != measures.end();
}

}  // namespace

JoinedResults::JoinedResults(const std::vector<std::filesystem::path>& paths) {
  for (const std::filesystem::path& path : paths) {
    files_.emplace_back(path);
    std::vector<std::string> reasons = reasons_not_to_compare(files_.front(), files_.back());
    if (!reasons.empty()) {
      throw NotComparable("the runs of `" + paths.front().string() + "` and `" + path.string() +
                              "` cannot be compared",
                          std::move(reasons));
    }
    const std::vector<std::string>& names = files_.back().scenarios();
    for (std::size_t s = 0; s < names.size(); ++s) {
      if (std::ranges::find(scenarios_, names[s]) == scenarios_.end()) {
        scenarios_.push_back(names[s]);
        places_.push_back({files_.size() - 1, s});
      }
    }
  }
  measures_ = first().measures();
  std::erase_if(measures_, [this](const StoredMeasure& measure) {
    return !std::ranges::all_of(files_,
                                [&](const OutcomeFile& file) { return has(file, measure); });
  });
}

std::vector<std::string> JoinedResults::commands() const {
  std::vector<std::string> commands;
  for (const OutcomeFile& file : files_) {
    commands.push_back(file.provenance().command);
  }
  return commands;
}

const std::string& JoinedResults::title(std::size_t scenario) const {
  const auto [file, place] = places_.at(scenario);
  return files_[file].provenance().scenarios[place].title;
}

std::vector<std::string> JoinedResults::setting_values(std::size_t scenario,
                                                       std::size_t draw) const {
  const auto [file, place] = places_.at(scenario);
  return files_[file].setting_values(place, draw);
}

std::string JoinedResults::digest(std::size_t scenario, std::size_t draw) const {
  const auto [file, place] = places_.at(scenario);
  return files_[file].digest(place, draw);
}

ServiceModels JoinedResults::service_models() const {
  std::vector<bool> have_one_service;
  for (const auto& [file, place] : places_) {
    have_one_service.push_back(ServiceModels(files_[file]).has_one_service(place));
  }
  return {scenarios_, std::move(have_one_service)};
}

std::vector<double> JoinedResults::values(const std::string& measure, std::size_t scenario,
                                          std::size_t draw) const {
  return values_of(measure, {scenario, draw, 0, run_numbers().size()});
}

void JoinedResults::each_run(
    const std::string& measure, std::size_t scenario, std::size_t draw,
    const std::function<void(std::int64_t run, std::span<const double> months)>& act) const {
  const std::size_t months = first().months();
  const std::size_t runs = run_numbers().size();
  for (std::size_t begin = 0; begin < runs; begin += runs_in_a_block) {
    const std::size_t count = std::min(runs_in_a_block, runs - begin);
    const std::vector<double> values = values_of(measure, {scenario, draw, begin, count});
    for (std::size_t i = 0; i < count; ++i) {
      act(run_numbers()[begin + i], std::span<const double>(values).subspan(i * months, months));
    }
  }
}

std::vector<double> JoinedResults::values_of(const std::string& measure, RunRange range) const {
  const auto [file, place] = places_.at(range.scenario);
  range.scenario = place;
  return files_[file].values_of(measure, range);
}

}  // namespace stepdown
