#include <gmock/gmock.h>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

/// A mistake of somebody's first day: what was written, the words of the message that name the
/// remedy, and what the person then writes without having looked anything up.
struct Mistake {
  const char* what;
  std::string written;
  std::vector<std::string> told;
  std::string mended;
};

const std::string top = "kind = \"policy\"\nextends = \"base.toml\"\n";

const std::vector<Mistake>& mistakes() {
  static const std::vector<Mistake> eight{
      {"a name in the singular",
       top + "[workforce]\nadditional_social_worker = 2\n",
       {"`additional_social_workers`", "mine.toml:4:1"},
       top + "[workforce]\nadditional_social_workers = 2\n"},
      {"text without quotation marks",
       top + "[closure.child_in_need]\npolicy = tapered\n",
       {"quotation marks", "mine.toml:4"},
       top + "[closure.child_in_need]\npolicy = \"tapered\"\n"},
      {"a word that is nearly the answer",
       top + "[closure.child_in_need]\npolicy = \"step-down\"\n",
       {"one of `step_down`", "mine.toml:4:10"},
       top + "[closure.child_in_need]\npolicy = \"step_down\"\n"},
      {"the steps of a taper without the taper",
       top + "[closure.child_in_need]\ntaper_weeks = [4, 4, 4]\n",
       {"choose policy = \"tapered\" in [closure.child_in_need]", "mine.toml:4:1"},
       top + "[closure.child_in_need]\npolicy = \"tapered\"\ntaper_weeks = [4, 4, 4]\n"},
      {"a percentage",
       top + "[closure.child_in_need]\npolicy = \"tapered\"\ntaper_intensity = [60, 40, 20]\n",
       {"60% is written 0.6", "40% is written 0.4", "20% is written 0.2", "mine.toml:5:20"},
       top + "[closure.child_in_need]\npolicy = \"tapered\"\ntaper_intensity = [0.6, 0.4, 0.2]\n"},
      {"no base",
       "kind = \"policy\"\n[caseload]\nsocial_worker_cap = 15\n",
       {"add the line extends = \"base.toml\""},
       "kind = \"policy\"\nextends = \"base.toml\"\n[caseload]\nsocial_worker_cap = 15\n"},
      {"the area's own number of children in a policy",
       top + "[population]\nchildren = 41,000\n",
       {"without commas", "mine.toml:4"},
       top},
      {"a setting above the first table",
       top + "social_worker_cap = 15\n",
       {"write [caseload] on the line before", "mine.toml:3:1"},
       top + "[caseload]\nsocial_worker_cap = 15\n"},
  };
  return eight;
}

ProgramRun validate(const std::string& text) {
  const TemporaryFolder folder;
  folder.write("base.toml", "kind = \"base\"\n");
  folder.write("mine.toml", text);
  return run_program(STEPDOWN_BINARY, {"validate", "mine.toml"}, folder.path());
}

TEST(Newcomer, mends_each_of_eight_mistakes_from_the_message_alone) {
  ASSERT_EQ(mistakes().size(), 8U);
  for (const Mistake& mistake : mistakes()) {
    SCOPED_TRACE(mistake.what);
    const ProgramRun wrong = validate(mistake.written);
    EXPECT_EQ(wrong.exit_code, 2);
    for (const std::string& words : mistake.told) {
      EXPECT_THAT(wrong.err, HasSubstr(words));
    }
    const ProgramRun right = validate(mistake.mended);
    EXPECT_EQ(right.exit_code, 0) << right.err;
  }
}

}  // namespace
}  // namespace stepdown
