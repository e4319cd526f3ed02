#pragma once

#include <atomic>
#include <filesystem>

namespace stepdown {

/// Ctrl-C while runs are under way: once asks to finish those in hand, twice ends the program at
/// once with exit code 130 and without the unfinished file. One at a time in a program.
class Interrupt {
 public:
  /// A second Ctrl-C removes `unfinished`, and then `folder` if one is named.
  explicit Interrupt(const std::filesystem::path& unfinished,
                     const std::filesystem::path& folder = {});
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// Becomes true with the first Ctrl-C.
  const std::atomic<bool>& asked_to_stop() const;
};

}  // namespace stepdown
