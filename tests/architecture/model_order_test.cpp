#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A folder of the model and the folders it must not know, directly or through other headers.
struct Ignorance {
  std::string folder;
  std::vector<std::string> of;
};

const std::vector<Ignorance>& ignorances() {
  static const std::vector<Ignorance> table{
      {"model/events/", {"model/processes/", "model/policies/", "model/outcomes/"}},
      {"model/state/", {"model/processes/", "model/policies/", "model/outcomes/"}},
      {"model/parameters/", {"model/processes/", "model/policies/", "model/outcomes/"}},
      {"model/policies/", {"model/processes/"}},
  };
  return table;
}

/// The shortest way from one file through quoted includes to a file below `folder`, empty if none.
std::vector<std::string> way_into(const std::string& folder, const std::string& from,
                                  const std::map<std::string, std::vector<std::string>>& includes) {
  std::map<std::string, std::string> came_from{{from, ""}};
  std::deque<std::string> open{from};
  for (; !open.empty(); open.pop_front()) {
    const std::string here = open.front();
    if (here.starts_with(folder)) {
      std::vector<std::string> way;
      for (std::string step = here; step != from; step = came_from.at(step)) way.push_back(step);
      return way;
    }
    const auto found = includes.find(here);
    if (found == includes.end()) continue;
    for (const std::string& next : found->second) {
      if (came_from.emplace(next, here).second) open.push_back(next);
    }
  }
  return {};
}

std::vector<Finding> broken_ignorances(const std::vector<SourceFile>& files,
                                       const std::vector<Ignorance>& table) {
  std::map<std::string, std::vector<std::string>> includes;
  for (const SourceFile& file : files) {
    for (const Include& include : includes_of(file)) {
      if (include.is_quoted) includes[file.path].push_back(include.target);
    }
  }
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    for (const Ignorance& rule : table) {
      if (!is_cpp(file.path) || !file.path.starts_with(rule.folder)) continue;
      for (const std::string& folder : rule.of) {
        const auto way = way_into(folder, file.path, includes);
        if (way.empty()) continue;
        std::string problem = "must know nothing of " + folder + " but includes " + way.front();
        for (std::size_t i = 1; i < way.size(); ++i) problem += " through " + way[i];
        findings.push_back({file.path, 1, problem});
      }
    }
  }
  return findings;
}

/// Processes that include one answer of a policy. They may include of a decision's folder only its
/// interface, `<decision>_policy.h`, and its `*_catalogue.h`.
std::vector<Finding> processes_that_know_an_answer(const std::vector<SourceFile>& files) {
  static const std::regex answer("model/policies/[a-z_]+/[a-z_]+\\.h");
  static const std::regex interface_header(
      "model/policies/([a-z_]+)/(\\1_policy|[a-z_]+_catalogue)\\.h");
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    if (!is_cpp(file.path) || !file.path.starts_with("model/processes/")) continue;
    for (const Include& include : includes_of(file)) {
      if (std::regex_match(include.target, answer) &&
          !std::regex_match(include.target, interface_header)) {
        findings.push_back({file.path, include.line,
                            "includes the single policy " + include.target +
                                "; include the interface or the catalogue of its folder"});
      }
    }
  }
  return findings;
}

TEST(Model, has_state_events_and_parameters_that_know_neither_process_nor_policy) {
  EXPECT_THAT(broken_ignorances(source_tree(), ignorances()), IsEmpty());
}

TEST(Model, has_processes_that_know_policies_by_their_interface_alone) {
  EXPECT_THAT(processes_that_know_an_answer(source_tree()), IsEmpty());
}

TEST(ModelOrderRule, sees_a_direct_include_for_every_line_of_its_table) {
  for (const Ignorance& rule : ignorances()) {
    for (const std::string& folder : rule.of) {
      EXPECT_THAT(broken_ignorances({{rule.folder + "a.h", "#include \"" + folder + "b.h\"\n"}},
                                    ignorances()),
                  SizeIs(1))
          << rule.folder << " " << folder;
    }
  }
}

TEST(ModelOrderRule, sees_an_include_through_other_headers_and_names_the_way) {
  const std::vector<SourceFile> files{
      {"model/state/a.h", "#include \"model/b.h\"\n"},
      {"model/b.h", "#include \"model/c.h\"\n"},
      {"model/c.h", "#include \"model/b.h\"\n#include \"model/processes/d.h\"\n"}};
  EXPECT_THAT(
      broken_ignorances(files, ignorances()),
      ElementsAre(Field(&Finding::problem,
                        HasSubstr("model/processes/d.h through model/c.h through model/b.h"))));
}

TEST(ModelOrderRule, leaves_processes_and_replication_free_to_know_the_state) {
  EXPECT_THAT(broken_ignorances({{"model/processes/a.h", "#include \"model/state/b.h\"\n"},
                                 {"model/replication.cpp", "#include \"model/processes/a.h\"\n"}},
                                ignorances()),
              IsEmpty());
}

TEST(ModelOrderRule, tells_one_answer_of_a_policy_from_its_interface) {
  const auto findings = [](const std::string& target) {
    return processes_that_know_an_answer(
        {{"model/processes/review.cpp", "#include \"" + target + "\"\n"}});
  };
  EXPECT_THAT(findings("model/policies/closure/tapered.h"), SizeIs(1));
  EXPECT_THAT(findings("model/policies/closure/other_policy.h"), SizeIs(1));
  EXPECT_THAT(findings("model/policies/closure/closure_policy.h"), IsEmpty());
  EXPECT_THAT(findings("model/policies/closure/closure_catalogue.h"), IsEmpty());
  EXPECT_THAT(findings("model/state/families.h"), IsEmpty());
}

}  // namespace
}  // namespace stepdown
