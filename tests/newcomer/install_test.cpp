#include <gmock/gmock.h>

#include <filesystem>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

TEST(Installed, program_works_far_from_its_source) {
  const TemporaryFolder folder;
  const std::string build = std::filesystem::path(STEPDOWN_BINARY).parent_path().string();
  const ProgramRun installed = run_program(
      "/usr/bin/cmake", {"--install", build, "--component", "stepdown", "--prefix", folder.path()},
      folder.path());
  ASSERT_EQ(installed.exit_code, 0) << installed.err;
  for (const char* file :
       {"/bin/stepdown", "/share/man/man1/stepdown.1",
        "/share/bash-completion/completions/stepdown", "/share/zsh/site-functions/_stepdown",
        "/share/fish/vendor_completions.d/stepdown.fish", "/share/stepdown/scenarios/base.toml",
        "/share/stepdown/scenarios/places/coventry.toml", "/share/doc/stepdown/README.md",
        "/share/doc/stepdown/docs/guide/analyst.md"}) {
    EXPECT_TRUE(std::filesystem::exists(folder.path() + file)) << file;
  }
  const ProgramRun valid =
      run_program(folder.path() + "/bin/stepdown",
                  {"validate", folder.path() + "/share/stepdown/scenarios/policies/tapered.toml"},
                  folder.path());
  EXPECT_EQ(valid.exit_code, 0) << valid.err;
  EXPECT_THAT(valid.out, HasSubstr("tapered: a valid policy for the place england"));
}

}  // namespace
}  // namespace stepdown
