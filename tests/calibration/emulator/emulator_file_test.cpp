#include "calibration/emulator/emulator_file.h"

#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "analysis/file_seal.h"
#include "analysis/hdf5_output.h"
#include "calibration/fit/authority_space.h"
#include "calibration/matching/judged_points.h"
#include "scenarios/scenario.h"
#include "tests/fixtures/emulated_formula.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

KeptEmulator kept() {
  return {formula_emulator(), "digest", "1.2.3", "stepdown train", 7, 160, 320, 2};
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The file with each `word` in it exchanged for another of the same length.
fs::path exchanged(const TemporaryFolder& folder, const std::string& word,
                   const std::string& other) {
  const fs::path path = folder.path() + "/whole.h5";
  write_emulator(kept(), path);
  std::string bytes = bytes_of(path);
  EXPECT_EQ(word.size(), other.size());
  EXPECT_NE(bytes.find(word), std::string::npos) << word;
  for (std::size_t at = bytes.find(word); at != std::string::npos; at = bytes.find(word, at)) {
    bytes.replace(at, word.size(), other);
  }
  folder.write("other.h5", bytes);
  seal_file(folder.path() + "/other.h5");
  return folder.path() + "/other.h5";
}

TEST(EmulatorFile, predicts_when_read_again_what_it_did_before) {
  const TemporaryFolder folder;
  write_emulator(kept(), folder.path() + "/emulator.h5");
  const KeptEmulator again = read_emulator(folder.path() + "/emulator.h5");
  const Table points(points_of_normal_prior(50, 4, 3));
  std::vector<std::string> names;
  for (const MeasureEmulator& measure : formula_emulator().measures()) {
    names.push_back(measure.name);
  }
  const Emulated before = formula_emulator().predict(points, names);
  const Emulated after = again.emulator.predict(points, names);
  for (std::size_t i = 0; i < before.means.values.size(); ++i) {
    // Weights in single precision: far below the luck of a run.
    EXPECT_NEAR(after.means.values[i], before.means.values[i], 1e-3);
    EXPECT_NEAR(after.variances.values[i], before.variances.values[i],
                1e-2 * before.variances.values[i] + 1e-9);
    EXPECT_DOUBLE_EQ(after.run_variances.values[i], before.run_variances.values[i]);
  }
}

TEST(EmulatorFile, keeps_what_is_known_of_it) {
  const TemporaryFolder folder;
  write_emulator(kept(), folder.path() + "/emulator.h5");
  const KeptEmulator again = read_emulator(folder.path() + "/emulator.h5");
  EXPECT_EQ(again.base, "digest");
  EXPECT_EQ(again.version, "1.2.3");
  EXPECT_EQ(again.command, "stepdown train");
  EXPECT_EQ(again.seed, 7U);
  EXPECT_EQ(again.points, 160U);
  EXPECT_EQ(again.runs, 320U);
  EXPECT_EQ(again.failed, 2U);
  EXPECT_EQ(again.emulator.children(), 31'250);
  ASSERT_EQ(again.emulator.inputs().size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    const Input& before = formula_emulator().inputs()[i];
    const Input& after = again.emulator.inputs()[i];
    EXPECT_EQ(after.name(), before.name());
    EXPECT_EQ(after.number.bounds.high, before.number.bounds.high);
    EXPECT_EQ(after.sd, before.sd);
    EXPECT_EQ(after.per_10000, before.per_10000);
    EXPECT_EQ(after.centre, before.centre);
  }
  EXPECT_EQ(again.emulator.measures()[1].quality.coverage_90,
            formula_emulator().measures()[1].quality.coverage_90);
}

TEST(EmulatorFile, has_the_same_bytes_when_written_twice) {
  const TemporaryFolder folder;
  write_emulator(kept(), folder.path() + "/one.h5");
  write_emulator(kept(), folder.path() + "/two.h5");
  EXPECT_EQ(bytes_of(folder.path() + "/one.h5"), bytes_of(folder.path() + "/two.h5"));
}

TEST(EmulatorFile, refuses_a_file_that_is_none_or_of_another_format) {
  const TemporaryFolder folder;
  folder.write("text.h5", "no emulator at all");
  EXPECT_THROW(read_emulator(folder.path() + "/text.h5"), std::system_error);
  EXPECT_THROW(read_emulator(folder.path() + "/missing.h5"), std::system_error);
  {
    Hdf5Output other(folder.path() + "/other.h5", "write");
    other.set_texts("/", {{"format", "stepdown results 9"}});
    other.close();
  }
  EXPECT_THAT([&] { read_emulator(folder.path() + "/other.h5"); },
              ThrowsMessage<std::runtime_error>(HasSubstr("no emulator of this version")));
}

TEST(EmulatorFile, refuses_a_file_that_was_cut_short) {
  const TemporaryFolder folder;
  write_emulator(kept(), folder.path() + "/emulator.h5");
  const std::string bytes = bytes_of(folder.path() + "/emulator.h5");
  for (const double share : {0.01, 0.3, 0.9}) {
    folder.write(
        "cut.h5",
        bytes.substr(0, static_cast<std::size_t>(share * static_cast<double>(bytes.size()))));
    EXPECT_THROW(read_emulator(folder.path() + "/cut.h5"), std::exception) << share;
  }
}

TEST(EmulatorFile, refuses_numbers_and_measures_that_this_version_does_not_know) {
  const TemporaryFolder folder;
  const fs::path number = exchanged(folder, "need.easing", "need.eesing");
  EXPECT_THAT([&] { read_emulator(number); },
              ThrowsMessage<std::runtime_error>(HasSubstr("need.eesing")));

  std::vector<MeasureEmulator> measures = formula_emulator().measures();
  measures[1].name = "rereferral_13m";
  KeptEmulator other = kept();
  other.emulator = Emulator(formula_emulator().inputs(), 31'250, std::move(measures));
  const fs::path measure = folder.path() + "/measure.h5";
  write_emulator(other, measure);
  EXPECT_THAT([&] { read_emulator(measure); },
              ThrowsMessage<std::runtime_error>(HasSubstr("rereferral_13m")));
}

TEST(DigestOfBase, tells_worlds_apart_by_all_but_what_the_emulator_moves_and_the_size) {
  const std::vector<Input>& inputs = formula_emulator().inputs();
  const std::string own = digest_of_base(formula_base(), inputs);
  ModelParameters moved = formula_base();
  moved.need.easing = 2;
  moved.population.children = 99'000;
  moved.workforce.social_workers = 33;
  EXPECT_EQ(digest_of_base(moved, inputs), own);
  moved.need.fragile_factor += 0.1;
  EXPECT_NE(digest_of_base(moved, inputs), own);
}

TEST(BuiltInEmulator, can_be_read_and_knows_what_local_fits_are_about) {
  if (embedded_emulator().empty()) {
    GTEST_SKIP() << "no emulator is built in";
  }
  const Emulator emulator = built_in_emulator().emulator;
  EXPECT_NE(emulator.find("referrals_per_10000"), nullptr);
  const Table centre(std::vector<Point>{Point(emulator.inputs().size(), 0.0)});
  for (const MeasureEmulator& measure : emulator.measures()) {
    EXPECT_TRUE(std::isfinite(emulator.means(centre, {measure.name}).at(0, 0))) << measure.name;
    EXPECT_GT(measure.quality.explained, 0.5) << measure.name;
  }
}

TEST(BuiltInEmulator, has_its_centre_where_the_base_of_england_lies) {
  if (embedded_emulator().empty()) {
    GTEST_SKIP() << "no emulator is built in";
  }
  const Scenario base =
      load_scenarios(*disk_source(), {{STEPDOWN_SOURCE_DIR "/scenarios/base.toml"}, "", {}})
          .front();
  const AuthoritySpace space(base.from_day_0(), built_in_emulator().emulator.inputs());
  EXPECT_THAT(space.unusual_facts(0.05), ::testing::IsEmpty());
}

}  // namespace
}  // namespace stepdown
