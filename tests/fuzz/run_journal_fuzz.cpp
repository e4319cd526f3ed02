#include "analysis/journal_reader.h"
#include "analysis/run_journal.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  const auto path = fuzzed_file(bytes, "unfinished.runs");
  {
    const JournalReader reader(path);
    std::uint64_t place = reader.first();
    while (const auto record = reader.at(place)) {
      place = JournalReader::behind(place, *record);
    }
  }
  const RunJournal journal(path, "inputs");
  journal.each([](const SavedRun&) {});
}

}  // namespace stepdown
