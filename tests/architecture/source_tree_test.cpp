#include "tests/architecture/source_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(SourceTree, holds_this_file_and_the_code_of_the_model_but_no_build) {
  const auto has = [](std::string_view path) {
    return std::ranges::find(source_tree(), path, &SourceFile::path) != source_tree().end();
  };
  EXPECT_TRUE(has("tests/architecture/source_tree_test.cpp"));
  EXPECT_TRUE(has("model/random.h"));
  EXPECT_TRUE(has(".ci/run"));
  EXPECT_TRUE(std::ranges::none_of(source_tree(), [](const SourceFile& file) {
    return first_folder(file.path) == "build" || first_folder(file.path) == ".git";
  }));
}

TEST(SourceTree, reads_the_order_of_the_layers_from_cmake) {
  EXPECT_THAT(layers_of("x\nset(STEPDOWN_LAYERS a b\n  c)\nset(y z)"), ElementsAre("a", "b", "c"));
  EXPECT_THROW(layers_of("set(OTHER a b)"), std::runtime_error);
  EXPECT_THAT(layers(), ElementsAre("model", "scenarios", "analysis", "calibration", "cli"));
}

TEST(SourceTree, finds_includes_with_their_lines) {
  const auto found = includes_of(
      {"x.cpp", "#include <vector>\n// #include <no>\n  #  include \"model/a.h\"\n#define x\n"});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].target, "vector");
  EXPECT_FALSE(found[0].is_quoted);
  EXPECT_EQ(found[1].target, "model/a.h");
  EXPECT_TRUE(found[1].is_quoted);
  EXPECT_EQ(found[1].line, 3);
}

TEST(SourceTree, takes_only_code_for_code) {
  const std::string text =
      "int a; // word\n/* word\nword */ int b = 1'000'000;\n"
      "auto s = \"word \\\" word\"; auto c = '\\''; auto r = R\"x(word\n)\" word)x\"; int end;";
  const std::string code = code_only(text);
  EXPECT_THAT(code, Not(HasSubstr("word")));
  EXPECT_THAT(code, HasSubstr("1'000'000;"));
  EXPECT_THAT(code, HasSubstr("int end;"));
  EXPECT_EQ(code.size(), text.size());
  EXPECT_EQ(std::ranges::count(code, '\n'), std::ranges::count(text, '\n'));
}

TEST(SourceTree, takes_paths_apart) {
  EXPECT_EQ(first_folder("model/state/family.h"), "model");
  EXPECT_EQ(first_folder("LICENSE"), "LICENSE");
  EXPECT_EQ(stem("model/state/family.h"), "family");
  EXPECT_EQ(line_at("a\nb\nc", 4), 3);
}

}  // namespace
}  // namespace stepdown
