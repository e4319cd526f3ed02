#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "analysis/run_record.h"

namespace stepdown {

/// Runs saved one by one while an ensemble is under way, so that whatever ends the program takes
/// only the runs in hand with it. A record cut short by that is dropped when the journal is opened
/// again. One program at a time may have it open. Errors are std::system_error.
class RunJournal {
 public:
  /// Opens the journal at `path`, or begins it with its folder. What it holds is kept only if it
  /// was begun for the same `inputs`, one line of text.
  RunJournal(const std::filesystem::path& path, const std::string& inputs);
  /// Without a single run in it the file goes again, and so do the folders made for it.
  ~RunJournal();
  RunJournal(const RunJournal&) = delete;
  RunJournal& operator=(const RunJournal&) = delete;

  /// How many runs are in it.
  std::size_t runs() const { return runs_; }
  const std::filesystem::path& path() const { return path_; }

  void append(std::uint32_t draw, const FinishedRun& run);
  /// All runs in the order in which they were appended, read one at a time.
  void each(const std::function<void(const SavedRun&)>& act) const;

  /// Sees to it that what was appended outlives the machine's power.
  void sync() const;
  /// Takes the file away: its runs are safe elsewhere.
  void remove();

 private:
  void open();
  void lock();
  void find_whole_records(const std::string& heading);
  void cut(std::uint64_t size);

  std::filesystem::path path_;
  std::filesystem::path made_folder_;  // the outermost that was not there before
  int file_ = -1;
  std::uint64_t first_record_ = 0;
  std::uint64_t end_ = 0;  // of the last whole record
  std::size_t runs_ = 0;
  bool is_removed_ = false;
};

}  // namespace stepdown
