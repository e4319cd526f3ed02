#include "analysis/new_outcome_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/hdf5_input.h"
#include "analysis/outcome_writer.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

const std::vector<Measure> measures = {
    {"returned", "%", "Families who came back", MeasureGroup::returning, false},
    {"list", "families", "Families waiting", MeasureGroup::waiting, true},
};

// What h5py, which knows nothing of this program, finds in the file.
std::string python(const std::string& script, const std::string& file) {
  const ProgramRun run = run_program("/usr/bin/python3", {"-c", script, file}, "/");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  return run.out;
}

// Values that tell draw, scenario, run and month apart; one run of the second draw failed.
void write(const std::string& path) {
  Provenance provenance{"0.1.0", "", 1, 2024, 1, {{"abrupt", "", ""}, {"tapered", "", ""}}};
  provenance.draws = {{"member_01", {"", ""}}, {"member_02", {"", ""}}};
  provenance.official = {{"returned", 20.5, "2024", "c1"}};
  OutcomeWriter writer(path, provenance, measures, measures);
  for (int draw = 0; draw < 2; ++draw) {
    if (draw > 0) {
      writer.begin_next_draw();
    }
    for (std::uint32_t run = 0; run < 3; ++run) {
      std::vector<std::optional<Outcomes>> both;
      for (int scenario = 0; scenario < 2; ++scenario) {
        Outcomes made{{1000.0 * draw + run + 0.1 * scenario}, {}, 12};
        for (int month = 0; month < 12; ++month) {
          made.monthly.push_back(1000.0 * run + 100.0 * scenario + month);
        }
        both.emplace_back(made);
      }
      writer.take({run, both, std::vector<FailedRun>{{1, run, "tapered", "accounts lost"}}});
    }
  }
  writer.finish();
}

TEST(NewOutcomeFile, opens_in_netcdf_tools_with_named_axes_and_dates) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/results.h5";
  write(path);
  for (const char* engine : {"netcdf4", "h5netcdf"}) {
    const std::string found = python(
        "import sys, xarray\n"
        "with xarray.open_dataset(sys.argv[1], engine='" +
            std::string(engine) +
            "') as f:\n"
            "  print(f.list.dims, f.returned.dims)\n"
            "  print(str(f.month.values[0])[:10], str(f.month.values[11])[:10])\n"
            "  print(float(f.returned.sel(scenario='tapered', draw='member_02', run=2)))\n"
            "  print(float(f.list.sel(scenario='abrupt', draw='member_01', run=1,\n"
            "                         month='2024-06-01')))\n"
            "with xarray.open_dataset(sys.argv[1], engine='" +
            std::string(engine) +
            "',\n"
            "                         group='provenance') as p:\n"
            "  print(p.scenario_text.dims)\n",
        path);
    EXPECT_EQ(found,
              "('scenario', 'draw', 'run', 'month') ('scenario', 'draw', 'run')\n"
              "2024-04-01 2025-03-01\n1002.1\n1002.0\n('scenario', 'draw')\n")
        << engine;
  }
}

TEST(NewOutcomeFile, uses_no_types_that_other_programs_lack) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/results.h5";
  write(path);
  // Dimension scales themselves list their users in a compound attribute: the format wants it so.
  const std::string found = python(
      "import h5py, sys\n"
      "def texts(o):\n"
      "  for n in o.attrs:\n"
      "    t = o.attrs.get_id(n).get_type()\n"
      "    if n in ('CLASS', 'NAME', 'DIMENSION_LIST', 'REFERENCE_LIST'): continue\n"
      "    if isinstance(t, h5py.h5t.TypeStringID):\n"
      "      assert t.is_variable_str() and t.get_cset() == h5py.h5t.CSET_UTF8, n\n"
      "    else: assert t.get_size() == 8, n\n"
      "def visit(name, o):\n"
      "  texts(o)\n"
      "  if isinstance(o, h5py.Dataset):\n"
      "    assert o.dtype.names is None and o.dtype.itemsize == 8, name\n"
      "f = h5py.File(sys.argv[1])\n"
      "texts(f)\n"
      "f.visititems(visit)\n"
      "print('ok')\n",
      path);
  EXPECT_EQ(found, "ok\n");
}

TEST(NewOutcomeFile, says_what_texts_and_numbers_are) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/results.h5";
  {
    NewOutcomeFile file(path, {{"Conventions", "CF-1.8"}});
    file.add_axis("scenario", std::vector<std::string>{"a"}, {{"long_name", "scenario"}});
    file.complete_axes();
    file.add_texts("title", {"scenario"}, {"Tapering"}, {{"long_name", "title of a scenario"}});
    file.add_numbers("cost", {"scenario"}, {2.5}, {{"units", "pounds"}});
    file.finish();
  }
  const Hdf5Input file(path, "read");
  EXPECT_EQ(file.text("title", "long_name"), "title of a scenario");
  EXPECT_EQ(file.text("cost", "units"), "pounds");
}

}  // namespace
}  // namespace stepdown
