#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "analysis/run_journal.h"

namespace stepdown {

/// What a simulation ended with: its summaries, or none and why it failed.
struct SimulationOutcome {
  std::vector<double> summaries;
  std::string failure;
  bool operator==(const SimulationOutcome&) const = default;
};

/// Finished simulations of a sampler, by generation and proposal, so that one that was ended does
/// none of them twice. Called from several threads at once.
class AbcJournal {
 public:
  virtual ~AbcJournal() = default;
  /// What was there when the journal was opened, or null.
  virtual const SimulationOutcome* find(std::uint32_t generation, std::uint32_t proposal) const = 0;
  virtual void add(std::uint32_t generation, std::uint32_t proposal,
                   const SimulationOutcome& outcome) = 0;
  /// Called now and then between simulations: what was added should outlive the machine's power.
  virtual void sync() = 0;
};

/// A journal in a file of its own, which keeps what is whole in it however the program ended.
class AbcJournalFile : public AbcJournal {
 public:
  /// Opens or begins the journal at `path`. `inputs` is one line that tells everything the
  /// simulations follow from; UnusableData, and the file stays as it is, if it was begun for other
  /// ones or is no journal. Other errors are std::system_error.
  AbcJournalFile(const std::filesystem::path& path, const std::string& inputs);

  /// How many simulations it held when it was opened.
  std::size_t found() const { return found_.size(); }

  const SimulationOutcome* find(std::uint32_t generation, std::uint32_t proposal) const override;
  void add(std::uint32_t generation, std::uint32_t proposal,
           const SimulationOutcome& outcome) override;
  void sync() override;

 private:
  std::mutex adding_;
  RunJournal records_;
  bool is_synced_ = true;
  std::map<std::pair<std::uint32_t, std::uint32_t>, SimulationOutcome> found_;
};

}  // namespace stepdown
