#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>

#include "tests/fixtures/invented_return.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/published_tables.h"

// Every command of docs/guide is typed as it stands there, page by page, one block after another in
// the folder where the one before it ended. Only the number of runs and the size of the authority
// are made small.

namespace stepdown {
namespace {

/// A fenced block of a page.
struct Block {
  std::string language;
  std::string text;
};

std::vector<Block> blocks_of(const std::string& page) {
  std::ifstream file(STEPDOWN_SOURCE_DIR "/docs/guide/" + page);
  std::vector<Block> blocks;
  bool is_inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      is_inside = !is_inside;
      if (is_inside) {
        blocks.push_back({line.substr(3), {}});
      }
    } else if (is_inside) {
      blocks.back().text += line + '\n';
    }
  }
  return blocks;
}

// What stands for `stepdown` while a page is tried.
const std::string small_stepdown =
    std::string("#!/bin/bash\n") +
    "words=()\nfor word in \"$@\"; do\n"
    "  [[ ${words[-1]-} == --runs ]] && word=2\n"
    "  words+=(\"$word\")\ndone\n"
    "case $1 in\n"
    "  run|compare|sweep|sensitivity)\n"
    "    if [[ \" $* \" != *\" mmc.toml \"* && ! \" $2 \" =~ ' '(run|status|merge)' ' ]]; then\n"
    "      words+=(--set horizon.warm_up_years=1 --set horizon.years=2)\n"
    "      words+=(--set population.children=4000)\n"
    "      [[ \" $* \" == *social_workers=* ]] ||\n"
    "        words+=(--set workforce.social_workers=7)\n"
    "    fi ;;\nesac\n"
    "exec " STEPDOWN_BINARY " \"${words[@]}\"\n";

/// How a block of a language is run, or nothing where its program is not here.
std::optional<std::string> command_for(const std::string& language) {
  if (language == "sh") {
    return "source ./block";
  }
  const std::string program = language == "python" ? "/usr/bin/python3" : "/usr/bin/Rscript";
  return std::filesystem::exists(program) ? std::optional(program + " ./block") : std::nullopt;
}

/// All blocks of a page as one script that says before each which it is.
void try_page(const std::string& page) {
  const TemporaryFolder folder;
  folder.write("bin/stepdown", small_stepdown);
  std::filesystem::permissions(folder.path() + "/bin/stepdown", std::filesystem::perms::owner_all);
  // What the analysts' page asks to be downloaded, beside the project that it makes.
  write_tables(folder, "work/published_tables", published_tables());
  folder.write("work/cin_2024.xml", invented_return({.children = 500}));
  std::string script = "set -euo pipefail\nexport PATH=" + folder.path() + "/bin:$PATH\ncd work\n";
  const std::vector<Block> blocks = blocks_of(page);
  EXPECT_GE(blocks.size(), 2U);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    ASSERT_TRUE(blocks[i].language == "sh" || blocks[i].language == "python" ||
                blocks[i].language == "r")
        << page << ": nobody can try a block of " << blocks[i].language;
    const auto command = command_for(blocks[i].language);
    if (!command) {
      std::cout << page << ": NOT TRIED, there is no program for blocks of " << blocks[i].language
                << '\n';
      continue;
    }
    const std::string name = folder.path() + "/block" + std::to_string(i);
    folder.write("block" + std::to_string(i), blocks[i].text);
    script += "echo BLOCK " + std::to_string(i) + "\n" +
              command->substr(0, command->find("./block")) + name + "\n";
  }
  folder.write("all", script);
  const ProgramRun run = run_program("/bin/bash", {"--norc", "all"}, folder.path());
  EXPECT_EQ(run.exit_code, 0) << page << "\n" << run.out.substr(run.out.rfind("BLOCK")) << run.err;
}

class Guide : public ::testing::Test {
 protected:
  void SetUp() override {
#ifdef STEPDOWN_CHECKS
    GTEST_SKIP() << "takes too long with STEPDOWN_CHECKS";
#endif
  }
};

TEST_F(Guide, of_commissioners_can_be_typed_as_it_stands) { try_page("commissioner.md"); }

TEST_F(Guide, of_analysts_can_be_typed_as_it_stands) { try_page("analyst.md"); }

TEST_F(Guide, of_researchers_can_be_typed_as_it_stands) { try_page("researcher.md"); }

TEST_F(Guide, of_the_new_project_can_be_typed_as_it_stands) {
  const TemporaryFolder folder;
  ASSERT_EQ(run_program(STEPDOWN_BINARY, {"init", "ours"}, folder.path()).exit_code, 0);
  folder.write("bin/stepdown", small_stepdown);
  std::filesystem::permissions(folder.path() + "/bin/stepdown", std::filesystem::perms::owner_all);
  folder.write("try", "set -e\nexport PATH=" + folder.path() +
                          "/bin:$PATH\ncd ours\n"
                          "sed -n '/^```sh$/,/^```$/p' README.md | grep -v '^```' > ../typed\n"
                          "test -s ../typed\nsource ../typed\n");
  const ProgramRun run = run_program("/bin/bash", {"--norc", "try"}, folder.path());
  EXPECT_EQ(run.exit_code, 0) << run.err;
}

}  // namespace
}  // namespace stepdown
