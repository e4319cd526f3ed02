#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "tests/model/mechanisms/idle.h"
#include "tests/model/mechanisms/whole_run.h"

// Where one number says "none", the numbers that only say how it would work move nothing, to the
// last bit.

namespace stepdown {
namespace {

/// Help that does nothing to need.
const Settings& idle_help() {
  static const Settings all = [] {
    Settings settings;
    for (const char* tier : {"community_early_help", "targeted_early_help", "child_in_need",
                             "child_protection", "looked_after"}) {
      const auto of_tier = [&](const char* effect) {
        return parameter_named(std::string("help.") + tier + effect).name;
      };
      settings.emplace_back(of_tier(".worsening"), 1);
      settings.emplace_back(of_tier(".easing"), 1);
      settings.emplace_back(of_tier(".concern_resolution"), 1);
      settings.emplace_back(of_tier(".capacity_growth"), 0);
    }
    return settings;
  }();
  return all;
}

Settings idle_help_and(const Settings& more) {
  Settings all = idle_help();
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

class OfNoConsequence : public testing::TestWithParam<Idle> {};

TEST_P(OfNoConsequence, moves_nothing) { expect_idle(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Number, OfNoConsequence,
    testing::ValuesIn(std::vector<Idle>{
        {"trust_that_weighs_nothing",
         {{"trust.effect", 0}},
         {{"trust.start", 0.1}, {"trust.gain", 0}, {"trust.loss_refused", 0}},
         {{"trust.start", 0.9}, {"trust.gain", 1}, {"trust.loss_refused", 1}}},
        {"home_visits_where_nobody_errs",
         {{"judgement.error_sd", 0}},
         {{"judgement.home_visit_factor", 0.2}, {"judgement.shared_share", 0}},
         {{"judgement.home_visit_factor", 1}, {"judgement.shared_share", 1}}},
        {"disguise_that_hides_nothing",
         {{"judgement.disguise_levels", 0}},
         {{"judgement.disguise_share", 0}, {"judgement.disguise_seen", 0}},
         {{"judgement.disguise_share", 0.5}, {"judgement.disguise_seen", 1}}},
        {"neglected_parents_who_pass_nothing_on",
         {{"need.inherited_factor", 1}, {"awareness.inherited_recognises", 1}},
         {{"need.inherited_share", 0}},
         {{"need.inherited_share", 0.6}}},
        {"a_fragile_spell_like_any_other_time",
         {{"need.fragile_factor", 1}},
         {{"need.fragile_weeks", 1}},
         {{"need.fragile_weeks", 200}}},
        {"being_turned_away_without_more_contacts",
         {{"noticing.repeat_contacts", 1}},
         {{"noticing.repeat_weeks", 1}},
         {{"noticing.repeat_weeks", 100}}},
        {"capacity_that_does_nothing_to_need",
         {{"need.capacity_slows_worsening", 1}, {"need.capacity_speeds_easing", 1}},
         {{"need.own_capacity", 0.1},
          {"need.capacity_fades", 0},
          {"help.child_in_need.capacity_growth", 0}},
         {{"need.own_capacity", 0.9},
          {"need.capacity_fades", 5},
          {"help.child_in_need.capacity_growth", 5}}},
        {"a_relation_that_makes_no_difference",
         {{"working.relation_new", 1}, {"judgement.disguise_share", 0}},
         {{"working.relation_weeks", 0}},
         {{"working.relation_weeks", 50}}},
        {"a_transition_without_loss",
         {{"family_help.model", "merged"}, {"family_help.transition_loss", 0}},
         {{"family_help.transition_months", 0}},
         {{"family_help.transition_months", 20}}},
        {"concerns_that_never_come",
         {{"need.concern_arrival", 0}},
         {{"need.concern_resolution", 1}, {"judgement.concern_weight", 0}},
         {{"need.concern_resolution", 9}, {"judgement.concern_weight", 3}}},
        {"rationing_that_raises_nothing",
         {{"rationing.community_raise", 0},
          {"rationing.targeted_raise", 0},
          {"rationing.child_in_need_raise", 0}},
         {{"rationing.list_on", 0}, {"rationing.load_on", 0}},
         {{"rationing.list_on", 9}, {"rationing.load_on", 9}}},
        {"absences_that_never_come",
         {{"workforce.absence", 0}},
         {{"workforce.absence_weeks", 1}},
         {{"workforce.absence_weeks", 50}}},
        {"newly_qualified_workers_who_never_come",
         {{"workforce.newly_qualified_share", 0}},
         {{"workforce.newly_qualified_cap", 0.1}},
         {{"workforce.newly_qualified_cap", 1}}},
        {"load_where_caps_are_never_reached",
         {{"caseload.community_worker_cap", 500},
          {"caseload.key_worker_cap", 100},
          {"caseload.social_worker_cap", 100}},
         {{"caseload.dilution", 0}, {"front_door.overload_slows", 0}},
         {{"caseload.dilution", 1}, {"front_door.overload_slows", 2}}},
        {"the_ways_of_help_that_does_nothing",
         idle_help_and({{"workforce.volunteers", 3}, {"workforce.partner_leads", 3}}),
         {{"working.root_cause_share", 0},
          {"working.relation_new", 0.3},
          {"working.mismatch", 0.2},
          {"working.time_effect", 0},
          {"working.whole_family_effect", 1},
          {"workforce.volunteer_effect", 0},
          {"workforce.partner_effect", 0.3},
          {"caseload.dilution", 0}},
         {{"working.root_cause_share", 1},
          {"working.relation_new", 1},
          {"working.mismatch", 1},
          {"working.time_effect", 1},
          {"working.whole_family_effect", 2.5},
          {"workforce.volunteer_effect", 1},
          {"workforce.partner_effect", 1.2},
          {"caseload.dilution", 1}}},
        {"posts_reserved_where_all_areas_are_deprived",
         {{"population.quintile_shares", {0.0, 0.0, 0.0, 0.0, 1.0}}},
         {{"workforce.reserved_share", 0}},
         {{"workforce.reserved_share", 0.6}}},
        {"months_in_which_all_notice_alike",
         {{"noticing.rate", 0}, {"need.concern_arrival", 0}},
         {{"noticing.month_size", 0}},
         {{"noticing.month_size", 1}}},
    }),
    [](const auto& tested) { return tested.param.name; });

// Child-years are added up area by area, so that the last bits of their sums depend on the areas;
// measures of each fifth of areas tell of other families where families live elsewhere.
TEST(Deprivation, whose_dials_are_off_moves_nothing_but_last_bits_of_sums) {
  if (whole_runs_take_too_long) {
    GTEST_SKIP();
  }
  const auto with_areas = [](std::initializer_list<double> shares) {
    return lived({{"deprivation.need", 1},
                  {"deprivation.noticing", 1},
                  {"deprivation.judgement", 0},
                  {"population.quintile_shares", shares}});
  };
  const Outcomes rich = with_areas({1, 0, 0, 0, 0});
  const Outcomes mixed = with_areas({0.2, 0.2, 0.2, 0.2, 0.2});
  const auto measures = run_measures();
  for (std::size_t i = 0; i < measures.size(); ++i) {
    if (measures[i].name.find("_fifth_") != std::string_view::npos) {
      continue;  // of one kind of area alone
    }
    const double a = rich.of_run[i];
    const double b = mixed.of_run[i];
    if (measures[i].group == MeasureGroup::fifths) {
      continue;
    }
    EXPECT_TRUE((std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-9 * std::abs(a))
        << measures[i].name << ": " << a << " against " << b;
  }
}

}  // namespace
}  // namespace stepdown
