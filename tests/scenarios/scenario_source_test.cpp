#include "scenarios/scenario_source.h"

#include <gmock/gmock.h>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using State = SourceText::State;

TEST(DiskSource, reads_the_bytes_of_a_file) {
  const TemporaryFolder folder;
  folder.write("a.toml", "kind = \"base\"\r\n");
  const SourceText text = disk_source()->read(folder.path() + "/a.toml");
  EXPECT_EQ(text.state, State::read);
  EXPECT_EQ(text.text, "kind = \"base\"\r\n");
}

TEST(DiskSource, tells_why_a_file_cannot_be_read) {
  const TemporaryFolder folder;
  folder.write("file", "x");
  folder.write("huge.toml", std::string(largest_scenario_file + 1, '#'));
  folder.write("large.toml", std::string(largest_scenario_file, '#'));
  const auto state_of = [&](const std::string& name) {
    return disk_source()->read(folder.path() + '/' + name).state;
  };
  EXPECT_EQ(state_of("none.toml"), State::not_found);
  EXPECT_EQ(state_of("file/inside.toml"), State::not_found);
  EXPECT_EQ(state_of("."), State::is_a_folder);
  EXPECT_EQ(state_of("huge.toml"), State::too_large);
  EXPECT_EQ(state_of("large.toml"), State::read);
}

TEST(DiskSource, lists_the_toml_files_of_a_folder_in_order) {
  const TemporaryFolder folder;
  folder.write("places/b.toml", "");
  folder.write("places/a.toml", "");
  folder.write("places/notes.txt", "");
  const std::string places = folder.path() + "/places";
  EXPECT_THAT(disk_source()->files_in(places), ElementsAre(places + "/a.toml", places + "/b.toml"));
  EXPECT_THAT(disk_source()->files_in(folder.path() + "/none"), IsEmpty());
}

TEST(DiskSource, knows_two_spellings_of_one_file) {
  const TemporaryFolder folder;
  folder.write("a/x.toml", "");
  const auto disk = disk_source();
  EXPECT_EQ(disk->identity(folder.path() + "/a/../a/x.toml"),
            disk->identity(folder.path() + "/a/x.toml"));
}

TEST(EmbeddedSource, reads_what_was_built_in_and_nothing_else) {
  const auto embedded = embedded_source();
  EXPECT_EQ(embedded->read("scenarios/base.toml").state, State::read);
  EXPECT_EQ(embedded->read("scenarios/policies/../base.toml").state, State::read);
  EXPECT_EQ(embedded->read("scenarios/none.toml").state, State::not_found);
  EXPECT_THAT(embedded->files_in("scenarios/places"), Contains("scenarios/places/england.toml"));
  EXPECT_THAT(embedded->files_in("scenarios/none"), IsEmpty());
}

}  // namespace
}  // namespace stepdown
