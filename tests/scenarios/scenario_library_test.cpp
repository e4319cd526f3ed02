#include "scenarios/scenario_library.h"

#include <gmock/gmock.h>

#include "tests/fixtures/program.h"
#include "tests/fixtures/scenario_texts.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* base = "kind = \"base\"\n";
constexpr const char* place = "kind = \"place\"\ntitle = \"X\"\n";

std::string extending(const std::string& path, const std::string& kind = "policy") {
  return "kind = \"" + kind + "\"\nextends = \"" + path + "\"\n";
}

std::vector<std::string> paths_of(const std::vector<const CheckedFile*>& chain) {
  std::vector<std::string> paths;
  for (const CheckedFile* file : chain) {
    paths.push_back(file->file.path);
  }
  return paths;
}

/// The one problem of the chain of `path`, which cannot be used.
Problem problem_of(const ScenarioTexts& texts, const std::string& path) {
  ScenarioLibrary library(texts);
  EXPECT_THAT(library.chain_of(path), IsEmpty());
  EXPECT_THAT(library.problems(), SizeIs(1));
  return library.problems().empty() ? Problem() : library.problems().front();
}

TEST(Chain, has_the_outermost_base_first) {
  const ScenarioTexts texts(TextsByPath{{"s/base.toml", base},
                                        {"s/mine.toml", extending("base.toml", "base")},
                                        {"s/p/a.toml", extending("../mine.toml")},
                                        {"s/p/b.toml", extending("a.toml")}});
  ScenarioLibrary library(texts);
  EXPECT_THAT(paths_of(library.chain_of("s/p/b.toml")),
              ElementsAre("s/base.toml", "s/mine.toml", "s/p/a.toml", "s/p/b.toml"));
  EXPECT_THAT(library.problems(), IsEmpty());
}

TEST(Chain, of_a_missing_file_names_the_similar_one) {
  const Problem problem =
      problem_of(ScenarioTexts(TextsByPath{{"s/base.toml", base}}), "s/bse.toml");
  EXPECT_EQ(problem.fault, Fault::file_not_found);
  EXPECT_EQ(problem.message, "there is no file `s/bse.toml`");
  EXPECT_THAT(problem.suggestion, HasSubstr("`s/base.toml`"));
}

TEST(Chain, of_a_policy_without_extends_says_what_to_write) {
  const Problem problem = problem_of(
      ScenarioTexts(TextsByPath{{"s/base.toml", base}, {"s/p/a.toml", "kind = \"policy\"\n"}}),
      "s/p/a.toml");
  EXPECT_EQ(problem.fault, Fault::base_missing);
  EXPECT_THAT(problem.message, HasSubstr("missing base"));
  EXPECT_THAT(problem.suggestion, HasSubstr("extends = \"../base.toml\""));
}

TEST(Chain, points_at_an_extends_that_leads_nowhere) {
  const Problem problem = problem_of(
      ScenarioTexts(TextsByPath{{"s/base.toml", base}, {"s/a.toml", extending("bases.toml")}}),
      "s/a.toml");
  EXPECT_EQ(problem.fault, Fault::extends_not_found);
  EXPECT_EQ(problem.file, "s/a.toml");
  EXPECT_EQ(problem.line, 2);
  EXPECT_EQ(problem.column, 11);
  EXPECT_THAT(problem.suggestion, HasSubstr("`s/base.toml`"));
}

TEST(Chain, shows_the_whole_circle) {
  const ScenarioTexts texts(TextsByPath{{"a.toml", extending("b.toml")},
                                        {"b.toml", extending("c.toml")},
                                        {"c.toml", extending("b.toml")},
                                        {"self.toml", extending("./self.toml")}});
  const Problem circle = problem_of(texts, "a.toml");
  EXPECT_EQ(circle.fault, Fault::extends_circular);
  EXPECT_EQ(circle.suggestion, "b.toml -> c.toml -> b.toml");
  EXPECT_EQ(problem_of(texts, "self.toml").suggestion, "self.toml -> self.toml");
}

TEST(Chain, ends_at_a_length_nobody_needs) {
  TextsByPath texts{{"0.toml", base}};
  for (int i = 1; i <= 16; ++i) {
    texts[std::to_string(i) + ".toml"] = extending(std::to_string(i - 1) + ".toml");
  }
  const ScenarioTexts source(texts);
  ScenarioLibrary sixteen(source);
  EXPECT_THAT(sixteen.chain_of("15.toml"), SizeIs(16));
  EXPECT_EQ(problem_of(source, "16.toml").fault, Fault::extends_too_deep);
}

TEST(Chain, joins_only_kinds_that_fit) {
  const ScenarioTexts texts(TextsByPath{{"base.toml", base},
                                        {"place.toml", place},
                                        {"lab.toml", "kind = \"laboratory\"\n"},
                                        {"a.toml", extending("place.toml")},
                                        {"b.toml", extending("base.toml", "place")},
                                        {"c.toml", extending("d.toml", "base")},
                                        {"d.toml", extending("base.toml")},
                                        {"e.toml", extending("lab.toml", "laboratory")}});
  EXPECT_EQ(problem_of(texts, "a.toml").fault, Fault::extends_wrong_kind);
  EXPECT_EQ(problem_of(texts, "b.toml").fault, Fault::extends_wrong_kind);
  EXPECT_EQ(problem_of(texts, "c.toml").fault, Fault::extends_wrong_kind);
  ScenarioLibrary library(texts);
  EXPECT_THAT(library.chain_of("e.toml"), SizeIs(2));
}

TEST(Library, reads_each_file_once_and_notes_its_problems_once) {
  const ScenarioTexts texts(TextsByPath{{"base.toml", "kind = \"base\"\n[need]\nx = 1\n"},
                                        {"a.toml", extending("base.toml")},
                                        {"b.toml", extending("./base.toml")}});
  ScenarioLibrary library(texts);
  EXPECT_EQ(library.chain_of("a.toml").front(), library.chain_of("b.toml").front());
  EXPECT_THAT(library.problems(), SizeIs(1));
}

TEST(Library, tells_folders_and_huge_files_from_missing_ones) {
  const TemporaryFolder folder;
  folder.write("huge.toml", std::string(largest_scenario_file + 1, '#'));
  const auto disk = disk_source();
  ScenarioLibrary library(*disk);
  library.chain_of(folder.path());
  library.chain_of(folder.path() + "/huge.toml");
  ASSERT_THAT(library.problems(), SizeIs(2));
  EXPECT_EQ(library.problems()[0].fault, Fault::file_is_a_folder);
  EXPECT_EQ(library.problems()[1].fault, Fault::file_too_large);
}

}  // namespace
}  // namespace stepdown
