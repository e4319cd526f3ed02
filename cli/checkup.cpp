#include "cli/checkup.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string_view>
#include <system_error>
#include <thread>

#include "analysis/digest.h"
#include "analysis/published_file.h"
#include "cli/experiment.h"
#include "cli/terminal.h"
#include "model/replication.h"
#include "scenarios/embedded_evidence.h"
#include "scenarios/embedded_glossary.h"
#include "scenarios/embedded_starter.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;
using State = Checkup::State;

// What a comparison holds in all: the program, a few runs for each thread, the tables at the end.
constexpr double memory_needed = 512;
constexpr double disk_needed = 1024;

/// A few of all parts of a run, so that a measure more changes nothing here.
constexpr std::array<std::string_view, 6> measures_looked_at = {
    "child_years_level_3_to_5", "lateness_level_3_days",  "referrals",
    "rereferral_12m",           "caseload_social_worker", "cost_total"};

/// What the small run comes to; it moves with the model, and a test says so.
constexpr std::string_view known_digest =
    "eb88ac02656e515a954b3bc0e0eeb974c39565798742f9ee79056a7e680a802f";

std::string mebibytes(double amount) {
  const bool is_large = amount >= 1024;
  const auto whole = static_cast<long long>(is_large ? amount / 1024 : amount);
  return std::to_string(whole) + (is_large ? " GiB" : " MiB");
}

/// Memory that can still be had, in MiB; nothing known: 0.
double available_memory() {
  std::ifstream file("/proc/meminfo");
  for (std::string name; file >> name;) {
    double kibibytes = 0;
    if (name == "MemAvailable:" && file >> kibibytes) {
      return kibibytes / 1024;
    }
  }
  return 0;
}

Checkup check_threads() {
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  return {"threads",
          State::sound,
          std::to_string(threads) + (threads == 1 ? " run at a time" : " runs at a time"),
          {}};
}

ScenarioSelection small_world() {
  return {{"scenarios/policies/tapered.toml"},
          "",
          {"population.children=1500", "workforce.social_workers=3", "horizon.years=2",
           "horizon.warm_up_years=2"}};
}

Checkup check_results_file() {
  ExperimentOptions options;
  options.selection = small_world();
  options.runs = 2;
  options.threads = 1;
  options.progress = "none";
  options.print_only = true;
  const Experiment experiment("run", options,
                              load_scenarios(*embedded_source(), options.selection));
  const bool is_read = experiment.runs() == 2 && experiment.comparison();
  return {"results", is_read ? State::sound : State::trouble,
          is_read ? "results.h5 is written and read back"
                  : "results.h5 was written and cannot be read back",
          is_read ? "" : "install the HDF5 library of the system again (libhdf5 in Debian)"};
}

Checkup attempted(const std::string& name, Checkup (*look)()) {
  try {
    return look();
  } catch (const std::exception& error) {
    return {name, State::trouble, error.what(), "mend what stands above, then try again"};
  }
}

}  // namespace

Checkup check_processor() {
#ifdef __AVX2__
  const bool can = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                   __builtin_cpu_supports("bmi2");
  return {"processor", can ? State::sound : State::trouble,
          can ? "has AVX2" : "has no AVX2, and the program was built for it",
          can ? "" : "use a computer of 2013 or later, or build with -DSTEPDOWN_ARCH=x86-64"};
#else
  return {"processor", State::hint, "not asked for AVX2: the program was built without",
          "results are not those of others bit for bit"};
#endif
}

Checkup check_memory(double available_mebibytes) {
  const std::string found = mebibytes(available_mebibytes) + " free";
  if (available_mebibytes == 0) {
    return {"memory", State::hint, "the system does not say how much is free",
            mebibytes(memory_needed) + " are enough"};
  }
  return available_mebibytes >= memory_needed
             ? Checkup{"memory", State::sound, found, {}}
             : Checkup{"memory", State::hint, found,
                       "close other programs, or use fewer --threads; " + mebibytes(memory_needed) +
                           " are enough"};
}

Checkup check_disk(const std::string& name, const std::string& folder) {
  std::error_code failure;
  const fs::space_info space = fs::space(folder, failure);
  const fs::path probe =
      fs::path(folder) / (".stepdown-doctor-" + std::to_string(static_cast<long>(::getpid())));
  try {
    publish_text(probe, "a line\n");
    fs::remove(probe);
  } catch (const std::system_error& error) {
    return {name, State::trouble, folder + " cannot be written: " + error.code().message(),
            "go to a folder that you may write, or name one after --out"};
  }
  const double free = failure ? 0 : static_cast<double>(space.available) / 1024 / 1024;
  const std::string found = folder + ", " + mebibytes(free) + " free";
  return free >= disk_needed
             ? Checkup{name, State::sound, found, {}}
             : Checkup{name, State::hint, found,
                       "make room: large comparisons write up to " + mebibytes(disk_needed)};
}

Checkup check_terminal() {
  std::string_view language;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value && *value) {
      language = value;
      break;
    }
  }
  const bool is_utf8 = language.find("UTF-8") != language.npos ||
                       language.find("utf8") != language.npos ||
                       language.find("utf-8") != language.npos;
  const bool is_watched = stderr_is_a_terminal();
  const std::string found =
      is_watched ? "a terminal" + std::string(colour_of_errors("auto") == Colour::coloured
                                                  ? " with colours"
                                                  : " without colours")
                 : "no terminal: progress comes line by line";
  if (is_watched && !is_utf8) {
    return {"terminal", State::hint, found + ", and no UTF-8 in the locale",
            "export LANG=C.UTF-8, or names with accents may look odd"};
  }
  return {"terminal", State::sound, found, {}};
}

Checkup check_own_files(std::span<const EmbeddedFile> files) {
  for (const EmbeddedFile& file : files) {
    if (digest_of(file.text) != file.sha256) {
      return {"own files", State::trouble,
              std::string(file.path) + " is not what was built into the program",
              "the program is damaged: install it again"};
    }
  }
  return {"own files", State::sound, std::to_string(files.size()) + " built in, all whole", {}};
}

std::string digest_of_known_run() {
  const Scenario scenario = load_scenarios(*embedded_source(), small_world()).front();
  const Outcomes outcomes =
      Replication(scenario.before_day_0(), {1, 0}).under(scenario.from_day_0());
  std::string bytes;
  for (const std::string_view name : measures_looked_at) {
    const auto column = std::ranges::find(run_measures(), name, &Measure::name);
    const double value =
        outcomes.of_run.at(static_cast<std::size_t>(column - run_measures().begin()));
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  return digest_of(bytes);
}

Checkup check_known_run() {
  const std::string digest = digest_of_known_run();
  return digest == known_digest
             ? Checkup{"known run", State::sound, "gives the known bytes", {}}
             : Checkup{"known run", State::trouble, "gives other bytes than it should: " + digest,
                       "results here cannot be compared with those of others; please report "
                       "processor, system and this line"};
}

std::vector<Checkup> all_checkups() {
  std::vector<EmbeddedFile> files;
  for (const auto carried :
       {embedded_scenarios(), embedded_evidence(), embedded_glossary(), embedded_starter()}) {
    files.insert(files.end(), carried.begin(), carried.end());
  }
  std::vector<Checkup> checks = {check_processor(), check_memory(available_memory()),
                                 check_threads()};
  std::error_code failure;
  checks.push_back(check_disk("this folder", fs::current_path(failure).string()));
  checks.push_back(check_disk("temporary", fs::temp_directory_path(failure).string()));
  checks.push_back(check_terminal());
  checks.push_back(check_own_files(files));
  checks.push_back(attempted("results", check_results_file));
  checks.push_back(attempted("known run", check_known_run));
  return checks;
}

}  // namespace stepdown
