#include "model/processes/need.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "model/processes/help.h"
#include "tests/model/mechanisms/one_authority.h"

// The life of need: each number moves the rate that its evidence speaks of, the stated way.

namespace stepdown {
namespace {

using testing::DoubleEq;
using testing::Each;
using testing::Pointwise;

constexpr double near = 1e-6;  // rates have single precision

Quantity worsening_of(const FamilyKind& kind) {
  return [=](OneAuthority& one) { return one.yearly(one.enter(kind), FamilyClock::worsens); };
}

Quantity easing_of(const FamilyKind& kind) {
  return [=](OneAuthority& one) { return one.yearly(one.enter(kind), FamilyClock::eases); };
}

Quantity concerns_of(const FamilyKind& kind) {
  return [=](OneAuthority& one) { return one.yearly(one.enter(kind), FamilyClock::concern); };
}

constexpr FamilyKind at(NeglectLevel level) { return {.level = level}; }

// EV1, EV3
TEST(Level, worsens_and_eases_at_its_rates_and_not_beyond_one_and_five) {
  EXPECT_TRUE(rises(along("need.worsening", {0, 0.5, 2}, worsening_of(at(NeglectLevel::one)))));
  EXPECT_TRUE(rises(along("need.easing", {0, 0.5, 2}, easing_of(at(NeglectLevel::two)))));
  EXPECT_EQ(quantity({}, worsening_of(at(NeglectLevel::five))), 0.0);
  EXPECT_EQ(quantity({}, easing_of(at(NeglectLevel::one))), 0.0);
}

// EV1
TEST(Level, that_is_worse_worsens_and_eases_by_the_factor_of_each_further_level) {
  const auto worsening = along("need.worsening_by_level", {0.5, 1, 2},
                               worsening_of(at(NeglectLevel::three)), {{"need.worsening", 1}});
  EXPECT_NEAR(worsening[0], 0.25, near);
  EXPECT_NEAR(worsening[2], 4.0, near);
  const auto easing = along("need.easing_by_level", {0.5, 1, 2}, easing_of(at(NeglectLevel::three)),
                            {{"need.easing", 1}});
  EXPECT_NEAR(easing[0], 0.5, near);
  EXPECT_NEAR(easing[2], 2.0, near);
}

// EV8
TEST(AcuteConcern, comes_more_often_at_worse_levels_and_ends_at_its_rate) {
  EXPECT_TRUE(rises(along("need.concern_arrival", {0, 0.1, 1}, concerns_of({}))));
  EXPECT_TRUE(rises(along("need.concern_by_level", {1, 2, 4}, concerns_of({}))));
  EXPECT_TRUE(rises(along("need.concern_resolution", {1, 4, 9},
                          concerns_of({.concern = AcuteConcern::moderate}))));
}

// EV8, EV10
TEST(AcuteConcern, comes_more_often_to_the_vulnerable_by_the_part_that_depends_on_it) {
  const auto of_vulnerable = [](OneAuthority& one) {
    const FamilySlot slot = one.enter();
    one.family(slot).vulnerability = 3.0F;
    settle_family(one.world, slot);
    return one.yearly(slot, FamilyClock::concern);
  };
  const auto rates = along("need.concern_vulnerability", {0, 0.5, 1}, of_vulnerable,
                           {{"need.concern_by_level", 1}});
  EXPECT_NEAR(rates[0], 1.0, near);
  EXPECT_NEAR(rates[1], 2.0, near);
  EXPECT_NEAR(rates[2], 3.0, near);
}

// EV12
TEST(AcuteConcern, raises_the_level_with_its_chance) {
  const auto raised = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 100; ++i) {
      const FamilySlot slot = one.enter();
      turn_concern(one.world, slot);
      sum += number(one.family(slot).level) - 3;
    }
    return sum;
  };
  const auto levels = along("need.concern_raises_level", {0, 0.5, 1}, raised);
  EXPECT_TRUE(rises(levels));
  EXPECT_EQ(levels[0], 0.0);
  EXPECT_EQ(levels[2], 100.0);
}

// EV12
TEST(AcuteConcern, is_serious_with_its_share) {
  const auto serious = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 100; ++i) {
      const FamilySlot slot = one.enter();
      turn_concern(one.world, slot);
      sum += one.family(slot).concern == AcuteConcern::serious ? 1 : 0;
    }
    return sum;
  };
  EXPECT_TRUE(rises(along("need.concern_serious_share", {0, 0.5, 1}, serious)));
}

// EV9, EV77
TEST(DeprivedArea, worsens_need_by_the_dial_of_the_most_against_the_least) {
  const auto ratio = [](OneAuthority& one) {
    return worsening_of({.area = 4})(one) / worsening_of({.area = 0})(one);
  };
  const auto ratios = along("deprivation.need", {1, 2, 5}, ratio);
  EXPECT_EQ(ratios[0], 1.0);
  EXPECT_NEAR(ratios[1], 2.0, near);
  EXPECT_NEAR(ratios[2], 5.0, 5 * near);
}

// EV10
TEST(NeglectedParents, make_a_family_more_vulnerable_and_leave_the_average_alone) {
  const auto mean_of = [](bool inherited, double factor) {
    return quantity({{"need.inherited_share", 0.5}, {"need.inherited_factor", factor}},
                    [&](OneAuthority& one) {
                      double sum = 0;
                      for (int i = 0; i < 200; ++i) {
                        const Family& family = one.family(one.enter_as_drawn());
                        sum += family.parents_neglected == inherited ? family.vulnerability : 0;
                      }
                      return sum;
                    });
  };
  EXPECT_NEAR(mean_of(true, 3) / mean_of(true, 1), 3.0 / 2.0, near);
  EXPECT_NEAR(mean_of(false, 3) / mean_of(false, 1), 1.0 / 2.0, near);
}

// EV10
TEST(NeglectedParents, are_those_of_the_share) {
  const auto share = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 300; ++i) {
      sum += one.family(one.enter_as_drawn()).parents_neglected ? 1 : 0;
    }
    return sum;
  };
  EXPECT_TRUE(rises(along("need.inherited_share", {0, 0.2, 0.6}, share)));
}

// EV10, EV29
TEST(Vulnerability, and_visibility_are_more_unequal_the_smaller_their_shape) {
  const auto spread = [](float Family::*trait) {
    return [trait](OneAuthority& one) {
      double squares = 0;
      for (int i = 0; i < 500; ++i) {
        const double value = one.family(one.enter_as_drawn()).*trait;
        squares += (value - 1) * (value - 1);
      }
      return squares;
    };
  };
  EXPECT_TRUE(
      falls(along("need.vulnerability_shape", {0.4, 2, 100}, spread(&Family::vulnerability))));
  EXPECT_TRUE(
      falls(along("noticing.visibility_shape", {0.4, 2, 100}, spread(&Family::visibility))));
}

// EV14
TEST(ParentingClasses, slow_the_first_worsening_of_those_they_reach_and_no_other) {
  const Settings all_reached{{"need.universal_parenting", 1}};
  for (const NeglectLevel level : {NeglectLevel::one, NeglectLevel::two}) {
    const auto rates = along("need.universal_parenting_effect", {0.7, 0.9, 1},
                             worsening_of(at(level)), all_reached);
    EXPECT_TRUE(rises(rates));
    EXPECT_NEAR(rates[0], 0.7 * rates[2], near);
  }
  EXPECT_THAT(along("need.universal_parenting_effect", {0.7, 0.9, 1},
                    worsening_of(at(NeglectLevel::three)), all_reached),
              Each(DoubleEq(quantity({}, worsening_of(at(NeglectLevel::three))))));
}

// EV14
TEST(ParentingClasses, reach_the_share_of_families_that_they_are_for) {
  const auto reached = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 200; ++i) {
      sum += one.family(one.enter_as_drawn()).classes ? 1 : 0;
    }
    return sum;
  };
  const auto counts = along("need.universal_parenting", {0, 0.5, 1}, reached);
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[2], 200.0);
}

// EV16, EV19
TEST(AgeOfTheYoungest, changes_worsening_by_the_factor_of_the_stage) {
  const auto ratio_at = [](double age) {
    return [age](OneAuthority& one) {
      return worsening_of({.age = age})(one) / worsening_of({.age = 7})(one);
    };
  };
  EXPECT_NEAR(quantity({{"need.under_5_factor", 2}}, ratio_at(2)), 2.0, near);
  EXPECT_NEAR(quantity({{"need.over_10_factor", 0.5}}, ratio_at(13)), 0.5, near);
  EXPECT_NEAR(quantity({{"need.under_5_factor", 2}, {"need.over_10_factor", 2}}, ratio_at(8)), 1.0,
              near);
}

Quantity with_capacity(int steps, FamilyClock clock) {
  return [=](OneAuthority& one) {
    const FamilySlot slot = one.enter();
    one.family(slot).own_capacity = one.family(slot).capacity =
        static_cast<std::uint8_t>(steps) & 3U;
    settle_family(one.world, slot);
    return one.yearly(slot, clock);
  };
}

// EV59, EV67, EV73
TEST(LastingCapacity, slows_worsening_and_speeds_easing_step_by_step) {
  const Settings settings{{"need.capacity_slows_worsening", 0.5},
                          {"need.capacity_speeds_easing", 2}};
  EXPECT_NEAR(quantity(settings, with_capacity(2, FamilyClock::worsens)),
              0.25 * quantity(settings, with_capacity(0, FamilyClock::worsens)), near);
  EXPECT_NEAR(quantity(settings, with_capacity(2, FamilyClock::eases)),
              4 * quantity(settings, with_capacity(0, FamilyClock::eases)), near);
}

// EV59, EV73
TEST(LastingCapacity, of_their_own_is_drawn_with_its_chance) {
  const auto steps = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 200; ++i) {
      sum += one.family(one.enter_as_drawn()).own_capacity;
    }
    return sum;
  };
  EXPECT_TRUE(rises(along("need.own_capacity", {0, 0.3, 1}, steps)));
}

// EV67, EV73
TEST(LastingCapacity, fades_to_what_the_family_had_only_while_there_is_no_help) {
  const auto fading = [](bool helped, std::uint8_t own) {
    return [=](OneAuthority& one) {
      const FamilySlot slot = one.enter();
      one.help(slot, ServiceTier::targeted_early_help);
      one.family(slot).capacity = 2;
      one.family(slot).own_capacity = own & 3U;
      if (helped) {
        settle_family(one.world, slot);
      } else {
        end_case(one.world, slot, ClosingReason::good_review);
      }
      return one.yearly(slot, CapacityClock::fades);
    };
  };
  const std::vector<double> rates{0, 0.5, 2};
  EXPECT_THAT(along("need.capacity_fades", rates, fading(false, 0)),
              Pointwise(testing::DoubleNear(near), rates));
  EXPECT_THAT(along("need.capacity_fades", rates, fading(true, 0)), Each(0.0));
  EXPECT_THAT(along("need.capacity_fades", rates, fading(false, 2)), Each(0.0));
}

// EV67
TEST(FragileSpell, quickens_worsening_after_help_for_its_weeks) {
  const auto after_help = [](double days) {
    return [days](OneAuthority& one) {
      const FamilySlot slot = one.enter();
      const double before = one.yearly(slot, FamilyClock::worsens);
      one.help(slot, ServiceTier::targeted_early_help);
      end_case(one.world, slot, ClosingReason::good_review);
      one.live_for_days(days);
      return one.yearly(slot, FamilyClock::worsens) / before;
    };
  };
  const Settings quiet{{"need.worsening", 0.0001},
                       {"need.easing", 0},
                       {"need.concern_arrival", 0},
                       {"noticing.rate", 0}};
  const auto soon = along("need.fragile_factor", {1, 2, 4}, after_help(0), quiet);
  EXPECT_NEAR(soon[0], 1.0, near);
  EXPECT_NEAR(soon[1], 2.0, near);
  EXPECT_NEAR(soon[2], 4.0, near);
  Settings two_weeks = quiet;
  two_weeks.emplace_back("need.fragile_factor", 4);
  EXPECT_NEAR(along("need.fragile_weeks", {2, 20}, after_help(15), two_weeks)[0], 1.0, near);
  EXPECT_NEAR(along("need.fragile_weeks", {2, 20}, after_help(15), two_weeks)[1], 4.0, near);
}

// EV15, EV48, EV79
TEST(FragileSpell, is_less_so_with_a_peer_supporter) {
  const auto fragile = [](OneAuthority& one) {
    const FamilySlot slot = one.enter();
    one.family(slot).fragile = true;
    settle_family(one.world, slot);
    return one.yearly(slot, FamilyClock::worsens);
  };
  EXPECT_TRUE(falls(along("working.peer_support", {0, 0.5, 1}, fragile)));
  EXPECT_TRUE(rises(
      along("working.peer_support_effect", {0.4, 0.8, 1}, fragile, {{"working.peer_support", 1}})));
}

// EV81
TEST(ChangeOfSchool, raises_the_level_with_its_chance) {
  const auto raised = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 100; ++i) {
      const FamilySlot slot = one.enter();
      change_school(one.world, slot, 1);
      sum += number(one.family(slot).level) - 3;
    }
    return sum;
  };
  EXPECT_TRUE(rises(along("need.school_change", {0, 0.2, 0.5}, raised)));
}

// EV81
TEST(ChangeOfSchool, comes_at_five_and_eleven) {
  for (const double age : {4.99, 10.99}) {
    EXPECT_EQ(quantity({{"need.school_change", 0.5},
                        {"need.worsening", 0},
                        {"need.easing", 0},
                        {"need.concern_arrival", 0},
                        {"noticing.rate", 0}},
                       [&](OneAuthority& one) {
                         for (int i = 0; i < 100; ++i) {
                           one.enter({.age = age});
                         }
                         one.live_for_days(8);
                         return one.counter.count(HappeningKind::level_changed) > 25 ? 1.0 : 0.0;
                       }),
              1.0)
        << age;
  }
}

}  // namespace
}  // namespace stepdown
