#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <atomic>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "analysis/run_journal.h"
#include "analysis/study/study.h"
#include "model/outcomes/observer.h"
#include "model/replication.h"
#include "model/state/accounts.h"
#include "scenarios/ensemble.h"
#include "tests/fixtures/program.h"
#include "tests/properties/random_scenario.h"

namespace stepdown {
namespace {

std::vector<Scenario> scenarios_of(const RandomSettingsMap& settings) {
  auto scenarios = base_and_policy(settings);
  RC_PRE(scenarios.has_value());
  return std::move(*scenarios);
}

RunKey any_key() { return {*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(0U, 1000U)}; }

struct NobodyListens : ProgressListener {
  void run_finished(const FinishedRun&, std::size_t, std::size_t) override {}
};

struct Bits : OutcomeSink {
  std::vector<std::string> runs;
  void take(const FinishedRun& run) override {
    std::string all;
    for (const auto& outcomes : run.outcomes) {
      all += outcomes ? bits_of(*outcomes) : "failed";
    }
    runs.push_back(all);
  }
};

/// Wants to know everything and looks often.
class Curious : public Observer {
 public:
  std::vector<HappeningKind> wants() const override {
    std::vector<HappeningKind> all;
    for (std::size_t kind = 0; kind < happening_kinds; ++kind) {
      all.push_back(static_cast<HappeningKind>(kind));
    }
    return all;
  }
  void saw(const Happening&, const Authority&) override {}
  double looks_at() const override { return next_; }
  void look(const Authority& authority) override {
    ++looks;
    next_ = authority.now + 3.7;
  }

  int looks = 0;

 private:
  double next_ = 0.0;
};

std::vector<std::string> ensemble_of(const std::vector<Scenario>& scenarios, std::uint64_t seed,
                                     int threads) {
  Bits bits;
  NobodyListens nobody;
  run_ensemble(scenarios, {.seed = seed, .runs = 4, .threads = threads}, bits, nobody, false);
  return bits.runs;
}

RC_GTEST_PROP(AnyScenario, is_run_to_its_end_with_outcomes_that_are_finite_or_of_nobody, ()) {
  const auto scenarios = scenarios_of(*some_settings());
  const RunKey key = any_key();
  const Replication world(scenarios[0].before_day_0(), key);
  for (const Scenario& scenario : scenarios) {
    const Outcomes outcomes = world.under(scenario.from_day_0());
    RC_ASSERT(outcomes.of_run.size() == run_measures().size());
    for (std::size_t m = 0; m < run_measures().size(); ++m) {
      RC_LOG() << run_measures()[m].name << ' ' << outcomes.of_run[m] << '\n';
      RC_ASSERT(!std::isinf(outcomes.of_run[m]));
      const std::string_view unit = run_measures()[m].unit;
      RC_ASSERT(unit != "%" || !(outcomes.of_run[m] < 0));
    }
    for (const double value : outcomes.monthly) {
      RC_ASSERT(!std::isinf(value));
    }
  }
}

RC_GTEST_PROP(AnyScenario, keeps_its_accounts, ()) {
  const auto scenarios = scenarios_of(*some_settings());
  const ModelParameters& before = scenarios[1].before_day_0();
  Authority authority = after_warm_up(before, any_key());
  RC_ASSERT(broken_accounts(authority).empty());
  live_through_horizon(authority, before, scenarios[1].from_day_0(), Observers());
  const std::vector<std::string> broken = broken_accounts(authority);
  RC_LOG() << (broken.empty() ? "" : broken.front());
  RC_ASSERT(broken.empty());
}

RC_GTEST_PROP(AnyScenario, differs_in_nothing_from_itself, ()) {
  const auto scenarios = scenarios_of(*some_settings());
  const RunKey key = any_key();
  const Replication one(scenarios[1].before_day_0(), key);
  const Replication other(scenarios[1].before_day_0(), key);
  const std::string first = bits_of(one.under(scenarios[1].from_day_0()));
  one.under(scenarios[0].from_day_0());
  RC_ASSERT(bits_of(one.under(scenarios[1].from_day_0())) == first);
  RC_ASSERT(bits_of(other.under(scenarios[1].from_day_0())) == first);
}

RC_GTEST_PROP(AnyScenario, gives_the_same_bytes_on_any_threads_and_in_any_order, ()) {
  auto scenarios = scenarios_of(*some_settings());
  const auto seed = *rc::gen::arbitrary<std::uint64_t>();
  const std::vector<std::string> alone = ensemble_of(scenarios, seed, 1);
  RC_ASSERT(ensemble_of(scenarios, seed, *rc::gen::inRange(2, 9)) == alone);
  std::swap(scenarios[0], scenarios[1]);
  RC_ASSERT(ensemble_of(scenarios, seed, 2) == alone);
}

RC_GTEST_PROP(AnyScenario, lives_on_alike_whoever_watches, ()) {
  const auto scenarios = scenarios_of(*some_settings());
  const ModelParameters& before = scenarios[1].before_day_0();
  const RunKey key = any_key();
  const auto stocks_after = [&](Curious* curious) {
    Authority authority = after_warm_up(before, key);
    Observers observers;
    if (curious != nullptr) {
      observers.add(*curious);
    }
    live_through_horizon(authority, before, scenarios[1].from_day_0(), observers);
    std::vector<std::int64_t> stocks;
    for (const auto& helped : authority.stocks.helped) {
      stocks.push_back(helped.count());
    }
    const Families& families = authority.families;
    for (FamilySlot slot = 0; slot < families.slots(); ++slot) {
      stocks.push_back(
          families.is_here(slot) ? static_cast<std::int64_t>(families.case_of(slot).stage) : -1);
    }
    return stocks;
  };
  Curious curious;
  RC_ASSERT(stocks_after(&curious) == stocks_after(nullptr));
  RC_ASSERT(curious.looks > 0);
}

RC_GTEST_PROP(AnyScenario, comes_to_the_same_in_any_shards, ()) {
  const auto scenarios = scenarios_of(*some_settings());
  const Study study(scenarios, {}, {{0, 1, 2}, {0}}, 2, *rc::gen::arbitrary<std::uint64_t>());
  const std::vector<StudyPoint> points = {{{}, 0}, {{}, 1}, {{}, 7}};
  const auto bits_between = [&](std::size_t first, std::size_t end, int threads) {
    std::vector<std::string> bits;
    run_study(
        study, points, first, end, threads,
        [&](std::size_t, const MadeRun& made) {
          bits.push_back(made.outcomes[0] ? bits_of(*made.outcomes[0]) : "failed");
        },
        false);
    return bits;
  };
  const std::vector<std::string> whole = bits_between(0, 6, 1);
  const auto cut = *rc::gen::inRange<std::size_t>(0, 7);
  std::vector<std::string> joined = bits_between(0, cut, 2);
  const std::vector<std::string> rest = bits_between(cut, 6, 1);
  joined.insert(joined.end(), rest.begin(), rest.end());
  RC_ASSERT(joined == whole);
}

RC_GTEST_PROP(AnyScenario, goes_on_from_whatever_is_left_of_its_saved_runs, ()) {
  const auto scenarios = scenarios_of(*some_settings());
  const std::vector<PlanOfRun> plans = plans_of_runs(in_order_of_name(scenarios));
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() + "/unfinished.runs";
  const auto finish = [&] {
    RunJournal journal(path, "inputs");
    for (auto run = static_cast<std::uint32_t>(journal.runs()); run < 3; ++run) {
      journal.append(0, made_run(plans, {5, run}, model_worlds()).finished());
    }
  };
  finish();
  const std::string whole = bytes_of(path);
  std::filesystem::resize_file(path, *rc::gen::inRange<std::size_t>(0, whole.size() + 1));
  finish();
  RC_ASSERT(bytes_of(path) == whole);
}

}  // namespace
}  // namespace stepdown
