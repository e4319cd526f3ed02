#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr int longest_file = 350;

/// Folders and files named after nothing of the domain.
std::vector<Finding> empty_names(const std::vector<SourceFile>& files) {
  static const std::regex word(
      "(^|[/_.-])(manager|helper|util|utility|utilities|common|handler|misc)s?([/_.-]|$)");
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    if (std::regex_search(file.path, word)) {
      findings.push_back({file.path, 1, "the name says nothing; name the concept inside"});
    }
  }
  return findings;
}

std::vector<Finding> long_files(const std::vector<SourceFile>& files) {
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    const auto lines = std::ranges::count(file.text, '\n');
    if (is_cpp(file.path) && lines > longest_file) {
      findings.push_back({file.path, longest_file + 1,
                          std::to_string(lines) + " lines: is this still one concept?"});
    }
  }
  return findings;
}

std::vector<Finding> headers_without_guard(const std::vector<SourceFile>& files) {
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    if (is_header(file.path) && !file.text.starts_with("#pragma once\n")) {
      findings.push_back({file.path, 1, "does not begin with #pragma once"});
    }
  }
  return findings;
}

/// What a mechanism does is seen in several processes at once, so its tests mirror none of them.
constexpr std::string_view mechanisms = "tests/model/mechanisms/";

/// Tests of a layer that stand where no file of the layer stands.
std::vector<Finding> tests_of_nothing(const std::vector<SourceFile>& files,
                                      const std::vector<std::string>& order) {
  std::set<std::string> known;
  for (const SourceFile& file : files) known.insert(file.path);
  constexpr std::string_view prefix = "tests/";
  constexpr std::string_view suffix = "_test.cpp";
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    if (!file.path.starts_with(prefix) || !file.path.ends_with(suffix) ||
        file.path.starts_with(mechanisms)) {
      continue;
    }
    const std::string source =
        file.path.substr(prefix.size(), file.path.size() - prefix.size() - suffix.size());
    if (std::ranges::find(order, first_folder(source)) == order.end()) continue;
    const std::array<std::string, 3> endings{".h", ".cpp", ".toml"};
    if (std::ranges::none_of(
            endings, [&](const std::string& ending) { return known.contains(source + ending); })) {
      findings.push_back({file.path, 1, "mirrors no file: there is no " + source + ".h"});
    }
  }
  return findings;
}

TEST(Files, are_named_after_what_is_in_them) { EXPECT_THAT(empty_names(source_tree()), IsEmpty()); }

TEST(Files, are_one_or_two_screens_long) { EXPECT_THAT(long_files(source_tree()), IsEmpty()); }

TEST(Headers, begin_with_pragma_once) {
  EXPECT_THAT(headers_without_guard(source_tree()), IsEmpty());
}

TEST(Tests, stand_where_their_sources_stand) {
  EXPECT_THAT(tests_of_nothing(source_tree(), layers()), IsEmpty());
}

TEST(NameRule, sees_empty_names_of_files_and_folders) {
  for (const char* path :
       {"model/utils.h", "model/case_manager.cpp", "cli/helpers/a.h", "cli/misc.cpp",
        "model/common.h", "tests/event_handler_test.cpp", "model/util/a.h"}) {
    EXPECT_THAT(empty_names({{path, ""}}), SizeIs(1)) << path;
  }
  EXPECT_THAT(empty_names({{"model/utilisation.h", ""}, {"model/commons_vote.h", ""}}), SizeIs(1));
  EXPECT_THAT(empty_names({{"model/utilisation.h", ""}, {"model/uncommon.h", ""}}), IsEmpty());
}

TEST(SizeRule, sees_the_first_line_too_many) {
  EXPECT_THAT(long_files({{"a.cpp", std::string(longest_file, '\n')}}), IsEmpty());
  EXPECT_THAT(long_files({{"a.cpp", std::string(longest_file + 1, '\n')}}), SizeIs(1));
  EXPECT_THAT(long_files({{"a.md", std::string(longest_file + 1, '\n')}}), IsEmpty());
}

TEST(GuardRule, sees_a_header_without_one) {
  EXPECT_THAT(headers_without_guard({{"a.h", "int f();\n"}}), SizeIs(1));
  EXPECT_THAT(headers_without_guard({{"a.h", "#pragma once\n"}, {"a.cpp", ""}}), IsEmpty());
}

TEST(MirrorRule, sees_a_test_whose_source_is_gone) {
  const std::vector<std::string> order{"model", "cli"};
  EXPECT_THAT(tests_of_nothing({{"tests/model/state/a_test.cpp", ""}, {"model/a.h", ""}}, order),
              SizeIs(1));
  EXPECT_THAT(
      tests_of_nothing({{"tests/model/state/a_test.cpp", ""}, {"model/state/a.cpp", ""}}, order),
      IsEmpty());
  EXPECT_THAT(tests_of_nothing({{"tests/model/mechanisms/a_test.cpp", ""}}, order), IsEmpty());
  EXPECT_THAT(tests_of_nothing({{"tests/statistics/a_test.cpp", ""}}, order), IsEmpty());
}

}  // namespace
}  // namespace stepdown
