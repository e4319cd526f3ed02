#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

using Names = std::vector<std::string>;

/// The sources that open a file to read it, and the fuzz targets that go that way.
const std::map<std::string, Names>& fuzzed_sources() {
  static const std::map<std::string, Names> table{
      {"analysis/csv_table.cpp", {"csv", "dfe_tables", "annex_lists"}},
      {"analysis/file_seal.cpp", {"hdf5"}},
      {"analysis/hdf5_input.cpp", {"results", "posterior", "sweep", "emulator"}},
      {"analysis/journal_reader.cpp", {"run_journal", "run_record"}},
      {"analysis/opened_hdf5.cpp", {"hdf5"}},
      {"analysis/outcome_file.cpp", {"results"}},
      {"analysis/posterior_file.cpp", {"posterior"}},
      {"analysis/run_journal.cpp", {"run_journal", "run_record"}},
      {"analysis/sensitivity/sweep_input.cpp", {"sweep"}},
      {"analysis/study/study_plan_text.cpp", {"study_plan"}},
      {"calibration/abc/abc_journal.cpp", {"abc_journal"}},
      {"calibration/emulator/emulator_file.cpp", {"emulator"}},
      {"calibration/local/local_import.cpp", {"census_import", "census_xml"}},
      // Scenarios, places, fits and whatever is read from its text.
      {"scenarios/scenario_source.cpp", {"scenario", "place", "fit_file"}},
  };
  return table;
}

/// Those that read nothing of anybody else's.
const Names& sources_that_read_what_is_ours() {
  static const Names table{
      "analysis/published_file.cpp",     // opens to write
      "calibration/ensemble_maker.cpp",  // members it has written; for who maintains the base
      "cli/checkup.cpp",                 // what the operating system says of memory
      "analysis/program_digest.cpp",     // the program's own bytes
      "cli/sweep_slurm.cpp",             // what the operating system says of the process
  };
  return table;
}

bool opens_a_file(const SourceFile& file) {
  static const std::regex opening(
      "\\bifstream\\b|[^\\w]::open\\(|\\bfopen\\(|\\bopened_hdf5\\(|\\bH5Fopen\\(");
  return std::regex_search(code_only(file.text), opening);
}

/// Sources of layers that open files and that nobody has thought of.
Names unknown_readers(const std::vector<SourceFile>& files) {
  Names found;
  for (const SourceFile& file : files) {
    const bool is_of_a_layer =
        std::ranges::find(layers(), first_folder(file.path)) != layers().end();
    if (is_of_a_layer && is_cpp(file.path) && !is_header(file.path) && opens_a_file(file) &&
        !fuzzed_sources().contains(file.path) &&
        std::ranges::find(sources_that_read_what_is_ours(), file.path) ==
            sources_that_read_what_is_ours().end()) {
      found.push_back(file.path);
    }
  }
  return found;
}

/// Functions of headers that are given the path and the text of a file.
Names readers_of_texts() {
  static const std::regex reader(
      "\\b(read_\\w+)\\(const std::string& path, const std::string& text");
  Names found;
  for (const SourceFile& file : source_tree()) {
    if (!is_header(file.path) || file.path.starts_with("tests/")) continue;
    for (std::sregex_iterator match(file.text.begin(), file.text.end(), reader), end; match != end;
         ++match) {
      found.push_back((*match)[1]);
    }
  }
  return found;
}

Names fuzz_targets() {
  static const std::regex target("tests/fuzz/(\\w+)_fuzz\\.cpp");
  Names found;
  for (const SourceFile& file : source_tree()) {
    std::smatch match;
    if (std::regex_match(file.path, match, target)) {
      found.push_back(match[1]);
    }
  }
  return found;
}

TEST(Readers, of_files_are_all_given_bytes_of_anybodys_making) {
  EXPECT_THAT(unknown_readers(source_tree()), IsEmpty());
  for (const auto& [source, targets] : fuzzed_sources()) {
    for (const std::string& target : targets) {
      EXPECT_THAT(fuzz_targets(), Contains(target)) << source;
    }
  }
}

TEST(Readers, of_texts_are_too) {
  std::string fuzzing;
  for (const SourceFile& file : source_tree()) {
    if (file.path.starts_with("tests/fuzz/")) {
      fuzzing += file.text;
    }
  }
  EXPECT_THAT(readers_of_texts(), Not(IsEmpty()));
  for (const std::string& reader : readers_of_texts()) {
    // Of a scenario file it is called by those that load scenarios.
    if (reader != "read_scenario_file") {
      EXPECT_NE(fuzzing.find(reader + '('), std::string::npos) << reader;
    }
  }
}

TEST(FuzzTargets, have_a_corpus_to_begin_with) {
  std::uintmax_t size = 0;
  for (const std::string& target : fuzz_targets()) {
    const fs::path corpus = fs::path(STEPDOWN_SOURCE_DIR) / "tests/fuzz/corpus" / target;
    std::error_code none;
    EXPECT_FALSE(fs::is_empty(corpus, none) || none) << corpus;
    for (fs::directory_iterator entry(corpus, none), end; !none && entry != end; ++entry) {
      size += entry->file_size();
    }
  }
  EXPECT_LT(size, 2'000'000U);
}

TEST(ReaderRule, sees_a_source_that_opens_a_file) {
  EXPECT_THAT(unknown_readers({{"cli/new.cpp", "std::ifstream in(path);\n"}}), SizeIs(1));
  EXPECT_THAT(unknown_readers({{"analysis/new.cpp", "auto f = opened_hdf5(path, {});\n"}}),
              SizeIs(1));
  EXPECT_THAT(unknown_readers({{"cli/new.cpp", "// an ifstream is not opened here\n"}}), IsEmpty());
  EXPECT_THAT(unknown_readers({{"tests/new.cpp", "std::ifstream in(path);\n"}}), IsEmpty());
}

}  // namespace
}  // namespace stepdown
