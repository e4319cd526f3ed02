#include "analysis/outcome_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

#include "analysis/file_seal.h"
#include "analysis/outcome_writer.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const std::vector<Measure> measures = {
    {"returned", "%", "Families who came back", MeasureGroup::returning, false},
    {"list", "families", "Families waiting", MeasureGroup::waiting, true}};

std::string sound_file(const TemporaryFolder& folder) {
  const std::string path = folder.path() + "/results.h5";
  OutcomeWriter writer(path, {"0.1.0", "", 1, 2024, 1, {{"a", "A", ""}}}, measures, measures);
  const std::vector<std::optional<Outcomes>> run{Outcomes{{1.0}, std::vector<double>(12, 2.0), 12}};
  writer.take({0, run});
  writer.finish();
  return path;
}

// What a person is told who tries to read the file.
std::string refusal_of_file(const std::string& path) {
  try {
    const OutcomeFile file(path);
  } catch (const UnusableResults& error) {
    return error.what() + ("\n" + error.advice());
  } catch (const std::system_error& error) {
    return error.what();
  }
  return "it was read";
}

void change(const std::string& path, const std::string& script) {
  const ProgramRun run = run_program(
      "/usr/bin/python3",
      {"-c", "import h5py, sys\nf = h5py.File(sys.argv[1], 'a')\n" + script, path}, "/");
  ASSERT_EQ(run.exit_code, 0) << run.err;
}

// As another version of this program might have written it.
void change_and_seal(const std::string& path, const std::string& script) {
  change(path, script);
  seal_file(path);
}

TEST(OutcomeFile, lists_its_measures) {
  const TemporaryFolder folder;
  const std::vector<StoredMeasure> found = OutcomeFile(sound_file(folder)).measures();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "returned");
  EXPECT_EQ(found[0].unit, "%");
  EXPECT_EQ(found[1].long_name, "Families waiting");
  EXPECT_TRUE(found[1].monthly);
}

TEST(OutcomeFile, that_is_missing_is_refused_with_the_reason_of_the_system) {
  EXPECT_THAT(refusal_of_file("/nowhere/results.h5"),
              AllOf(HasSubstr("cannot read /nowhere/results.h5"), HasSubstr("No such file")));
}

TEST(OutcomeFile, that_is_a_folder_is_refused_with_the_file_in_it) {
  const TemporaryFolder folder;
  EXPECT_THAT(refusal_of_file(folder.path()),
              AllOf(HasSubstr("is a folder"), HasSubstr(folder.path() + "/results.h5")));
}

TEST(OutcomeFile, in_no_known_format_is_refused) {
  const TemporaryFolder folder;
  folder.write("results.h5", "a,b\n1,2\n");
  EXPECT_THAT(refusal_of_file(folder.path() + "/results.h5"),
              HasSubstr("is not a results file: it is not in HDF5 format"));
  folder.write("empty.h5", "");
  EXPECT_THAT(refusal_of_file(folder.path() + "/empty.h5"), HasSubstr("is not a results file"));
}

TEST(OutcomeFile, of_another_program_is_refused) {
  const TemporaryFolder folder;
  change(folder.path() + "/foreign.h5", "f['table'] = [1, 2, 3]\n");
  EXPECT_THAT(refusal_of_file(folder.path() + "/foreign.h5"),
              HasSubstr("was written by another program or an earlier version"));
  seal_file(folder.path() + "/foreign.h5");
  EXPECT_THAT(refusal_of_file(folder.path() + "/foreign.h5"),
              HasSubstr("is an HDF5 file, but stepdown did not write it"));
}

TEST(OutcomeFile, in_another_format_is_refused_with_the_version_that_wrote_it) {
  const TemporaryFolder folder;
  const std::string path = sound_file(folder);
  change_and_seal(path, "f.attrs['stepdown_format'] = 3\n");
  EXPECT_THAT(refusal_of_file(path),
              AllOf(HasSubstr("has results in format 3, written by stepdown 0.1.0"),
                    HasSubstr("this program reads format 2")));
  change_and_seal(path, "del f.attrs['stepdown_format']\n");
  EXPECT_THAT(refusal_of_file(path), HasSubstr("format 1"));
}

TEST(OutcomeFile, whose_parts_are_missing_is_refused) {
  const TemporaryFolder folder;
  const std::string path = sound_file(folder);
  change_and_seal(path, "del f['provenance/scenario_text']\n");
  EXPECT_THAT(refusal_of_file(path), HasSubstr("is damaged: its parts do not fit together"));
}

TEST(OutcomeFile, whose_measures_are_of_other_runs_is_refused) {
  const TemporaryFolder folder;
  const std::string path = sound_file(folder);
  change_and_seal(path, "del f['run']\nf['run'] = [0, 1, 2]\n");
  EXPECT_THAT(refusal_of_file(path), HasSubstr("is damaged: its parts do not fit together"));
}

TEST(OutcomeFile, that_another_program_has_changed_is_refused) {
  const TemporaryFolder folder;
  const std::string path = sound_file(folder);
  change(path, "f['returned'][...] = 99\n");
  EXPECT_THAT(refusal_of_file(path), HasSubstr("is damaged"));
}

// Wherever a copy stops, the file is refused and never half read.
TEST(OutcomeFile, that_is_cut_short_is_refused) {
  const TemporaryFolder folder;
  const std::string path = sound_file(folder);
  const auto size = std::filesystem::file_size(path);
  for (const double share : {0.999, 0.9, 0.5, 0.1, 0.01}) {
    const std::string cut = folder.path() + "/cut.h5";
    std::filesystem::copy_file(path, cut, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(cut, static_cast<std::uintmax_t>(share * double(size)));
    EXPECT_THAT(refusal_of_file(cut), HasSubstr("is damaged: it was cut short")) << share;
  }
}

}  // namespace
}  // namespace stepdown
