#include "analysis/run_journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cmath>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <system_error>
#include <vector>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr const char* inputs = "seed 1";

// Outcomes of two scenarios from which the run can be told; in run 2 the second one failed.
void append(RunJournal& journal, std::uint32_t run, std::uint32_t draw = 0) {
  std::vector<std::optional<Outcomes>> both{Outcomes{{run + 0.5, none}, {1.0 * run, -0.0}, 1},
                                            Outcomes{{100.0 + run, 7}, {run / 3.0, 2}, 1}};
  std::vector<FailedRun> failed;
  if (run == 2) {
    both[1].reset();
    failed.push_back({1, run, "tapered", "accounts lost"});
  }
  journal.append(draw, {run, both, failed});
}

std::vector<SavedRun> runs_of(const RunJournal& journal) {
  std::vector<SavedRun> runs;
  journal.each([&](const SavedRun& run) { runs.push_back(run); });
  return runs;
}

std::vector<std::uint32_t> numbers_of(const RunJournal& journal) {
  std::vector<std::uint32_t> numbers;
  journal.each([&](const SavedRun& run) { numbers.push_back(run.run); });
  return numbers;
}

std::string journal_of(const TemporaryFolder& folder, std::uint32_t runs) {
  const std::string path = folder.path() + "/runs";
  RunJournal journal(path, inputs);
  for (std::uint32_t run = 0; run < runs; ++run) {
    append(journal, run);
  }
  return path;
}

TEST(RunJournal, gives_back_every_bit_that_was_saved) {
  const TemporaryFolder folder;
  const RunJournal journal(journal_of(folder, 3), inputs);
  const std::vector<SavedRun> runs = runs_of(journal);
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs[1].outcomes[1]->monthly[0], 1 / 3.0);
  EXPECT_TRUE(std::signbit(runs[1].outcomes[0]->monthly[1]));
  EXPECT_TRUE(std::isnan(runs[0].outcomes[0]->of_run[1]));
  EXPECT_EQ(runs[0].outcomes[0]->months, 1U);
  EXPECT_FALSE(runs[2].outcomes[1]);
  EXPECT_THAT(runs[2].failed, ElementsAre(FailedRun{1, 2, "tapered", "accounts lost"}));
}

TEST(RunJournal, goes_on_where_it_ended) {
  const TemporaryFolder folder;
  const std::string path = journal_of(folder, 2);
  RunJournal journal(path, inputs);
  EXPECT_EQ(journal.runs(), 2U);
  append(journal, 7, 1);
  EXPECT_THAT(numbers_of(journal), ElementsAre(0, 1, 7));
  EXPECT_EQ(runs_of(journal).back().draw, 1U);
}

TEST(RunJournal, forgets_the_runs_of_other_inputs) {
  const TemporaryFolder folder;
  const std::string path = journal_of(folder, 3);
  EXPECT_EQ(RunJournal(path, "seed 2").runs(), 0U);
}

// Wherever the end of the program fell, the runs before it are whole and the rest is dropped.
TEST(RunJournal, drops_a_torn_tail_wherever_it_is_torn) {
  const TemporaryFolder folder;
  const std::string path = journal_of(folder, 3);
  const auto size = std::filesystem::file_size(path);
  const auto of_two = [&] {
    const TemporaryFolder other;
    return std::filesystem::file_size(journal_of(other, 2));
  }();
  for (auto end = size - 1; end >= of_two; --end) {
    const std::string torn = folder.path() + "/torn";
    std::filesystem::copy_file(path, torn, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(torn, end);
    RunJournal journal(torn, inputs);
    ASSERT_EQ(journal.runs(), 2U) << end;
    append(journal, 5);
    ASSERT_THAT(numbers_of(journal), ElementsAre(0, 1, 5)) << end;
  }
}

TEST(RunJournal, never_gives_back_a_run_other_than_it_was) {
  const TemporaryFolder folder;
  const std::string path = journal_of(folder, 3);
  const auto size = std::filesystem::file_size(path);
  std::vector<std::string> whole;
  RunJournal(path, inputs).each([&](const SavedRun& run) {
    whole.push_back(record_of(run.draw, run.finished()));
  });
  std::uintmax_t lost = 0;
  for (std::uintmax_t place = 0; place < size; ++place) {
    const std::string changed = folder.path() + "/changed";
    std::filesystem::copy_file(path, changed, std::filesystem::copy_options::overwrite_existing);
    {
      std::fstream file(changed, std::ios::in | std::ios::out | std::ios::binary);
      file.seekg(static_cast<std::streamoff>(place));
      const char byte = static_cast<char>(file.get() ^ 0x10);
      file.seekp(static_cast<std::streamoff>(place));
      file.put(byte);
    }
    RunJournal journal(changed, inputs);
    lost += journal.runs() < 3 ? 1 : 0;
    const std::vector<SavedRun> runs = runs_of(journal);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      ASSERT_EQ(record_of(runs[i].draw, runs[i].finished()), whole[i]) << place;
    }
  }
  // The format of the records has a bit that nobody reads; any other one is missed.
  EXPECT_GT(lost, size - 10);
}

TEST(RunJournal, without_a_run_leaves_nothing_behind) {
  const TemporaryFolder folder;
  { const RunJournal journal(folder.path() + "/new/one/runs", inputs); }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(RunJournal, leaves_what_else_is_in_the_folder) {
  const TemporaryFolder folder;
  folder.write("here/results.h5", "old");
  { const RunJournal journal(folder.path() + "/here/runs", inputs); }
  EXPECT_TRUE(std::filesystem::exists(folder.path() + "/here/results.h5"));
}

TEST(RunJournal, is_gone_once_it_is_removed) {
  const TemporaryFolder folder;
  const std::string path = journal_of(folder, 2);
  RunJournal(path, inputs).remove();
  EXPECT_FALSE(std::filesystem::exists(path));
}

std::ptrdiff_t open_files() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

TEST(RunJournal, is_open_to_one_program_at_a_time) {
  const TemporaryFolder folder;
  const std::string path = journal_of(folder, 1);
  const RunJournal first(path, inputs);
  const std::ptrdiff_t before = open_files();
  try {
    const RunJournal second(path, inputs);
    ADD_FAILURE() << "both have it";
  } catch (const std::system_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("another stepdown is at work in " + folder.path()));
    EXPECT_EQ(open_files(), before) << "it has let go of the file";
  }
}

TEST(RunJournal, cannot_be_where_a_file_is_the_folder) {
  const TemporaryFolder folder;
  folder.write("file", "not a folder");
  EXPECT_THROW(RunJournal(folder.path() + "/file/runs", inputs), std::system_error);
}

// Keeps the files that this program writes below a size while it lives, as a full disk would.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST(RunJournal, on_a_full_disk_keeps_the_runs_that_are_whole) {
  const TemporaryFolder folder;
  const std::string path = journal_of(folder, 2);
  {
    RunJournal journal(path, inputs);
    const FullDisk full(std::filesystem::file_size(path) + 20);
    EXPECT_THROW(append(journal, 2), std::system_error);
  }
  EXPECT_EQ(RunJournal(path, inputs).runs(), 2U);
}

}  // namespace
}  // namespace stepdown
