#include "analysis/published_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

TEST(PublishedFile, has_its_name_only_once_it_is_published) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() + "/a/b/table.csv";
  PublishedFile file(path);
  std::ofstream(file.temporary()) << "done";
  EXPECT_FALSE(std::filesystem::exists(path));
  file.publish();
  EXPECT_EQ(bytes_of(path), "done");
  EXPECT_FALSE(std::filesystem::exists(file.temporary()));
}

TEST(PublishedFile, replaces_an_older_one_whole) {
  const TemporaryFolder folder;
  folder.write("table.csv", "a long older text");
  PublishedFile file(folder.path() + "/table.csv");
  std::ofstream(file.temporary()) << "new";
  EXPECT_EQ(bytes_of(folder.path() + "/table.csv"), "a long older text");
  file.publish();
  EXPECT_EQ(bytes_of(folder.path() + "/table.csv"), "new");
}

TEST(PublishedFile, that_is_given_up_leaves_nothing_behind) {
  const TemporaryFolder folder;
  { const PublishedFile file(folder.path() + "/new/table.csv"); }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(PublishedFile, refuses_a_name_that_is_a_folder) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() + "/results.h5");
  EXPECT_THROW(PublishedFile(folder.path() + "/results.h5"), std::system_error);
}

TEST(PublishedFile, refuses_a_folder_that_is_a_file) {
  const TemporaryFolder folder;
  folder.write("file", "");
  EXPECT_THROW(PublishedFile(folder.path() + "/file/table.csv"), std::system_error);
  EXPECT_THROW(PublishedFile(folder.path() + "/file/deeper/table.csv"), std::system_error);
}

TEST(PublishedFile, takes_away_what_the_dead_left_of_it_and_nothing_else) {
  const TemporaryFolder folder;
  // No process has a number as high as this.
  folder.write("results.h5.part-999999999", "half");
  folder.write("results.h5.part-1", "of a program that is alive");
  folder.write("results.h5.part-of", "mine");
  folder.write("notes.txt.part-999999999", "somebody else's");
  { const PublishedFile file(folder.path() + "/results.h5"); }
  EXPECT_THAT(names_in(folder.path()),
              testing::UnorderedElementsAre("results.h5.part-1", "results.h5.part-of",
                                            "notes.txt.part-999999999"));
}

}  // namespace
}  // namespace stepdown
