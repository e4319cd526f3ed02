#include "cli/train.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "analysis/program_digest.h"
#include "calibration/emulator/emulator_training.h"
#include "calibration/targets.h"
#include "cli/command_line.h"
#include "cli/interrupt.h"
#include "cli/shell_words.h"
#include "cli/work_options.h"
#include "cli/work_progress.h"
#include "scenarios/embedded_local_fit.h"
#include "scenarios/scenario.h"

namespace stepdown {
namespace {

constexpr const char* built_in_plan = "calibration/local_fit.toml";

struct TrainOptions {
  std::string base;
  std::string plan;
  std::string out;
  WorkOptions work = {};
};

struct Plan {
  std::string text;
  EmulatorPlan plan;
};

Plan read_plan(const TrainOptions& options) {
  const std::string text = options.plan.empty() ? std::string(embedded_local_fit().front().text)
                                                : text_of_file(*disk_source(), options.plan);
  return {text, read_emulator_plan(options.plan.empty() ? built_in_plan : options.plan, text)};
}

std::string command_of(const TrainOptions& options) {
  std::string command = "stepdown train " + shell_word(options.base);
  if (!options.plan.empty()) {
    command += " --plan " + shell_word(options.plan);
  }
  return command + " --seed " + std::to_string(options.work.seed);
}

void print(const KeptEmulator& kept, const std::string& path) {
  std::cout << kept.points << " points, " << kept.runs << " runs, " << kept.failed << " failed; "
            << kept.emulator.inputs().size() << " numbers, " << kept.emulator.measures().size()
            << " measures\n\n"
            << std::left << std::setw(34) << "measure" << std::right << std::setw(11) << "explained"
            << std::setw(9) << "error" << std::setw(10) << "coverage" << '\n'
            << std::fixed;
  for (const MeasureEmulator& measure : kept.emulator.measures()) {
    std::cout << std::left << std::setw(34) << measure.name << std::right << std::setprecision(1)
              << std::setw(10) << 100 * measure.quality.explained << '%' << std::setprecision(3)
              << std::setw(9) << measure.quality.error << std::setprecision(1) << std::setw(9)
              << 100 * measure.quality.coverage_90 << "%\n";
  }
  std::cout
      << "\nexplained: of the variance between points that were left out in turn; error: of a\n"
         "rate as a share of it, of a percentage in logits; coverage: of 90% ranges there.\n"
      << "written: " << path << '\n';
}

void print_json(const KeptEmulator& kept, const std::string& path) {
  nlohmann::ordered_json result = {{"file", path},
                                   {"points", kept.points},
                                   {"runs", kept.runs},
                                   {"failed", kept.failed},
                                   {"measures", nlohmann::ordered_json::array()}};
  for (const MeasureEmulator& measure : kept.emulator.measures()) {
    result["measures"].push_back({{"name", measure.name},
                                  {"explained", measure.quality.explained},
                                  {"error", measure.quality.error},
                                  {"coverage_90", measure.quality.coverage_90}});
  }
  std::cout << result.dump(2) << '\n';
}

ExitCode train_emulator(const TrainOptions& options) {
  const Plan plan = read_plan(options);
  const Scenario base =
      load_scenarios(*disk_source(), {{options.base}, "", plan.plan.settings}).front();
  const std::string command = command_of(options);
  const std::string inputs =
      digest_with_program(base.source_text() + plan.text + std::to_string(options.work.seed));
  const Interrupt interrupt(
      {options.out + ".first", std::filesystem::path(options.out).parent_path(), false}, true);
  WorkProgress progress(progress_style(options.work.progress), std::cerr, "runs",
                        width_of_stderr());
  auto kept = train(
      base.from_day_0(), plan.plan,
      {options.out, inputs, options.work.seed_of_luck(), options.work.thread_count()},
      [&](const TrainingProgress& told) {
        progress.tell(told.learnt ? "learning" : "running the model", told.runs_done,
                      told.runs_in_all);
      },
      interrupt.asked_to_stop());
  if (!kept) {
    std::cerr << "stopped; what was run is saved\n  = this goes on from there: " << command
              << " --out " << shell_word(options.out) << '\n';
    return ExitCode::interrupted;
  }
  kept->command = command;
  kept->version = STEPDOWN_VERSION;
  write_emulator(*kept, options.out);
  std::filesystem::remove(options.out + ".first");
  std::filesystem::remove(options.out + ".second");
  options.work.json ? print_json(*kept, options.out) : print(*kept, options.out);
  return kept->failed == 0 ? ExitCode::ok : ExitCode::failed_runs;
}

}  // namespace

void add_train(CLI::App& app, Request& request) {
  const auto options = std::make_shared<TrainOptions>();
  CLI::App* verb =
      app.add_subcommand("train", "Learns an emulator of the model, for fits of many authorities");
  verb->add_option("base", options->base, "Scenario file of the base")
      ->required()
      ->type_name("FILE");
  verb->add_option(
          "--plan", options->plan,
          "In which numbers authorities differ and which measures are learnt [as built in: "
          "calibration/local_fit.toml]")
      ->type_name("FILE");
  verb->add_option("--out", options->out, "File to write the emulator to")
      ->required()
      ->type_name("FILE.h5");
  add_work_options(*verb, options->work);
  verb->callback(
      [&request, options] { request.action = [options] { return train_emulator(*options); }; });
}

}  // namespace stepdown
