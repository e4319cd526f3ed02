#include "scenarios/embedded_scenarios.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace stepdown {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::map<std::string, std::string> scenario_files_on_disk() {
  namespace fs = std::filesystem;
  const fs::path root = STEPDOWN_SOURCE_DIR;
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(root / "scenarios")) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(root).generic_string()] =
        std::string(std::istreambuf_iterator<char>(in), {});
  }
  return files;
}

TEST(EmbeddedScenarios, are_the_files_of_the_source_tree_byte_for_byte) {
  std::map<std::string, std::string> carried;
  for (const EmbeddedFile& file : embedded_scenarios()) {
    carried[std::string(file.path)] = std::string(file.text);
  }
  EXPECT_EQ(carried, scenario_files_on_disk());
}

TEST(EmbeddedScenarios, hold_the_base_world) {
  EXPECT_EQ(std::ranges::count(embedded_scenarios(), "scenarios/base.toml", &EmbeddedFile::path),
            1);
}

TEST(EmbeddedScenarios, come_sorted_by_path) {
  EXPECT_TRUE(std::ranges::is_sorted(embedded_scenarios(), {}, &EmbeddedFile::path));
}

std::vector<std::string> paths_in(const std::string& folder) {
  return embedded_source()->files_in("scenarios/" + folder);
}

std::vector<std::string> decisions() {
  std::vector<std::string> paths = paths_in("policies");
  const std::vector<std::string> strategies = paths_in("strategies");
  paths.insert(paths.end(), strategies.begin(), strategies.end());
  return paths;
}

std::vector<Scenario> loaded(const std::vector<std::string>& paths) {
  return load_scenarios(*embedded_source(), {paths, "", {}});
}

double number(const Scenario& scenario, std::string_view name) {
  return std::get<double>(find_parameter(name)->get(scenario.from_day_0()));
}

TEST(EmbeddedDecisions, ask_a_question_and_name_their_evidence) {
  for (const Scenario& policy : loaded(decisions())) {
    EXPECT_NE(policy.title(), policy.name());
    EXPECT_THAT(policy.question(), EndsWith("?")) << policy.name();
    if (policy.name() != "unchanged") {
      EXPECT_THAT(policy.evidence(), Not(IsEmpty())) << policy.name();
    }
  }
}

TEST(EmbeddedDecisions, make_sense_in_a_place_of_the_usual_size) {
  for (const Scenario& policy : loaded(decisions())) {
    for (const Problem& warning : policy.warnings()) {
      ADD_FAILURE() << policy.name() << ": " << warning.message;
    }
  }
}

TEST(EmbeddedDecisions, name_what_they_decide_and_no_two_are_the_same) {
  std::map<std::string, std::string> names;
  for (const Scenario& policy : loaded(decisions())) {
    if (policy.name() != "unchanged" && policy.name() != "abrupt") {
      const auto [other, is_new] = names.emplace(policy.source_text(), policy.name());
      EXPECT_TRUE(is_new) << policy.name() << " decides the same as " << other->second;
    }
  }
}

TEST(EmbeddedPolicies, use_every_lever_there_is) {
  const std::vector<Scenario> policies = loaded(paths_in("policies"));
  for (const Parameter& parameter : parameter_registry()) {
    if (parameter.role != Role::lever) continue;
    const auto place = static_cast<std::size_t>(&parameter - parameter_registry().data());
    EXPECT_TRUE(std::ranges::any_of(policies,
                                    [&](const Scenario& policy) {
                                      return policy.settings()[place].origin.file.starts_with(
                                          "scenarios/policies/");
                                    }))
        << "no policy file uses " << parameter.name;
  }
}

struct HalfALevel {
  std::string policy;
  std::string_view threshold;
  double change;
};

TEST(EmbeddedPolicies, of_half_a_level_are_half_a_level_from_the_base) {
  const Scenario base = loaded({"scenarios/base.toml"}).front();
  const std::vector<HalfALevel> changes = {
      {"lower_early_help_threshold", "threshold.community_early_help", -0.5},
      {"lower_early_help_threshold", "threshold.targeted_early_help", -0.5},
      {"higher_early_help_threshold", "threshold.community_early_help", 0.5},
      {"higher_early_help_threshold", "threshold.targeted_early_help", 0.5},
      {"lower_child_in_need_threshold", "threshold.child_in_need", -0.5},
      {"higher_child_in_need_threshold", "threshold.child_in_need", 0.5},
      {"earlier_referrals", "threshold.referral", -0.5},
      {"stricter_front_door", "threshold.front_door", 0.5},
      {"higher_protection_threshold", "threshold.enquiry", 0.5},
      {"higher_protection_threshold", "threshold.conference", 0.5},
      {"higher_protection_threshold", "threshold.plan", 0.5},
      {"clearer_good_review", "threshold.good_review", -0.5},
      {"longer_protection_plans", "protection.end_below", -0.5},
  };
  for (const auto& [policy, threshold, change] : changes) {
    const Scenario scenario = loaded({"scenarios/policies/" + policy + ".toml"}).front();
    EXPECT_NEAR(number(scenario, threshold) - number(base, threshold), change, 1e-9)
        << policy << ": " << threshold;
  }
}

TEST(EmbeddedDecisions, stand_in_the_list_of_questions) {
  std::ifstream in(STEPDOWN_SOURCE_DIR "/scenarios/README.md", std::ios::binary);
  const std::string list(std::istreambuf_iterator<char>(in), {});
  for (const Scenario& policy : loaded(decisions())) {
    EXPECT_THAT(list, HasSubstr("/" + policy.name() + ".toml) | " + policy.question() + " |"));
  }
}

}  // namespace
}  // namespace stepdown
