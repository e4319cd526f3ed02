#include "calibration/abc/abc_journal.h"

#include <fstream>
#include <optional>
#include <utility>

#include "analysis/unusable_data.h"

namespace stepdown {
namespace {

// A RunJournal that was begun for other inputs begins again; hours of simulations are not to go
// that way because of one setting. So its first line is looked at before.
const std::filesystem::path& fit_to_be_opened(const std::filesystem::path& path,
                                              const std::string& inputs) {
  const std::string heading = "stepdown runs 1 " + inputs + '\n';
  std::ifstream in(path, std::ios::binary);
  std::string start(heading.size(), '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(in.gcount()));
  // The end of the program may have cut the first line itself.
  if (!heading.starts_with(start)) {
    throw UnusableData(Fault::already_there,
                       "`" + path.string() +
                           "` holds simulations of other inputs (scenario, place, targets, budget, "
                           "draws, seed or program)",
                       "give the command that began it, remove the file, or name another folder");
  }
  return path;
}

}  // namespace

AbcJournalFile::AbcJournalFile(const std::filesystem::path& path, const std::string& inputs)
    : records_(fit_to_be_opened(path, inputs), inputs) {
  records_.each([&](const SavedRun& saved) {
    SimulationOutcome& outcome = found_[{saved.draw, saved.run}];
    if (!saved.outcomes.empty() && saved.outcomes.front()) {
      outcome.summaries = saved.outcomes.front()->of_run;
    }
    if (!saved.failed.empty()) {
      outcome.failure = saved.failed.front().message;
    }
  });
}

const SimulationOutcome* AbcJournalFile::find(std::uint32_t generation,
                                              std::uint32_t proposal) const {
  const auto known = found_.find({generation, proposal});
  return known == found_.end() ? nullptr : &known->second;
}

void AbcJournalFile::add(std::uint32_t generation, std::uint32_t proposal,
                         const SimulationOutcome& outcome) {
  std::vector<std::optional<Outcomes>> figures(1);
  std::vector<FailedRun> failed;
  if (outcome.failure.empty()) {
    figures.front() = Outcomes{outcome.summaries, {}, 0};
  } else {
    failed.push_back({0, proposal, {}, outcome.failure});
  }
  const std::lock_guard<std::mutex> one_at_a_time(adding_);
  records_.append(generation, {proposal, figures, failed});
  is_synced_ = false;
}

void AbcJournalFile::sync() {
  const std::lock_guard<std::mutex> one_at_a_time(adding_);
  if (!std::exchange(is_synced_, true)) {
    records_.sync();
  }
}

}  // namespace stepdown
