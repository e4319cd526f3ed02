#include "cli/backcast.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "analysis/published_file.h"
#include "calibration/backcast/backcast_text.h"
#include "calibration/backcast/published_cases.h"
#include "calibration/backcast/usual_miss.h"
#include "calibration/emulator/emulator_file.h"
#include "cli/command_line.h"
#include "cli/interrupt.h"
#include "cli/shell_words.h"
#include "cli/work_options.h"
#include "cli/work_progress.h"
#include "scenarios/scenario.h"

namespace stepdown {
namespace {

constexpr int years_after = 2;

struct BackcastOptions {
  std::string base;
  std::string folder;
  long long up_to = 2022;
  long long authorities = 40;
  std::string out;
  std::string scores;
  bool misses = false;
  WorkOptions work = {};
};

/// Without the folder of the data, whose name is everybody's own.
std::string command_of(const BackcastOptions& options) {
  return "stepdown backcast " + shell_word(options.base) + " FOLDER --up-to " +
         std::to_string(options.up_to) + " --authorities " + std::to_string(options.authorities) +
         " --seed " + std::to_string(options.work.seed);
}

void print(const std::vector<BackcastSummary>& summaries, std::size_t authorities) {
  std::cout << authorities << " authorities; errors of the fits against the same as last year\n";
  for (const BackcastSummary& each : summaries) {
    std::cout << std::left << std::setw(34) << each.measure << std::right << std::fixed
              << std::setprecision(2) << std::setw(8) << each.error << std::setw(8)
              << each.error_as_last_year << "  " << std::setw(5) << each.against_last_year()
              << std::setprecision(0) << std::setw(6) << 100 * each.coverage_90
              << "% inside the 90% range\n";
  }
}

void print_json(const std::vector<BackcastSummary>& summaries, std::size_t authorities) {
  nlohmann::ordered_json result = {{"authorities", authorities},
                                   {"figures", nlohmann::ordered_json::array()}};
  for (const BackcastSummary& each : summaries) {
    result["figures"].push_back({{"measure", each.measure},
                                 {"told", each.figures},
                                 {"error", each.error},
                                 {"error_same_as_last_year", each.error_as_last_year},
                                 {"error_own_mean", each.error_own_mean},
                                 {"coverage_90", each.coverage_90}});
  }
  std::cout << result.dump(2) << '\n';
}

ExitCode tell_misses(const std::vector<BackcastCase>& cases, const Emulator& emulator,
                     const LocalFitPlan& plan, const BackcastOptions& options) {
  const Interrupt interrupt({{}, {}, true}, false);
  std::vector<UsualMiss> misses;
  {
    WorkProgress progress(progress_style(options.work.progress), std::cerr, "authorities",
                          width_of_stderr());
    misses = usual_misses(cases, emulator, plan, interrupt.asked_to_stop(),
                          [&](std::size_t done) { progress.tell("fitting", done, cases.size()); });
  }
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const UsualMiss& each : misses) {
    list.push_back({{"measure", each.measure},
                    {"authorities", each.authorities},
                    {"distance", each.distance}});
    if (!options.work.json) {
      std::cout << std::left << std::setw(34) << each.measure << std::right << std::fixed
                << std::setprecision(2) << std::setw(6) << each.distance << "  over "
                << each.authorities << " authorities\n";
    }
  }
  if (options.work.json) {
    std::cout << list.dump(2) << '\n';
  }
  return interrupt.asked_to_stop() ? ExitCode::interrupted : ExitCode::ok;
}

ExitCode backcast_authorities(const BackcastOptions& options) {
  const Scenario base =
      load_scenarios(*disk_source(), {{options.base}, "", {"horizon.years=4"}}).front();
  const KeptEmulator kept = built_in_emulator();
  if (kept.base != digest_of_base(base.from_day_0(), kept.emulator.inputs())) {
    throw UsageError(
        "the emulator built in was learnt from another base than `" + options.base + "`",
        "give scenarios/base.toml as it is", Fault::not_comparable);
  }
  const DfePanel panel = read_dfe(options.folder);
  const int last_year = static_cast<int>(options.up_to);
  const int after = options.misses ? 1 : years_after;
  const std::vector<BackcastCase> cases =
      published_cases(panel, base.from_day_0(), last_year, after,
                      static_cast<std::size_t>(options.authorities), options.work.seed_of_luck());
  if (cases.empty()) {
    const auto [first, last] = panel.years();
    throw UsageError("no authority has figures of " + std::to_string(last_year) + " and the " +
                         (after == 1 ? "year" : std::to_string(after) + " years") + " after",
                     "the files have the years " + std::to_string(first) + " to " +
                         std::to_string(last) + ": choose an earlier --up-to");
  }
  LocalFitPlan plan;
  plan.budget = 0;
  plan.matched_points = 0;
  plan.sampled_points = 600;
  plan.seed = options.work.seed_of_luck();
  plan.threads = options.work.thread_count();
  if (options.misses) {
    return tell_misses(cases, kept.emulator, plan, options);
  }
  const Interrupt interrupt({{}, {}, true}, false);
  std::vector<BackcastScore> scores;
  {
    WorkProgress progress(progress_style(options.work.progress), std::cerr, "authorities",
                          width_of_stderr());
    scores = backcast(cases, kept.emulator, plan, interrupt.asked_to_stop(),
                      [&](std::size_t done) { progress.tell("fitting", done, cases.size()); });
  }
  if (interrupt.asked_to_stop()) {
    std::cerr << "stopped; nothing was written\n";
    return ExitCode::interrupted;
  }
  const std::vector<BackcastSummary> summaries = summaries_of(scores);
  options.work.json ? print_json(summaries, cases.size()) : print(summaries, cases.size());
  if (!options.out.empty()) {
    publish_text(
        options.out,
        backcast_markdown(scores, {command_of(options), made_from(base), last_year, cases.size(),
                                   authorities_to_draw(panel, last_year, years_after), plan.seed}));
    if (!options.work.json) {
      std::cout << "written: " << options.out << '\n';
    }
  }
  if (!options.scores.empty()) {
    publish_text(options.scores, backcast_csv(scores));
    if (!options.work.json) {
      std::cout << "written: " << options.scores << '\n';
    }
  }
  return ExitCode::ok;
}

}  // namespace

void add_backcast(CLI::App& app, Request& request) {
  const auto options = std::make_shared<BackcastOptions>();
  CLI::App* verb = app.add_subcommand(
      "backcast", "Fits many authorities to earlier years, and scores the years after");
  verb->add_option("base", options->base, "Scenario file of the base")
      ->required()
      ->type_name("FILE");
  verb->add_option("folder", options->folder,
                   "Folder with the data files of Explore Education Statistics, as published")
      ->required()
      ->type_name("FOLDER");
  add_count_option(*verb, "--up-to", options->up_to, 2014, 2100,
                   "Last year to 31 March that the fits may know [2022]");
  add_count_option(*verb, "--authorities", options->authorities, 1, 1000,
                   "How many authorities, drawn by the seed [40]");
  verb->add_option("--out", options->out, "File to write the page to")->type_name("FILE.md");
  verb->add_option("--scores", options->scores, "File to write every figure and prediction to")
      ->type_name("FILE.csv");
  verb->add_flag(
      "--misses", options->misses,
      "Tell instead how far fits usually stay from each figure, as local_fit.toml has it");
  add_work_options(*verb, options->work);
  verb->callback([&request, options] {
    request.action = [options] { return backcast_authorities(*options); };
  });
}

}  // namespace stepdown
