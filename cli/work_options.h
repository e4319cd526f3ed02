#pragma once

#include <cstdint>
#include <string>

namespace CLI {
class App;
}

namespace stepdown {

/// What every long work other than an experiment may be told: its luck, on how many threads, and
/// how it tells of itself.
struct WorkOptions {
  long long seed = 1;
  long long threads;  // by default as many as there are processors
  std::string progress = "auto";
  bool json = false;

  WorkOptions();

  std::uint64_t seed_of_luck() const { return static_cast<std::uint64_t>(seed); }
  int thread_count() const { return static_cast<int>(threads); }
};

void add_work_options(CLI::App& verb, WorkOptions& options);
/// The same without the seed, where the luck was settled before.
void add_long_work_options(CLI::App& verb, WorkOptions& options);
/// Only how it tells of itself.
void add_progress_options(CLI::App& verb, WorkOptions& options);

}  // namespace stepdown
