#include "analysis/decision/told_worlds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/sampling/scrambled_sobol.h"
#include "model/parameters/registry.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const TwoPlans plans{"The base", "Tapering"};

/// Worlds in which the plan has `difference` more of the measure at a cap and a chance of relapses
/// seen.
template <class Difference>
TriedWorlds worlds_with(const Difference& difference) {
  TriedWorlds worlds;
  worlds.varied = {{find_parameter("caseload.social_worker_cap"), {10, 26}},
                   {find_parameter("taper.relapse_seen"), {0, 1}}};
  worlds.values.resize(2);
  const std::vector<double> places = scrambled_sobol(256, 2, 5);
  for (std::size_t w = 0; w < 256; ++w) {
    worlds.values[0].push_back(10 + 16 * places[2 * w]);
    worlds.values[1].push_back(places[2 * w + 1]);
    worlds.difference.push_back(difference(worlds.values[0][w], worlds.values[1][w]));
  }
  return worlds;
}

TEST(Discovery, is_told_in_plain_words) {
  const DecisionTold told = told_discovery(
      worlds_with([](double cap, double seen) { return cap > 20 && seen < 0.5 ? 1.0 : -1.0; }),
      read_objectives({}).front(), plans);
  EXPECT_THAT(told.sentences.front(),
              AllOf(HasSubstr("Tapering loses where \"Children a social worker holds at most "
                              "(caseload.social_worker_cap)\" is above "),
                    HasSubstr("(taper.relapse_seen)\" is not above "),
                    HasSubstr("of 100 such worlds"), HasSubstr("of all in which it loses")));
}

TEST(Discovery, tells_both_sides_of_a_setting_together) {
  const DecisionTold told = told_discovery(
      worlds_with([](double cap, double) { return cap > 14 && cap < 20 ? 1.0 : -1.0; }),
      read_objectives({}).front(), plans);
  EXPECT_THAT(told.sentences.front(),
              AllOf(HasSubstr("cap)\" is above 14"), HasSubstr("children and not above")));
}

TEST(Discovery, says_that_it_cannot_be_said) {
  const DecisionTold told = told_discovery(worlds_with([](double, double) { return -1.0; }),
                                           read_objectives({}).front(), plans);
  EXPECT_EQ(told.sentences.front(),
            "Tapering loses in 0 of 256 worlds (more of: Need; judged by 1 run in each, luck "
            "included).");
  EXPECT_THAT(told.sentences.back(), HasSubstr("cannot be told"));
}

TEST(Worth, of_everything_is_no_less_than_that_of_one_setting) {
  const DecisionTold told = told_worth(worlds_with([](double cap, double) { return cap - 18; }),
                                       read_objectives({}).front(), plans, 1);
  EXPECT_THAT(told.sentences[1], HasSubstr("Knowing everything that is varied here"));
  // The mean of the gain is a quarter of the half-range: 16 / 8.
  EXPECT_THAT(told.sentences[1], HasSubstr("about 2"));
  EXPECT_THAT(told.sentences[2], HasSubstr("caseload.social_worker_cap"));
}

TEST(Discovery, is_drawn_over_the_settings_of_its_border) {
  const DecisionTold of_both = told_discovery(
      worlds_with([](double cap, double seen) { return cap > 20 && seen < 0.5 ? 1.0 : -1.0; }),
      read_objectives({}).front(), plans);
  EXPECT_THAT(of_both.table.attributes, AllOf(HasSubstr("\"caseload.social_worker_cap\""),
                                              HasSubstr("\"taper.relapse_seen\"")));
  TriedWorlds one = worlds_with([](double cap, double) { return cap > 20 ? 1.0 : -1.0; });
  one.varied.pop_back();
  one.values.pop_back();
  EXPECT_THAT(told_discovery(one, read_objectives({}).front(), plans).table.attributes,
              HasSubstr("data-x=\"caseload.social_worker_cap\" data-y=\"difference\""));
}

TEST(Worth, has_what_knowing_everything_is_worth_over_its_picture) {
  const DecisionTold told = told_worth(worlds_with([](double cap, double) { return cap - 18; }),
                                       read_objectives({}).front(), plans, 1);
  EXPECT_THAT(told.picture_message, HasSubstr("Knowing everything that is varied here"));
}

TEST(Worth, names_a_better_choice_only_where_it_can_be_told_and_may_be_taken) {
  const auto choice = [](const TriedWorlds& worlds) {
    return told_worth(worlds, read_objectives({}).front(), plans, 1).sentences[0];
  };
  TriedWorlds worlds = worlds_with([](double cap, double) { return cap - 22; });
  EXPECT_THAT(choice(worlds), StartsWith("Without knowing more, Tapering is the better choice."));
  EXPECT_THAT(choice(worlds_with([](double cap, double) { return cap - 14; })),
              StartsWith("Without knowing more, The base is the better choice."));
  EXPECT_THAT(choice(worlds_with([](double cap, double) { return cap - 18; })),
              StartsWith("Without knowing more, which is the better choice is too close to call."));
  worlds.is_ruled_out = true;
  EXPECT_THAT(choice(worlds), StartsWith("Without knowing more, The base is the choice: Tapering "
                                         "is ruled out, as is said below."));
  EXPECT_THAT(told_worth(worlds, read_objectives({}).front(), plans, 1).sentences[1],
              StartsWith("Were it not ruled out, knowing everything"));
  EXPECT_EQ(choice(worlds_with([](double, double) { return 0.0; })),
            "Without knowing more, either may be chosen. Over all 256 worlds, Tapering compared "
            "with The base: exactly the same.");
}

TEST(Discovery, writes_no_loss_as_nothing) {
  TriedWorlds worlds = worlds_with([](double cap, double) { return cap - 18; });
  worlds.difference[7] = 0.0123;
  worlds.difference[8] = 0;
  const DecisionTold told = told_discovery(worlds, read_objectives({}).front(), plans);
  const auto& rows = told.table.groups.front().rows;
  EXPECT_EQ(rows[7][3].text, "0.012");
  EXPECT_EQ(rows[7][4].text, "loses");
  EXPECT_EQ(rows[8][3].text, "0");
  EXPECT_EQ(rows[8][4].text, "does not lose");
}

TEST(Discovery, says_by_how_many_runs_a_world_was_judged) {
  TriedWorlds worlds = worlds_with([](double cap, double) { return cap - 18; });
  worlds.runs = 2;
  EXPECT_THAT(told_discovery(worlds, read_objectives({}).front(), plans).sentences,
              Contains(HasSubstr("judged by 2 runs in each, luck included")));
}

TEST(ToldWorlds, say_how_many_worlds_were_left_out) {
  TriedWorlds worlds = worlds_with([](double cap, double) { return cap - 18; });
  const auto cautions = [&] {
    std::vector<std::string> all =
        told_worth(worlds, read_objectives({}).front(), plans, 1).cautions;
    const DecisionTold lost = told_discovery(worlds, read_objectives({}).front(), plans);
    all.insert(all.end(), lost.cautions.begin(), lost.cautions.end());
    return all;
  };
  EXPECT_THAT(cautions(), IsEmpty());
  worlds.left_out = 3;
  const std::string said = "3 worlds were left out because a run failed or had no value in them.";
  EXPECT_THAT(cautions(), ElementsAre(said, said)) << "of the worth and of where it loses";
}

}  // namespace
}  // namespace stepdown
