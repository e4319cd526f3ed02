#pragma once

#include <cstddef>
#include <string>

#include "cli/study_work.h"

namespace CLI {
class App;
}

namespace stepdown {

/// What a person asks of a scheduler.
struct SlurmOptions {
  bool asked = false;
  long long shards = 16;
};

void add_slurm_options(CLI::App& verb, SlurmOptions& options);

/// What a few runs took on one thread of this computer.
struct StudyProbe {
  std::size_t runs = 0;
  double seconds_a_run = 0;    // of the slowest
  double megabytes = 0;        // the program with one run under way
  double megabytes_a_run = 0;  // what a further run under way adds
};

/// Makes a run at the first point, at the middle one and at the last, and keeps none.
StudyProbe probed(const OpenedPlan& opened);

/// An array job that runs a plan, as it was asked of the scheduler.
struct SlurmJob {
  StudyProbe probe;
  std::size_t shards = 1;
  int threads = 1;
  long long minutes = 0;    // of each task
  long long megabytes = 0;  // of each task
  long long merge_minutes = 0;
  long long merge_megabytes = 0;
};

/// What to ask for: twice the time that the probe tells, and half as much again of its memory.
SlurmJob job_for(const StudyPlan& plan, const StudyProbe& probe, std::size_t shards, int threads);

/// The three scripts, which stand in the plan's folder and name no other: one task for each shard,
/// the merge, and what hands both over.
std::string array_script(const SlurmJob& job, const std::string& program);
std::string merge_script(const SlurmJob& job, const std::string& program);
std::string submit_script();

/// Probes, and writes array.sh, merge.sh and submit.sh into the plan's folder.
SlurmJob write_slurm_job(const OpenedPlan& opened, const SlurmOptions& options, int threads);
void print_slurm_job(const SlurmJob& job, const std::string& folder);

}  // namespace stepdown
