#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

bool is_built(std::string_view folder) {
  return folder == "tests" || folder == "bench" ||
         std::ranges::find(layers(), folder) != layers().end();
}

/// Includes of a layer's files that go to the right, or to what stands outside the layers.
std::vector<Finding> rightward_includes(const std::vector<SourceFile>& files,
                                        const std::vector<std::string>& order) {
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    const auto own = std::ranges::find(order, first_folder(file.path));
    if (!is_cpp(file.path) || own == order.end()) continue;
    for (const Include& include : includes_of(file)) {
      if (!include.is_quoted) continue;
      const auto used = std::ranges::find(order, first_folder(include.target));
      if (used > own) {
        findings.push_back({file.path, include.line,
                            "includes " + include.target + ", which is not in " + *own +
                                " nor to its left; let " + *own + " define the interface"});
      }
    }
  }
  return findings;
}

/// Quoted includes that do not name a file from the root of the repository.
std::vector<Finding> includes_from_elsewhere(const std::vector<SourceFile>& files) {
  std::set<std::string_view> known;
  for (const SourceFile& file : files) known.insert(file.path);
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    if (!is_cpp(file.path) || !is_built(first_folder(file.path))) continue;
    for (const Include& include : includes_of(file)) {
      if (include.is_quoted && !known.contains(include.target)) {
        findings.push_back({file.path, include.line,
                            "\"" + include.target + "\" is no path from the root of the project"});
      }
    }
  }
  return findings;
}

TEST(Layers, include_leftwards_only) {
  EXPECT_THAT(rightward_includes(source_tree(), layers()), IsEmpty());
}

TEST(Layers, include_from_the_root) {
  EXPECT_THAT(includes_from_elsewhere(source_tree()), IsEmpty());
}

TEST(LayerRule, sees_an_include_to_the_right) {
  const std::vector<std::string> order{"model", "scenarios", "cli"};
  EXPECT_THAT(rightward_includes({{"model/a.h", "#include \"scenarios/b.h\"\n"}}, order),
              SizeIs(1));
  EXPECT_THAT(rightward_includes({{"scenarios/a.cpp", "#include \"cli/b.h\"\n"}}, order),
              SizeIs(1));
}

TEST(LayerRule, sees_a_layer_that_includes_tests_or_benchmarks) {
  EXPECT_THAT(
      rightward_includes({{"cli/a.cpp", "#include \"tests/fixtures/b.h\"\n"}}, {"model", "cli"}),
      SizeIs(1));
  EXPECT_THAT(rightward_includes({{"model/a.h", "#include \"bench/b.h\"\n"}}, {"model", "cli"}),
              SizeIs(1));
}

TEST(LayerRule, allows_the_own_layer_and_those_to_the_left) {
  EXPECT_THAT(rightward_includes({{"cli/a.cpp", "#include \"cli/b.h\"\n#include \"model/c.h\"\n"},
                                  {"tests/cli/a_test.cpp", "#include \"cli/b.h\"\n"}},
                                 {"model", "cli"}),
              IsEmpty());
}

TEST(LayerRule, sees_an_include_that_is_relative_or_names_nothing) {
  EXPECT_THAT(includes_from_elsewhere({{"model/a.h", "#include \"b.h\"\n"}, {"model/b.h", ""}}),
              SizeIs(1));
  EXPECT_THAT(includes_from_elsewhere({{"model/a.h", "#include \"model/gone.h\"\n"}}), SizeIs(1));
  EXPECT_THAT(
      includes_from_elsewhere({{"model/a.h", "#include \"model/b.h\"\n"}, {"model/b.h", ""}}),
      IsEmpty());
}

}  // namespace
}  // namespace stepdown
