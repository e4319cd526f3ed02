#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/model/mechanisms/whole_run.h"

// Whatever somebody may change does something: set to another value, each parameter changes some
// outcome of a small authority, and if it is not a price, an outcome that is not a cost. A new
// parameter fails here until it acts, or until what it needs beside it is written down below.
//
// Left out: numerics, which are not of the authority (horizon, discount rate), and the laboratory,
// which is another system with known answers of its own.

namespace stepdown {
namespace {

/// What a parameter needs beside it: an effect needs its lever, a rule of rationing a list.
struct Company {
  std::string_view name;
  Settings beside;
};

const std::vector<Company>& companies() {
  static const std::vector<Company> all = {
      {"awareness.anti_stigma_effect", {{"awareness.anti_stigma", 1}}},
      {"awareness.campaign_effect", {{"awareness.campaign", 1}}},
      {"closure.hand_back_effect", {{"closure.hand_back", 1}}},
      {"consent.easy_access_effect", {{"consent.easy_access", 1}}},
      {"consent.easy_access_place", {{"consent.easy_access", 1}}},
      {"consent.recontact_weeks", {{"consent.recontact", 1}}},
      {"front_door.single_entry_effect", {{"front_door.single_entry", 1}}},
      {"judgement.structured_tools_effect", {{"judgement.structured_tools", 1}}},
      {"judgement.structured_tools_time", {{"judgement.structured_tools", 1}}},
      {"need.universal_parenting_effect", {{"need.universal_parenting", 1}}},
      {"noticing.home_visits_effect", {{"noticing.home_visits", 1}}},
      {"noticing.information_sharing_effect", {{"noticing.information_sharing", 1}}},
      {"noticing.portal_effect", {{"noticing.portal", 1}}},
      {"policy.from_month", {{"threshold.referral", 3}}},
      {"protection.family_group_conference_effect", {{"protection.family_group_conference", 1}}},
      {"rationing.community_raise", {{"rationing.list_on", 0.1}, {"rationing.list_off", 0.05}}},
      {"rationing.list_off",
       {{"rationing.list_on", 0.5},
        {"rationing.list_off", 0.5},
        {"rationing.targeted_raise", 0.5},
        {"threshold.referral", 6}}},
      {"help.community_early_help.concern_resolution",
       {{"workforce.additional_community_workers", 20}, {"consent.early_help", 1}}},
      {"rationing.load_off", {{"rationing.load_on", 1.1}, {"rationing.child_in_need_raise", 1}}},
      {"rationing.load_on", {{"rationing.child_in_need_raise", 1}}},
      {"rationing.targeted_raise", {{"rationing.list_on", 0.1}, {"rationing.list_off", 0.05}}},
      {"shock.staff_exodus.at_month", {{"shock.staff_exodus.share", 0.5}}},
      {"taper.false_alarm", {{"closure.targeted_early_help.policy", "tapered"}}},
      {"taper.relapse_seen", {{"closure.targeted_early_help.policy", "tapered"}}},
      {"waiting.interim_holds", {{"waiting.interim_support", 0.5}}},
      {"waiting.interim_place", {{"waiting.interim_support", 0.5}}},
      {"workforce.partner_effect", {{"workforce.partner_leads", 4}}},
      {"workforce.volunteer_effect", {{"workforce.volunteers", 4}}},
      {"working.peer_support_effect", {{"working.peer_support", 1}}},
      {"working.time_effect", {{"working.administration", 0.3}}},
      {"working.whole_family_effect", {{"working.whole_family", 1}}},
      {"working.whole_family_place", {{"working.whole_family", 1}}},
      {"cost.agency_factor", {{"workforce.agency_cover", 1}}},
      {"cost.campaign", {{"awareness.campaign", 1}}},
      {"cost.family_group_conference", {{"protection.family_group_conference", 1}}},
      {"cost.home_visits", {{"noticing.home_visits", 1}}},
      {"cost.partner_worker", {{"workforce.partner_leads", 4}}},
      {"cost.peer_support", {{"working.peer_support", 1}}},
      {"cost.universal_parenting", {{"need.universal_parenting", 1}}},
      {"cost.volunteer", {{"workforce.volunteers", 4}}},
  };
  return all;
}

/// The time of a shock needs a shock, and the answer of an option its option.
Settings beside(const Parameter& parameter) {
  Settings all;
  if (!parameter.only_when.option.empty()) {
    all.emplace_back(parameter.only_when.option, parameter.only_when.answer);
  }
  for (const Parameter& other : parameter_registry()) {
    const auto group = other.name.substr(0, other.name.rfind('.') + 1);
    if (group.starts_with("shock.") && other.name.ends_with(".size") &&
        parameter.name.starts_with(group) && parameter.name != other.name) {
      all.emplace_back(other.name, 0.3);
    }
  }
  for (const Company& company : companies()) {
    if (company.name == parameter.name) {
      all.insert(all.end(), company.beside.begin(), company.beside.end());
    }
  }
  return all;
}

/// Half as much again and two thirds as much; from nothing a half or a twentieth of the way to a
/// bound; at last the bounds themselves.
std::vector<double> other_numbers(const Parameter& parameter, double today) {
  const auto [low, high] = parameter.bounds;
  std::vector<double> others = today == 0.0
                                   ? std::vector{high / 2, high / 20, low / 2, low / 20, high, low}
                                   : std::vector{today * 1.5, today / 1.5, high, low};
  for (double& other : others) {
    other = std::clamp(parameter.kind == Kind::whole ? std::round(other) : other, low, high);
  }
  std::erase(others, today);
  return others;
}

std::vector<Value> other_values(const Parameter& parameter, const Value& today) {
  std::vector<Value> others;
  switch (parameter.kind) {
    case Kind::choice:
      for (std::uint8_t answer = 0; answer < parameter.choices.size(); ++answer) {
        others.emplace_back(Choice{answer});
      }
      std::erase(others, today);
      break;
    case Kind::list: {
      NumberList other = std::get<NumberList>(today);
      for (std::size_t i = 0; i < other.size; ++i) {
        other.values[i] = other_numbers(parameter, other[i])[i % 2];
      }
      others.emplace_back(other);
      break;
    }
    default:
      for (const double other : other_numbers(parameter, std::get<double>(today))) {
        others.emplace_back(other);
      }
  }
  return others;
}

bool acts_in(std::uint32_t run, const Parameter& parameter) {
  const Settings company = beside(parameter);
  const Looking looking =
      parameter.name.starts_with("cost.") ? Looking::at_all_outcomes : Looking::at_all_but_costs;
  const Outcomes today = lived(company, run);
  const Value value = parameter.get(with(lively_authority(), company));
  return std::ranges::any_of(other_values(parameter, value), [&](const Value& other) {
    Settings changed = company;
    changed.emplace_back(parameter.name, other);
    return !differences(today, lived(changed, run), looking).empty();
  });
}

/// What is rare may not come up in the first run.
bool acts(const Parameter& parameter) {
  return acts_in(0, parameter) || acts_in(1, parameter) || acts_in(2, parameter);
}

void expect_all_act(Role role) {
  if (whole_runs_take_too_long) {
    GTEST_SKIP();
  }
  for (const Parameter& parameter : parameter_registry()) {
    if (parameter.role == role && !parameter.name.starts_with("laboratory.")) {
      EXPECT_TRUE(acts(parameter))
          << parameter.name << " beside " << written(beside(parameter)) << " does nothing";
    }
  }
}

TEST(ParametersThatAct, are_all_facts_of_places) { expect_all_act(Role::fact); }

TEST(ParametersThatAct, are_all_levers) { expect_all_act(Role::lever); }

TEST(ParametersThatAct, are_all_uncertainties) { expect_all_act(Role::uncertainty); }

TEST(ParametersThatAct, need_beside_them_only_what_exists) {
  for (const Company& company : companies()) {
    EXPECT_NO_THROW(parameter_named(company.name)) << company.name;
  }
}

}  // namespace
}  // namespace stepdown
