#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/fixtures/invented_return.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

// The most memory that the program had at a time, in megabytes.
double memory_of(const std::vector<std::string>& arguments) {
  std::vector<char*> argv{const_cast<char*>(STEPDOWN_BINARY)};
  for (const std::string& argument : arguments) {
    argv.push_back(const_cast<char*>(argument.c_str()));
  }
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    if (chdir(STEPDOWN_SOURCE_DIR) == 0 && dup2(nowhere, STDOUT_FILENO) >= 0 &&
        dup2(nowhere, STDERR_FILENO) >= 0) {
      execv(STEPDOWN_BINARY, argv.data());
    }
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// What a thousand of these runs come to would take more than thirty megabytes.
TEST(Memory, does_not_grow_with_the_number_of_runs) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "what is freed is kept for a while, to see whether anybody uses it";
#endif
  const TemporaryFolder folder;
  const auto memory = [&](int runs) {
    return memory_of(in_milliseconds(
        {"compare", base_file, tapered_file, sustained_file, "--out", folder.path() + "/out"},
        runs));
  };
  const double of_few = memory(100);
  EXPECT_LT(memory(1000), of_few + 12);
}

TEST(Memory, for_a_census_return_of_200000_children_is_that_of_one) {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/cin.xml";
  {
    std::ofstream out(file, std::ios::binary);
    write_invented_return(out, {.children = 200'000});
  }
  EXPECT_GT(std::filesystem::file_size(file), 100'000'000U);
  EXPECT_LT(memory_of({"import", "cin", file, "--out", folder.path() + "/out"}), 200);
}

// The parts of a child stand in several files, so dates and codes of all are held at once.
TEST(Memory, for_several_returns_of_200000_children_stays_below_a_gigabyte) {
  const TemporaryFolder folder;
  std::vector<std::string> arguments{"import", "cin", "--out", folder.path() + "/out"};
  for (const int year : {2022, 2023, 2024}) {
    arguments.push_back(folder.path() + '/' + std::to_string(year) + ".xml");
    std::ofstream out(arguments.back(), std::ios::binary);
    write_invented_return(out, {.children = 200'000, .year = year, .lives_until = 2022});
  }
  EXPECT_LT(memory_of(arguments), 1000);
}

}  // namespace
}  // namespace stepdown
