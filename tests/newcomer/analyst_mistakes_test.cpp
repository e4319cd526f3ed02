#include <gtest/gtest.h>

#include "tests/fixtures/program.h"

// Eight mistakes of an analyst, and the whole of what the program says to each: from this text
// alone the file has to be mended, and the last line of each test is what a person then writes.

namespace stepdown {
namespace {

const std::string top =
    "kind = \"policy\"\nextends = \"base.toml\"\ntitle = \"Smaller caseloads\"\n\n";

class AnalystMistake : public ::testing::Test {
 protected:
  AnalystMistake() {
    folder_.write("base.toml", "kind = \"base\"\nplace = \"ours\"\n");
    folder_.write("places/ours.toml",
                  "kind = \"place\"\ntitle = \"Ours\"\n[population]\n"
                  "children = { value = 41000, source = \"ONS\" }\n[workforce]\n"
                  "social_workers = { value = 60, source = \"csww\" }\n");
  }

  ProgramRun validate(const std::string& file, const std::string& text) const {
    folder_.write(file, text);
    return run_program(STEPDOWN_BINARY, {"validate", file}, folder_.path());
  }

  void expect(const std::string& written, const std::string& told, const std::string& mended,
              const std::string& file = "mine.toml") const {
    const ProgramRun wrong = validate(file, written);
    EXPECT_EQ(wrong.exit_code, 2);
    EXPECT_EQ(wrong.out, "");
    EXPECT_EQ(wrong.err, told);
    const ProgramRun right = validate(file, mended);
    EXPECT_EQ(right.exit_code, 0) << right.err;
    EXPECT_EQ(right.err, "");
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(AnalystMistake, a_name_mistyped) {
  expect(top + "[caseload]\nsocial_workers_cap = 16\n",
         "error[S014]: unknown setting `social_workers_cap` in [caseload]\n"
         "  --> mine.toml:6:1\n"
         "  6 | social_workers_cap = 16\n"
         "    | ^^^^^^^^^^^^^^^^^^ a setting with a similar name exists: `social_worker_cap` "
         "(children, 1 to 100)\n",
         top + "[caseload]\nsocial_worker_cap = 16\n");
}

TEST_F(AnalystMistake, a_percentage_where_a_share_is_meant) {
  expect(top + "[consent]\nrecontact = 50\n",
         "error[S016]: `consent.recontact` is out of bounds with 50\n"
         "  --> mine.toml:6:13\n"
         "  6 | recontact = 50\n"
         "    |             ^^ allowed: share, 0 to 1; 50% is written 0.5\n",
         top + "[consent]\nrecontact = 0.5\n");
}

TEST_F(AnalystMistake, a_setting_under_the_wrong_table) {
  expect(top + "[workforce]\nsocial_worker_cap = 16\n",
         "error[S014]: unknown setting `social_worker_cap` in [workforce]\n"
         "  --> mine.toml:6:1\n"
         "  6 | social_worker_cap = 16\n"
         "    | ^^^^^^^^^^^^^^^^^ `caseload.social_worker_cap` (children, 1 to 100) stands in "
         "another table: write [caseload] on the line before\n",
         top + "[workforce]\n[caseload]\nsocial_worker_cap = 16\n");
}

TEST_F(AnalystMistake, a_setting_given_twice) {
  expect(top + "[caseload]\nsocial_worker_cap = 16\nkey_worker_cap = 10\nsocial_worker_cap = 18\n",
         "error[S031]: `social_worker_cap` is given twice in this file\n"
         "  --> mine.toml:8:1\n"
         "  8 | social_worker_cap = 18\n"
         "    | ^^^^^^^^^^^^^^^^^ keep one of the two\n",
         top + "[caseload]\nkey_worker_cap = 10\nsocial_worker_cap = 18\n");
}

TEST_F(AnalystMistake, marks_and_brackets_not_closed) {
  expect(top + "[closure.child_in_need]\npolicy = \"tapered\ntaper_weeks = [6, 6, 12\n",
         "error[S007]: this line cannot be read as TOML\n"
         "  --> mine.toml:6:1\n"
         "  6 | policy = \"tapered\n"
         "    | ^^^^^^^^^^^^^^^^^ close the quotation marks: name = \"value\"\n"
         "\n"
         "error[S007]: a list that begins here does not end\n"
         "  --> mine.toml:7:15\n"
         "  7 | taper_weeks = [6, 6, 12\n"
         "    |               ^ write ] after its last value\n"
         "\n"
         "2 things to mend\n",
         top + "[closure.child_in_need]\npolicy = \"tapered\"\ntaper_weeks = [6, 6, 12]\n");
}

TEST_F(AnalystMistake, more_workers_taken_away_than_there_are) {
  expect(top + "[workforce]\nadditional_social_workers = -75\n",
         "error[S028]: more social workers are taken away than there are\n"
         "  --> mine.toml:6:1\n"
         "  6 | additional_social_workers = -75\n"
         "    | ^^^^^^^^^^^^^^^^^^^^^^^^^ 60 and -75 leave fewer than none\n",
         top + "[workforce]\nadditional_social_workers = -7\n");
}

TEST_F(AnalystMistake, a_decision_among_the_facts_of_a_place) {
  const std::string place =
      "kind = \"place\"\ntitle = \"Ours\"\n\n[population]\n"
      "children = { value = 41000, source = \"ONS\" }\n";
  expect(
      place + "\n[caseload]\nsocial_worker_cap = { value = 16, source = \"our policy\" }\n",
      "error[S021]: `caseload.social_worker_cap` is a lever and cannot stand in a place file\n"
      "  --> places/theirs.toml:8:1\n"
      "  8 | social_worker_cap = { value = 16, source = \"our policy\" }\n"
      "    | ^^^^^^^^^^^^^^^^^ a lever belongs in a policy file (or on the command line: --set)\n",
      place, "places/theirs.toml");
}

TEST_F(AnalystMistake, a_base_looked_for_in_the_wrong_folder) {
  const std::string rest = "title = \"Smaller caseloads\"\n";
  expect("kind = \"policy\"\nextends = \"base.toml\"\n" + rest,
         "error[S010]: there is no file `policies/base.toml`\n"
         "  --> policies/mine.toml:2:11\n"
         "  2 | extends = \"base.toml\"\n"
         "    |           ^^^^^^^^^^^ from the folder of this file the base is extends = "
         "\"../base.toml\"\n",
         "kind = \"policy\"\nextends = \"../base.toml\"\n" + rest, "policies/mine.toml");
}

}  // namespace
}  // namespace stepdown
