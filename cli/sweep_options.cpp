#include "cli/sweep_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "analysis/rounding.h"
#include "analysis/sampling/latin_hypercube.h"
#include "analysis/sampling/scrambled_sobol.h"
#include "analysis/study/point_check.h"
#include "analysis/study/study_design.h"
#include "cli/command_line.h"
#include "cli/experiment_command.h"
#include "cli/shell_words.h"
#include "cli/study_work.h"

namespace stepdown {
namespace {

constexpr std::size_t most_grid_points = 10'000;
constexpr std::size_t most_runs = 1'000'000;
// Past this nobody means it, whatever they say.
constexpr std::size_t most_runs_ever = 100'000'000;
constexpr long long most_runs_at_a_point = 1'000'000;
constexpr long long most_steps = 10'000;
constexpr long long steps_unasked = 5;

std::string with_commas(std::size_t count) { return rounded(static_cast<double>(count), 1); }

std::optional<std::size_t> count_in(const std::string& text) {
  std::size_t count = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, count);
  return failure == std::errc() && stop == end && !text.empty() ? std::optional(count)
                                                                : std::nullopt;
}

std::size_t steps_of(const SweepOptions& options) {
  return static_cast<std::size_t>(options.steps > 0 ? options.steps : steps_unasked);
}

/// A file of points, or how many points a design is to have.
bool names_a_file(const SweepOptions& options) {
  return !options.points.empty() && !count_in(options.points);
}

std::string design_of(const SweepOptions& options) {
  return names_a_file(options) ? "points" : options.design.empty() ? "grid" : options.design;
}

void refuse_steps(const std::string& why) {
  throw UsageError("`--steps` says how many values of each range a grid has, and " + why,
                   "leave --steps out");
}

void refuse_what_does_not_fit(const SweepOptions& options) {
  if (options.steps > 0 && design_of(options) != "grid") {
    refuse_steps("this is none");
  }
  if (names_a_file(options)) {
    if (!options.vary.empty() || !options.design.empty()) {
      throw UsageError("`--points " + options.points + "` is a file that says what is varied",
                       "leave --vary and --design out, or give --points a number");
    }
    return;
  }
  if (options.vary.empty()) {
    throw UsageError("`sweep` needs to know what is varied",
                     "write --vary NAME=LOW..HIGH, or --points FILE.csv with a column for each "
                     "setting; `stepdown explain` lists settings");
  }
  const std::string design = design_of(options);
  if (design == "grid" && !options.points.empty()) {
    throw UsageError(
        "`--points` says how many points a design has, and a grid has as many as its "
        "values make",
        "write --design lhs or --design sobol, or --steps N for the values of each "
        "range");
  }
  if (design != "grid" && options.points.empty()) {
    throw UsageError("`--design " + design + "` needs --points",
                     design == "sobol" ? "write --points N; powers of 2 (64, 128, 256) spread best"
                                       : "write --points N");
  }
}

void refuse_too_many(std::size_t runs, bool yes) {
  if (runs > most_runs_ever) {
    throw UsageError("these are " + with_commas(runs) + " runs, more than any plan may have",
                     "at most " + with_commas(most_runs_ever) + ": take fewer points or runs");
  }
  if (runs > most_runs && !yes) {
    throw UsageError("these are " + with_commas(runs) + " runs",
                     "more than " + with_commas(most_runs) + " are only planned with --yes");
  }
}

void refuse_large_grid(const std::vector<Varied>& varied, const SweepOptions& options) {
  const std::size_t steps = steps_of(options);
  const std::optional<std::size_t> size = grid_size(varied, steps);
  const auto runs = static_cast<std::size_t>(options.runs);
  if (!size || *size > most_runs_ever / runs) {
    throw UsageError("this grid has more points than any plan may have",
                     "name fewer values, take fewer --steps, or --design sobol --points N");
  }
  if (*size > most_grid_points && !options.yes) {
    std::string values;
    for (const Varied& each : varied) {
      values += (values.empty() ? "" : " x ") + std::to_string(grid_values(each, steps).size());
    }
    throw UsageError("this grid has " + with_commas(*size) + " points (" + values + ")",
                     "more than " + with_commas(most_grid_points) +
                         " are only planned with --yes; --design sobol --points 256 covers the "
                         "same ranges with fewer");
  }
  refuse_too_many(*size * runs, options.yes);
}

GivenPoints points_of(const SweepOptions& options, const std::vector<Scenario>& scenarios) {
  const PointLuck luck = options.luck == "same" ? PointLuck::same : PointLuck::own;
  if (names_a_file(options)) {
    return read_points(options.points, scenarios, luck);
  }
  std::vector<Varied> varied = read_varied(options.vary, scenarios);
  const std::string design = design_of(options);
  if (design == "grid") {
    if (options.steps > 0 && std::ranges::none_of(varied, &Varied::is_range)) {
      refuse_steps("here all values are named");
    }
    refuse_large_grid(varied, options);
    auto points = grid_points(varied, steps_of(options), luck);
    return {std::move(varied), std::move(points)};
  }
  const std::size_t count = count_in(options.points).value_or(0);
  refuse_too_many(count > most_runs_ever ? count : count * static_cast<std::size_t>(options.runs),
                  options.yes);
  if (count == 0) {
    throw UsageError("`--points 0` is no design", "write how many points there are to be");
  }
  const std::uint64_t key = options.work.seed_of_luck();
  const std::vector<double> places = design == "lhs" ? latin_hypercube(count, varied.size(), key)
                                                     : scrambled_sobol(count, varied.size(), key);
  auto points = points_at(varied, places, luck);
  return {std::move(varied), std::move(points)};
}

std::string command_of(const SweepOptions& options, const std::vector<Scenario>& scenarios) {
  ExperimentOptions same;
  same.selection = options.selection;
  same.runs = options.runs;
  same.seed = options.work.seed;
  std::vector<std::string> names;
  std::ranges::transform(scenarios, std::back_inserter(names), &Scenario::name);
  std::string command = canonical_command("sweep", same, names);
  for (const std::string& vary : options.vary) {
    command += " --vary " + shell_word(vary);
  }
  const std::string design = design_of(options);
  if (design != "points") {
    command += " --design " + design;
  }
  if (design == "grid") {
    command += " --steps " + std::to_string(steps_of(options));
  } else {
    command += " --points " + shell_word(options.points);
  }
  for (const std::string& measure : options.measures) {
    command += " --measure " + shell_word(measure);
  }
  return command + " --luck " + options.luck;
}

}  // namespace

void add_sweep_options(CLI::App& verb, SweepOptions& options) {
  add_scenario_options(verb, options.selection);
  verb.add_option(
          "--vary", options.vary,
          "A setting that is varied: NAME=LOW..HIGH, NAME=a,b,c, or NAME alone for all that "
          "may be true of an uncertainty; may be repeated")
      ->type_name("NAME=LOW..HIGH")
      ->take_all()
      ->allow_extra_args(false);
  add_choice_option(verb, "--design", options.design, {"grid", "lhs", "sobol"}, "DESIGN",
                    "How points are chosen: every value with every other, a Latin hypercube, or "
                    "scrambled Sobol points [grid]");
  verb.add_option("--points", options.points,
                  "How many points lhs and sobol have; or a file of points, with a column for each "
                  "setting")
      ->type_name("N|FILE.csv");
  add_count_option(verb, "--steps", options.steps, 2, most_steps,
                   "Values of each range in a grid, its ends among them [5]");
  add_count_option(verb, "--runs", options.runs, 1, most_runs_at_a_point, "Runs at each point [1]");
  add_choice_option(verb, "--luck", options.luck, {"own", "same"}, "LUCK",
                    "Luck of each point's runs: its own, or the same at all points [own]");
  verb.add_option("--measure", options.measures,
                  "A measure that is kept, of the run or by month; may be repeated [those that "
                  "`compare` speaks of]")
      ->type_name("NAME")
      ->take_all()
      ->allow_extra_args(false);
  verb.add_flag("--yes", options.yes,
                "Plan even a grid of over 10,000 points, or over a million "
                "runs");
  verb.add_option("--out", options.out, "Folder of the plan and its runs")
      ->required()
      ->type_name("FOLDER");
  add_work_options(verb, options.work);
}

PlanToRun sweep_asked_for(const SweepOptions& options) {
  refuse_what_does_not_fit(options);
  const auto source = disk_source();
  std::vector<Scenario> scenarios = load_scenarios(*source, options.selection);
  expect_one_calendar(scenarios);
  StudyPlan plan;
  plan.verb = "sweep";
  plan.design = design_of(options);
  plan.selection = options.selection;
  plan.measures = measures_asked_for(options.measures, scenarios.front());
  KeptMeasures::named(plan.measures);
  GivenPoints given = points_of(options, scenarios);
  look_at_what_is_varied(given.varied, scenarios, options.selection);
  plan.varied = std::move(given.varied);
  plan.points = std::move(given.points);
  plan.runs = static_cast<std::uint32_t>(options.runs);
  plan.seed = options.work.seed_of_luck();
  refuse_too_many(plan.runs_in_all(), options.yes);
  check_points(TriedSettings(*source, options.selection), plan.varied, plan.points,
               options.work.thread_count());
  plan.command = command_of(options, scenarios);
  plan.planned_in = planned_here(options.out);
  plan.origin = origin_of(scenarios);
  return {std::move(plan), std::move(scenarios)};
}

}  // namespace stepdown
