#include "calibration/abc/abc_journal.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <vector>

#include "analysis/unusable_data.h"
#include "calibration/abc/abc_smc.h"
#include "tests/fixtures/normal_problem.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;
using ::testing::Pointee;
using ::testing::ThrowsMessage;

const SimulationOutcome good{{1.5, -0.0, 1e300}, {}};
const SimulationOutcome other{{7, 8, 9}, {}};
const SimulationOutcome bad{{}, "accounts lost"};

std::string filled_journal(const TemporaryFolder& folder) {
  const std::string path = folder.path() + "/simulations";
  AbcJournalFile journal(path, "stamp 1");
  journal.add(0, 5, good);
  journal.add(0, 2, bad);
  journal.add(3, 5, other);
  journal.sync();
  return path;
}

TEST(AbcJournal, gives_back_what_was_added_by_generation_and_proposal) {
  const TemporaryFolder folder;
  const AbcJournalFile journal(filled_journal(folder), "stamp 1");
  EXPECT_EQ(journal.found(), 3U);
  EXPECT_THAT(journal.find(0, 5), Pointee(good));
  EXPECT_THAT(journal.find(0, 2), Pointee(bad));
  EXPECT_THAT(journal.find(3, 5), Pointee(other));
  EXPECT_EQ(journal.find(0, 3), nullptr);
  EXPECT_EQ(journal.find(1, 5), nullptr);
}

TEST(AbcJournal, refuses_to_go_on_with_the_simulations_of_other_inputs_and_keeps_them) {
  const TemporaryFolder folder;
  const std::string path = filled_journal(folder);
  const std::string before = bytes_of(path);
  EXPECT_THAT([&] { AbcJournalFile(path, "stamp 2"); },
              ThrowsMessage<UnusableData>(HasSubstr("other inputs")));
  try {
    AbcJournalFile(path, "stamp 1 and more");
    FAIL() << "not refused";
  } catch (const UnusableData& error) {
    EXPECT_THAT(error.advice(), HasSubstr("remove the file"));
  }
  EXPECT_EQ(bytes_of(path), before);
}

TEST(AbcJournal, leaves_a_file_alone_that_is_no_journal) {
  const TemporaryFolder folder;
  folder.write("letter", "Dear council");
  EXPECT_THROW(AbcJournalFile(folder.path() + "/letter", "stamp 1"), UnusableData);
  EXPECT_EQ(bytes_of(folder.path() + "/letter"), "Dear council");
}

TEST(AbcJournal, begins_where_the_first_line_was_cut) {
  const TemporaryFolder folder;
  const std::string path = filled_journal(folder);
  fs::resize_file(path, 12);
  {
    AbcJournalFile journal(path, "stamp 1");
    EXPECT_EQ(journal.found(), 0U);
    journal.add(0, 1, good);
  }
  EXPECT_EQ(AbcJournalFile(path, "stamp 1").found(), 1U);
}

TEST(AbcJournal, is_open_in_one_program_at_a_time) {
  const TemporaryFolder folder;
  const AbcJournalFile journal(filled_journal(folder), "stamp 1");
  EXPECT_THROW(AbcJournalFile(folder.path() + "/simulations", "stamp 1"), std::system_error);
}

/// A search whose simulations are counted, some of which fail.
class Resumed : public ::testing::Test {
 protected:
  AbcResult search(AbcJournal* journal, std::size_t budget = 300) {
    AbcPlan plan;
    plan.particles = 40;
    plan.budget = budget;
    plan.threads = 2;
    const std::atomic<bool> never{false};
    calls_ = 0;
    const Simulate simulate = [this](const Point& point, std::uint64_t luck) {
      ++calls_;
      std::this_thread::sleep_for(each_takes_);
      if (luck % 17 == 0) {
        throw std::runtime_error("accounts lost");
      }
      return NormalProblem(2).simulate()(point, luck);
    };
    return abc_smc(NormalProblem(2).prior(), simulate, {0.1, 0.4}, plan, journal, {}, never);
  }
  std::string resumed(const std::string& path, std::size_t budget = 300) {
    AbcJournalFile journal(path, "stamp 1");
    kept_ = journal.found();
    return bits_of(search(&journal, budget));
  }
  /// Resumes what is left of the file when the program ends after so many bytes of it.
  std::string resumed_after(std::uintmax_t bytes) {
    const std::string torn = folder_.path() + "/torn";
    fs::copy_file(path_, torn, fs::copy_options::overwrite_existing);
    fs::resize_file(torn, bytes);
    return resumed(torn);
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.path() + "/simulations";
  std::atomic<std::size_t> calls_{0};
  std::size_t kept_ = 0;
  std::chrono::microseconds each_takes_{0};
};

TEST_F(Resumed, search_gives_the_same_bits_and_simulates_nothing_again) {
  const std::string alone = bits_of(search(nullptr));
  EXPECT_EQ(resumed(path_), alone);
  const std::size_t all = calls_;
  EXPECT_GE(all, 300U);
  EXPECT_EQ(resumed(path_), alone);
  EXPECT_EQ(calls_, 0U);
  EXPECT_EQ(kept_, all);
}

TEST_F(Resumed, search_gives_the_same_bits_wherever_it_was_cut) {
  const std::string whole = resumed(path_);
  const std::uintmax_t size = fs::file_size(path_);
  for (std::uintmax_t bytes = size - 1; bytes >= size - 150; --bytes) {
    ASSERT_EQ(resumed_after(bytes), whole) << bytes;
    ASSERT_GE(calls_, 1U) << bytes;
  }
  for (std::uint32_t i = 0; i < 30; ++i) {
    const auto bytes =
        static_cast<std::uintmax_t>(PointLuck(4, 0, i).uniform(0) * static_cast<double>(size));
    ASSERT_EQ(resumed_after(bytes), whole) << bytes;
  }
}

constexpr const char* journal_of_the_killed = "STEPDOWN_TEST_JOURNAL";

// What the next test starts as a program of its own, to kill it; without a journal it does nothing.
TEST_F(Resumed, search_that_is_killed) {
  if (const char* path = std::getenv(journal_of_the_killed)) {
    each_takes_ = std::chrono::microseconds(700);
    resumed(path);
  }
}

pid_t started_search(const std::string& path) {
  const pid_t child = fork();
  if (child == 0) {
    setenv(journal_of_the_killed, path.c_str(), 1);
    execl("/proc/self/exe", "search", "--gtest_brief=1",
          "--gtest_filter=Resumed.search_that_is_killed", nullptr);
    _exit(127);
  }
  return child;
}

TEST_F(Resumed, search_gives_the_same_bits_after_it_was_killed_again_and_again) {
  const std::string alone = bits_of(search(nullptr));
  std::vector<std::size_t> kept;
  for (std::uint32_t time = 0; time < 4; ++time) {
    const std::uintmax_t before = fs::exists(path_) ? fs::file_size(path_) : 0;
    const pid_t child = started_search(path_);
    // From its first simulation on, for a while of its own.
    std::error_code not_there;
    for (int tries = 0; tries < 1500; ++tries) {
      const std::uintmax_t size = fs::file_size(path_, not_there);
      if (!not_there && size > before + 50) {
        break;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    std::this_thread::sleep_for(
        std::chrono::microseconds(static_cast<int>(20'000 * PointLuck(6, 0, time).uniform(0))));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    const std::string so_far = folder_.path() + "/so_far";
    fs::copy_file(path_, so_far, fs::copy_options::overwrite_existing);
    ASSERT_EQ(resumed(so_far), alone) << time;
    kept.push_back(kept_);
  }
  EXPECT_TRUE(std::ranges::is_sorted(kept)) << "a resumed search keeps what it had";
  EXPECT_GT(kept.back(), 0U) << "nothing was interrupted";
}

TEST_F(Resumed, search_may_go_on_with_more_budget) {
  const std::string more = bits_of(search(nullptr, 600));
  resumed(path_, 200);
  EXPECT_EQ(resumed(path_, 600), more);
  EXPECT_LT(calls_, 430U);
}

}  // namespace
}  // namespace stepdown
