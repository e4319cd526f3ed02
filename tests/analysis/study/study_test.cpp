#include "analysis/study/study.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "scenarios/scenario_error.h"
#include "scenarios/scenario_library.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::vector<Scenario> loaded(const std::vector<std::string>& settings) {
  std::vector<std::string> all = {"population.children=800", "horizon.years=1",
                                  "horizon.warm_up_years=1"};
  all.insert(all.end(), settings.begin(), settings.end());
  return load_scenarios(
      *embedded_source(),
      {{"scenarios/policies/tapered.toml", "scenarios/policies/abrupt.toml"}, "", all});
}

Study study_of(const std::vector<std::string>& typed, std::uint32_t runs = 1) {
  const std::vector<Scenario> scenarios = loaded({});
  const std::vector<std::string> measures = {"referrals_per_10000", "rereferral_12m",
                                             "month_referrals"};
  return Study(scenarios, read_varied(typed, scenarios), KeptMeasures::named(measures), runs, 1);
}

std::vector<MadeRun> runs_of(const Study& study, const std::vector<StudyPoint>& points, int threads,
                             const DayZeroMaker& make_world) {
  std::vector<MadeRun> runs;
  run_study(
      study, points, 0, points.size() * study.runs(), threads,
      [&](std::size_t number, const MadeRun& made) {
        EXPECT_EQ(number, runs.size());
        runs.push_back(made);
      },
      false, make_world);
  return runs;
}

// A world that tells what it was made of.
DayZeroMaker telling(const Parameter& parameter) {
  return [&parameter](const ModelParameters& before, RunKey key) -> DayZero {
    return [&parameter, before, key](const ModelParameters& from, const ModelParameters&) {
      Outcomes outcomes;
      outcomes.of_run.resize(run_measures().size());
      outcomes.of_run[0] = std::get<double>(parameter.get(before));
      outcomes.of_run[1] = std::get<double>(parameter.get(from));
      outcomes.of_run[2] = key.run;
      return outcomes;
    };
  };
}

std::vector<double> told_at(const std::string& typed, double value) {
  const std::vector<Scenario> scenarios = loaded({});
  const std::vector<std::string> names = {typed};
  const Study study(scenarios, read_varied(names, scenarios), KeptMeasures{{0, 1, 2}, {}}, 3, 7);
  return study.made({{value}, 5}, 2, telling(*study.varied().front().parameter))
      .outcomes.front()
      ->of_run;
}

TEST(Study, HoldsAnUncertaintyFromTheWarmUpOnAndALeverFromDayZeroOn) {
  EXPECT_THAT(told_at("need.easing=0.5..2", 0.75), ElementsAre(0.75, 0.75, 17));
  const std::vector<double> lever = told_at("caseload.social_worker_cap=10..20", 13);
  EXPECT_NE(lever[0], 13);
  EXPECT_EQ(lever[1], 13);
}

TEST(Study, HoldsALeverUntilAPolicyThatBeginsLaterTooAsSetDoes) {
  const std::vector<Scenario> scenarios = load_scenarios(
      *embedded_source(),
      {{"scenarios/policies/tapered_from_the_second_year.toml"}, "", {"population.children=800"}});
  const std::vector<std::string> names = {"caseload.social_worker_cap=10..20"};
  const Study study(scenarios, read_varied(names, scenarios), KeptMeasures{{0}, {}}, 1, 1);
  const PlanOfRun plan = study.at({{13}, 0}).front();
  EXPECT_EQ(plan.until_policy.caseload.social_worker_cap, 13);
  EXPECT_NE(plan.before_day_0.caseload.social_worker_cap, 13);
}

TEST(Study, IsAtAPointWhatItWouldBeWithTheValuesTypedAfterSet) {
  const Study study = study_of({"need.easing=0.5..3", "caseload.social_worker_cap=10..20"});
  const auto plans = study.at({{2.25, 14}, 0});
  const std::vector<Scenario> set = loaded({"need.easing=2.25", "caseload.social_worker_cap=14"});
  const auto wanted = plans_of_runs(in_order_of_name(set));
  ASSERT_THAT(plans, SizeIs(2));
  const MadeRun made = made_run(plans, {1, 0}, model_worlds());
  const MadeRun as_set = made_run(wanted, {1, 0}, model_worlds());
  for (std::size_t s = 0; s < 2; ++s) {
    EXPECT_EQ(plans[s].name, wanted[s].name);
    ASSERT_TRUE(made.outcomes[s] && as_set.outcomes[s]);
    for (std::size_t m = 0; m < run_measures().size(); ++m) {
      const double a = made.outcomes[s]->of_run[m];
      const double b = as_set.outcomes[s]->of_run[m];
      EXPECT_TRUE(a == b || (std::isnan(a) && std::isnan(b))) << run_measures()[m].name;
    }
  }
}

TEST(Study, KeepsTheMeasuresThatWereNamedAndNoOthers) {
  const Study study = study_of({"need.easing=0.5..3"});
  const MadeRun made = study.made({{1}, 0}, 0, model_worlds());
  EXPECT_THAT(made.outcomes.front()->of_run, SizeIs(2));
  EXPECT_THAT(made.outcomes.front()->monthly, SizeIs(12));
}

TEST(Study, HandsRunsOverInTheirOrderWhateverTheThreads) {
  const Study study = study_of({"need.easing=0.5..3"}, 2);
  const std::vector<StudyPoint> points = {{{1}, 0}, {{2}, 0}, {{3}, 4}};
  const auto one = runs_of(study, points, 1, model_worlds());
  const auto two = runs_of(study, points, 2, model_worlds());
  ASSERT_THAT(one, SizeIs(6));
  std::vector<std::uint32_t> keys;
  for (std::size_t i = 0; i < one.size(); ++i) {
    keys.push_back(one[i].run);
    EXPECT_EQ(one[i].outcomes.front()->of_run, two[i].outcomes.front()->of_run);
  }
  EXPECT_THAT(keys, ElementsAre(0, 1, 0, 1, 8, 9));
}

TEST(Study, TellsOfARunThatFailedAndGoesOn) {
  const Study study = study_of({"need.easing=0.5..3"});
  const std::vector<StudyPoint> points = {{{1}, 0}, {{2}, 1}};
  const DayZeroMaker failing = [](const ModelParameters& before, RunKey key) -> DayZero {
    if (key.run == 0) {
      throw std::runtime_error("no world");
    }
    return model_worlds()(before, key);
  };
  const auto runs = runs_of(study, points, 2, failing);
  EXPECT_THAT(runs[0].failed, SizeIs(2));
  EXPECT_FALSE(runs[0].outcomes.front());
  EXPECT_TRUE(runs[1].outcomes.front());
}

TEST(Study, NamesEveryMeasureThatThereIsNot) {
  const std::vector<std::string> names = {"rereferal_12m", "referrals_per_10000", "nothing_at_all"};
  try {
    KeptMeasures::named(names);
    FAIL() << "unknown measures were taken";
  } catch (const ScenarioErrors& errors) {
    EXPECT_THAT(errors.problems(), SizeIs(2));
    EXPECT_THAT(written(errors.problems()), HasSubstr("`rereferral_12m`"));
  }
}

}  // namespace
}  // namespace stepdown
