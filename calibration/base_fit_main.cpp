#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "analysis/published_file.h"
#include "calibration/base_fit.h"
#include "calibration/ensemble_maker.h"
#include "calibration/fit_plan.h"
#include "calibration/fit_table.h"
#include "calibration/rewritten_settings.h"
#include "calibration/targets.h"
#include "calibration/trial_world.h"
#include "calibration/world_draw.h"
#include "scenarios/ensemble.h"
#include "scenarios/nearest_word.h"
#include "scenarios/scenario.h"

namespace {

using namespace stepdown;

/// What a person asks of the fit of the base.
struct Options {
  std::string base = "scenarios/base.toml";
  std::string place = "scenarios/places/england.toml";
  std::string targets = "calibration/targets/england_2024.toml";
  std::string plan = "calibration/base_fit.toml";
  std::string notes = "calibration/base_fit_notes.md";
  std::string document = "docs/base-fit.md";
  std::string out = "results/base-fit/base.toml";
  std::string draws = "results/base-fit/draws";
  std::string members = "scenarios/ensemble";
  bool fit = false;
  std::size_t ensemble = 0;
  std::uint32_t runs = 100;
  std::uint64_t seed = 1;
  int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
};

Scenario load_base(const Options& options, const std::vector<std::string>& settings) {
  return load_scenarios(*disk_source(), {{options.base}, options.place, settings}).front();
}

/// The base with the plan's numbers free, at half size and the like.
TrialWorld trial_base(const Options& options, const Scenario& base, const FitPlan& plan,
                      const std::vector<Target>& targets) {
  TrialWorld world(base.from_day_0(), plan.fitted, targets,
                   {options.seed, plan.runs, options.threads});
  if (const std::vector<std::string> stuck = world.stuck(); !stuck.empty()) {
    throw std::runtime_error("these start on a bound or beyond it and so cannot be moved: " +
                             quoted_list(stuck, "and") + "\n  = give them other bounds in " +
                             options.plan + ", or another value in " + options.base);
  }
  return world;
}

/// Says on stderr when another tenth of the runs is done.
class TenthsOfRuns : public ProgressListener {
 public:
  void run_finished(const FinishedRun&, std::size_t done, std::size_t total) override {
    if (done * 10 / total != (done - 1) * 10 / total) {
      std::cerr << done << " of " << total << " runs\n";
    }
  }
};

int show_table(const Options& options, const std::vector<Target>& targets) {
  const Scenario base = load_base(options, {});
  TargetSink sink(targets);
  TenthsOfRuns listener;
  const std::atomic<bool> never{false};
  const EnsemblePlan plan{options.seed, 0, options.runs, options.threads};
  const EnsembleReport report = run_ensemble({&base, 1}, plan, sink, listener, never);
  const std::vector<TargetRow> rows = sink.rows();
  const auto met = std::ranges::count_if(rows, &TargetRow::is_met);
  std::cout << fit_table(rows) << met << " of " << rows.size() << " figures within tolerance\n";
  if (!report.failed.empty()) {
    std::cerr << "error: " << report.failed.size()
              << " runs failed, the first with: " << report.failed.front().message << '\n';
    return EXIT_FAILURE;
  }
  const ModelParameters& world = base.from_day_0();
  const FitDocument document{"tools/base-fit",
                             base.place_name(),
                             world.population.children,
                             report.runs,
                             world.horizon.years,
                             world.horizon.warm_up_years,
                             text_of_file(*disk_source(), options.notes)};
  publish_text(options.document, fit_markdown(rows, document));
  std::cout << "written: " << options.document << '\n';
  return EXIT_SUCCESS;
}

int fit_base(const Options& options, const std::vector<Target>& targets) {
  const std::unique_ptr<ScenarioSource> disk = disk_source();
  const FitPlan plan = read_fit_plan(options.plan, text_of_file(*disk, options.plan));
  const std::string text = text_of_file(*disk, options.base);
  const TrialWorld world = trial_base(options, load_base(options, plan.settings), plan, targets);
  fit(world, plan, plan.iterations, [&](const FitProgress& progress) {
    std::cout << "iteration " << progress.iteration << ": " << told_in_words(progress, targets)
              << std::endl;
    // After each iteration, so that a long fit that is stopped has not been for nothing.
    publish_text(options.out, with_numbers(text, progress.values));
  });
  std::cout << "written: " << options.out << "\nTo see it with many runs: tools/base-fit --base "
            << options.out << "\nTo adopt it:               cp " << options.out << ' '
            << options.base << '\n';
  return EXIT_SUCCESS;
}

int make_members(const Options& options, const std::vector<Target>& targets) {
  const std::unique_ptr<ScenarioSource> disk = disk_source();
  const std::string plan_text = text_of_file(*disk, options.plan);
  const FitPlan plan = read_fit_plan(options.plan, plan_text);
  const Scenario base = load_base(options, plan.settings);
  const TrialWorld world = trial_base(options, base, plan, targets);
  const std::string follows_from = base.source_text() + plan_text +
                                   text_of_file(*disk, options.targets) +
                                   std::to_string(options.seed);
  const EnsembleOrder order{options.ensemble, options.seed, stamp_of(follows_from), options.draws,
                            options.members};
  const EnsembleMade made = make_ensemble(
      world, plan, order, [](const std::string& line) { std::cout << line << std::endl; });
  std::cout << made.members << " members of " << made.draws << " draws in " << options.members
            << '\n';
  return made.members == options.ensemble ? EXIT_SUCCESS : EXIT_FAILURE;
}

void add_options(CLI::App& app, Options& options) {
  app.add_flag("--fit", options.fit, "Fit the base to the targets and write it to --out");
  app.add_option("--ensemble", options.ensemble,
                 "Make so many other worlds that fit; goes on where it was stopped")
      ->check(CLI::Range(1, 99))
      ->type_name("N");
  app.add_option("--draws", options.draws, "Where every draw is kept")->capture_default_str();
  app.add_option("--members", options.members, "Where the members go")->capture_default_str();
  app.add_option("--base", options.base, "The base")->capture_default_str();
  app.add_option("--place", options.place, "The place it is fitted at")->capture_default_str();
  app.add_option("--targets", options.targets, "The figures to come near")->capture_default_str();
  app.add_option("--plan", options.plan, "What is fitted, and how")->capture_default_str();
  app.add_option("--notes", options.notes, "What is said below the table")->capture_default_str();
  app.add_option("--document", options.document, "Where the table goes")->capture_default_str();
  app.add_option("--out", options.out, "Where the fitted base goes")->capture_default_str();
  app.add_option("--runs", options.runs, "Runs for the table")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  app.add_option("--seed", options.seed, "Seed of all luck")->capture_default_str();
  app.add_option("--threads", options.threads, "Threads; results do not depend on them")
      ->check(CLI::Range(1, 1024));
}

int act(const Options& options) {
  const std::vector<Target> targets =
      read_targets(options.targets, text_of_file(*disk_source(), options.targets));
  if (options.ensemble > 0) {
    return make_members(options, targets);
  }
  return options.fit ? fit_base(options, targets) : show_table(options, targets);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("How near the base comes to England, and how it was brought there.",
               "stepdown_base_fit");
  add_options(app, options);
  CLI11_PARSE(app, argc, argv);
  try {
    return act(options);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
