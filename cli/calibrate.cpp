#include "cli/calibrate.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "analysis/posterior_file.h"
#include "analysis/program_digest.h"
#include "analysis/published_file.h"
#include "analysis/rounding.h"
#include "analysis/text_layout.h"
#include "calibration/backcast/backcast.h"
#include "calibration/emulator/emulator_file.h"
#include "calibration/fit/fit_budget.h"
#include "calibration/fit/fit_page.h"
#include "calibration/fit/fit_text.h"
#include "calibration/fit/local_fit.h"
#include "calibration/targets.h"
#include "cli/command_line.h"
#include "cli/interrupt.h"
#include "cli/shell_words.h"
#include "cli/work_options.h"
#include "cli/work_progress.h"
#include "scenarios/nearest_word.h"
#include "scenarios/scenario.h"

namespace stepdown {
namespace {

constexpr long long most_runs = 10'000'000;
constexpr long long most_draws = 10'000;
// Points looked at for each that is kept, so that those kept are hardly ever the same.
constexpr std::size_t points_a_draw = 5;
constexpr std::size_t least_points = 200;
// Of the prior between authorities, on the line: beyond this the emulator has hardly seen any.
constexpr double unusual = 2.5;
constexpr const char* horizon_of_trials = "horizon.years=4";

struct CalibrateOptions {
  std::string base;
  std::string place;
  std::string targets;
  std::string emulator;
  std::string out;
  std::string by = "emulator";
  long long budget = 500;
  long long draws = 200;
  WorkOptions work = {};

  std::filesystem::path file(const char* name) const { return std::filesystem::path(out) / name; }
};

std::string command_of(const CalibrateOptions& options) {
  std::string command = "stepdown calibrate " + shell_word(options.base) + " --place " +
                        shell_word(options.place) + " --targets " + shell_word(options.targets);
  if (!options.emulator.empty()) {
    command += " --emulator " + shell_word(options.emulator);
  }
  if (options.by != "emulator") {
    command += " --by " + options.by;
  }
  return command + " --budget " + std::to_string(options.budget) + " --draws " +
         std::to_string(options.draws) + " --seed " + std::to_string(options.work.seed);
}

KeptEmulator emulator_of(const CalibrateOptions& options) {
  if (options.emulator.empty()) {
    return built_in_emulator();
  }
  try {
    return read_emulator(options.emulator);
  } catch (const std::runtime_error& error) {
    throw DataError(Fault::file_unreadable,
                    "`" + options.emulator + "` cannot be used as an emulator: " + error.what(),
                    "`stepdown train` makes one; without --emulator the one built in is used");
  }
}

/// An emulator says nothing of a base in which other numbers stand.
void check_base(const KeptEmulator& kept, const ModelParameters& base,
                const CalibrateOptions& options) {
  if (kept.base != digest_of_base(base, kept.emulator.inputs())) {
    throw UsageError("the emulator was learnt from another base than `" + options.base + "`",
                     "`stepdown train " + options.base +
                         " --out emulator.h5` learns one from yours; give it with --emulator",
                     Fault::not_comparable);
  }
}

/// So many runs that they can weigh what fits, where they are asked to.
void check_budget(const std::vector<Target>& targets, const Emulator& emulator,
                  const CalibrateOptions& options) {
  const auto figures = static_cast<std::size_t>(std::ranges::count_if(
      targets, [&](const Target& target) { return emulator.find(target.measure) != nullptr; }));
  const auto draws = static_cast<std::size_t>(options.draws);
  const FitBudget budget = divided(static_cast<std::size_t>(options.budget), draws);
  if (options.by == "runs" && !are_enough_by_runs(budget, figures)) {
    throw UsageError("`--budget " + std::to_string(options.budget) + "` is too few runs to weigh " +
                         std::to_string(figures) + " figures by runs of the model",
                     "`--budget " + std::to_string(budget_by_runs(figures, draws)) +
                         "` is enough; without `--by runs` the emulator weighs them");
  }
}

struct Inputs {
  Scenario scenario;
  ModelParameters base;
  std::string targets_text;
  std::vector<Target> targets;
  KeptEmulator kept;
};

Inputs read_inputs(const CalibrateOptions& options) {
  const auto source = disk_source();
  const std::vector<std::string> settings = {horizon_of_trials};
  Scenario scenario = load_scenarios(*source, {{options.base}, options.place, settings}).front();
  const Scenario base = load_scenarios(*source, {{options.base}, "", settings}).front();
  std::string text = text_of_file(*source, options.targets);
  std::vector<Target> targets = read_targets(options.targets, text);
  KeptEmulator kept = emulator_of(options);
  check_base(kept, base.from_day_0(), options);
  const bool none_known = std::ranges::none_of(
      targets, [&](const Target& target) { return kept.emulator.find(target.measure) != nullptr; });
  if (none_known) {
    throw UsageError("the emulator knows none of the measures in `" + options.targets + "`",
                     "`stepdown train --plan` learns one that does");
  }
  check_budget(targets, kept.emulator, options);
  return {std::move(scenario), base.from_day_0(), std::move(text), std::move(targets),
          std::move(kept)};
}

FitPageFacts facts_of_page(const Inputs& inputs, const CalibrateOptions& options,
                           const AuthoritySpace& space) {
  FitPageFacts facts;
  facts.place_title = inputs.scenario.place_title();
  facts.command = command_of(options);
  facts.version = STEPDOWN_VERSION;
  facts.emulator = (options.emulator.empty() ? "the one built in" : options.emulator) +
                   ", learnt from " + std::to_string(inputs.kept.runs) + " runs at " +
                   std::to_string(inputs.kept.points) + " points";
  for (const std::string_view name : space.unusual_facts(unusual)) {
    facts.unusual_facts.emplace_back(name);
  }
  for (const std::string_view name :
       facts_unknown_to(inputs.kept.emulator.inputs(), inputs.scenario.from_day_0(), inputs.base)) {
    facts.unheard_facts.emplace_back(name);
  }
  facts.by_runs = options.by == "runs";
  return facts;
}

Posterior posterior_of(const LocalFit& fit, const AuthoritySpace& space, const Inputs& inputs,
                       const CalibrateOptions& options) {
  Posterior posterior;
  posterior.place = inputs.scenario.place_name();
  posterior.place_title = inputs.scenario.place_title();
  posterior.version = STEPDOWN_VERSION;
  posterior.command = command_of(options);
  posterior.targets = inputs.targets_text;
  for (std::size_t i = 0; i < space.size(); ++i) {
    posterior.parameters.emplace_back(space.free(i).name());
  }
  for (const Point& draw : fit.draws) {
    posterior.draws.emplace_back();
    for (std::size_t i = 0; i < space.size(); ++i) {
      posterior.draws.back().push_back(space.value(i, draw[i]));
    }
  }
  return posterior;
}

void print(const LocalFit& fit, const std::vector<PredictedTarget>& figures,
           const std::vector<LearntNumber>& learnt, const CalibrateOptions& options,
           const std::string& place) {
  std::cout << place << ": " << fit_headline(figures) << ".\n";
  for (const PredictedTarget& each : figures) {
    if (!each.is_inside()) {
      const double grain = std::min(1.0, grain_of(each.high - each.low));
      std::cout << wrapped(each.target.label + ": observed " + rounded(each.observed(), 0) +
                               ", predicted " + rounded(each.low, grain) + " to " +
                               rounded(each.high, grain) + '.',
                           "- outside: ");
    }
  }
  std::cout << std::ranges::count_if(learnt, &LearntNumber::is_learnt) << " of " << learnt.size()
            << " numbers are known better than before; " << fit.runs << " runs of the model, "
            << fit.failed << " failed.\n"
            << "written: " << options.file("fit.html").string() << '\n'
            << "written: " << options.file("fit.toml").string() << '\n'
            << "written: " << options.file("fit.csv").string() << '\n'
            << "written: " << options.file("posterior.h5").string() << '\n'
            << "  = what a plan does in all that fits: stepdown compare " << options.base
            << " POLICY.toml --draws " << shell_word(options.file("posterior.h5").string()) << '\n';
}

void print_json(const LocalFit& fit, const std::vector<PredictedTarget>& figures,
                const CalibrateOptions& options, const std::string& place) {
  nlohmann::ordered_json result = {
      {"place", place},
      {"runs", fit.runs},
      {"failed", fit.failed},
      {"files",
       {options.file("fit.html").string(), options.file("fit.toml").string(),
        options.file("fit.csv").string(), options.file("posterior.h5").string()}},
      {"figures", nlohmann::ordered_json::array()}};
  for (const PredictedTarget& each : figures) {
    result["figures"].push_back({{"measure", each.target.measure},
                                 {"observed", each.observed()},
                                 {"fitted_to", each.target.value},
                                 {"low", each.low},
                                 {"middle", each.middle},
                                 {"high", each.high},
                                 {"inside", each.is_inside()}});
  }
  std::cout << result.dump(2) << '\n';
}

ExitCode calibrate(const CalibrateOptions& options) {
  const Inputs inputs = read_inputs(options);
  const ModelParameters& world = inputs.scenario.from_day_0();
  const AuthoritySpace space(world, inputs.kept.emulator.inputs());
  std::filesystem::create_directories(options.out);
  LocalFitPlan plan;
  plan.by = options.by == "runs" ? FitBy::runs : FitBy::emulator;
  plan.budget = static_cast<std::size_t>(options.budget);
  plan.draws = static_cast<std::size_t>(options.draws);
  plan.matched_points = plan.sampled_points = std::max(least_points, points_a_draw * plan.draws);
  plan.seed = options.work.seed_of_luck();
  plan.threads = options.work.thread_count();
  plan.journals = options.file("unfinished").string();
  plan.inputs = digest_with_program(inputs.scenario.source_text() + inputs.targets_text +
                                    inputs.kept.command + inputs.kept.base + command_of(options));
  const Interrupt interrupt({plan.journals, options.out, false}, true);
  std::optional<LocalFit> fit;
  std::vector<BackcastScore> backcasts;
  {
    WorkProgress progress(progress_style(options.work.progress), std::cerr, "runs",
                          width_of_stderr());
    fit = fit_authority(
        world, inputs.kept.emulator, inputs.targets, plan,
        [&](const LocalFitProgress& told) {
          const bool counts =
              told.step != FitStep::matching && told.step != FitStep::matching_again &&
              told.step != FitStep::sampling && told.step != FitStep::sampling_again;
          progress.tell(std::string(words_of(told.step)), told.runs, counts ? told.budget : 0);
        },
        interrupt.asked_to_stop());
    if (fit) {
      progress.tell("leaving years out", 0, 0);
      LocalFitPlan emulated = plan;
      emulated.budget = 0;
      emulated.matched_points = 0;
      emulated.journals.clear();
      const std::vector<BackcastCase> cases =
          own_backcast(inputs.scenario.place_title(), world, inputs.targets);
      backcasts = backcast(cases, inputs.kept.emulator, emulated, interrupt.asked_to_stop(),
                           [](std::size_t) {});
    }
  }
  if (!fit || interrupt.asked_to_stop()) {
    std::cerr << "stopped; the runs done are saved\n  = this goes on from there: "
              << command_of(options) << " --out " << shell_word(options.out) << '\n';
    return ExitCode::interrupted;
  }
  FitPageFacts facts = facts_of_page(inputs, options, space);
  facts.backcasts = std::move(backcasts);
  const std::vector<PredictedTarget> figures = predicted_targets(*fit, plan.seed);
  write_posterior(posterior_of(*fit, space, inputs, options), options.file("posterior.h5"));
  publish_text(options.file("fit.toml"),
               fit_overlay(*fit, space,
                           {inputs.scenario.place_name(), inputs.scenario.place_title(),
                            command_of(options), fit_headline(figures)}));
  publish_text(options.file("fit.csv"), fit_csv(figures));
  publish_text(options.file("fit.html"), fit_page(*fit, space, facts, plan.seed));
  for (const char* journal : {".correcting", ".sampling", ".checking"}) {
    std::filesystem::remove(plan.journals.string() + journal);
  }
  if (options.work.json) {
    print_json(*fit, figures, options, inputs.scenario.place_title());
  } else {
    print(*fit, figures, learnt_numbers(*fit, space), options, inputs.scenario.place_title());
  }
  return fit->failed == 0 ? ExitCode::ok : ExitCode::failed_runs;
}

}  // namespace

void add_calibrate(CLI::App& app, Request& request) {
  const auto options = std::make_shared<CalibrateOptions>();
  CLI::App* verb = app.add_subcommand(
      "calibrate", "Fits the model to an authority's own figures, and says how well");
  verb->add_option("base", options->base, "Scenario file of the base")
      ->required()
      ->type_name("FILE");
  verb->add_option("--place", options->place,
                   "Authority: the name of a file in places/ beside the base, or a path")
      ->required()
      ->type_name("NAME");
  verb->add_option("--targets", options->targets,
                   "Figures to come near, as `stepdown import` writes them")
      ->required()
      ->type_name("FILE");
  verb->add_option("--out", options->out, "Folder to write the fit to")
      ->required()
      ->type_name("FOLDER");
  add_count_option(*verb, "--budget", options->budget, 0, most_runs,
                   "Runs of the model that it may cost; 0 trusts the emulator as it is [500]");
  add_choice_option(
      *verb, "--by", options->by, {"emulator", "runs"}, "HOW",
      "What fits is weighed by the emulator, put right by runs [emulator], or by runs "
      "themselves: thousands, for few free numbers");
  add_count_option(*verb, "--draws", options->draws, 20, most_draws,
                   "Worlds that fit to keep [200]");
  verb->add_option("--emulator", options->emulator,
                   "An emulator that `stepdown train` has learnt [the one built in]")
      ->type_name("FILE.h5");
  add_work_options(*verb, options->work);
  verb->callback(
      [&request, options] { request.action = [options] { return calibrate(*options); }; });
}

}  // namespace stepdown
