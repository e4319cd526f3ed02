#include "cli/validate.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr const char* base = "kind = \"base\"\nplace = \"here\"\n";
constexpr const char* here =
    "kind = \"place\"\n[population]\nchildren = { value = 5000, source = \"a count\" }\n";
const std::string policy = "kind = \"policy\"\nextends = \"base.toml\"\n";

/// A folder with a sound base and a sound place, to which a test adds one file of its own.
class Validate : public ::testing::Test {
 protected:
  Validate() {
    folder_.write("base.toml", base);
    folder_.write("places/here.toml", here);
  }

  void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }
  const std::string& folder() const { return folder_.path(); }

  ProgramRun validate(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "validate");
    return run_program(STEPDOWN_BINARY, arguments, folder_.path());
  }

  /// `text` as a file is refused with exit 2 and with each of `words`, and nothing is printed as a
  /// result.
  void expect_refusal(const std::string& text, const std::vector<std::string>& words) const {
    write("mine.toml", text);
    expect_refusal_of({"mine.toml"}, words);
  }

  void expect_refusal_of(const std::vector<std::string>& arguments,
                         const std::vector<std::string>& words) const {
    const ProgramRun run = validate(arguments);
    EXPECT_EQ(run.exit_code, 2) << run.err;
    EXPECT_THAT(run.out, IsEmpty());
    EXPECT_THAT(run.err, StartsWith("error[S0"));
    for (const std::string& word : words) {
      EXPECT_THAT(run.err, HasSubstr(word));
    }
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Validate, says_what_sound_files_come_to) {
  write("cap.toml", policy + "[caseload]\nsocial_worker_cap = 15\n");
  const ProgramRun run = validate({"base.toml", "cap.toml", "places/here.toml"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("cap: a valid policy for the place here"));
  EXPECT_THAT(run.out, HasSubstr("here: a valid place, 1 fact"));
  EXPECT_THAT(run.err, IsEmpty());
}

TEST_F(Validate, says_what_a_sound_member_comes_to) {
  write("world.toml", "kind = \"member\"\n[need]\neasing = 2\nworsening = 1\n");
  const ProgramRun run = validate({"world.toml"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("world: a valid member of an ensemble, 2 uncertainties"));
}

TEST_F(Validate, refuses_a_lever_in_a_member_file) {
  expect_refusal("kind = \"member\"\n[caseload]\nsocial_worker_cap = 15\n",
                 {"error[S021]", "mine.toml:3:1", "a lever belongs in a policy file"});
}

TEST_F(Validate, refuses_an_unknown_key) {
  expect_refusal(policy + "[caseload]\nsocial_worker_kap = 15\n",
                 {"error[S014]: unknown setting `social_worker_kap` in [caseload]",
                  "  --> mine.toml:4:1\n", "  4 | social_worker_kap = 15\n",
                  "    | ^^^^^^^^^^^^^^^^^ a setting with a similar name exists: "
                  "`social_worker_cap` (children, 1 to 100)"});
}

TEST_F(Validate, refuses_a_wrong_type) {
  expect_refusal(policy + "[caseload]\nsocial_worker_cap = \"15\"\n",
                 {"error[S015]", "mine.toml:4:21", "without quotation marks: 15"});
}

TEST_F(Validate, refuses_what_is_out_of_bounds) {
  expect_refusal(policy + "[caseload]\nsocial_worker_cap = 0\n",
                 {"error[S016]", "mine.toml:4:21", "children, 1 to 100"});
}

TEST_F(Validate, refuses_a_lever_in_a_place_file) {
  expect_refusal(
      std::string(here) + "[caseload]\nsocial_worker_cap = { value = 15, source = \"us\" }\n",
      {"error[S021]", "mine.toml:5:1", "a lever belongs in a policy file"});
}

TEST_F(Validate, refuses_a_fact_in_a_policy_file) {
  expect_refusal(policy + "[population]\nchildren = 900\n",
                 {"error[S021]", "a fact belongs in a place file"});
}

TEST_F(Validate, refuses_a_missing_base) {
  expect_refusal("kind = \"policy\"\n", {"error[S009]: missing base", "extends = \"base.toml\""});
  expect_refusal("kind = \"policy\"\nextends = \"bass.toml\"\n",
                 {"error[S010]", "mine.toml:2:11", "`base.toml`"});
}

TEST_F(Validate, refuses_a_circular_extends) {
  write("other.toml", "kind = \"policy\"\nextends = \"mine.toml\"\n");
  expect_refusal("kind = \"policy\"\nextends = \"other.toml\"\n",
                 {"error[S011]", "mine.toml -> other.toml -> mine.toml"});
}

TEST_F(Validate, refuses_an_empty_file) {
  expect_refusal("", {"error[S006]", "a scenario file needs"});
  expect_refusal("\n# later\n", {"error[S006]"});
}

TEST_F(Validate, refuses_a_binary_file) {
  expect_refusal(std::string("\x89HDF\r\n\x1a\n\0\0", 10), {"error[S004]", "not a text file"});
}

TEST_F(Validate, refuses_what_is_no_number) {
  expect_refusal(policy + "[caseload]\nsocial_worker_cap = nan\n", {"error[S018]"});
  expect_refusal(policy + "[caseload]\nsocial_worker_cap = -inf\n", {"error[S018]"});
}

TEST_F(Validate, refuses_a_duplicate_key) {
  expect_refusal(policy + "[caseload]\nsocial_worker_cap = 15\nsocial_worker_cap = 16\n",
                 {"error[S031]", "given twice", "mine.toml:5:"});
}

TEST_F(Validate, refuses_the_parameter_of_an_option_that_is_not_chosen) {
  expect_refusal(policy + "[closure.child_in_need]\ncontact_weeks = 4\n",
                 {"error[S023]", "belongs to policy = \"tapered\"", "mine.toml:4:1"});
}

TEST_F(Validate, refuses_a_waiting_list_for_protection_plans) {
  expect_refusal(policy + "[waiting.child_protection]\nlist = true\n",
                 {"error[S024]", "a child protection plan never waits"});
}

TEST_F(Validate, refuses_what_is_no_toml) {
  expect_refusal(policy + "[caseload]\nsocial_worker_cap 15\n", {"error[S007]", "mine.toml:4:"});
}

TEST_F(Validate, refuses_folders_and_what_cannot_be_read) {
  expect_refusal_of({"places"}, {"error[S003]", "is a folder"});
  expect_refusal_of({"none.toml"}, {"error[S001]: there is no file `none.toml`"});
  expect_refusal_of({"base.toml", "--place", "nowhere"}, {"error[S027]", "`here`"});
  std::filesystem::create_symlink("loop.toml", folder() + "/loop.toml");
  expect_refusal_of({"loop.toml"}, {"error[S002]", "cannot be read"});
}

TEST_F(Validate, finds_everything_at_once) {
  write("a.toml", policy + "[caseload]\nx = 1\nsocial_worker_cap = 1000\n");
  write("b.toml", policy + "[population]\nchildren = 1000\n");
  expect_refusal_of(
      {"a.toml", "b.toml", "none.toml", "--set", "y=1"},
      {"a.toml:4:1", "a.toml:5:21", "b.toml:4:1", "`none.toml`", "--set", "5 things to mend"});
}

TEST_F(Validate, prints_warnings_and_lets_the_file_pass) {
  write("mine.toml", policy + "[threshold]\ngood_review = 5\n");
  const ProgramRun run = validate({"mine.toml"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.err, AllOf(StartsWith("warning[S028]"), HasSubstr("mine.toml:4:1")));
}

TEST_F(Validate, prints_the_same_as_json) {
  write("mine.toml", policy + "[caseload]\nsocial_worker_cap = 0\n");
  const ProgramRun bad = validate({"mine.toml", "--json"});
  EXPECT_EQ(bad.exit_code, 2);
  EXPECT_THAT(bad.err, IsEmpty());
  const nlohmann::json result = nlohmann::json::parse(bad.out);
  EXPECT_EQ(result["valid"], false);
  EXPECT_EQ(result["problems"][0]["code"], "S016");
  EXPECT_EQ(result["problems"][0]["line"], 4);
  const nlohmann::json good = nlohmann::json::parse(validate({"base.toml", "--json"}).out);
  EXPECT_EQ(good["valid"], true);
  EXPECT_EQ(good["scenarios"][0]["place"], "here");
}

TEST(ScenarioFiles, of_the_project_are_valid_without_a_warning) {
  std::vector<std::string> arguments{"validate"};
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(STEPDOWN_SOURCE_DIR "/scenarios")) {
    if (entry.path().extension() == ".toml") {
      arguments.push_back(entry.path().string());
    }
  }
  const ProgramRun run = run_program(STEPDOWN_BINARY, arguments, STEPDOWN_SOURCE_DIR);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, IsEmpty());
}

}  // namespace
}  // namespace stepdown
