#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/fixtures/program.h"
#include "tests/fixtures/started_program.h"

namespace stepdown {

/// A command that works in one folder, and what that folder holds in the end when nobody disturbs
/// it. What is under a final name there must be whole at every moment, whatever happens.
class WorkAtRisk {
 public:
  using Words = std::vector<std::string>;
  using Duration = std::chrono::duration<double>;

  /// "compare", "sweep" or "calibrate", small enough to be done in a second.
  explicit WorkAtRisk(const std::string& verb);

  const std::string& folder() const { return folder_; }
  /// Where a disturbance may keep what it needs, outside the folder of the work.
  std::string beside(const std::string& name) const { return place_.path() + '/' + name; }
  /// The files that the command reads and that are ours to take away.
  const std::vector<std::string>& inputs() const { return inputs_; }
  void write_inputs() const;

  /// How long it takes undisturbed: the middle one of three, measured now.
  Duration life() const;
  /// The bytes of all that stands in the folder in the end, and of the largest file there.
  std::size_t size() const;
  std::size_t largest() const;

  void begin_anew() const;
  /// Whether every file that it leaves in the end is there.
  bool is_finished() const;
  /// The same of the files that tell of results.
  bool has_results() const;
  StartedProgram started() const;
  /// The command run to its end, behind other words: those of `prlimit`, say.
  ProgramRun ended(const Words& before = {}) const;

  /// The files of the runs saved so far, and how many runs are whole in them.
  Words journals() const;
  long saved_runs() const;

  /// No file under a final name is anything but what it is in the end.
  void expect_nothing_half() const;
  /// All runs of which the command told are saved, or are in the files that it leaves in the end.
  void expect_nothing_lost(const std::string& told) const;
  /// The same command begins with what is saved and ends well, with the files of an undisturbed one
  /// and no other.
  void expect_goes_on() const;

 private:
  using Files = std::map<std::string, std::string>;

  Files files() const;

  TemporaryFolder place_;
  std::string folder_ = place_.path() + "/out";
  Words command_;
  std::map<std::string, std::string> input_texts_;
  std::vector<std::string> inputs_;
  Files whole_;
};

/// How many runs are done by what was told first, and by what was told last; none where none were
/// told.
std::optional<long> done_first(const std::string& told);
std::optional<long> done_last(const std::string& told);

}  // namespace stepdown
