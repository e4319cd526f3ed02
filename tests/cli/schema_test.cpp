#include "cli/schema.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "scenarios/scenario_schema.h"
#include "scenarios/scenario_source.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

// Debian's jsonschema is the judge: a schema that only we can read is none.
constexpr const char* judge = R"(import json, sys, tomllib, jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft4Validator.check_schema(schema)
validator = jsonschema.Draft4Validator(schema)
for path in sys.argv[2:]:
    faults = list(validator.iter_errors(tomllib.load(open(path, 'rb'))))
    if faults:
        print(path, '::', '; '.join(fault.message for fault in faults)[:300])
)";

/// What the schema has against each of these files, a line for each.
std::string judged(const std::string& schema, std::vector<std::string> files,
                   const std::string& folder) {
  const TemporaryFolder tools;
  tools.write("judge.py", judge);
  tools.write("schema.json", schema);
  files.insert(files.begin(), {tools.path() + "/judge.py", tools.path() + "/schema.json"});
  const ProgramRun run = run_program("/usr/bin/python3", files, folder);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  return run.out;
}

std::vector<std::string> shipped(const std::string& below, std::size_t at_least) {
  std::vector<std::string> files;
  for (const std::string& path : embedded_source()->files_in("scenarios/" + below)) {
    files.push_back(path);
  }
  EXPECT_GE(files.size(), at_least);
  return files;
}

TEST(Schema, passes_every_file_of_the_project) {
  std::vector<std::string> files = {"scenarios/base.toml"};
  for (const char* folder : {"places", "policies", "strategies", "laboratory", "ensemble"}) {
    const std::vector<std::string> more = shipped(folder, 1);
    files.insert(files.end(), more.begin(), more.end());
  }
  EXPECT_EQ(judged(scenario_schema(), files, STEPDOWN_SOURCE_DIR), "");
}

TEST(Schema, of_a_kind_passes_the_files_of_that_kind_alone) {
  EXPECT_EQ(
      judged(scenario_schema(ScenarioKind::policy), shipped("policies", 50), STEPDOWN_SOURCE_DIR),
      "");
  EXPECT_EQ(
      judged(scenario_schema(ScenarioKind::place), shipped("places", 10), STEPDOWN_SOURCE_DIR), "");
  EXPECT_THAT(
      judged(scenario_schema(ScenarioKind::place), {"scenarios/base.toml"}, STEPDOWN_SOURCE_DIR),
      HasSubstr("base.toml"));
}

TEST(Schema, refuses_what_the_program_refuses) {
  const std::string top = "kind = \"policy\"\nextends = \"base.toml\"\n";
  const std::vector<std::string> mistakes = {
      "title = \"no kind\"\n",
      "kind = \"polcy\"\n",
      "kind = \"policy\"\n",
      top + "[caseload]\nsocial_worker_kap = 15\n",
      top + "[caseload]\nsocial_worker_cap = \"15\"\n",
      top + "[caseload]\nsocial_worker_cap = 1000\n",
      top + "[workforce]\nadditional_social_workers = 2.5\n",
      top + "[closure.child_in_need]\npolicy = \"taperd\"\n",
      top + "[closure.child_in_need]\npolicy = \"tapered\"\ntaper_weeks = []\n",
      top + "[population]\nchildren = 41000\n",
      top + "[waiting.child_protection]\nlist = true\n",
      top + "evidence = [\"EV99\"]\n",
      "kind = \"place\"\n[population]\nchildren = 41000\n",
      "kind = \"place\"\n[observed]\nReferrals = { value = 5, source = \"x\" }\n",
      "kind = \"place\"\n[caseload]\nsocial_worker_cap = { value = 15, source = \"x\" }\n",
  };
  const TemporaryFolder folder;
  std::vector<std::string> files;
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    files.push_back("mistake" + std::to_string(i) + ".toml");
    folder.write(files.back(), mistakes[i]);
    const ProgramRun run = run_program(STEPDOWN_BINARY, {"validate", files.back()}, folder.path());
    EXPECT_EQ(run.exit_code, 2) << mistakes[i];
  }
  const std::string told = judged(scenario_schema(), files, folder.path());
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    EXPECT_THAT(told, HasSubstr(files[i] + " ::")) << mistakes[i];
  }
}

TEST(Schema, is_printed_for_all_kinds_or_for_one) {
  EXPECT_EQ(run_program(STEPDOWN_BINARY, {"schema"}, "/").out, scenario_schema());
  EXPECT_EQ(run_program(STEPDOWN_BINARY, {"schema", "policy"}, "/").out,
            scenario_schema(ScenarioKind::policy));
  EXPECT_EQ(run_program(STEPDOWN_BINARY, {"schema", "polcy"}, "/").exit_code, 2);
}

TEST(Schema, says_to_whoever_types_what_a_setting_is) {
  const nlohmann::json schema = nlohmann::json::parse(scenario_schema(ScenarioKind::policy));
  const nlohmann::json& cap = schema["definitions"]["caseload.social_worker_cap"];
  EXPECT_EQ(cap["maximum"], 100);
  EXPECT_THAT(cap["description"].get<std::string>(), HasSubstr("children, 1 to 100"));
}

}  // namespace
}  // namespace stepdown
