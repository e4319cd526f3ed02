#include <gtest/gtest.h>

#include <time.h>

#include <atomic>
#include <iostream>
#include <string>
#include <type_traits>
#include <vector>

#include "analysis/published_file.h"
#include "analysis/sensitivity/sensitivity_csv.h"
#include "analysis/sensitivity/sensitivity_file.h"
#include "analysis/sensitivity/sensitivity_page.h"
#include "analysis/study/point_check.h"
#include "analysis/study/study_runs.h"
#include "analysis/study/study_shard.h"
#include "scenarios/scenario_library.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

double seconds_on(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Notes the processor time that the model itself takes. Both clocks are of this process, so that
// whatever else the machine does meets both alike.
class TimedModel {
 public:
  DayZeroMaker worlds() {
    return [this, make = model_worlds()](const ModelParameters& before, RunKey key) -> DayZero {
      DayZero world = timed([&] { return make(before, key); });
      return [this, world](const ModelParameters& from, const ModelParameters& until_policy) {
        return timed([&] { return world(from, until_policy); });
      };
    };
  }
  double seconds() const { return seconds_; }

 private:
  template <typename Act>
  std::invoke_result_t<const Act&> timed(const Act& act) {
    const double begun = seconds_on(CLOCK_THREAD_CPUTIME_ID);
    auto result = act();
    seconds_ = seconds_ + seconds_on(CLOCK_THREAD_CPUTIME_ID) - begun;
    return result;
  }

  std::atomic<double> seconds_ = 0;
};

const std::vector<std::string> twelve = {"need.worsening=0.1..0.2",
                                         "need.easing=0.6..1.3",
                                         "need.vulnerability_shape=0.2..0.8",
                                         "need.capacity_fades=0..1",
                                         "need.fragile_factor=1..3",
                                         "need.fragile_weeks=8..104",
                                         "help.targeted_early_help.easing=1..2",
                                         "help.targeted_early_help.worsening=0.6..1",
                                         "help.child_in_need.easing=1..2",
                                         "judgement.error_sd=0.6..1.8",
                                         "trust.effect=0..0.6",
                                         "taper.relapse_seen"};

// A study of twelve settings with 32 rows and two replicates, 896 runs, from the check of its
// points to its page, for an authority of 10,000 children. Of larger ones a run takes longer, while
// what a study adds does not.
TEST(SensitivityOverhead, IsBelowThreePercentOfTheRunsThemselves) {
  const TemporaryFolder folder;
  TimedModel model;
  const double begun = seconds_on(CLOCK_PROCESS_CPUTIME_ID);
  const auto source = embedded_source();
  const ScenarioSelection selection{{"scenarios/policies/tapered.toml"},
                                    "",
                                    {"population.children=10000", "workforce.social_workers=17"}};
  const std::vector<Scenario> scenarios = load_scenarios(*source, selection);
  StudyPlan plan;
  plan.selection = selection;
  plan.measures = {"rereferral_12m",
                   "return_of_need_24m",
                   "child_years_level_4_to_5",
                   "lateness_level_3_days",
                   "cost_total",
                   "severe_children_without_help",
                   "month_waiting_targeted_early_help",
                   "month_referrals"};
  plan.varied = read_varied(twelve, scenarios);
  plan.runs = 2;
  SensitivityDesign design;
  for (std::size_t i = 0; i < plan.varied.size(); ++i) {
    design.factors.push_back({plan.varied[i].name(), {i}});
  }
  design.rows = 2;
  note_design(design, plan);
  ASSERT_EQ(plan.runs_in_all(), 896U);
  check_points(TriedSettings(*source, selection), plan.varied, plan.points, 1);
  write_study_plan(plan, folder.path());
  const std::atomic<bool> stop = false;
  const StudyRuns none(folder.path(), plan);
  run_shard(
      study_of(plan, scenarios), plan, folder.path(), {}, none, 1,
      [](std::size_t, const MadeRun&) {}, stop, model.worlds());
  const StudyRuns runs(folder.path(), plan);
  ASSERT_TRUE(runs.is_complete());
  SensitivityResults results;
  results.provenance = provenance_of({Draw{name_of_base_draw, scenarios}}, plan.seed);
  results.design = design;
  results.varied = plan.varied;
  results.points = plan.points.size();
  results.replicates = plan.runs;
  results.found =
      influences_of(design, KeptMeasures::named(plan.measures), ServiceModels({"base"}, {false}), 0,
                    {[&](std::string_view measure) { return runs.values_of(measure); },
                     [&](std::string_view measure) { return runs.values_by_month(measure); }});
  write_sensitivity(results, folder.path() + "/sensitivity.h5");
  publish_text(folder.path() + "/sensitivity.csv", sensitivity_csv(results));
  publish_text(folder.path() + "/sensitivity.html", sensitivity_page(results));
  const double all = seconds_on(CLOCK_PROCESS_CPUTIME_ID) - begun;
  const double overhead = all / model.seconds() - 1;
  std::cout << "runs " << model.seconds() << " s, study " << all << " s: " << 100 * overhead
            << "% more\n";
  EXPECT_LT(overhead, 0.03);
}

}  // namespace
}  // namespace stepdown
