#include "cli/checkup.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "analysis/digest.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using State = Checkup::State;

TEST(Checkup, of_memory_gives_a_hint_when_there_is_little) {
  EXPECT_EQ(check_memory(4096).state, State::sound);
  EXPECT_EQ(check_memory(4096).found, "4 GiB free");
  EXPECT_EQ(check_memory(100).state, State::hint);
  EXPECT_THAT(check_memory(100).remedy, HasSubstr("--threads"));
  EXPECT_EQ(check_memory(0).state, State::hint);
}

TEST(Checkup, of_a_folder_that_cannot_be_written_says_what_to_do) {
  const TemporaryFolder folder;
  EXPECT_NE(check_disk("here", folder.path()).state, State::trouble);
  const Checkup nowhere = check_disk("here", "/proc/nowhere");
  EXPECT_EQ(nowhere.state, State::trouble);
  EXPECT_THAT(nowhere.found, HasSubstr("/proc/nowhere cannot be written"));
  EXPECT_THAT(nowhere.remedy, HasSubstr("--out"));
}

TEST(Checkup, of_its_own_files_sees_one_changed_letter) {
  const std::string digest = digest_of("kind = \"base\"\n");
  const std::array<EmbeddedFile, 1> whole = {{{"base.toml", "kind = \"base\"\n", digest}}};
  const std::array<EmbeddedFile, 1> damaged = {{{"base.toml", "kind = \"bose\"\n", digest}}};
  EXPECT_EQ(check_own_files(whole).state, State::sound);
  EXPECT_EQ(check_own_files(damaged).state, State::trouble);
  EXPECT_THAT(check_own_files(damaged).found, HasSubstr("base.toml"));
}

TEST(Checkup, knows_what_its_small_run_comes_to) {
  const Checkup check = check_known_run();
  EXPECT_EQ(check.state, State::sound)
      << "the model moved: write this into cli/checkup.cpp as known_digest: "
      << digest_of_known_run();
}

TEST(Checkup, gives_a_remedy_with_everything_that_is_not_sound) {
  for (const Checkup& check : all_checkups()) {
    EXPECT_NE(check.state, State::trouble) << check.name << ": " << check.found;
    if (check.state != State::sound) {
      EXPECT_THAT(check.remedy, Not(IsEmpty())) << check.name;
    }
  }
}

}  // namespace
}  // namespace stepdown
