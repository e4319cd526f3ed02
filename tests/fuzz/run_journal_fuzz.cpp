#include "analysis/run_journal.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  const RunJournal journal(fuzzed_file(bytes, "unfinished.runs"), "inputs");
  journal.each([](const SavedRun&) {});
}

}  // namespace stepdown
