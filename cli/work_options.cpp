#include "cli/work_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <limits>
#include <thread>

#include "cli/command_line.h"

namespace stepdown {
namespace {

constexpr long long most_threads = 1024;

}  // namespace

WorkOptions::WorkOptions() : threads(std::max(1U, std::thread::hardware_concurrency())) {}

void add_work_options(CLI::App& verb, WorkOptions& options) {
  add_count_option(verb, "--seed", options.seed, 0, std::numeric_limits<long long>::max(),
                   "Seed of all luck [1]");
  add_long_work_options(verb, options);
}

void add_long_work_options(CLI::App& verb, WorkOptions& options) {
  add_count_option(verb, "--threads", options.threads, 1, most_threads,
                   "Threads; results do not depend on them [all processors]");
  add_progress_options(verb, options);
}

void add_progress_options(CLI::App& verb, WorkOptions& options) {
  verb.add_option("--progress", options.progress, "Progress on stderr: auto, json or none")
      ->check(CLI::IsMember({"auto", "json", "none"}))
      ->type_name("HOW");
  add_json_option(verb, options.json);
}

}  // namespace stepdown
