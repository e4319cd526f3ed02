#include "analysis/journal_reader.h"

#include <gmock/gmock.h>

#include <system_error>

#include "analysis/run_journal.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

class AJournal : public testing::Test {
 protected:
  AJournal() : journal_(path(), "some inputs") {
    for (std::uint32_t run = 0; run < 3; ++run) {
      journal_.append(7, {run, {}});
    }
  }
  std::string path() const { return folder_.path() + "/a.runs"; }

  TemporaryFolder folder_;
  RunJournal journal_;
};

TEST_F(AJournal, IsReadWhileItIsWritten) {
  const JournalReader reader(path());
  EXPECT_EQ(reader.inputs(), "some inputs");
  std::uint64_t place = reader.first();
  std::uint32_t run = 0;
  while (const auto record = reader.at(place)) {
    EXPECT_EQ(run_in(*record)->run, run++);
    place = JournalReader::behind(place, *record);
  }
  EXPECT_EQ(run, 3U);
}

TEST_F(AJournal, IsReadAsFarAsItIsWhole) {
  const std::string bytes = bytes_of(path());
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    folder_.write("cut.runs", bytes.substr(0, length));
    const JournalReader reader(folder_.path() + "/cut.runs");
    int records = 0;
    std::uint64_t place = reader.first();
    while (const auto record = reader.at(place)) {
      ++records;
      place = JournalReader::behind(place, *record);
    }
    EXPECT_LT(records, 3);
    EXPECT_EQ(reader.inputs().has_value(), length >= journal_heading("some inputs").size());
  }
  EXPECT_EQ(bytes_of(path()), bytes) << "reading changes nothing";
}

TEST_F(AJournal, ThatIsNotThereIsAnErrorOfTheSystem) {
  EXPECT_THROW(JournalReader(folder_.path() + "/none.runs"), std::system_error);
}

}  // namespace
}  // namespace stepdown
