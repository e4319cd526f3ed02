#include "cli/sweep.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/command_line.h"
#include "cli/shell_words.h"
#include "cli/study_work.h"
#include "cli/sweep_merge.h"
#include "cli/sweep_options.h"
#include "cli/sweep_slurm.h"
#include "cli/sweep_status.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

/// What the verbs of a planned sweep are told.
struct PlannedOptions {
  std::string folder;
  std::string shard;
  WorkOptions work = {};
};

struct PlanningOptions {
  SweepOptions sweep;
  SlurmOptions slurm;
};

std::optional<Shard> shard_in(const std::string& text) {
  Shard shard;
  const char* const end = text.data() + text.size();
  const auto [slash, failure] = std::from_chars(text.data(), end, shard.number);
  if (failure != std::errc() || slash == end || *slash != '/') {
    return {};
  }
  const auto [stop, second] = std::from_chars(slash + 1, end, shard.of);
  constexpr std::size_t most_shards = 100'000;
  const bool is_sound = second == std::errc() && stop == end && shard.number >= 1 &&
                        shard.number <= shard.of && shard.of <= most_shards;
  return is_sound ? std::optional(shard) : std::nullopt;
}

std::string refusal_of_shard(const std::string& text) {
  return shard_in(text) ? std::string()
                        : "which of how many parts, as in 2/16: the number from 1, a slash, and "
                          "how many there are";
}

void print_plan(const StudyPlan& plan, const std::string& folder) {
  std::cout << plan.points.size() << " points, " << plan.runs << (plan.runs == 1 ? " run" : " runs")
            << " at each: " << plan.runs_in_all() << " runs of " << plan.selection.files.size()
            << (plan.selection.files.size() == 1 ? " scenario" : " scenarios") << '\n'
            << "written: " << plan_file(folder).string() << '\n'
            << "written: " << points_file(folder).string() << '\n';
}

nlohmann::ordered_json json_of(const StudyPlan& plan, const std::string& folder) {
  return {{"folder", folder},
          {"design", plan.design},
          {"points", plan.points.size()},
          {"runs_at_each_point", plan.runs},
          {"runs", plan.runs_in_all()},
          {"scenarios", plan.selection.files.size()},
          {"measures", plan.measures}};
}

ExitCode plan_sweep(const PlanningOptions& options) {
  const std::string& folder = options.sweep.out;
  const PlanToRun asked = sweep_asked_for(options.sweep);
  begin_plan(asked.plan, folder);
  nlohmann::ordered_json json = json_of(asked.plan, folder);
  if (!options.sweep.work.json) {
    print_plan(asked.plan, folder);
  }
  if (options.slurm.asked) {
    const SlurmJob job = write_slurm_job({folder, asked.plan, asked.scenarios}, options.slurm,
                                         options.sweep.work.thread_count());
    json["slurm"] = {{"shards", job.shards},
                     {"minutes", job.minutes},
                     {"megabytes", job.megabytes},
                     {"seconds_a_run", job.probe.seconds_a_run}};
    if (!options.sweep.work.json) {
      print_slurm_job(job, folder);
    }
  } else if (!options.sweep.work.json) {
    std::cout << "next: stepdown sweep run " << shell_word(folder)
              << "\n  or in parts, anywhere, in any order: stepdown sweep run "
              << shell_word(folder) << " --shard 1/16\n";
  }
  if (options.sweep.work.json) {
    std::cout << json.dump(2) << '\n';
  }
  return ExitCode::ok;
}

ExitCode merge(const OpenedPlan& opened, const WorkOptions& options) {
  const StudyRuns runs(opened.folder, opened.plan);
  if (!runs.is_complete()) {
    tell_missing(opened.folder, opened.plan, runs);
    return ExitCode::failed_runs;
  }
  const MergedSweep merged = merge_sweep(opened, runs, options);
  if (options.json) {
    nlohmann::ordered_json json = json_of(opened.plan, opened.folder.string());
    json["failed_runs"] = merged.failed;
    for (const fs::path& file : merged.files) {
      json["files"].push_back(file.string());
    }
    std::cout << json.dump(2) << '\n';
  } else {
    std::cout << runs.in_all() << " runs at " << opened.plan.points.size() << " points, "
              << merged.failed << " failed\n";
    for (const fs::path& file : merged.files) {
      std::cout << "written: " << file.string() << '\n';
    }
  }
  if (merged.failed > 0) {
    std::cerr << merged.failed << " of " << runs.in_all()
              << " runs failed; sweep.h5 names them in provenance/failed_run\n";
  }
  return merged.failed == 0 ? ExitCode::ok : ExitCode::failed_runs;
}

ExitCode run_planned(const PlannedOptions& options) {
  const OpenedPlan opened = opened_plan(options.folder);
  const Shard shard = shard_in(options.shard).value_or(Shard{});
  std::string again = "stepdown sweep run " + shell_word(options.folder);
  if (!options.shard.empty()) {
    again += " --shard " + options.shard;
  }
  const ExitCode code = run_what_is_missing(opened, shard, options.work, again);
  if (code == ExitCode::interrupted) {
    return code;
  }
  const StudyRuns runs(opened.folder, opened.plan);
  if (options.work.json) {
    const nlohmann::ordered_json json = {{"folder", options.folder},
                                         {"shard", shard.text()},
                                         {"saved", runs.saved()},
                                         {"runs", runs.in_all()},
                                         {"failed_runs", runs.failed()}};
    std::cout << json.dump(2) << '\n';
  } else {
    std::cout << runs.saved() << " of " << runs.in_all() << " runs are saved in "
              << journals_folder(opened.folder).string() << '\n';
    if (runs.is_complete()) {
      std::cout << "next: stepdown sweep merge " << shell_word(options.folder) << '\n';
    }
  }
  return code;
}

ExitCode merge_planned(const PlannedOptions& options) {
  return merge(opened_plan(options.folder), options.work);
}

ExitCode sweep_at_once(const SweepOptions& options) {
  const PlanToRun asked = sweep_asked_for(options);
  begin_plan(asked.plan, options.out);
  const OpenedPlan opened{options.out, asked.plan, asked.scenarios};
  const ExitCode code =
      run_what_is_missing(opened, Shard{}, options.work,
                          "stepdown sweep run " + shell_word(options.out) +
                              " && stepdown sweep merge " + shell_word(options.out));
  return code == ExitCode::interrupted ? code : merge(opened, options.work);
}

CLI::App* add_planned(CLI::App& sweep, const std::string& name, const std::string& description,
                      PlannedOptions& options) {
  CLI::App* verb = sweep.add_subcommand(name, description);
  verb->add_option("folder", options.folder, "Folder of the plan")->required()->type_name("FOLDER");
  return verb;
}

void add_all(CLI::App& sweep, Request& request) {
  const auto options = std::make_shared<SweepOptions>();
  CLI::App* verb =
      sweep.add_subcommand("all", "Plans, runs and merges at once; the word `all` may be left out");
  add_sweep_options(*verb, *options);
  verb->callback(
      [&request, options] { request.action = [options] { return sweep_at_once(*options); }; });
}

void add_plan(CLI::App& sweep, Request& request) {
  const auto options = std::make_shared<PlanningOptions>();
  CLI::App* verb =
      sweep.add_subcommand("plan", "Writes down which runs there are to be, and runs nothing");
  add_sweep_options(*verb, options->sweep);
  add_slurm_options(*verb, options->slurm);
  verb->callback(
      [&request, options] { request.action = [options] { return plan_sweep(*options); }; });
}

void add_run_of_plan(CLI::App& sweep, Request& request) {
  const auto options = std::make_shared<PlannedOptions>();
  CLI::App* verb = add_planned(sweep, "run", "Makes the runs of a plan that are missing", *options);
  verb->add_option("--shard", options->shard, "Only this part of so many: 2/16 [all]")
      ->check(refusal_of_shard)
      ->type_name("K/N");
  add_long_work_options(*verb, options->work);
  verb->callback(
      [&request, options] { request.action = [options] { return run_planned(*options); }; });
}

}  // namespace

void add_sweep(CLI::App& app, Request& request) {
  CLI::App* sweep = app.add_subcommand(
      "sweep", "Runs scenarios at many points of some settings, at once or in shards");
  sweep->require_subcommand(1);
  add_all(*sweep, request);
  add_plan(*sweep, request);
  add_run_of_plan(*sweep, request);
  const auto status = std::make_shared<PlannedOptions>();
  CLI::App* verb = add_planned(*sweep, "status", "Says how much of a plan has been run", *status);
  add_json_option(*verb, status->work.json);
  verb->callback([&request, status] {
    request.action = [status] { return show_status(status->folder, status->work.json); };
  });
  const auto merging = std::make_shared<PlannedOptions>();
  verb = add_planned(*sweep, "merge", "Makes one file of all runs of a plan", *merging);
  add_progress_options(*verb, merging->work);
  verb->callback(
      [&request, merging] { request.action = [merging] { return merge_planned(*merging); }; });
}

}  // namespace stepdown
