#include "cli/sweep_status.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/shell_words.h"
#include "cli/study_work.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t stretches_told = 10;

struct Status {
  StudyPlan plan;
  std::size_t saved = 0;
  std::size_t failed = 0;
  std::vector<RunStretch> missing = {};
  bool is_merged = false;
};

void print_merged(const Status& status, const std::string& folder) {
  std::cout << "merged: " << (fs::path(folder) / "sweep.h5").string() << '\n'
            << status.saved << " of " << status.plan.runs_in_all()
            << " runs are saved beside it too, where nothing needs them any more\n";
}

void print(const Status& status, const std::string& folder) {
  if (status.is_merged) {
    print_merged(status, folder);
    return;
  }
  const std::size_t in_all = status.plan.runs_in_all();
  std::cout << status.saved << " of " << in_all << " runs are saved, " << status.failed
            << " of them failed\n";
  for (std::size_t i = 0; i < std::min(status.missing.size(), stretches_told); ++i) {
    std::cout << "missing: " << in_words(status.missing[i], status.plan) << '\n';
  }
  if (status.missing.size() > stretches_told) {
    std::cout << "and " << status.missing.size() - stretches_told << " more stretches\n";
  }
  std::cout << "next: stepdown sweep " << (status.missing.empty() ? "merge " : "run ")
            << shell_word(folder) << '\n';
}

void print_json(const Status& status, const std::string& folder) {
  nlohmann::ordered_json json = {{"folder", folder},
                                 {"design", status.plan.design},
                                 {"points", status.plan.points.size()},
                                 {"runs", status.plan.runs_in_all()},
                                 {"saved", status.saved},
                                 {"failed_runs", status.failed},
                                 {"missing", nlohmann::ordered_json::array()},
                                 {"merged", status.is_merged}};
  for (const RunStretch& stretch : status.missing) {
    json["missing"].push_back({{"first_run", stretch.first}, {"last_run", stretch.end - 1}});
  }
  std::cout << json.dump(2) << '\n';
}

}  // namespace

ExitCode show_status(const std::string& folder, bool json) {
  Status status{read_study_plan(folder)};
  const StudyRuns runs(folder, status.plan);
  status.saved = runs.saved();
  status.failed = runs.failed();
  status.missing = runs.missing_in({0, runs.in_all()});
  status.is_merged = fs::exists(fs::path(folder) / "sweep.h5");
  json ? print_json(status, folder) : print(status, folder);
  return ExitCode::ok;
}

}  // namespace stepdown
