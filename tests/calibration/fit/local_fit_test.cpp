#include "calibration/fit/local_fit.h"

#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/unusable_data.h"
#include "tests/fixtures/emulated_formula.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAre;

/// Facts and numbers of the authority whose figures are fitted.
const Point truth = {0, 0.8, -0.6, 0};

LocalFitPlan small_plan(std::size_t budget) {
  LocalFitPlan plan;
  plan.budget = budget;
  plan.seed = 5;
  plan.draws = 100;
  plan.matched_points = 100;
  plan.sampled_points = 300;
  plan.threads = 2;
  plan.inputs = "inputs";
  return plan;
}

std::optional<LocalFit> fitted(
    const LocalFitPlan& plan, const DayZeroMaker& model = formula_model(),
    const LocalFitListener& told = [](const LocalFitProgress&) {},
    const std::atomic<bool>& stop = false) {
  return fit_authority(formula_base(), formula_emulator(), formula_targets(truth, 0.05), plan, told,
                       stop, model);
}

double mean_of(const LocalFit& fit, std::size_t number) {
  double sum = 0;
  for (const Point& draw : fit.draws) {
    sum += draw[number];
  }
  return sum / static_cast<double>(fit.draws.size());
}

std::string bits_of(const LocalFit& fit) {
  return bits_of_points(fit.draws) + bits_of_points(fit.fitted) +
         bits_of_points(fit.first_wave.points) + bits_of_points({fit.corrections}) +
         std::to_string(fit.runs) + ' ' + std::to_string(fit.failed);
}

TEST(LocalFit, finds_the_numbers_that_the_figures_come_from) {
  const auto fit = fitted(small_plan(0));
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->draws.size(), 100U);
  EXPECT_NEAR(mean_of(*fit, 0), 0.8, 0.3);
  EXPECT_NEAR(mean_of(*fit, 1), -0.6, 0.3);
  EXPECT_NEAR(mean_of(*fit, 2), 0, 0.4);  // moves nothing: as the prior has it
  EXPECT_EQ(fit->first_wave.points.size(), 100U);
  EXPECT_LT(fit->first_wave.share, 0.5);
}

TEST(LocalFit, runs_nothing_without_a_budget) {
  const DayZeroMaker none = [](const ModelParameters&, RunKey) -> DayZero {
    throw std::logic_error("the model is not to be run");
  };
  const auto fit = fitted(small_plan(0), none);
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->runs, 0U);
  EXPECT_EQ(fit->failed, 0U);
  EXPECT_FALSE(fit->checked_by_runs);
  EXPECT_FALSE(fit->second_wave);
  EXPECT_EQ(fit->fitted.size(), 100U);
}

TEST(LocalFit, spends_its_budget_on_correcting_and_on_checking) {
  std::vector<FitStep> steps;
  const auto fit = fitted(small_plan(200), formula_model(), [&](const LocalFitProgress& progress) {
    if (steps.empty() || steps.back() != progress.step) {
      steps.push_back(progress.step);
    }
    EXPECT_LE(progress.runs, progress.budget);
  });
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->runs, 200U);  // 120 and 80
  EXPECT_TRUE(fit->checked_by_runs);
  EXPECT_EQ(fit->fitted.size(), 80U);
  EXPECT_TRUE(fit->second_wave);
  EXPECT_THAT(steps,
              ElementsAre(FitStep::matching, FitStep::sampling, FitStep::correcting,
                          FitStep::matching_again, FitStep::sampling_again, FitStep::checking));
  for (const FitStep step : steps) {
    EXPECT_FALSE(words_of(step).empty());
  }
}

TEST(LocalFit, is_put_right_by_runs_where_the_emulator_is_beside_the_model) {
  // Referrals of this model lie where those of the formulas do when worsening is 0.6 higher.
  const DayZeroMaker model = shifted_formula({0.21, -0.2 * std::sin(0.6), 0.18, 0.09});
  const auto trusting = fitted(small_plan(0), model);
  const auto corrected = fitted(small_plan(300), model);
  ASSERT_TRUE(trusting && corrected);
  EXPECT_NEAR(mean_of(*trusting, 0), 0.8, 0.3);
  EXPECT_NEAR(mean_of(*corrected, 0), 0.2, 0.3);
  EXPECT_GT(corrected->corrections[0], 2);
}

TEST(LocalFit, does_not_depend_on_threads) {
  for (const std::size_t budget : {0U, 120U}) {
    LocalFitPlan plan = small_plan(budget);
    plan.threads = 1;
    const std::string once = bits_of(*fitted(plan));
    for (const int threads : {2, 8}) {
      plan.threads = threads;
      EXPECT_EQ(bits_of(*fitted(plan)), once) << threads << " threads, budget " << budget;
    }
  }
}

TEST(LocalFit, goes_on_from_journals_cut_anywhere_and_comes_to_the_same) {
  const TemporaryFolder folder;
  LocalFitPlan plan = small_plan(120);
  plan.matched_points = 0;
  const std::string whole = bits_of(*fitted(plan));
  plan.journals = folder.path() + "/fit";
  EXPECT_EQ(bits_of(*fitted(plan)), whole);
  for (const char* which : {".correcting", ".checking"}) {
    const fs::path journal = folder.path() + "/fit" + which;
    const auto size = fs::file_size(journal);
    for (const double share : {0.02, 0.5, 0.97}) {
      fs::resize_file(journal, static_cast<std::uintmax_t>(share * static_cast<double>(size)));
      EXPECT_EQ(bits_of(*fitted(plan)), whole) << which << ' ' << share;
    }
  }
}

TEST(LocalFit, runs_nothing_twice) {
  const TemporaryFolder folder;
  LocalFitPlan plan = small_plan(100);
  plan.matched_points = 0;
  plan.journals = folder.path() + "/fit";
  const std::string whole = bits_of(*fitted(plan));
  const DayZeroMaker none = [](const ModelParameters&, RunKey) -> DayZero {
    throw std::logic_error("the model is not to be run");
  };
  EXPECT_EQ(bits_of(*fitted(plan, none)), whole);
}

TEST(LocalFit, refuses_journals_of_another_fit) {
  const TemporaryFolder folder;
  LocalFitPlan plan = small_plan(100);
  plan.matched_points = 0;
  plan.journals = folder.path() + "/fit";
  fitted(plan);
  plan.inputs = "other inputs";
  EXPECT_THROW(fitted(plan), UnusableData);
}

TEST(LocalFit, gives_nothing_when_asked_to_stop_and_the_rest_afterwards) {
  const TemporaryFolder folder;
  LocalFitPlan plan = small_plan(120);
  plan.matched_points = 0;
  const std::string whole = bits_of(*fitted(plan));
  plan.journals = folder.path() + "/fit";
  for (const FitStep step : {FitStep::correcting, FitStep::checking}) {
    std::atomic<bool> stop{false};
    const auto part = fitted(
        plan, formula_model(),
        [&](const LocalFitProgress& progress) { stop = stop || progress.step == step; }, stop);
    EXPECT_FALSE(part) << words_of(step);
  }
  EXPECT_EQ(bits_of(*fitted(plan)), whole);
}

TEST(LocalFit, stops_on_the_emulator_too) {
  const std::atomic<bool> stop{true};
  EXPECT_FALSE(fitted(
      small_plan(0), formula_model(), [](const LocalFitProgress&) {}, stop));
}

TEST(LocalFit, bears_runs_that_fail_and_counts_them) {
  const DayZeroMaker frail = [model = formula_model()](const ModelParameters& world, RunKey key) {
    if (key.run % 10 == 3) {
      throw std::runtime_error("accounts lost");
    }
    return model(world, key);
  };
  const auto fit = fitted(small_plan(200), frail);
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->failed, 20U);
  EXPECT_EQ(fit->fitted.size(), 72U);
  EXPECT_NEAR(mean_of(*fit, 0), 0.8, 0.3);
}

TEST(LocalFit, names_figures_that_the_emulator_does_not_know_and_fits_the_others) {
  std::vector<Target> targets = formula_targets(truth, 0.05);
  targets[1].measure = "spent";
  const auto fit = fit_authority(
      formula_base(), formula_emulator(), targets, small_plan(0), [](const LocalFitProgress&) {},
      false, formula_model());
  ASSERT_TRUE(fit);
  EXPECT_THAT(fit->unused, ElementsAre("spent"));
  EXPECT_EQ(fit->targets.size(), 3U);
  EXPECT_EQ(fit->fitted.front().size(), 3U);
}

TEST(LocalFit, gives_the_prior_back_where_no_figure_can_be_used) {
  const auto fit = fit_authority(
      formula_base(), formula_emulator(), {}, small_plan(0), [](const LocalFitProgress&) {}, false,
      formula_model());
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->first_wave.share, 1);
  EXPECT_NEAR(mean_of(*fit, 0), 0, 0.5);
}

TEST(LocalFit, tries_a_larger_authority_at_a_size_that_can_be_borne) {
  ModelParameters large = formula_base();
  large.population.children *= 10;
  large.workforce.social_workers *= 10;
  std::atomic<int> others{0};
  const DayZeroMaker model = [&, inner = formula_model()](const ModelParameters& world,
                                                          RunKey key) {
    others += world.population.children == 62'500 && world.workforce.social_workers == 108 ? 0 : 1;
    return inner(world, key);
  };
  const auto fit = fit_authority(
      large, formula_emulator(), formula_targets(truth, 0.05), small_plan(60),
      [](const LocalFitProgress&) {}, false, model);
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->children, 62'500);
  EXPECT_EQ(others, 0);
}

TEST(LocalFit, can_be_weighed_by_runs_of_the_model) {
  LocalFitPlan plan = small_plan(1000);
  plan.by = FitBy::runs;
  const auto fit = fitted(plan);
  ASSERT_TRUE(fit);
  EXPECT_FALSE(fit->by_runs.empty());
  EXPECT_TRUE(fit->by_runs_end);
  EXPECT_LE(fit->runs, 1000U);
  EXPECT_NEAR(mean_of(*fit, 0), 0.8, 0.35);
  EXPECT_NEAR(mean_of(*fit, 1), -0.6, 0.45);
}

TEST(LocalFit, by_runs_goes_on_from_its_journal_too) {
  const TemporaryFolder folder;
  LocalFitPlan plan = small_plan(600);
  plan.by = FitBy::runs;
  plan.draws = 30;
  const std::string whole = bits_of(*fitted(plan));
  plan.journals = folder.path() + "/fit";
  EXPECT_EQ(bits_of(*fitted(plan)), whole);
  const fs::path journal = folder.path() + "/fit.sampling";
  ASSERT_TRUE(fs::exists(journal));
  fs::resize_file(journal, fs::file_size(journal) / 2);
  EXPECT_EQ(bits_of(*fitted(plan)), whole);
}

}  // namespace
}  // namespace stepdown
