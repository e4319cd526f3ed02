#include "model/parameters/model_parameters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "model/parameters/registry.h"

namespace stepdown {
namespace {

// The value at which an effect is none. That its range reaches it is how the model keeps the
// question open whether there is an effect at all.
struct None {
  std::string_view ending;
  double value;
};

constexpr None none_of_help[] = {
    {".worsening", 1}, {".easing", 1}, {".concern_resolution", 1}, {".capacity_growth", 0}};

TEST(EffectsOfHelp, may_all_be_none) {
  int effects = 0;
  for (const Parameter& parameter : parameter_registry()) {
    if (!parameter.name.starts_with("help.")) {
      continue;
    }
    for (const None& none : none_of_help) {
      if (parameter.name.ends_with(none.ending)) {
        EXPECT_LE(parameter.bounds.low, none.value) << parameter.name;
        EXPECT_GE(parameter.bounds.high, none.value) << parameter.name;
        EXPECT_EQ(parameter.role, Role::uncertainty) << parameter.name;
        ++effects;
      }
    }
  }
  EXPECT_EQ(effects, 5 * 4) << "each tier above universal services has its own four";
}

class OtherEffect : public testing::TestWithParam<None> {};

TEST_P(OtherEffect, may_be_none) {
  const Parameter* parameter = find_parameter(GetParam().ending);
  ASSERT_NE(parameter, nullptr) << GetParam().ending;
  EXPECT_LE(parameter->bounds.low, GetParam().value);
  EXPECT_GE(parameter->bounds.high, GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    OfTheModel, OtherEffect,
    testing::Values(None{"need.fragile_factor", 1}, None{"need.capacity_slows_worsening", 1},
                    None{"need.capacity_speeds_easing", 1}, None{"need.concern_raises_level", 0},
                    None{"need.concern_arrival", 0}, None{"need.concern_vulnerability", 0},
                    None{"need.worsening", 0}, None{"caseload.dilution", 0},
                    None{"taper.relapse_seen", 0}, None{"taper.false_alarm", 0},
                    None{"judgement.error_sd", 0}, None{"judgement.home_visit_factor", 1},
                    None{"judgement.concern_weight", 0}, None{"noticing.rate", 0},
                    None{"noticing.concern_factor", 1}, None{"noticing.incident_moderate", 0},
                    None{"noticing.incident_serious", 0}, None{"outside.referrals", 0},
                    None{"waiting.targeted_drop_out", 0}),
    [](const auto& of) {
      std::string name(of.param.ending);
      std::ranges::replace(name, '.', '_');
      return name;
    });

TEST(Levers, of_closure_are_the_same_for_each_service_that_closes) {
  for (const char* service : {"community_early_help", "targeted_early_help", "child_in_need"}) {
    for (const char* key : {"policy", "time_limit_weeks", "good_reviews", "taper_weeks",
                            "taper_intensity", "taper_place_share", "contact_weeks"}) {
      const Parameter* lever = find_parameter(std::string("closure.") + service + '.' + key);
      ASSERT_NE(lever, nullptr) << service << ' ' << key;
      EXPECT_EQ(lever->role, Role::lever);
    }
  }
}

}  // namespace
}  // namespace stepdown
