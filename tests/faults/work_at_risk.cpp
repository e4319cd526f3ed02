#include "tests/faults/work_at_risk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "analysis/journal_reader.h"
#include "analysis/run_record.h"
#include "tests/fixtures/milliseconds_runs.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

constexpr const char* small_place = R"(kind = "place"
title = "Smallshire"
[population]
children = { value = 3000, source = "invented" }
[workforce]
social_workers = { value = 5, source = "invented" }
)";

constexpr const char* two_figures = R"([rereferral_12m]
value = 22
error = 4
label = "Referrals within 12 months of an earlier one, %"
source = "invented"

[second_or_subsequent_plan]
value = 25
error = 4
label = "Plans that are a second or later one, %"
source = "invented"
)";

/// Names under which nobody expects anything whole: what is being written, and runs so far.
bool is_unfinished(const std::string& name) {
  return name.find(".part-") != std::string::npos || name.find("unfinished") != std::string::npos ||
         name.starts_with("runs/");
}

/// A policy of ours that can stand anywhere.
std::string rebased(std::string policy) {
  const std::string beside_it = "../base.toml";
  return policy.replace(policy.find(beside_it), beside_it.size(),
                        std::string(STEPDOWN_SOURCE_DIR) + '/' + base_file);
}

/// How many runs are done, line of progress by line.
std::vector<long> counts_in(const std::string& told) {
  std::vector<long> counts;
  std::istringstream lines(told);
  for (std::string line; std::getline(lines, line);) {
    const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
    // What is merged is merged anew; it is the runs that are saved.
    if (!json.is_object() || json.value("step", "") == "merging") {
      continue;
    }
    for (const char* key : {"done", "saved_before"}) {
      if (json.contains(key)) {
        counts.push_back(json[key].get<long>());
      }
    }
  }
  return counts;
}

}  // namespace

std::optional<long> done_first(const std::string& told) {
  const std::vector<long> counts = counts_in(told);
  return counts.empty() ? std::nullopt : std::optional(counts.front());
}

std::optional<long> done_last(const std::string& told) {
  const std::vector<long> counts = counts_in(told);
  return counts.empty() ? std::nullopt : std::optional(counts.back());
}

WorkAtRisk::WorkAtRisk(const std::string& verb) {
  if (verb == "calibrate") {
    input_texts_ = {{beside("smallshire.toml"), small_place},
                    {beside("figures.toml"), two_figures}};
    command_ = {verb,        base_file,
                "--place",   beside("smallshire.toml"),
                "--targets", beside("figures.toml"),
                "--draws",   "20",
                "--budget",  "24"};
  } else {
    input_texts_ = {
        {beside("plan.toml"), rebased(bytes_of(STEPDOWN_SOURCE_DIR + ('/' + tapered_file)))}};
    const Words files{verb, base_file, beside("plan.toml")};
    if (verb == "compare") {
      command_ = in_milliseconds(files, 80);
    } else {
      command_ = in_milliseconds(files, 10);
      command_.insert(command_.end(), {"--vary", "need.easing=0.5..1.5", "--design", "sobol",
                                       "--points", "16", "--measure", "rereferral_12m"});
    }
  }
  command_.insert(command_.end(), {"--threads", "2", "--progress", "json", "--out", folder_});
  for (const auto& [path, text] : input_texts_) {
    inputs_.push_back(path);
  }
  write_inputs();
  const ProgramRun run = ended();
  if (run.exit_code != 0) {
    throw std::runtime_error("undisturbed, it ends with: " + run.err);
  }
  whole_ = files();
}

WorkAtRisk::Duration WorkAtRisk::life() const {
  std::array<Duration, 3> lives{};
  for (Duration& life : lives) {
    begin_anew();
    const auto begun = std::chrono::steady_clock::now();
    ended();
    life = std::chrono::steady_clock::now() - begun;
  }
  std::ranges::sort(lives);
  return lives[1];
}

void WorkAtRisk::write_inputs() const {
  for (const auto& [path, text] : input_texts_) {
    place_.write(fs::path(path).filename().string(), text);
  }
}

std::size_t WorkAtRisk::size() const {
  std::size_t size = 0;
  for (const auto& [name, bytes] : whole_) {
    size += bytes.size();
  }
  return size;
}

std::size_t WorkAtRisk::largest() const {
  std::size_t largest = 0;
  for (const auto& [name, bytes] : whole_) {
    largest = std::max(largest, bytes.size());
  }
  return largest;
}

void WorkAtRisk::begin_anew() const { fs::remove_all(folder_); }

StartedProgram WorkAtRisk::started() const { return StartedProgram(command_, beside("err")); }

ProgramRun WorkAtRisk::ended(const Words& before) const {
  if (before.empty()) {
    return run_stepdown(command_);
  }
  Words all(before.begin() + 1, before.end());
  all.emplace_back(STEPDOWN_BINARY);
  all.insert(all.end(), command_.begin(), command_.end());
  return run_program(before.front(), all, STEPDOWN_SOURCE_DIR);
}

WorkAtRisk::Files WorkAtRisk::files() const {
  Files files;
  if (fs::exists(folder_)) {
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
      if (entry.is_regular_file()) {
        files[fs::relative(entry.path(), folder_).string()] = bytes_of(entry.path());
      }
    }
  }
  return files;
}

void WorkAtRisk::expect_nothing_half() const {
  for (const auto& [name, bytes] : files()) {
    if (!is_unfinished(name)) {
      const auto whole = whole_.find(name);
      ASSERT_NE(whole, whole_.end()) << name << " is not left by an undisturbed command";
      EXPECT_TRUE(bytes == whole->second) << name << " is not whole";
    }
  }
}

bool WorkAtRisk::has_results() const {
  const Files now = files();
  return std::ranges::all_of(whole_, [&](const auto& file) {
    const bool is_plan = file.first == "plan.toml" || file.first == "points.csv";
    return is_plan || is_unfinished(file.first) || now.contains(file.first);
  });
}

WorkAtRisk::Words WorkAtRisk::journals() const {
  Words found;
  for (const auto& [name, bytes] : files()) {
    if (is_unfinished(name) && name.find(".part-") == std::string::npos && !bytes.empty()) {
      found.push_back(folder_ + '/' + name);
    }
  }
  return found;
}

bool WorkAtRisk::is_finished() const {
  const Files now = files();
  return std::ranges::all_of(whole_, [&](const auto& file) { return now.contains(file.first); });
}

long WorkAtRisk::saved_runs() const {
  long count = 0;
  for (const std::string& path : journals()) {
    const JournalReader journal(path);
    std::uint64_t place = journal.first();
    while (const auto record = journal.at(place)) {
      if (!run_in(*record)) {
        break;
      }
      place = JournalReader::behind(place, *record);
      ++count;
    }
  }
  return count;
}

void WorkAtRisk::expect_nothing_lost(const std::string& told) const {
  if (!is_finished()) {
    EXPECT_GE(saved_runs(), done_last(told).value_or(0)) << "lost, although it was told";
  }
}

void WorkAtRisk::expect_goes_on() const {
  const long saved = is_finished() ? 0 : saved_runs();
  const ProgramRun run = ended();
  ASSERT_EQ(run.exit_code, 0) << run.err;
  // A fit tells at each of its steps what the steps before it came to.
  if (command_.front() != "calibrate") {
    EXPECT_GE(done_first(run.err).value_or(saved), saved) << "saved runs were made again";
  }
  const Files now = files();
  for (const auto& [name, bytes] : whole_) {
    const auto found = now.find(name);
    ASSERT_NE(found, now.end()) << name << " is missing";
    EXPECT_TRUE(found->second == bytes) << name << " has other bytes";
  }
  for (const auto& [name, bytes] : now) {
    EXPECT_TRUE(whole_.contains(name)) << name << " was left behind";
  }
}

}  // namespace stepdown
