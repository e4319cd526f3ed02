#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Folders that exist on one machine and not on the next. Spelt without their closing slash so that
/// this file does not find itself.
const std::vector<std::string>& folders_of_machines() {
  static const std::vector<std::string> folders{"work",  "root", "tmp", "home",
                                                "Users", "farm", "mnt", "scratch"};
  return folders;
}

std::vector<Finding> machine_paths(const std::vector<SourceFile>& files) {
  std::string alternatives;
  for (const std::string& folder : folders_of_machines()) {
    alternatives += (alternatives.empty() ? "" : "|") + folder;
  }
  const std::regex path("(^|[^.a-zA-Z0-9_])/(" + alternatives + ")/");
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    for (std::sregex_iterator match(file.text.begin(), file.text.end(), path), end; match != end;
         ++match) {
      findings.push_back({file.path,
                          line_at(file.text, static_cast<std::size_t>(match->position(2))),
                          "names a folder of one machine: " + match->str()});
    }
  }
  return findings;
}

TEST(Files, name_no_folder_of_a_machine) { EXPECT_THAT(machine_paths(source_tree()), IsEmpty()); }

TEST(MachinePathRule, sees_each_folder) {
  for (const std::string& folder : folders_of_machines()) {
    EXPECT_THAT(machine_paths({{"a.md", "see /" + folder + "/x"}}), SizeIs(1)) << folder;
    EXPECT_THAT(machine_paths({{"a.md", "/" + folder + "/x"}}), SizeIs(1)) << folder;
    EXPECT_THAT(machine_paths({{"a.cpp", "\"/" + folder + "/x\""}}), SizeIs(1)) << folder;
  }
}

TEST(MachinePathRule, leaves_paths_of_the_project_and_of_every_system_alone) {
  EXPECT_THAT(machine_paths({{"a.md", "model/work/x ./tmp/x ../home/x homework/ /usr/bin/env"}}),
              IsEmpty());
}

}  // namespace
}  // namespace stepdown
