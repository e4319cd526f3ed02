#include "analysis/decision/option_trials.h"

#include <algorithm>
#include <limits>

#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

}  // namespace

OptionTrials::OptionTrials(TrialPlan plan, const std::atomic<bool>& stop, DayZeroMaker make_world)
    : plan_(std::move(plan)), stop_(stop), make_world_(std::move(make_world)) {
  if (plan_.journal != nullptr) {
    plan_.journal->each([&](const SavedRun& run) { saved_.push_back(run); });
  }
}

std::size_t OptionTrials::add(PlanOfRun option, std::size_t group, std::uint32_t luck) {
  option.warm_up = 0;
  groups_.resize(std::max(groups_.size(), group + 1));
  groups_[group].push_back(options_.size());
  options_.push_back({std::move(option), group, luck, {}, 0});
  return options_.size() - 1;
}

void OptionTrials::add_all(std::span<const PlanOfRun> plans) {
  for (const PlanOfRun& plan : plans) {
    add(plan, plan.warm_up);
  }
}

const std::vector<std::size_t>& OptionTrials::members(std::size_t group) const {
  return groups_[group];
}

std::vector<OptionTrials::Job> OptionTrials::missing(std::span<const std::size_t> options,
                                                     std::size_t first, std::size_t end) const {
  std::vector<Job> jobs;
  for (std::size_t run = first; run < end; ++run) {
    std::map<std::size_t, std::vector<std::size_t>> by_group;
    for (const std::size_t option : options) {
      const std::vector<RunValues>& runs = options_[option].runs;
      if (run >= runs.size() || runs[run].empty()) {
        by_group[options_[option].group].push_back(option);
      }
    }
    for (auto& [group, members] : by_group) {
      jobs.push_back({group, run, std::move(members)});
    }
  }
  return jobs;
}

MadeRun OptionTrials::made(const Job& job) const {
  std::vector<PlanOfRun> plans;
  for (const std::size_t option : job.options) {
    plans.push_back(options_[option].plan);
  }
  const Option& first = options_[job.options.front()];
  const RunKey key{plan_.seed, first.luck + static_cast<std::uint32_t>(job.run)};
  MadeRun run = made_run(plans, key, make_world_);
  MadeRun kept{static_cast<std::uint32_t>(job.run), {}, std::move(run.failed)};
  kept.outcomes.resize(members(job.group).size());
  for (std::size_t i = 0; i < job.options.size(); ++i) {
    if (!run.outcomes[i]) {
      continue;
    }
    Outcomes outcomes;
    for (const std::size_t column : plan_.columns) {
      outcomes.of_run.push_back(run.outcomes[i]->of_run[column]);
    }
    const auto place = std::ranges::find(members(job.group), job.options[i]);
    kept.outcomes[static_cast<std::size_t>(place - members(job.group).begin())] =
        std::move(outcomes);
  }
  return kept;
}

void OptionTrials::take(std::size_t group, const FinishedRun& finished) {
  const auto put = [&](std::size_t option, RunValues values) {
    std::vector<RunValues>& runs = options_[option].runs;
    runs.resize(std::max<std::size_t>(runs.size(), finished.run + 1));
    runs_ += runs[finished.run].empty() ? 1 : 0;
    runs[finished.run] = std::move(values);
  };
  const std::vector<std::size_t>& in_group = members(group);
  for (std::size_t i = 0; i < in_group.size() && i < finished.outcomes.size(); ++i) {
    if (finished.outcomes[i]) {
      put(in_group[i], finished.outcomes[i]->of_run);
    }
  }
  for (const FailedRun& failed : finished.failed) {
    for (const std::size_t option : in_group) {
      if (options_[option].plan.name == failed.scenario) {
        put(option, RunValues(plan_.columns.size(), none));
      }
    }
    failed_.push_back(failed);
  }
}

void OptionTrials::recall(std::size_t group) {
  std::erase_if(saved_, [&](const SavedRun& run) {
    if (run.draw != group) {
      return false;
    }
    take(group, run.finished());
    return true;
  });
}

bool OptionTrials::make(std::span<const std::size_t> options, std::size_t first, std::size_t end) {
  for (const std::size_t option : options) {
    options_[option].asked = std::max(options_[option].asked, end);
  }
  if (!saved_.empty()) {
    for (const std::size_t option : options) {
      recall(options_[option].group);
    }
  }
  const std::vector<Job> jobs = missing(options, first, end);
  plan_.tell(runs_);
  make_in_order(
      jobs.size(), plan_.threads, [&](std::size_t number) { return made(jobs[number]); },
      [&](std::size_t number, const MadeRun& run) {
        take(jobs[number].group, run.finished());
        if (plan_.journal != nullptr) {
          plan_.journal->append(static_cast<std::uint32_t>(jobs[number].group), run.finished());
        }
        plan_.tell(runs_);
      },
      stop_);
  return missing(options, first, end).empty();
}

ServiceModels OptionTrials::service_models() const {
  std::vector<std::string> names;
  std::vector<bool> have_one_service;
  for (const Option& option : options_) {
    names.push_back(option.plan.name);
    have_one_service.push_back(option.plan.from_day_0.family_help.model == ServiceModel::merged);
  }
  return {std::move(names), std::move(have_one_service)};
}

std::size_t OptionTrials::runs_of(std::size_t option) const {
  return std::min(options_[option].runs.size(), options_[option].asked);
}

double OptionTrials::value(std::size_t option, std::size_t column, std::size_t run) const {
  const std::vector<RunValues>& runs = options_[option].runs;
  const auto kept = std::ranges::find(plan_.columns, column);
  expects(kept != plan_.columns.end(), "only measures that are kept are asked for");
  return run < runs_of(option) && !runs[run].empty()
             ? runs[run][static_cast<std::size_t>(kept - plan_.columns.begin())]
             : none;
}

std::vector<double> OptionTrials::values(std::size_t option, std::size_t column) const {
  std::vector<double> values;
  for (std::size_t run = 0; run < runs_of(option); ++run) {
    values.push_back(value(option, column, run));
  }
  return values;
}

}  // namespace stepdown
