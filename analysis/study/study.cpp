#include "analysis/study/study.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "model/contract.h"
#include "scenarios/measure_words.h"
#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

std::vector<double> columns(std::span<const double> row, std::span<const std::size_t> kept) {
  std::vector<double> values;
  values.reserve(kept.size());
  for (const std::size_t column : kept) {
    values.push_back(row[column]);
  }
  return values;
}

void keep(Outcomes& outcomes, const KeptMeasures& kept) {
  outcomes.of_run = columns(outcomes.of_run, kept.of_run);
  const std::size_t width = monthly_measures().size();
  std::vector<double> monthly;
  monthly.reserve(outcomes.months * kept.monthly.size());
  for (std::size_t month = 0; month < outcomes.months && !kept.monthly.empty(); ++month) {
    const std::span<const double> row(outcomes.monthly.data() + month * width, width);
    std::ranges::copy(columns(row, kept.monthly), std::back_inserter(monthly));
  }
  outcomes.monthly = std::move(monthly);
}

std::optional<std::size_t> column_of(std::span<const Measure> measures, std::string_view name) {
  const auto found = std::ranges::find(measures, name, &Measure::name);
  return found == measures.end()
             ? std::optional<std::size_t>()
             : std::optional(static_cast<std::size_t>(found - measures.begin()));
}

Problem unknown_measure(const std::string& name) {
  Problem problem;
  problem.fault = Fault::unknown_name;
  problem.message = "there is no measure `" + name + "`";
  problem.suggestion = advice_on_measure(name, outcome_registry());
  return problem;
}

}  // namespace

KeptMeasures KeptMeasures::named(std::span<const std::string> names) {
  KeptMeasures kept;
  std::vector<Problem> problems;
  for (const std::string& name : names) {
    if (const auto of_run = column_of(run_measures(), name)) {
      kept.of_run.push_back(*of_run);
    } else if (const auto monthly = column_of(monthly_measures(), name)) {
      kept.monthly.push_back(*monthly);
    } else {
      problems.push_back(unknown_measure(name));
    }
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return kept;
}

Study::Study(std::span<const Scenario> scenarios, std::vector<Varied> varied, KeptMeasures kept,
             std::uint32_t runs, std::uint64_t seed)
    : plans_(plans_of_runs(in_order_of_name(scenarios))),
      varied_(std::move(varied)),
      kept_(std::move(kept)),
      runs_(runs),
      seed_(seed) {
  expects(runs_ > 0, "a study runs at each point");
  for (const Scenario* scenario : in_order_of_name(scenarios)) {
    is_laboratory_.push_back(scenario->kind() == ScenarioKind::laboratory);
  }
}

std::vector<std::string> Study::names() const {
  std::vector<std::string> names;
  std::ranges::transform(plans_, std::back_inserter(names), &PlanOfRun::name);
  return names;
}

RunKey Study::key(const StudyPoint& point, std::uint32_t run) const {
  return {seed_, point.luck * runs_ + run};
}

std::vector<PlanOfRun> Study::at(const StudyPoint& point) const {
  expects(point.values.size() == varied_.size(), "a point has a value for each varied setting");
  std::vector<PlanOfRun> plans = plans_;
  for (std::size_t p = 0; p < plans.size(); ++p) {
    for (std::size_t i = 0; i < varied_.size(); ++i) {
      const Parameter& parameter = *varied_[i].parameter;
      const Value value = varied_[i].as_value(point.values[i]);
      parameter.set(plans[p].from_day_0, value);
      parameter.set(plans[p].until_policy, value);
      if (parameter.role != Role::lever || is_laboratory_[p]) {
        parameter.set(plans[p].before_day_0, value);
      }
    }
  }
  return plans;
}

MadeRun Study::made(const StudyPoint& point, std::uint32_t run,
                    const DayZeroMaker& make_world) const {
  MadeRun made = made_run(at(point), key(point, run), make_world);
  for (std::optional<Outcomes>& outcomes : made.outcomes) {
    if (outcomes) {
      keep(*outcomes, kept_);
    }
  }
  return made;
}

void run_study(const Study& study, std::span<const StudyPoint> points, std::size_t first,
               std::size_t end, int threads, const TakeStudyRun& take,
               const std::atomic<bool>& stop, const DayZeroMaker& make_world) {
  expects(first <= end && end <= points.size() * study.runs(), "runs of a study are numbered");
  make_in_order(
      end - first, threads,
      [&](std::size_t number) {
        const std::size_t run = first + number;
        return study.made(points[run / study.runs()],
                          static_cast<std::uint32_t>(run % study.runs()), make_world);
      },
      [&](std::size_t number, const MadeRun& made) { take(first + number, made); }, stop);
}

StudyValues::StudyValues(std::size_t scenarios, std::size_t points, std::uint32_t runs)
    : scenarios_(scenarios),
      points_(points),
      runs_(runs),
      values_(scenarios * points * runs, std::numeric_limits<double>::quiet_NaN()) {}

std::size_t StudyValues::at(std::size_t scenario, std::size_t point, std::uint32_t run) const {
  return (scenario * points_ + point) * runs_ + run;
}

double& StudyValues::operator()(std::size_t scenario, std::size_t point, std::uint32_t run) {
  return values_[at(scenario, point, run)];
}

double StudyValues::operator()(std::size_t scenario, std::size_t point, std::uint32_t run) const {
  return values_[at(scenario, point, run)];
}

}  // namespace stepdown
