#include "model/processes/judgement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "model/processes/help.h"
#include "tests/model/mechanisms/one_authority.h"

// Judging need: the error of those who judge, and what biases them.

namespace stepdown {
namespace {

using testing::DoubleEq;
using testing::Each;

/// Mean distance between judged and true level, over families at level 3.
Quantity error_of(Seeing seeing) {
  return [seeing](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 100; ++i) {
      sum += std::abs(judge(one.world, one.enter(), Decision::judged_at_review, 1, seeing).neglect -
                      3.0);
    }
    return sum / 100;
  };
}

const Settings errs{{"judgement.error_sd", 1}};

// EV17
TEST(Error, grows_with_its_size_and_is_none_for_those_who_never_err) {
  for (const Seeing seeing : {Seeing::a_contact, Seeing::from_outside, Seeing::in_the_home}) {
    const auto errors = along("judgement.error_sd", {0, 0.5, 2}, error_of(seeing));
    EXPECT_TRUE(rises(errors));
    EXPECT_EQ(errors[0], 0.0);
  }
}

// EV18, EV58, EV76
TEST(Error, is_smaller_in_the_home_and_elsewhere_as_before) {
  EXPECT_TRUE(rises(
      along("judgement.home_visit_factor", {0.2, 0.6, 1}, error_of(Seeing::in_the_home), errs)));
  EXPECT_THAT(
      along("judgement.home_visit_factor", {0.2, 0.6, 1}, error_of(Seeing::from_outside), errs),
      Each(DoubleEq(quantity(errs, error_of(Seeing::from_outside)))));
}

// EV58
TEST(StructuredTools, take_away_error_of_those_who_use_them) {
  const auto in_the_home = error_of(Seeing::in_the_home);
  EXPECT_TRUE(falls(along("judgement.structured_tools", {0, 0.5, 1}, in_the_home, errs)));
  EXPECT_TRUE(falls(along("judgement.structured_tools_effect", {0, 0.3, 0.6}, in_the_home,
                          {{"judgement.error_sd", 1}, {"judgement.structured_tools", 1}})));
  EXPECT_THAT(along("judgement.structured_tools", {0, 0.5, 1}, error_of(Seeing::a_contact), errs),
              Each(DoubleEq(quantity(errs, error_of(Seeing::a_contact)))));
}

// EV30
TEST(InformationSharing, takes_away_error_of_those_who_do_not_see_the_home) {
  for (const Seeing seeing : {Seeing::a_contact, Seeing::from_outside}) {
    EXPECT_TRUE(falls(along("noticing.information_sharing", {0, 0.5, 1}, error_of(seeing), errs)));
    EXPECT_TRUE(falls(along("noticing.information_sharing_effect", {0, 0.3, 0.6}, error_of(seeing),
                            {{"judgement.error_sd", 1}, {"noticing.information_sharing", 1}})));
  }
}

// EV17, EV33
TEST(MismatchOfThresholds, is_an_error_of_contacts_that_published_criteria_take_away) {
  const auto contact = error_of(Seeing::a_contact);
  EXPECT_TRUE(rises(along("noticing.referrer_mismatch", {0, 0.5, 2}, contact)));
  EXPECT_TRUE(falls(along("noticing.published_criteria", {0, 0.5, 1}, contact,
                          {{"noticing.referrer_mismatch", 1}})));
  EXPECT_THAT(along("noticing.referrer_mismatch", {0, 0.5, 2}, error_of(Seeing::from_outside)),
              Each(0.0));
}

// EV17
TEST(JudgementsOfOneReferral, are_the_more_alike_the_more_error_they_share) {
  const auto distance = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 200; ++i) {
      const FamilySlot slot = one.enter();
      const auto judged = [&](std::uint32_t occasion) {
        return judge(one.world, slot, Decision::judged_at_review, occasion, Seeing::in_the_home)
            .need;
      };
      sum += std::abs(judged(1) - judged(2));
    }
    return sum;
  };
  const auto distances = along("judgement.shared_share", {0, 0.5, 1}, distance, errs);
  EXPECT_TRUE(falls(distances));
  EXPECT_EQ(distances[2], 0.0);
}

TEST(JudgedNeed, is_raised_by_each_grade_of_an_acute_concern) {
  const auto judged = [](AcuteConcern concern) {
    return [concern](OneAuthority& one) {
      return judge(one.world, one.enter({.concern = concern}), Decision::judged_at_review, 1,
                   Seeing::in_the_home)
          .need;
    };
  };
  EXPECT_TRUE(rises(along("judgement.concern_weight", {0, 1, 2}, judged(AcuteConcern::moderate))));
  EXPECT_EQ(quantity({{"judgement.concern_weight", 1}}, judged(AcuteConcern::serious)), 5.0);
  EXPECT_EQ(quantity({{"judgement.concern_weight", 1}}, judged(AcuteConcern::none)), 3.0);
}

// EV77
TEST(JudgedNeed, is_higher_in_deprived_areas_by_the_dial) {
  const auto difference = [](OneAuthority& one) {
    const auto judged = [&](int area) {
      return judge(one.world, one.enter({.area = area}), Decision::judged_at_review, 1,
                   Seeing::in_the_home)
          .need;
    };
    return judged(4) - judged(0);
  };
  const std::vector<double> levels{0, 0.5, 1.5};
  EXPECT_EQ(along("deprivation.judgement", levels, difference), levels);
}

/// Judged need of a helped family that feigns improvement, less that of others.
Quantity hidden(bool relation) {
  return [relation](OneAuthority& one) {
    const FamilySlot slot = one.enter();
    one.help(slot, ServiceTier::targeted_early_help);
    one.case_of(slot).relation = relation;
    one.family(slot).disguising = 0;
    return 3.0 - judge(one.world, slot, Decision::judged_at_review, 1, Seeing::in_the_home).need;
  };
}

// EV72
TEST(Disguise, lets_helped_families_be_judged_better_until_the_worker_knows_them) {
  const Settings some{{"judgement.disguise_share", 0.1}};
  const std::vector<double> levels{0, 0.8, 2};
  const auto measured = along("judgement.disguise_levels", levels, hidden(false), some);
  EXPECT_TRUE(rises(measured));
  EXPECT_NEAR(measured[1], 0.8, 1e-12);
  EXPECT_TRUE(falls(along("judgement.disguise_seen", {0, 0.5, 1}, hidden(true), some)));
  EXPECT_EQ(
      quantity({{"judgement.disguise_share", 0.1}, {"judgement.disguise_seen", 1}}, hidden(true)),
      0.0);
}

// EV72
TEST(Disguise, is_of_a_share_of_families_and_only_while_they_are_helped) {
  const auto hidden_by_many = [](bool helped) {
    return [helped](OneAuthority& one) {
      double sum = 0;
      for (int i = 0; i < 100; ++i) {
        const FamilySlot slot = one.enter();
        if (helped) {
          one.help(slot, ServiceTier::targeted_early_help);
        }
        sum +=
            3.0 - judge(one.world, slot, Decision::judged_at_review, 1, Seeing::in_the_home).need;
      }
      return sum;
    };
  };
  EXPECT_TRUE(rises(along("judgement.disguise_share", {0, 0.2, 0.5}, hidden_by_many(true))));
  EXPECT_THAT(along("judgement.disguise_share", {0, 0.2, 0.5}, hidden_by_many(false)), Each(0.0));
}

}  // namespace
}  // namespace stepdown
