#include "analysis/provenance_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/outcome_writer.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

const std::vector<Measure> measures = {
    {"returned", "%", "Families who came back", MeasureGroup::returning, false},
    {"list", "families", "Families waiting", MeasureGroup::waiting, true},
};

Provenance provenance() {
  return {"0.1.0",
          "stepdown compare a.toml b.toml",
          18446744073709551615U,
          2024,
          1,
          {{"abrupt", "Abrupt", "x = 1\n"}, {"tapered", "Tapered \xc3\xa9", "x = 2\n"}}};
}

void write(const std::string& path, const Provenance& made) {
  OutcomeWriter(path, made, measures, measures).finish();
}

// What h5py, which knows nothing of this program, finds in the file.
std::string python(const std::string& script, const std::string& file) {
  const ProgramRun run = run_program("/usr/bin/python3", {"-c", script, file}, "/");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  return run.out;
}

TEST(ProvenanceRecord, gives_back_how_the_results_were_made) {
  const TemporaryFolder folder;
  Provenance made = provenance();
  made.scenarios[1].question = "What if help falls in steps?";
  made.scenarios[1].evidence = "EV43";
  made.scenarios[0].stated_sources = "population.children = a count\n";
  made.place_title = "Warwickshire";
  made.official = {{"referrals", 4505, "2024", "c1"}};
  const std::string path = folder.path() + "/results.h5";
  write(path, made);
  const OutcomeFile file(path);
  const Provenance& read = file.provenance();
  EXPECT_EQ(read.seed, made.seed);
  EXPECT_EQ(read.command, made.command);
  EXPECT_EQ(read.start_year, 2024);
  EXPECT_EQ(read.scenarios[1].question, made.scenarios[1].question);
  EXPECT_EQ(read.scenarios[1].evidence, "EV43");
  EXPECT_EQ(read.scenarios[0].text, "x = 1\n");
  EXPECT_EQ(read.scenarios[1].text, "x = 2\n");
  EXPECT_EQ(read.scenarios[0].stated_sources, made.scenarios[0].stated_sources);
  EXPECT_EQ(read.place_title, "Warwickshire");
  EXPECT_EQ(read.official, made.official);
}

TEST(ProvenanceRecord, tells_other_programs_too) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/results.h5";
  write(path, provenance());
  const std::string found = python(
      "import h5py, sys\n"
      "p = h5py.File(sys.argv[1])['provenance']\n"
      "print(p.attrs['version'], p.attrs['seed'], p.attrs['command'])\n"
      "print(p['scenario_title'].asstr()[1], repr(p['scenario_text'].asstr()[1, 0]))\n",
      path);
  EXPECT_EQ(found,
            "0.1.0 18446744073709551615 stepdown compare a.toml b.toml\n"
            "Tapered \xc3\xa9 'x = 2\\n'\n");
}

TEST(ProvenanceRecord, keeps_every_setting_of_every_scenario_and_draw) {
  const TemporaryFolder folder;
  Provenance made = provenance();
  made.draws = {{"member_01", {"x = 1\nneed.worsening = 0.5\n", "x = 2\n"}},
                {"member_02", {"x = 3\n", "x = 4\n"}}};
  write(folder.path() + "/results.h5", made);
  const OutcomeFile file(folder.path() + "/results.h5");
  const auto place = std::ranges::find(file.settings(), "need.worsening", &KnownSetting::name);
  ASSERT_NE(place, file.settings().end());
  EXPECT_EQ(place->role, "uncertainty");
  const auto i = static_cast<std::size_t>(place - file.settings().begin());
  EXPECT_EQ(file.setting_values(0, 0)[i], "0.5");
  EXPECT_EQ(file.setting_values(1, 0)[i], place->initial);
  EXPECT_NE(file.digest(0, 0), file.digest(1, 0));
  EXPECT_EQ(python("import h5py, sys\n"
                   "f = h5py.File(sys.argv[1])\n"
                   "at = list(f['setting'].asstr()).index('need.worsening')\n"
                   "print(f['setting_value'][0, 0, at], f['setting_unit'].asstr()[at])\n",
                   folder.path() + "/results.h5"),
            "0.5 " + place->unit + "\n");
}

}  // namespace
}  // namespace stepdown
