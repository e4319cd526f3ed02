#pragma once

#include <atomic>
#include <filesystem>

namespace stepdown {

/// What an experiment under way would leave behind: the journal of its runs, in a folder.
struct UnfinishedWork {
  std::filesystem::path journal;
  std::filesystem::path folder;
  bool is_temporary = false;
};

/// Ctrl-C, or a scheduler's SIGTERM, while runs are under way: once asks to finish those in hand,
/// twice ends the program at once with exit code 130. Saved runs stay, unless they are temporary.
/// One at a time in a program.
class Interrupt {
 public:
  Interrupt(const UnfinishedWork& work, bool has_saved_runs);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// Becomes true with the first Ctrl-C.
  const std::atomic<bool>& asked_to_stop() const;

  /// From the first saved run on there is something to be kept.
  static void note_saved_run();
};

}  // namespace stepdown
