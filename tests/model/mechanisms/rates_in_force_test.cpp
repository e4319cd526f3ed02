#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "model/processes/help.h"
#include "model/processes/policy_change.h"
#include "model/processes/timetable.h"
#include "model/replication.h"
#include "tests/model/mechanisms/whole_run.h"

// Rates are set anew when what they depend on changes, and only then. So, whenever one looks, to
// set them all anew changes none: a rate that does change had been forgotten.

namespace stepdown {
namespace {

/// The rates of a family's life, of its capacity and of its leaving services, by name.
struct RateInForce {
  std::string name;
  double rate;
};

std::vector<RateInForce> rates_of(const World& world, FamilySlot slot) {
  const Family& family = static_cast<const Families&>(world.authority.families).family(slot);
  const Case& open = world.seen_case(slot);
  const Record& known = world.known(slot);
  return {{"worsens", family.clocks.rate(FamilyClock::worsens)},
          {"eases", family.clocks.rate(FamilyClock::eases)},
          {"concern", family.clocks.rate(FamilyClock::concern)},
          {"noticed", family.clocks.rate(FamilyClock::noticed)},
          {"capacity grows", known.clocks.rate(CapacityClock::grows)},
          {"capacity fades", known.clocks.rate(CapacityClock::fades)},
          {"drops out", open.leaving.rate(LeavingClock::drops_out)},
          {"leaves early", open.leaving.rate(LeavingClock::leaves_early)}};
}

/// Rates of any family that change when all are set anew, looked at every five weeks.
std::vector<std::string> forgotten_rates(const Settings& settings) {
  Settings always;
  for (const Setting& setting : settings) {
    if (parameter_named(setting.name).role != Role::lever) {
      always.push_back(setting);
    }
  }
  Authority authority = after_warm_up(with(lively_authority(), always), RunKey{31, 0});
  const Rules rules(with(lively_authority(), settings));
  const Observers nobody_watches;
  World world{authority, rules, nobody_watches};
  adopt_policy(world);
  std::vector<std::string> forgotten;
  for (double day = 30.0; day < 800.0; day += 35.0) {
    advance(world, day);
    Authority looked_at = authority;
    World anew{looked_at, rules, nobody_watches};
    for (FamilySlot slot = 0; slot < looked_at.families.slots(); ++slot) {
      if (!looked_at.families.is_here(slot)) {
        continue;
      }
      const auto before = rates_of(anew, slot);
      settle_family(anew, slot);
      const auto after = rates_of(anew, slot);
      for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i].rate != after[i].rate) {
          forgotten.push_back("day " + std::to_string(day) + ", family in row " +
                              std::to_string(slot) + ", stage " +
                              std::to_string(static_cast<int>(anew.seen_case(slot).stage)) + ": " +
                              before[i].name + " " + std::to_string(before[i].rate) +
                              " should be " + std::to_string(after[i].rate));
        }
      }
    }
  }
  return forgotten;
}

struct Policy {
  std::string name;
  Settings settings;
};

std::ostream& operator<<(std::ostream& to, const Policy& policy) { return to << policy.name; }

class RatesInForce : public testing::TestWithParam<Policy> {};

TEST_P(RatesInForce, are_those_of_the_state) {
  if (whole_runs_take_too_long) {
    GTEST_SKIP();
  }
  EXPECT_EQ(forgotten_rates(GetParam().settings), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Under, RatesInForce,
                         testing::Values(Policy{"today", {}},
                                         Policy{"stretched_teams",
                                                {{"caseload.overload", "stretch"},
                                                 {"caseload.dilution", 1},
                                                 {"caseload.social_worker_cap", 6}}},
                                         Policy{"many_changes_of_workers",
                                                {{"workforce.turnover", 1.5},
                                                 {"workforce.early_help_turnover", 1.5},
                                                 {"workforce.absence", 0.2},
                                                 {"workforce.recruitment_weeks", 10},
                                                 {"workforce.newly_qualified_share", 1},
                                                 {"workforce.newly_qualified_cap", 0.3},
                                                 {"caseload.social_worker_cap", 6},
                                                 {"trust.loss_handover", 1},
                                                 {"working.fatigue", 0.3}}},
                                         Policy{"family_help",
                                                {{"family_help.model", "merged"},
                                                 {"family_help.transition_months", 60},
                                                 {"working.fatigue", 0.3}}},
                                         Policy{"tapers",
                                                {{"closure.community_early_help.policy", "tapered"},
                                                 {"closure.targeted_early_help.policy", "tapered"},
                                                 {"closure.child_in_need.policy", "tapered"},
                                                 {"closure.hand_back", 1}}},
                                         Policy{"support_while_waiting",
                                                {{"waiting.interim_support", 0.7},
                                                 {"waiting.retriage_weeks", 6},
                                                 {"consent.recontact", 1},
                                                 {"working.mismatch", 0.2}}},
                                         Policy{"no_further_contacts",
                                                {{"noticing.repeat_contacts", 1},
                                                 {"trust.loss_refused", 1},
                                                 {"trust.effect", 1}}}),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace stepdown
