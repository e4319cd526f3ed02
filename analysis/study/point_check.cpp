#include "analysis/study/point_check.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/ensemble.h"
#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

constexpr std::size_t points_told = 10;

std::vector<std::string> typed(std::span<const Varied> varied, const StudyPoint& point) {
  std::vector<std::string> settings;
  for (std::size_t i = 0; i < varied.size(); ++i) {
    settings.push_back(varied[i].name() + '=' + varied[i].written(point.values[i]));
  }
  return settings;
}

}  // namespace

std::string in_words(std::span<const Varied> varied, const StudyPoint& point) {
  std::string words;
  for (const std::string& setting : typed(varied, point)) {
    words += (words.empty() ? "" : ", ") + setting;
  }
  return words;
}

void check_points(const TriedSettings& files, std::span<const Varied> varied,
                  std::span<const StudyPoint> points, int threads) {
  std::map<std::size_t, std::vector<Problem>> wrong;
  std::mutex guard;
  for_each_in_parallel(points.size(), threads, [&](std::size_t number) {
    std::vector<Problem> found = files.problems_with(typed(varied, points[number]));
    if (!found.empty()) {
      const std::lock_guard lock(guard);
      wrong[number] = std::move(found);
    }
  });
  std::vector<Problem> told;
  for (const auto& [number, problems] : wrong) {
    if (told.size() >= points_told) {
      break;
    }
    for (Problem problem : problems) {
      problem.message = "point " + std::to_string(number) + " (" +
                        in_words(varied, points[number]) + "): " + problem.message;
      problem.file.clear();
      problem.line = 0;
      problem.line_text.clear();
      told.push_back(std::move(problem));
    }
  }
  if (told.empty()) {
    return;
  }
  if (wrong.size() > points_told) {
    told.back().suggestion += "; " + std::to_string(wrong.size()) + " of " +
                              std::to_string(points.size()) + " points cannot be run";
  }
  throw ScenarioErrors(std::move(told));
}

}  // namespace stepdown
