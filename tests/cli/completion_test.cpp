#include "cli/completion.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

std::vector<std::string> lines_of_text(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find('\n', from);
    lines.push_back(text.substr(from, end - from));
    from = end == std::string::npos ? text.size() : end + 1;
  }
  return lines;
}

/// A folder with two scenario files, and the script of one shell in it.
class Completion : public ::testing::Test {
 protected:
  Completion() {
    folder_.write("base.toml", "");
    folder_.write("notes.txt", "");
    folder_.write("policies/ours.toml", "");
    for (const char* shell : {"bash", "zsh", "fish"}) {
      const ProgramRun made = run_program(STEPDOWN_BINARY, {"completion", shell}, "/");
      EXPECT_EQ(made.exit_code, 0) << made.err;
      folder_.write(std::string("script.") + shell, made.out);
    }
  }

  /// What bash itself offers for the last of these words.
  std::vector<std::string> bash_offers(std::vector<std::string> words) const {
    words.insert(words.begin(), STEPDOWN_BINARY);
    std::string line = "source ./script.bash\nCOMP_WORDS=(";
    for (const std::string& word : words) {
      line += "'" + word + "' ";
    }
    line += ")\nCOMP_CWORD=" + std::to_string(words.size() - 1) +
            "\n_stepdown\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
    folder_.write("ask.bash", line);
    const ProgramRun run = run_program("/bin/bash", {"--norc", "ask.bash"}, folder_.path());
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(run.err, IsEmpty());
    return lines_of_text(run.out);
  }

  const TemporaryFolder folder_;
};

TEST_F(Completion, of_bash_knows_the_verbs) {
  EXPECT_THAT(bash_offers({"va"}), UnorderedElementsAre("validate"));
  EXPECT_THAT(bash_offers({""}), Contains("doctor"));
}

TEST_F(Completion, of_bash_knows_the_options_of_a_verb) {
  EXPECT_THAT(bash_offers({"run", "base.toml", "--th"}), UnorderedElementsAre("--threads"));
  EXPECT_THAT(bash_offers({"explain", "--"}), Not(Contains("--threads")));
}

TEST_F(Completion, of_bash_knows_the_kinds_of_a_verb_and_their_options) {
  EXPECT_THAT(bash_offers({"import", "d"}), Contains("dfe"));
  EXPECT_THAT(bash_offers({"import", "dfe", "--auth"}), UnorderedElementsAre("--authority"));
  EXPECT_THAT(bash_offers({"import", "dfe", "pol"}), UnorderedElementsAre("policies"));
  EXPECT_THAT(bash_offers({"import", "dfe", "--out", "pol"}), UnorderedElementsAre("policies"));
}

TEST_F(Completion, of_bash_knows_what_an_option_can_have) {
  EXPECT_THAT(bash_offers({"run", "--progress", ""}), UnorderedElementsAre("auto", "json", "none"));
  EXPECT_THAT(bash_offers({"run", "--place", "cov"}), UnorderedElementsAre("coventry"));
  EXPECT_THAT(bash_offers({"run", "--place", "=", "ken"}), UnorderedElementsAre("kent"));
  EXPECT_THAT(bash_offers({"run", "--set", "caseload.social"}),
              UnorderedElementsAre("caseload.social_worker_cap="));
  EXPECT_THAT(bash_offers({"--color", "al"}), UnorderedElementsAre("always"));
  EXPECT_THAT(bash_offers({"--color", "never", "diff", "--me"}), UnorderedElementsAre("--member"));
}

TEST_F(Completion, of_bash_knows_files_folders_and_names) {
  EXPECT_THAT(bash_offers({"run", ""}), UnorderedElementsAre("base.toml", "policies"));
  EXPECT_THAT(bash_offers({"run", "policies/"}), UnorderedElementsAre("policies/ours.toml"));
  EXPECT_THAT(bash_offers({"run", "base.toml", "--out", ""}), UnorderedElementsAre("policies"));
  EXPECT_THAT(bash_offers({"explain", "EV4"}), Contains("EV43"));
  EXPECT_THAT(bash_offers({"completion", ""}), UnorderedElementsAre("bash", "zsh", "fish"));
}

TEST_F(Completion, of_fish_offers_the_same) {
  const std::string fish = "/usr/bin/fish";
  ASSERT_TRUE(std::filesystem::exists(fish)) << "tools/install-packages installs fish";
  const auto offers = [&](const std::string& line) {
    const ProgramRun run =
        run_program(fish, {"--no-config", "-c", "source script.fish; complete -C '" + line + "'"},
                    folder_.path());
    EXPECT_EQ(run.exit_code, 0) << run.err;
    return run.out;
  };
  EXPECT_THAT(offers("stepdown va"), HasSubstr("validate\t"));
  EXPECT_THAT(offers("stepdown run --th"), HasSubstr("--threads"));
  EXPECT_THAT(offers("stepdown run --progress "), HasSubstr("json"));
  EXPECT_THAT(offers("stepdown import d"), HasSubstr("dfe\t"));
  EXPECT_THAT(offers("stepdown import dfe --auth"), HasSubstr("--authority"));
}

TEST_F(Completion, of_zsh_is_sound) {
  const std::string zsh = "/usr/bin/zsh";
  ASSERT_TRUE(std::filesystem::exists(zsh)) << "tools/install-packages installs zsh";
  EXPECT_EQ(run_program(zsh, {"-f", "-n", "script.zsh"}, folder_.path()).err, "");
  // A terminal inside zsh types the line, presses the tabulator and says what stands there then.
  folder_.write("ask.zsh", R"(zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell 'PS1=; autoload -Uz compinit; compinit -u -d ./dump; source ./script.zsh; echo REA''DY'
zpty -r -m shell line '*READY*'
zpty -w -n shell $'stepdown validate --mem\t'
for i in {1..50}; do
  sleep 0.1
  while zpty -r -t shell part; do line+=$part; done
  [[ $line == *--member* ]] && break
done
print -r -- $line
zpty -d shell
)");
  const ProgramRun run = run_program(zsh, {"-f", "ask.zsh"}, folder_.path());
  EXPECT_THAT(run.out, HasSubstr("--member"));
}

TEST_F(Completion, without_a_shell_says_which_there_are) {
  const ProgramRun run = run_program(STEPDOWN_BINARY, {"completion"}, "/");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("bash, zsh or fish"));
}

}  // namespace
}  // namespace stepdown
