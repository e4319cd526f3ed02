#include "analysis/outcome_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::vector<Measure> measures = {
    {"returned", "%", "Families who came back", MeasureGroup::returning, false},
    {"p_wait", "share", "Share who wait", MeasureGroup::laboratory, false},
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

// Outcomes from which run, scenario, month and measure can be told.
Outcomes outcomes(std::uint32_t run, int scenario) {
  Outcomes made{{run + 0.1 * scenario, 100.0 * run}, {}, 12};
  for (int month = 0; month < 12; ++month) {
    made.monthly.push_back(1000.0 * run + 100.0 * scenario + month);
  }
  return made;
}

void write(const std::string& path, std::uint32_t runs,
           const std::vector<Measure>& stored = measures) {
  OutcomeWriter writer(path, provenance(), stored, measures);
  for (std::uint32_t run = 0; run < runs; ++run) {
    const std::vector<std::optional<Outcomes>> both{outcomes(run, 0), outcomes(run, 1)};
    writer.take({run, both});
  }
  writer.finish();
}

// What h5py, which knows nothing of this program, finds in the file.
std::string python(const std::string& script, const std::string& file) {
  const ProgramRun run = run_program("/usr/bin/python3", {"-c", script, file}, "/");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  return run.out;
}

TEST(OutcomeWriter, writes_what_the_reader_reads) {
  const TemporaryFolder folder;
  write(folder.path() + "/results.h5", 70);
  const OutcomeFile file(folder.path() + "/results.h5");
  EXPECT_THAT(file.scenarios(), ElementsAre("abrupt", "tapered"));
  ASSERT_EQ(file.runs(), 70U);
  const auto values = file.values("returned");
  for (std::uint32_t run = 0; run < 70; ++run) {
    EXPECT_EQ(values[0][run], outcomes(run, 0).of_run[0]);
    EXPECT_EQ(values[1][run], outcomes(run, 1).of_run[0]);
  }
}

TEST(OutcomeWriter, writes_months_that_the_reader_reads_run_by_run) {
  const TemporaryFolder folder;
  write(folder.path() + "/results.h5", 40);
  const OutcomeFile file(folder.path() + "/results.h5");
  const auto list = file.monthly_values("list");
  ASSERT_EQ(list.size(), 2U);
  const std::size_t months = list[1].size() / 40;
  EXPECT_EQ(months % 12, 0U);
  EXPECT_EQ(list[1][33 * months + 7], 1000.0 * 33 + 100.0 + 7);
  EXPECT_THROW(static_cast<void>(file.monthly_values("returned")), std::out_of_range);
  EXPECT_THROW(static_cast<void>(file.values("list")), std::out_of_range);
}

TEST(OutcomeWriter, gives_equal_runs_equal_bytes) {
  const TemporaryFolder folder;
  write(folder.path() + "/a.h5", 70);
  write(folder.path() + "/b.h5", 70);
  EXPECT_FALSE(bytes_of(folder.path() + "/a.h5").empty());
  EXPECT_TRUE(bytes_of(folder.path() + "/a.h5") == bytes_of(folder.path() + "/b.h5"));
}

TEST(OutcomeWriter, leaves_out_measures_that_are_not_stored) {
  const TemporaryFolder folder;
  const std::vector<Measure> stored{measures[0], measures[2]};
  write(folder.path() + "/results.h5", 3, stored);
  const OutcomeFile file(folder.path() + "/results.h5");
  EXPECT_THROW(static_cast<void>(file.values("p_wait")), std::out_of_range);
  EXPECT_THAT(file.values("returned")[1], ElementsAre(0.1, 1.1, 2.1));
}

TEST(StoredMeasures, have_those_of_the_laboratory_only_there) {
  ModelParameters parameters = initial_parameters();
  EXPECT_EQ(stored_measures(parameters, measures).size(), 2U);
  parameters.laboratory.system = Laboratory::queue;
  EXPECT_EQ(stored_measures(parameters, measures).size(), 3U);
}

TEST(OutcomeWriter, marks_and_names_failed_runs) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/results.h5";
  {
    OutcomeWriter writer(path, provenance(), measures, measures);
    const std::vector<std::optional<Outcomes>> one{outcomes(0, 0), std::nullopt};
    writer.take({0, one, std::vector<FailedRun>{{1, 0, "tapered", "accounts lost"}}});
    const std::vector<std::optional<Outcomes>> both{outcomes(1, 0), outcomes(1, 1)};
    writer.take({1, both});
    writer.finish();
  }
  const auto values = OutcomeFile(path).values("returned");
  EXPECT_THAT(values[0], ElementsAre(0.0, 1.0));
  EXPECT_TRUE(std::isnan(values[1][0]));
  EXPECT_EQ(values[1][1], 1.1);
  EXPECT_EQ(python("import h5py, sys\n"
                   "print(h5py.File(sys.argv[1])['provenance/failed_run'].asstr()[0])\n",
                   path),
            "run 0 of tapered: accounts lost\n");
}

TEST(OutcomeWriter, describes_every_axis_to_other_programs) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/results.h5";
  write(path, 40);
  const std::string found = python(
      "import h5py, sys\n"
      "f = h5py.File(sys.argv[1])\n"
      "for name in ('returned', 'list'):\n"
      "  d = f[name]\n"
      "  print(name, d.shape, d.maxshape, [list(a.keys()) for a in d.dims], d.dtype,\n"
      "        d.attrs['units'], '|', d.attrs['long_name'])\n"
      "print([h5py.h5ds.is_scale(f[n].id)\n"
      "       for n in ('scenario', 'draw', 'run', 'month', 'setting')])\n"
      "print(f['scenario'].asstr()[:], f['draw'].asstr()[:], f['run'][-1], f['month'][:4])\n"
      "print(f['month'].attrs['units'], f['month'].attrs['calendar'], f.attrs['Conventions'])\n"
      "print(f['list'][1, 0, 33, 5], f['list'][0, 0, 39, 11])\n",
      path);
  EXPECT_EQ(
      found,
      "returned (2, 1, 40) (2, 1, None) [['scenario'], ['draw'], ['run']] float64 % | "
      "Families who came back\n"
      "list (2, 1, 40, 12) (2, 1, None, 12) [['scenario'], ['draw'], ['run'], ['month']] float64 "
      "families | Families waiting\n"
      "[True, True, True, True, True]\n"
      "['abrupt' 'tapered'] ['base'] 39 [ 0. 30. 61. 91.]\n"
      "days since 2024-04-01 standard CF-1.8\n"
      "33105.0 39011.0\n");
}

// With values that tell scenario, draw and run apart.
Outcomes in_draw(std::uint32_t run, int scenario, int draw) {
  Outcomes made = outcomes(run, scenario);
  made.of_run[0] += 1000.0 * draw;
  made.monthly[7] += 0.5 * draw;
  return made;
}

void write_two_draws(const std::string& path, std::uint32_t runs) {
  Provenance of_two = provenance();
  of_two.draws = {{"member_01", {"x = 1\nneed.worsening = 0.5\n", "x = 2\n"}},
                  {"member_02", {"x = 3\n", "x = 4\n"}}};
  OutcomeWriter writer(path, of_two, measures, measures);
  for (int draw = 0; draw < 2; ++draw) {
    if (draw > 0) {
      writer.begin_next_draw();
    }
    for (std::uint32_t run = 0; run < runs; ++run) {
      const std::vector<std::optional<Outcomes>> both{in_draw(run, 0, draw), in_draw(run, 1, draw)};
      writer.take({run, both});
    }
  }
  writer.finish();
}

TEST(OutcomeWriter, keeps_the_draws_of_an_ensemble_in_one_file) {
  const TemporaryFolder folder;
  write_two_draws(folder.path() + "/results.h5", 40);
  const OutcomeFile file(folder.path() + "/results.h5");
  EXPECT_THAT(file.draws(), ElementsAre("member_01", "member_02"));
  ASSERT_EQ(file.runs(), 40U);
  for (std::uint32_t run = 0; run < 40; ++run) {
    EXPECT_EQ(file.values("returned", 0)[1][run], in_draw(run, 1, 0).of_run[0]);
    EXPECT_EQ(file.values("returned", 1)[1][run], in_draw(run, 1, 1).of_run[0]);
  }
  EXPECT_THAT(file.values_of("returned", {0, 1, 38, 2}), ElementsAre(1038.0, 1039.0));
  EXPECT_EQ(file.values_of("list", {1, 1, 3, 1})[7], in_draw(3, 1, 1).monthly[7]);
  EXPECT_EQ(file.monthly_values("list", 1)[0][5 * 12 + 7], in_draw(5, 0, 1).monthly[7]);
}

TEST(OutcomeWriter, refuses_a_draw_with_more_runs_than_the_first) {
  const TemporaryFolder folder;
  Provenance of_two = provenance();
  of_two.draws = {{"member_01", {"", ""}}, {"member_02", {"", ""}}};
  OutcomeWriter writer(folder.path() + "/results.h5", of_two, measures, measures);
  const std::vector<std::optional<Outcomes>> both{outcomes(0, 0), outcomes(0, 1)};
  writer.take({0, both});
  writer.begin_next_draw();
  writer.take({0, both});
  writer.take({1, both});
  EXPECT_THROW(writer.finish(), std::logic_error);
}

TEST(OutcomeWriter, shows_nothing_under_the_name_before_it_is_finished) {
  const TemporaryFolder folder;
  {
    OutcomeWriter writer(folder.path() + "/results.h5", provenance(), measures, measures);
    const std::vector<std::optional<Outcomes>> both{outcomes(0, 0), outcomes(0, 1)};
    writer.take({0, both});
    EXPECT_FALSE(std::filesystem::exists(folder.path() + "/results.h5"));
    EXPECT_TRUE(std::filesystem::exists(writer.temporary()));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(OutcomeWriter, knows_a_folder_that_cannot_be_written_before_any_run) {
  const TemporaryFolder folder;
  folder.write("file", "not a folder");
  EXPECT_THROW(OutcomeWriter(folder.path() + "/file/results.h5", provenance(), measures, measures),
               std::system_error);
}

TEST(OutcomeWriter, refuses_outcomes_of_another_shape) {
  const TemporaryFolder folder;
  OutcomeWriter writer(folder.path() + "/results.h5", provenance(), measures, measures);
  const std::vector<std::optional<Outcomes>> short_run{Outcomes{{1.0}, {}, 12}, outcomes(0, 1)};
  EXPECT_THROW(writer.take({0, short_run}), std::logic_error);
}

}  // namespace
}  // namespace stepdown
