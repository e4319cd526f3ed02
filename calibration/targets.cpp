#include "calibration/targets.h"

#include <algorithm>
#include <cmath>

#include "calibration/toml_fields.h"
#include "scenarios/nearest_word.h"
#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

constexpr double largest_figure = 1e12;
// What a figure that does not exist counts for: worse than any honest miss, and finite.
constexpr double far_off = 10;

std::string advice_on_measure(const std::string& name, std::span<const Measure> measures) {
  std::vector<std::string> names;
  for (const Measure& measure : measures) {
    names.emplace_back(measure.name);
  }
  const auto similar = nearest_word(name, names);
  return similar ? "a measure with a similar name exists: `" + *similar + "`"
                 : "`stepdown explain --outcomes` lists all measures";
}

Target read_target(const TextFile& file, const TomlEntry& row, std::span<const Measure> measures,
                   std::vector<Problem>& problems) {
  TomlFields fields(file, row, problems);
  const auto measure = std::ranges::find(measures, std::string_view(row.key), &Measure::name);
  if (measure == measures.end()) {
    fields.refuse(row.at, "there is no measure `" + row.key + "` with one value a run",
                  advice_on_measure(row.key, measures));
  }
  Target target;
  target.measure = row.key;
  target.column = static_cast<std::size_t>(measure - measures.begin());
  target.value = fields.number("value", -largest_figure, largest_figure);
  if (fields.has("tolerance") == fields.has("points")) {
    fields.refuse(row.at, "[" + row.key + "] needs a tolerance: one, and not two",
                  "write tolerance = 0.10 for ten per cent, or points = ... in its own unit");
  }
  const double share = fields.number_or("tolerance", 0, 1e-6, 10);
  const double points = fields.number_or("points", 0, 1e-9, largest_figure);
  target.tolerance = points > 0 ? points : share * std::abs(target.value);
  if (target.tolerance == 0 && fields.has("tolerance")) {
    fields.refuse(row.at, "a share of 0 is no tolerance", "write points = ... instead");
  }
  target.weight = fields.number_or("weight", 1, 0, 1000);
  target.label = fields.text("label");
  target.source = fields.text("source");
  fields.refuse_others();
  return target;
}

}  // namespace

bool Target::is_met_by(double simulated) const { return std::abs(distance(simulated)) <= 1; }

double Target::distance(double simulated) const {
  return std::isnan(simulated) ? far_off : (simulated - value) / tolerance;
}

std::vector<Target> read_targets(const std::string& path, const std::string& text,
                                 std::span<const Measure> measures) {
  const TextFile file{path, lines_of(text)};
  std::vector<Problem> problems;
  std::vector<Target> targets;
  const auto rows = read_toml(file, problems);
  for (const TomlEntry& row : rows.value_or(std::vector<TomlEntry>())) {
    if (row.is_table) {
      targets.push_back(read_target(file, row, measures, problems));
    } else {
      problems.push_back(file.problem(Fault::calibration_file, row.at,
                                      "`" + row.key + "` stands outside of a target",
                                      "write [name_of_a_measure] on a line before it"));
    }
  }
  if (problems.empty() && targets.empty()) {
    problems.push_back(file.problem(Fault::calibration_file, {}, "`" + path + "` has no target",
                                    "write [name_of_a_measure] and its value below"));
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return targets;
}

std::string text_of_file(const ScenarioSource& source, const std::string& path) {
  SourceText text = source.read(path);
  if (text.state != SourceText::State::read) {
    Problem problem;
    problem.fault =
        text.state == SourceText::State::not_found ? Fault::file_not_found : Fault::file_unreadable;
    problem.message = "there is no file `" + path + "` that can be read";
    throw ScenarioErrors({problem});
  }
  return std::move(text.text);
}

}  // namespace stepdown
