#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/model/mechanisms/idle.h"

// A lever whose effect has the size "none" moves nothing, to the last bit, however far it is
// pulled; and what belongs to a lever that is not pulled moves nothing either. Costs are left out:
// a campaign that reaches nobody is paid for. Levers that take room or time by their nature have
// that part set to none too.

namespace stepdown {
namespace {

class Pulled : public testing::TestWithParam<Idle> {};

TEST_P(Pulled, moves_nothing_where_its_effect_is_none) { expect_idle(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Lever, Pulled,
    testing::ValuesIn(std::vector<Idle>{
        {"universal_parenting",
         {{"need.universal_parenting_effect", 1}},
         {{"need.universal_parenting", 0}},
         {{"need.universal_parenting", 1}}},
        {"information_sharing",
         {{"noticing.information_sharing_effect", 0}},
         {{"noticing.information_sharing", 0}},
         {{"noticing.information_sharing", 1}}},
        {"portal",
         {{"noticing.portal_effect", 1}},
         {{"noticing.portal", 0}},
         {{"noticing.portal", 1}}},
        {"home_visits",
         {{"noticing.home_visits_effect", 1}},
         {{"noticing.home_visits", 0}},
         {{"noticing.home_visits", 1}}},
        {"published_criteria",
         {{"noticing.referrer_mismatch", 0}},
         {{"noticing.published_criteria", 0}},
         {{"noticing.published_criteria", 1}}},
        {"structured_tools",
         {{"judgement.structured_tools_effect", 0}, {"judgement.structured_tools_time", 1}},
         {{"judgement.structured_tools", 0}},
         {{"judgement.structured_tools", 1}}},
        {"campaign",
         {{"awareness.campaign_effect", 0}},
         {{"awareness.campaign", 0}},
         {{"awareness.campaign", 1}}},
        {"anti_stigma",
         {{"awareness.anti_stigma_effect", 0}},
         {{"awareness.anti_stigma", 0}},
         {{"awareness.anti_stigma", 1}}},
        {"single_entry",
         {{"front_door.single_entry_effect", 1}},
         {{"front_door.single_entry", 0}},
         {{"front_door.single_entry", 1}}},
        {"easy_access",
         {{"consent.easy_access_effect", 0}, {"consent.easy_access_place", 1}},
         {{"consent.easy_access", 0}},
         {{"consent.easy_access", 1}}},
        {"whole_family",
         {{"working.whole_family_effect", 1}, {"working.whole_family_place", 1}},
         {{"working.whole_family", 0}},
         {{"working.whole_family", 1}}},
        {"lead_professional",
         {{"working.fatigue", 0}},
         {{"working.lead_professional", 0}},
         {{"working.lead_professional", 1}}},
        {"peer_support",
         {{"working.peer_support_effect", 1}},
         {{"working.peer_support", 0}},
         {{"working.peer_support", 1}}},
        {"administration",
         {{"working.time_effect", 0}},
         {{"working.administration", 0.2}},
         {{"working.administration", 0.8}}},
        {"hand_back",
         {{"closure.hand_back_effect", 1}},
         {{"closure.hand_back", 0}},
         {{"closure.hand_back", 1}}},
        {"family_group_conference",
         {{"protection.family_group_conference_effect", 1}},
         {{"protection.family_group_conference", 0}},
         {{"protection.family_group_conference", 1}}},
        {"retention",
         {{"workforce.turnover", 0}, {"workforce.early_help_turnover", 0}},
         {{"workforce.retention", 1}},
         {{"workforce.retention", 3}}},
        {"recruitment",
         {{"workforce.turnover", 0}, {"workforce.early_help_turnover", 0}},
         {{"workforce.recruitment_weeks", 70}, {"workforce.agency_cover", 0.85}},
         {{"workforce.recruitment_weeks", 7}, {"workforce.agency_cover", 0.1}}},
        {"policy_from_month", {}, {{"policy.from_month", 0}}, {{"policy.from_month", 7}}},
    }),
    [](const auto& tested) { return tested.param.name; });

TEST(Shock, of_size_1_moves_nothing_whenever_it_comes) {
  for (const std::string shock :
       {"cost_of_living", "crises", "publicity", "arrivals", "partner_cuts"}) {
    const auto named = [&](const char* what) {
      return parameter_named("shock." + shock + what).name;
    };
    expect_idle(
        {shock,
         {},
         {{named(".from_month"), 0}},
         {{named(".from_month"), 7}, {named(".rise_months"), 5}, {named(".lasts_months"), 12}}});
  }
  expect_idle({"exodus", {}, {}, {{"shock.staff_exodus.at_month", 7}}});
}

TEST(Lever, that_is_not_pulled_leaves_its_effect_without_a_case) {
  for (const auto& [effect, value] : std::vector<std::pair<std::string_view, double>>{
           {"awareness.anti_stigma_effect", 0.6},
           {"awareness.campaign_effect", 0.8},
           {"closure.hand_back_effect", 5},
           {"consent.easy_access_effect", 0.7},
           {"consent.easy_access_place", 1.5},
           {"consent.recontact_weeks", 1},
           {"front_door.single_entry_effect", 0.2},
           {"judgement.structured_tools_effect", 0.6},
           {"judgement.structured_tools_time", 1.6},
           {"need.universal_parenting_effect", 0.7},
           {"noticing.home_visits_effect", 3},
           {"noticing.information_sharing_effect", 0.6},
           {"noticing.portal_effect", 3},
           {"protection.family_group_conference_effect", 0.6},
           {"taper.false_alarm", 1},
           {"taper.relapse_seen", 1},
           {"waiting.interim_holds", 1},
           {"waiting.interim_place", 1},
           {"workforce.partner_effect", 0.3},
           {"workforce.volunteer_effect", 0},
           {"working.peer_support_effect", 0.4},
           {"working.time_effect", 1},
           {"working.whole_family_effect", 2.5},
           {"working.whole_family_place", 2},
       }) {
    expect_idle({std::string(effect), {}, {}, {{effect, value}}});
  }
}

TEST(Option, that_is_not_chosen_leaves_its_numbers_idle) {
  for (const Parameter& parameter : parameter_registry()) {
    if (parameter.only_when.option.empty() || parameter.name.starts_with("laboratory.")) {
      continue;
    }
    Value other = parameter.initial;
    if (auto* list = std::get_if<NumberList>(&other)) {
      list->values[0] = parameter.bounds.high;
    } else {
      other = parameter.bounds.high;
    }
    expect_idle({std::string(parameter.name), {}, {}, {{parameter.name, other}}});
  }
}

}  // namespace
}  // namespace stepdown
