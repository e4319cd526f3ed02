#include "analysis/decision/until.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "analysis/paired_difference.h"
#include "analysis/rounding.h"
#include "scenarios/measure_words.h"
#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

constexpr const char* example = "rereferral_12m.difference<=0.5";
constexpr std::string_view of_mean = ".mean";
constexpr std::string_view of_difference = ".difference";

// Reads one wish and notes what is wrong with it.
class Typed {
 public:
  Typed(const std::string& text, std::span<const Measure> stored, bool has_baseline,
        std::vector<Problem>& problems)
      : text_(text), stored_(stored), has_baseline_(has_baseline), problems_(problems) {}

  std::optional<Until> read() const {
    std::string compact = text_;
    std::erase(compact, ' ');
    const std::size_t sign = compact.find("<=");
    if (sign == std::string::npos) {
      return refuse(Fault::value_refused, "`" + text_ + "` names no precision",
                    std::string("write it as ") + example + " or cost_total.mean<=1%");
    }
    std::string name = compact.substr(0, sign);
    const bool is_difference = name.ends_with(of_difference);
    if (!is_difference && !name.ends_with(of_mean)) {
      return refuse(
          Fault::value_refused, "`" + text_ + "` does not say of what: a .mean or a .difference",
          "write " + name + (has_baseline_ ? ".difference" : ".mean") + compact.substr(sign));
    }
    name.resize(name.size() - (is_difference ? of_difference : of_mean).size());
    const auto wanted = precision(compact.substr(sign + 2));
    const auto measure = column(name);
    if (!wanted || !measure) {
      return {};
    }
    if (is_difference && !has_baseline_) {
      return refuse(Fault::value_refused,
                    "`" + text_ + "` wants a difference, and nothing is compared here",
                    "write " + name + ".mean" + compact.substr(sign) + ", or use `compare`");
    }
    return Until{compact, *measure, is_difference, *wanted};
  }

 private:
  std::nullopt_t refuse(Fault fault, std::string message, std::string advice) const {
    problems_.push_back(
        problem_of_typed(fault, "--until", text_, std::move(message), std::move(advice)));
    return std::nullopt;
  }

  std::optional<WantedPrecision> precision(std::string number) const {
    WantedPrecision wanted;
    wanted.is_share = number.ends_with('%');
    if (wanted.is_share) {
      number.pop_back();
    }
    const char* const end = number.data() + number.size();
    const auto [stop, failure] = std::from_chars(number.data(), end, wanted.half_width);
    if (failure != std::errc() || stop != end || !(wanted.half_width > 0) ||
        !std::isfinite(wanted.half_width)) {
      return refuse(Fault::value_refused, "`" + text_ + "` wants no precision that can be reached",
                    "after <= stands half the width of the 95% interval: a number above 0, or a "
                    "share such as 1%");
    }
    if (wanted.is_share) {
      wanted.half_width /= 100;
    }
    return wanted;
  }

  std::optional<std::size_t> column(const std::string& name) const {
    const auto of_run = std::ranges::find(run_measures(), name, &Measure::name);
    if (of_run != run_measures().end()) {
      if (std::ranges::find(stored_, name, &Measure::name) == stored_.end()) {
        return refuse(Fault::value_refused, "these scenarios have no `" + name + "`",
                      "name one of the measures that `stepdown run` shows of them");
      }
      return static_cast<std::size_t>(of_run - run_measures().begin());
    }
    if (std::ranges::find(monthly_measures(), name, &Measure::name) != monthly_measures().end()) {
      return refuse(Fault::value_refused, "`" + name + "` has a value for each month, not one",
                    "name a measure of the whole run: `stepdown explain --outcomes` lists them");
    }
    return refuse(Fault::unknown_name, "there is no measure `" + name + "`",
                  advice_on_measure(name, run_measures()));
  }

  const std::string& text_;
  std::span<const Measure> stored_;
  bool has_baseline_;
  std::vector<Problem>& problems_;
};

}  // namespace

std::vector<Until> read_until(std::span<const std::string> typed, std::span<const Measure> stored,
                              bool has_baseline) {
  std::vector<Problem> problems;
  std::vector<Until> wishes;
  for (const std::string& text : typed) {
    if (auto wish = Typed(text, stored, has_baseline, problems).read()) {
      wishes.push_back(std::move(*wish));
    }
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return wishes;
}

StoppingRule RunsUntil::rule_of(const std::vector<Until>& wishes,
                                const std::vector<Watched>& watched) {
  std::vector<WantedPrecision> wanted;
  for (const Watched& each : watched) {
    wanted.push_back(wishes[each.wish].wanted);
  }
  return StoppingRule(std::move(wanted));
}

RunsUntil::RunsUntil(std::vector<Until> wishes, const ServiceModels& scenarios,
                     std::size_t baseline)
    : wishes_(std::move(wishes)),
      names_(scenarios.names()),
      baseline_(baseline),
      watched_([this] {
        std::vector<Watched> watched;
        for (std::size_t wish = 0; wish < wishes_.size(); ++wish) {
          for (std::size_t scenario = 0; scenario < names_.size(); ++scenario) {
            if (!wishes_[wish].is_of_difference || scenario != baseline_) {
              watched.push_back({wish, scenario});
            }
          }
        }
        return watched;
      }()),
      rule_(rule_of(wishes_, watched_)) {
  std::vector<std::string> refused;
  for (const Until& wish : wishes_) {
    const std::string name(run_measures()[wish.measure].name);
    if (wish.is_of_difference && !scenarios.are_all_comparable(name) &&
        std::ranges::find(refused, name) == refused.end()) {
      refused.push_back(name);
    }
  }
  if (!refused.empty()) {
    throw scenarios.refusal(refused,
                            "ask for the .mean of it, or for the .difference of a measure with one "
                            "meaning under all, such as return_of_need_24m or back_12m");
  }
}

double RunsUntil::value(const Watched& watched, const FinishedRun& run) const {
  const Until& wish = wishes_[watched.wish];
  const auto of = [&](std::size_t scenario) {
    const std::optional<Outcomes>& outcomes = run.outcomes[scenario];
    return outcomes ? outcomes->of_run[wish.measure] : std::numeric_limits<double>::quiet_NaN();
  };
  return wish.is_of_difference ? difference_of_run(of(baseline_), of(watched.scenario))
                               : of(watched.scenario);
}

void RunsUntil::take(const FinishedRun& run) {
  std::vector<double> values;
  for (const Watched& watched : watched_) {
    values.push_back(value(watched, run));
  }
  rule_.take(values);
}

std::string RunsUntil::in_words(std::size_t wish) const {
  const Until& until = wishes_[wish];
  const auto runs = static_cast<double>(rule_.runs());
  bool is_met = true;
  double widest = 0;
  double needed = 0;
  for (std::size_t i = 0; i < watched_.size(); ++i) {
    if (watched_[i].wish != wish) {
      continue;
    }
    const double half = rule_.half_width(i);
    is_met = is_met && rule_.is_met(i);
    widest = std::max(widest, half);
    needed = std::max(needed, runs * std::pow(half / rule_.allowed(i), 2));
  }
  const std::string known = "known to +-" + rounded(widest, grain_of(2 * widest));
  const std::string of = until.is_of_difference ? " from " + names_[baseline_] : "";
  if (is_met) {
    return until.text + of + ": reached, " + known + '.';
  }
  if (!std::isfinite(needed) || needed <= runs) {
    return until.text + of + ": not reached, " + known + '.';
  }
  // It is asked at every tenth run only, and what would be a little too few is no advice.
  const double grain = std::max(grain_of(needed), static_cast<double>(step));
  return until.text + of + ": not reached, " + known + "; it would take about " +
         rounded(std::ceil(needed / grain) * grain, grain) + " runs.";
}

std::string RunsUntil::in_words() const {
  std::string words = rounded(static_cast<double>(rule_.runs()), 1) + " runs were " +
                      (is_enough() ? "enough" : "made, the most that were allowed") + ':';
  for (std::size_t wish = 0; wish < wishes_.size(); ++wish) {
    words += ' ' + in_words(wish);
  }
  return words;
}

}  // namespace stepdown
