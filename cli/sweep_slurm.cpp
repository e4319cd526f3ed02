#include "cli/sweep_slurm.h"

#include <stdlib.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <set>
#include <sstream>

#include "analysis/published_file.h"
#include "cli/command_line.h"
#include "cli/shell_words.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

constexpr long long most_shards = 10'000;
constexpr double safety_of_time = 2;
constexpr double safety_of_memory = 1.5;
constexpr double minutes_to_begin = 5;
constexpr double spare_megabytes = 128;
constexpr long long memory_step = 256;

/// A line of the kernel's own words on this process, in megabytes.
double megabytes_of_process(const std::string& what) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(what)) {
      return std::stod(line.substr(what.size() + 1)) / 1024;
    }
  }
  return 0;
}

/// Where the kernel does not allow it, what was needed before counts too, which errs on the safe
/// side.
void forget_most_memory() { std::ofstream("/proc/self/clear_refs") << "5"; }

long long in_steps(double megabytes) {
  return static_cast<long long>(std::ceil(megabytes / static_cast<double>(memory_step))) *
         memory_step;
}

std::string time_of(long long minutes) {
  std::ostringstream text;
  text << minutes / 60 << ':' << std::setfill('0') << std::setw(2) << minutes % 60 << ":00";
  return text.str();
}

std::string rounded_seconds(double seconds) {
  std::ostringstream text;
  text << std::setprecision(2) << seconds;
  return text.str();
}

bool is_on_path(const fs::path& program) {
  const char* const path = ::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::error_code none;
    if (fs::equivalent(fs::path(folder) / "stepdown", program, none)) {
      return true;
    }
  }
  return false;
}

/// By its name where a shell finds it, else by the way from the plan's folder.
std::string program_seen_from(const fs::path& folder) {
  const fs::path program = fs::read_symlink("/proc/self/exe");
  return is_on_path(program)
             ? "stepdown"
             : program.lexically_relative(fs::weakly_canonical(fs::absolute(folder))).string();
}

std::string begin_of_script(const std::string& what) { return "#!/bin/bash\n# " + what + "\n"; }

std::string choice_of_program(const std::string& program) {
  return "# The program that made the plan, seen from here; another build is refused. Put it "
         "where\n"
         "# all nodes see it, or say where it is: STEPDOWN=/path/to/stepdown sh submit.sh\n"
         "program=${STEPDOWN:-" +
         shell_word(program) + "}\n";
}

void publish_script(const fs::path& path, const std::string& text) {
  publish_text(path, text);
  fs::permissions(path, fs::perms::owner_exec, fs::perm_options::add);
}

}  // namespace

void add_slurm_options(CLI::App& verb, SlurmOptions& options) {
  verb.add_flag("--slurm", options.asked,
                "Write an array job for Slurm too, its time and memory from a short probe; "
                "--threads are those of each task");
  add_count_option(verb, "--shards", options.shards, 1, most_shards, "Tasks of the array job [16]");
}

StudyProbe probed(const OpenedPlan& opened) {
  const StudyPlan& plan = opened.plan;
  const Study study = study_of(plan, opened.scenarios);
  StudyProbe probe;
  const double before = megabytes_of_process("VmRSS:");
  forget_most_memory();
  const std::size_t last = plan.points.size() - 1;
  for (const std::size_t point : std::set<std::size_t>{0, last / 2, last}) {
    const auto begun = std::chrono::steady_clock::now();
    study.made(plan.points[point], 0, model_worlds());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    probe.seconds_a_run = std::max(probe.seconds_a_run, took.count());
    ++probe.runs;
  }
  probe.megabytes = megabytes_of_process("VmHWM:");
  probe.megabytes_a_run = std::max(1.0, probe.megabytes - before);
  return probe;
}

SlurmJob job_for(const StudyPlan& plan, const StudyProbe& probe, std::size_t shards, int threads) {
  SlurmJob job;
  job.probe = probe;
  job.shards = std::min(shards, plan.runs_in_all());
  job.threads = threads;
  const auto runs = static_cast<double>(plan.runs_in_all());
  const double of_a_task = std::ceil(runs / static_cast<double>(job.shards));
  const double seconds = std::ceil(of_a_task / threads) * probe.seconds_a_run;
  job.minutes = static_cast<long long>(std::ceil(safety_of_time * seconds / 60 + minutes_to_begin));
  job.megabytes =
      in_steps(safety_of_memory * (probe.megabytes + (threads - 1) * probe.megabytes_a_run) +
               spare_megabytes);
  constexpr double runs_merged_a_minute = 20'000;
  constexpr double bytes_a_run = 64;  // where it stands, and its share of a point
  job.merge_minutes =
      static_cast<long long>(std::ceil(minutes_to_begin + runs / runs_merged_a_minute));
  job.merge_megabytes =
      in_steps(safety_of_memory * (probe.megabytes + runs * bytes_a_run / 1e6) + spare_megabytes);
  return job;
}

std::string array_script(const SlurmJob& job, const std::string& program) {
  return begin_of_script(
             "Runs this folder's plan, one task for each part. Hand it over with: sh "
             "submit.sh") +
         "#SBATCH --job-name=stepdown-sweep\n#SBATCH --array=1-" + std::to_string(job.shards) +
         "\n#SBATCH --cpus-per-task=" + std::to_string(job.threads) + "\n" + "# " +
         std::to_string(job.probe.runs) + " runs were tried: the slowest took " +
         rounded_seconds(job.probe.seconds_a_run) +
         " seconds on one thread. This is twice that for\n"
         "# each run of a task, and five minutes.\n"
         "#SBATCH --time=" +
         time_of(job.minutes) +
         "\n# Half as much again as these runs needed at once, and a little.\n"
         "#SBATCH --mem=" +
         std::to_string(job.megabytes) +
         "M\n# A minute before the time is over the program is told, and saves what it has in "
         "hand.\n"
         "#SBATCH --signal=B:TERM@60\n#SBATCH --open-mode=append\n"
         "#SBATCH --output=slurm-%a.out\n\n" +
         choice_of_program(program) +
         "\n# Only what is missing is run, so that this may be handed over again at any time.\n"
         "exec \"$program\" sweep run . --shard \"$SLURM_ARRAY_TASK_ID/" +
         std::to_string(job.shards) + "\" --threads " + std::to_string(job.threads) + "\n";
}

std::string merge_script(const SlurmJob& job, const std::string& program) {
  return begin_of_script("Makes one file of all runs once the array job has ended.") +
         "#SBATCH --job-name=stepdown-merge\n#SBATCH --time=" + time_of(job.merge_minutes) +
         "\n#SBATCH --mem=" + std::to_string(job.merge_megabytes) +
         "M\n#SBATCH --open-mode=append\n#SBATCH --output=slurm-merge.out\n\n" +
         choice_of_program(program) + "\nexec \"$program\" sweep merge .\n";
}

std::string submit_script() {
  return "#!/bin/sh\n"
         "# Hands the sweep in this folder to Slurm: the array job, and the merge once it has\n"
         "# ended. Words after it go to sbatch, such as an account or a partition:\n"
         "#   sh submit.sh --account=ABC --partition=long\n"
         "# If tasks were killed, the merge says what is missing: hand it over again, and only "
         "that\n"
         "# is run.\n"
         "set -e\n"
         "cd \"$(dirname \"$0\")\"\n"
         "array=$(sbatch --parsable \"$@\" array.sh)\n"
         "merge=$(sbatch --parsable --dependency=\"afterany:${array%%;*}\" \"$@\" merge.sh)\n"
         "echo \"handed over: array job ${array%%;*}, then merge ${merge%%;*}\"\n"
         "echo \"how far it is: stepdown sweep status $PWD\"\n";
}

SlurmJob write_slurm_job(const OpenedPlan& opened, const SlurmOptions& options, int threads) {
  const SlurmJob job =
      job_for(opened.plan, probed(opened), static_cast<std::size_t>(options.shards), threads);
  const std::string program = program_seen_from(opened.folder);
  publish_script(opened.folder / "array.sh", array_script(job, program));
  publish_script(opened.folder / "merge.sh", merge_script(job, program));
  publish_script(opened.folder / "submit.sh", submit_script());
  return job;
}

void print_slurm_job(const SlurmJob& job, const std::string& folder) {
  std::cout << "written: array.sh, merge.sh and submit.sh beside it\n"
            << job.shards << (job.shards == 1 ? " task" : " tasks") << ", each with " << job.threads
            << (job.threads == 1 ? " thread, " : " threads, ") << job.minutes << " minutes and "
            << job.megabytes << " MB (the slowest run of a probe took "
            << rounded_seconds(job.probe.seconds_a_run) << " seconds)\n"
            << "next: sh " << shell_word((fs::path(folder) / "submit.sh").string()) << '\n';
}

}  // namespace stepdown
