#include "model/outcomes/observers/childhood_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr double year = 365.25;

ModelParameters without_outside_cases() {
  ModelParameters p = quiet_authority();
  p.outside.referrals = 0;
  return p;
}

/// The measures of whole childhoods, watched for so many years in a quiet authority.
class Childhoods : public testing::Test {
 protected:
  explicit Childhoods(const ModelParameters& p = without_outside_cases(), double years = 10)
      : small_(p),
        outcomes_(childhood_outcomes(), {small_.rules.p, small_.authority, years * year, years}) {}

  void turns_18(FamilySlot family, int child = 0) {
    outcomes_.saw(
        {.kind = HappeningKind::child_turned_18, .day = 10, .slot = family, .child = child},
        small_.authority);
  }
  void referral_of(FamilySlot family, double day, std::initializer_list<std::size_t> children) {
    for (const std::size_t child : children) {
      small_.world.record(family).children[child].last_referral = static_cast<float>(day);
    }
    outcomes_.saw({.kind = HappeningKind::referral, .day = day, .slot = family}, small_.authority);
  }
  double value(std::string_view name) const { return outcomes_.value(name, small_.authority); }

  SmallWorld small_;
  ObservedOutcomes outcomes_;
};

TEST_F(Childhoods, are_looked_back_on_at_18) {
  const FamilySlot family = small_.new_family(4);
  Record& record = small_.world.record(family);
  record.children[0].last_referral = -2000;
  record.children[1] = {.last_referral = -1000, .plans = 0, .ever_in_need = true};
  record.children[2] = {.last_referral = -500, .plans = 2, .ever_in_need = true};
  for (int child = 0; child < 4; ++child) {
    turns_18(family, child);
  }
  EXPECT_DOUBLE_EQ(value("ever_referred_by_18"), 75.0);
  EXPECT_DOUBLE_EQ(value("ever_in_need_by_18"), 50.0);
  EXPECT_DOUBLE_EQ(value("ever_planned_by_18"), 25.0);
}

TEST_F(Childhoods, that_were_partly_lived_elsewhere_are_left_out) {
  const FamilySlot family = small_.new_family();
  small_.world.family(family).moved_in = true;
  turns_18(family);
  EXPECT_TRUE(std::isnan(value("ever_planned_by_18")));
}

TEST_F(Childhoods, of_children_referred_in_the_first_year_may_bring_another_referral_in_six) {
  const FamilySlot family = small_.new_family(3);
  referral_of(family, 100, {0, 1, 2});
  referral_of(family, 100 + 2000, {0});
  referral_of(family, 100 + 3000, {1});  // after six years
  EXPECT_NEAR(value("rereferred_6y"), 100.0 / 3, 1e-9);
  referral_of(small_.new_family(), 400, {0});
  EXPECT_NEAR(value("rereferred_6y"), 100.0 / 3, 1e-9) << "first referred later";
}

TEST_F(Childhoods, of_families_who_move_away_are_lost_from_sight) {
  const FamilySlot moves = small_.new_family();
  referral_of(moves, 100, {0});
  referral_of(small_.new_family(), 100, {0});
  outcomes_.saw({.kind = HappeningKind::family_left, .day = 200, .slot = moves, .repeats = 1},
                small_.authority);
  EXPECT_DOUBLE_EQ(value("rereferred_6y"), 0.0);
  referral_of(1, 300, {0});
  EXPECT_DOUBLE_EQ(value("rereferred_6y"), 100.0) << "the one who stayed";
}

TEST_F(Childhoods, of_families_who_move_away_count_as_long_as_they_are_seen) {
  const auto moves = [&](FamilySlot family, double day) {
    outcomes_.saw({.kind = HappeningKind::family_left, .day = day, .slot = family, .repeats = 1},
                  small_.authority);
  };
  const FamilySlot back = small_.new_family();
  const FamilySlot seen_to_the_end = small_.new_family();
  const FamilySlot seen_for_a_while = small_.new_family();
  for (const FamilySlot family : {back, seen_to_the_end, seen_for_a_while}) {
    referral_of(family, 100, {0});
  }
  referral_of(back, 400, {0});
  moves(back, 500);
  moves(seen_for_a_while, 1000);
  moves(seen_to_the_end, 100 + 6 * year + 1);
  EXPECT_NEAR(value("rereferred_6y"), 100.0 / 3, 1e-9)
      << "whoever moves after the other came back has been seen as long as that took";
}

class ShortHorizon : public Childhoods {
 protected:
  ShortHorizon() : Childhoods(without_outside_cases(), 6) {}
};

TEST_F(ShortHorizon, has_no_share_of_what_takes_six_years) {
  const FamilySlot family = small_.new_family();
  referral_of(family, 1, {0});
  referral_of(family, 10, {0});
  EXPECT_TRUE(std::isnan(value("rereferred_6y")));
}

class WithOutsideCases : public Childhoods {
 protected:
  WithOutsideCases() : Childhoods(quiet_authority()) {}
};

class WithFewReferrals : public Childhoods {
 protected:
  static ModelParameters half_as_many() {
    ModelParameters p = quiet_authority();
    p.noticing.place_factor = 0.5;
    return p;
  }
  WithFewReferrals() : Childhoods(half_as_many()) {}
};

TEST_F(WithFewReferrals, childhoods_meet_fewer_for_another_reason_too) {
  Childhoods::turns_18(small_.new_family());
  const ModelParameters p = quiet_authority();
  const double usual =
      p.outside.referrals * (1.0 - p.outside.rereferral_share) / 10'000.0 * 18.0 / 1.6;
  EXPECT_NEAR(value("ever_referred_by_18"), 100.0 * usual / 2.0, 1e-9);
}

TEST_F(WithOutsideCases, childhoods_may_meet_a_referral_for_another_reason) {
  turns_18(small_.new_family());
  EXPECT_GT(value("ever_referred_by_18"), 0.0);
  EXPECT_LT(value("ever_in_need_by_18"), value("ever_referred_by_18"));
  EXPECT_EQ(value("ever_planned_by_18"), 0.0);
}

}  // namespace
}  // namespace stepdown
