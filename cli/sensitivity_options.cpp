#include "cli/sensitivity_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <bit>
#include <utility>

#include "analysis/study/point_check.h"
#include "cli/command_line.h"
#include "cli/experiment_command.h"
#include "cli/shell_words.h"
#include "cli/study_work.h"

namespace stepdown {
namespace {

constexpr long long most_rows = 1'048'576;
constexpr long long most_scrambles = 1024;
constexpr long long most_replicates = 1000;
constexpr long long rows_of_sobol = 256;
constexpr long long rows_of_morris = 64;
constexpr std::size_t most_runs = 100'000'000;

// What is followed month by month where nobody says: need without help, a list, and the door.
constexpr std::string_view months_followed[] = {
    "severe_children_without_help", "month_waiting_targeted_early_help", "month_referrals"};

long long rows_of(const SensitivityOptions& options) {
  return options.rows > 0             ? options.rows
         : options.method == "morris" ? rows_of_morris
                                      : rows_of_sobol;
}

std::size_t rows_of_a_scramble(const SensitivityOptions& options) {
  const long long rows = rows_of(options);
  const std::string asked = "`--rows " + std::to_string(rows) + "` in " +
                            std::to_string(options.scrambles) + " scrambles";
  if (options.method == "morris") {
    if (rows % options.scrambles != 0) {
      throw UsageError(asked + " cannot be shared out evenly",
                       "take a multiple of " + std::to_string(options.scrambles));
    }
  } else if (rows % options.scrambles != 0 ||
             !std::has_single_bit(static_cast<std::size_t>(rows / options.scrambles))) {
    const auto least = static_cast<unsigned long long>(options.scrambles);
    const std::size_t share =
        std::bit_ceil(static_cast<std::size_t>(std::max(1LL, rows / options.scrambles)));
    throw UsageError(
        asked + " do not give each scramble a power of two",
        "Sobol points are only spread evenly in numbers like 64, 128, 256; take --rows " +
            std::to_string(share * least));
  }
  return static_cast<std::size_t>(rows / options.scrambles);
}

// Takes apart "name=a,b" and finds the settings among those varied.
Factor group_in(const std::string& typed, const std::vector<Varied>& varied) {
  const std::size_t equals = typed.find('=');
  const std::string advice = "write --group \"name=setting,setting\", with settings after --vary";
  if (equals == std::string::npos || equals == 0 || typed.find(';') != std::string::npos) {
    throw UsageError("`--group " + typed + "` has no name and settings", advice);
  }
  Factor factor{typed.substr(0, equals), {}};
  const std::string names = typed.substr(equals + 1);
  for (std::size_t from = 0; from <= names.size();) {
    const std::size_t to = std::min(names.find(',', from), names.size());
    const std::string name = names.substr(from, to - from);
    const auto found = std::ranges::find(varied, name, &Varied::name);
    if (found == varied.end()) {
      throw UsageError("`" + name + "` in --group " + factor.name + " is not varied", advice);
    }
    factor.inputs.push_back(static_cast<std::size_t>(found - varied.begin()));
    from = to + 1;
  }
  return factor;
}

std::vector<Factor> factors_of(const SensitivityOptions& options,
                               const std::vector<Varied>& varied) {
  std::vector<Factor> factors;
  std::vector<int> times(varied.size(), 0);
  for (const std::string& typed : options.groups) {
    factors.push_back(group_in(typed, varied));
    for (const std::size_t input : factors.back().inputs) {
      if (++times[input] > 1) {
        throw UsageError("`" + varied[input].name() + "` is in a group twice",
                         "a setting may be in one group, once");
      }
    }
  }
  for (std::size_t i = 0; i < factors.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (factors[i].name == factors[k].name) {
        throw UsageError("`" + factors[i].name + "` names two groups", "give each its own name");
      }
    }
  }
  for (std::size_t i = 0; i < varied.size(); ++i) {
    if (times[i] == 0) {
      factors.push_back({varied[i].name(), {i}});
    }
  }
  return factors;
}

void refuse_what_does_not_fit(const SensitivityOptions& options) {
  if (options.selection.files.empty()) {
    throw UsageError("`sensitivity` needs a scenario file, the folder of a plan, or --from",
                     "for instance: stepdown sensitivity base.toml --vary need.easing --out study");
  }
  if (!options.baseline.empty()) {
    throw UsageError("`--baseline` belongs to --from", "the first scenario is the baseline");
  }
  if (options.vary.empty()) {
    throw UsageError("`sensitivity` needs to know what is varied",
                     "write --vary NAME=LOW..HIGH, or --vary NAME for all that may be true of an "
                     "uncertainty; `stepdown explain` lists settings");
  }
  if (options.out.empty()) {
    throw UsageError("`sensitivity` needs a folder for its plan and runs", "add --out FOLDER");
  }
  if (options.method == "morris" && (options.second_order || !options.groups.empty())) {
    throw UsageError(std::string(options.second_order ? "`--second-order`" : "`--group`") +
                         " belongs to --method sobol",
                     "leave it out: Morris's method moves one setting at a time");
  }
}

// Without a word on it, some months too, of families and not of a textbook system.
std::vector<std::string> measures_of(const SensitivityOptions& options, const Scenario& first) {
  std::vector<std::string> names = measures_asked_for(options.measures, first);
  if (options.measures.empty() && first.from_day_0().laboratory.system == Laboratory::off) {
    names.insert(names.end(), std::begin(months_followed), std::end(months_followed));
  }
  return names;
}

std::string command_of(const SensitivityOptions& options, const std::vector<Scenario>& scenarios) {
  ExperimentOptions same;
  same.selection = options.selection;
  same.seed = options.work.seed;
  same.runs = options.replicates;
  std::vector<std::string> names;
  std::ranges::transform(scenarios, std::back_inserter(names), &Scenario::name);
  std::string command = canonical_command("sensitivity", same, names);
  const std::string runs = " --runs " + std::to_string(options.replicates);
  if (const std::size_t place = command.find(runs); place != std::string::npos) {
    command.replace(place, runs.size(), " --replicates " + std::to_string(options.replicates));
  }
  for (const std::string& vary : options.vary) {
    command += " --vary " + shell_word(vary);
  }
  command += " --method " + options.method + " --rows " + std::to_string(rows_of(options)) +
             " --scrambles " + std::to_string(options.scrambles);
  for (const std::string& group : options.groups) {
    command += " --group " + shell_word(group);
  }
  for (const std::string& measure : options.measures) {
    command += " --measure " + shell_word(measure);
  }
  return command + (options.second_order ? " --second-order" : "") + " --luck " + options.luck;
}

}  // namespace

void add_sensitivity_options(CLI::App& verb, SensitivityOptions& options) {
  add_scenario_options(verb, options.selection);
  verb.get_option("scenario")->required(false);
  const auto repeatable = [&](const std::string& name, std::vector<std::string>& values,
                              const std::string& called, const std::string& description) {
    verb.add_option(name, values, description)
        ->type_name(called)
        ->take_all()
        ->allow_extra_args(false);
  };
  repeatable("--vary", options.vary, "NAME=LOW..HIGH",
             "A setting that is varied: NAME=LOW..HIGH, NAME=a,b,c, or NAME alone for all that may "
             "be true of an uncertainty; may be repeated");
  add_choice_option(verb, "--method", options.method, {"sobol", "morris"}, "METHOD",
                    "Shares of the spread, or a rough screening of many settings [sobol]");
  add_count_option(verb, "--rows", options.rows, 2, most_rows,
                   "Base rows (sobol) or walks (morris), of all scrambles together [256; 64]");
  add_count_option(verb, "--scrambles", options.scrambles, 2, most_scrambles,
                   "Independent parts that intervals are made of [16]");
  add_count_option(verb, "--replicates", options.replicates, 1, most_replicates,
                   "Runs at each point; two or more tell luck apart [2]");
  verb.add_flag("--second-order", options.second_order,
                "Also what each two settings do together; takes about twice the runs");
  repeatable("--group", options.groups, "NAME=a,b",
             "Varied settings that count as one; may be repeated");
  add_choice_option(verb, "--luck", options.luck, {"own", "row"}, "LUCK",
                    "Luck of each point: its own, or the same within a row [own]");
  repeatable("--measure", options.measures, "NAME",
             "A measure to explain, of the run or by month; may be repeated [those that `compare` "
             "speaks of, and three by month]");
  verb.add_flag(
      "--plan-only", options.plan_only,
      "Write the plan and run nothing: `sweep run FOLDER --shard 1/16` runs a part of it");
  verb.add_option("--from", options.from, "A finished sweep to read, instead of running anything")
      ->type_name("SWEEP.h5");
  verb.add_option("--baseline", options.baseline,
                  "With --from: the scenario that the others are compared with [base, or the "
                  "first by name]")
      ->type_name("NAME");
  verb.add_option("--out", options.out, "Folder of the plan, its runs and what was found")
      ->type_name("FOLDER");
  add_work_options(verb, options.work);
}

PlanToRun sensitivity_asked_for(const SensitivityOptions& options) {
  refuse_what_does_not_fit(options);
  const std::size_t rows = rows_of_a_scramble(options);
  const auto source = disk_source();
  std::vector<Scenario> scenarios = load_scenarios(*source, options.selection);
  expect_one_calendar(scenarios);
  StudyPlan plan;
  plan.selection = options.selection;
  plan.measures = measures_of(options, scenarios.front());
  KeptMeasures::named(plan.measures);
  plan.varied = read_varied(options.vary, scenarios);
  look_at_what_is_varied(plan.varied, scenarios, options.selection);
  plan.runs = static_cast<std::uint32_t>(options.replicates);
  SensitivityDesign design;
  design.method = options.method == "morris" ? SensitivityMethod::morris : SensitivityMethod::sobol;
  design.factors = factors_of(options, plan.varied);
  design.rows = rows;
  design.scrambles = static_cast<std::size_t>(options.scrambles);
  design.second_order = options.second_order;
  design.common_luck = options.luck == "row";
  design.seed = options.work.seed_of_luck();
  if (design.points() > most_runs / plan.runs) {
    throw UsageError("these are more than 100 million runs", "take fewer --rows");
  }
  note_design(design, plan);
  check_points(TriedSettings(*source, options.selection), plan.varied, plan.points,
               options.work.thread_count());
  plan.command = command_of(options, scenarios);
  plan.planned_in = planned_here(options.out);
  plan.origin = origin_of(scenarios);
  return {std::move(plan), std::move(scenarios)};
}

}  // namespace stepdown
