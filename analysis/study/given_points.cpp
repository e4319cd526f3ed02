#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "analysis/csv_table.h"
#include "analysis/study/study_design.h"
#include "model/parameters/registry.h"
#include "scenarios/parameter_words.h"
#include "scenarios/scenario_error.h"
#include "scenarios/setting_check.h"

namespace stepdown {
namespace {

// More would not be read before the first are mended.
constexpr std::size_t most_told = 50;

/// Reads a file of points and notes what is wrong with it.
class PointsReader {
 public:
  PointsReader(const std::filesystem::path& path, PointLuck luck) : path_(path), luck_(luck) {}

  GivenPoints read(std::span<const Scenario> scenarios) {
    const CsvReading reading = read_csv(
        path_, {[this](std::span<const std::string> header) {
                  header_.assign(header.begin(), header.end());
                  look_at_header();
                  return true;
                },
                [this](std::span<const std::string> row, std::size_t line) { take(row, line); }});
    for (const std::size_t line : reading.uneven) {
      note(Fault::data_columns, line, {}, 0,
           "a row has more or fewer cells than the first line names",
           "give each of the " + std::to_string(header_.size()) + " settings one value");
    }
    if (problems_.empty() && points_.empty()) {
      note(Fault::data_empty, 1, header_, 0, "no point follows the first line",
           "write a line of values for each point");
    }
    end_if_any();
    std::vector<Varied> varied = settings(scenarios);
    end_if_any();
    return {std::move(varied), std::move(points_)};
  }

 private:
  void end_if_any() {
    if (problems_.empty()) {
      return;
    }
    std::ranges::stable_sort(problems_, {}, &Problem::line);
    if (problems_.size() > most_told) {
      const std::size_t left_out = problems_.size() - most_told;
      problems_.resize(most_told);
      problems_.back().suggestion += "; " + std::to_string(left_out) + " more are not shown";
    }
    throw ScenarioErrors(std::move(problems_));
  }

  void note(Fault fault, std::size_t line, std::span<const std::string> row, std::size_t cell,
            std::string message, std::string advice) {
    Problem problem;
    problem.fault = fault;
    problem.message = std::move(message);
    problem.suggestion = std::move(advice);
    problem.file = path_.string();
    problem.line = static_cast<int>(line);
    point_at(problem, row, cell);
    problems_.push_back(std::move(problem));
  }

  static void point_at(Problem& problem, std::span<const std::string> row, std::size_t cell) {
    problem.line_text.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
      problem.line_text += i == 0 ? "" : ",";
      if (i == cell) {
        problem.column = static_cast<int>(problem.line_text.size()) + 1;
        problem.caret_length = std::max(1, static_cast<int>(row[i].size()));
      }
      problem.line_text += row[i];
    }
  }

  void look_at_header() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const std::string& name = header_[i];
      parameters_.push_back(find_parameter(name));
      if (!parameters_.back()) {
        std::vector<Problem> found;
        checked_command_line({name + "=0"}, found);
        note(Fault::unknown_setting, 1, header_, i, "there is no setting `" + name + "`",
             found.empty() ? "`stepdown explain` lists every setting" : found.front().suggestion);
      } else if (!seen.insert(name).second) {
        note(Fault::cannot_vary, 1, header_, i, "`" + name + "` has two columns",
             "name each setting once");
      }
    }
  }

  void take(std::span<const std::string> row, std::size_t line) {
    std::vector<double> values(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!parameters_[i] || parameters_[i]->kind == Kind::list) {
        continue;
      }
      if (row[i].empty()) {
        note(Fault::data_columns, line, row, i, "`" + header_[i] + "` has no value here",
             range_in_words(*parameters_[i]));
        continue;
      }
      values[i] = value_of(row, line, i);
    }
    const std::size_t number = points_.size();
    points_.push_back(
        {std::move(values), luck_ == PointLuck::own ? static_cast<std::uint32_t>(number) : 0});
  }

  double value_of(std::span<const std::string> row, std::size_t line, std::size_t cell) {
    std::vector<Problem> found;
    const GivenSettings given = checked_command_line({header_[cell] + '=' + row[cell]}, found);
    for (Problem& problem : found) {
      problem.file = path_.string();
      problem.line = static_cast<int>(line);
      point_at(problem, row, cell);
      problems_.push_back(std::move(problem));
    }
    if (given.sound.empty()) {
      return 0;
    }
    const Value& read = given.sound.front().setting.value;
    const auto* const choice = std::get_if<Choice>(&read);
    return choice ? static_cast<double>(choice->index) : std::get<double>(read);
  }

  // As if the least and the greatest value were named, which says what cannot be varied or means
  // nothing here.
  std::vector<Varied> settings(std::span<const Scenario> scenarios) {
    std::vector<std::string> typed;
    std::vector<Bounds> ranges;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const auto [low, high] = std::ranges::minmax(
          points_, {}, [i](const StudyPoint& point) { return point.values[i]; });
      ranges.push_back({low.values[i], high.values[i]});
      if (parameters_[i]->kind == Kind::list) {
        typed.push_back(header_[i] + "=0");
        continue;
      }
      const Varied bare{parameters_[i], ranges.back()};
      typed.push_back(header_[i] + '=' + bare.written(ranges.back().low));
    }
    try {
      std::vector<Varied> varied = read_varied(typed, scenarios);
      for (std::size_t i = 0; i < varied.size(); ++i) {
        varied[i].values.clear();
        varied[i].range = ranges[i];
      }
      return varied;
    } catch (const ScenarioErrors& errors) {
      for (Problem problem : errors.problems()) {
        problem.file = path_.string();
        problem.line = 1;
        problem.line_text.clear();
        problems_.push_back(std::move(problem));
      }
      return {};
    }
  }

  std::filesystem::path path_;
  PointLuck luck_;
  std::vector<std::string> header_;
  std::vector<const Parameter*> parameters_;
  std::vector<StudyPoint> points_;
  std::vector<Problem> problems_;
};

}  // namespace

GivenPoints read_points(const std::filesystem::path& path, std::span<const Scenario> scenarios,
                        PointLuck luck) {
  return PointsReader(path, luck).read(scenarios);
}

}  // namespace stepdown
