#include "analysis/decision/selection.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/contract.h"

namespace stepdown {
namespace {

class Contest {
 public:
  Contest(OptionRuns& runs, std::span<const std::size_t> options, const SelectionPlan& plan)
      : runs_(runs),
        plan_(plan),
        options_(options.begin(), options.end()),
        left_(options_.size()),
        sums_(options_.size(), 0.0),
        compared_(options_.size(), 0) {
    std::iota(left_.begin(), left_.end(), std::size_t{0});
  }

  Selected held() {
    while (left_.size() > 1 && next_ < plan_.budget && is_going_on_) {
      take_one_run();
    }
    return result();
  }

 private:
  void take_one_run() {
    if (next_ == made_) {
      made_ = std::min(plan_.budget, next_ + (next_ == 0 ? plan_.first_runs : plan_.batch));
      std::vector<std::size_t> wanted;
      for (const std::size_t i : left_) {
        wanted.push_back(options_[i]);
      }
      is_going_on_ = runs_.make(wanted, next_, made_);
      if (!is_going_on_) {
        return;
      }
    }
    const std::size_t run = next_++;
    std::vector<double> values(options_.size());
    for (const std::size_t i : left_) {
      values[i] = runs_.value(options_[i], run);
      if (std::isnan(values[i])) {
        ++without_value_;
        return;
      }
    }
    for (const std::size_t i : left_) {
      sums_[i] += values[i];
      ++compared_[i];
    }
    if (++taken_ <= plan_.first_runs) {
      first_.push_back(values);
    }
    if (taken_ == plan_.first_runs) {
      measure_spread();
    }
    if (taken_ >= plan_.first_runs) {
      drop_out();
    }
  }

  // h^2 S^2 of each pair, in Kim and Nelson's notation with c = 1.
  void measure_spread() {
    const auto n = static_cast<double>(plan_.first_runs);
    const double others = static_cast<double>(options_.size()) - 1;
    const double eta = 0.5 * (std::pow(2 * (1 - plan_.confidence) / others, -2 / (n - 1)) - 1);
    const double h_squared = 2 * eta * (n - 1);
    spread_.assign(options_.size(), std::vector<double>(options_.size(), 0.0));
    for (std::size_t i = 0; i < options_.size(); ++i) {
      for (std::size_t l = i + 1; l < options_.size(); ++l) {
        double mean = 0;
        double squares = 0;
        for (std::size_t r = 0; r < first_.size(); ++r) {
          const double difference = first_[r][i] - first_[r][l];
          const double before = difference - mean;
          mean += before / static_cast<double>(r + 1);
          squares += before * (difference - mean);
        }
        spread_[i][l] = spread_[l][i] = h_squared * squares / (n - 1);
      }
    }
  }

  double lead_allowed(std::size_t i, std::size_t l) const {
    const double delta = plan_.indifference;
    const double d = spread_[i][l] / (delta * delta) - static_cast<double>(taken_);
    return std::max(0.0, delta / 2 * d);
  }

  void drop_out() {
    std::vector<std::size_t> stay;
    for (const std::size_t i : left_) {
      const bool is_near_all = std::ranges::all_of(left_, [&](std::size_t l) {
        return l == i || sums_[i] >= sums_[l] - lead_allowed(i, l);
      });
      if (is_near_all) {
        stay.push_back(i);
      }
    }
    // Nobody has any lead left to make up: the highest sum wins, and of equal ones the first.
    const bool is_over = std::ranges::all_of(stay, [&](std::size_t i) {
      return std::ranges::all_of(stay,
                                 [&](std::size_t l) { return l == i || lead_allowed(i, l) == 0; });
    });
    left_ = is_over ? std::vector<std::size_t>{*std::ranges::max_element(
                          stay, {}, [&](std::size_t i) { return sums_[i]; })}
                    : stay;
  }

  Selected result() {
    Selected selected;
    std::ranges::stable_sort(left_, std::ranges::greater(),
                             [&](std::size_t i) { return sums_[i]; });
    for (const std::size_t i : left_) {
      selected.left.push_back(options_[i]);
    }
    selected.runs = compared_;
    selected.without_value = without_value_;
    selected.is_decided = left_.size() == 1;
    selected.is_complete = is_going_on_;
    return selected;
  }

  OptionRuns& runs_;
  const SelectionPlan& plan_;
  std::vector<std::size_t> options_;
  std::vector<std::size_t> left_;  // places in options_
  std::vector<double> sums_;
  std::vector<std::size_t> compared_;
  std::vector<std::vector<double>> first_;   // of each of the first runs, by option
  std::vector<std::vector<double>> spread_;  // of each pair
  std::size_t next_ = 0;
  std::size_t made_ = 0;
  std::size_t taken_ = 0;
  std::size_t without_value_ = 0;
  bool is_going_on_ = true;
};

}  // namespace

Selected select_best(OptionRuns& runs, std::span<const std::size_t> options,
                     const SelectionPlan& plan) {
  expects(!options.empty() && plan.indifference > 0 && plan.first_runs >= 2 && plan.batch > 0,
          "a selection has options, a difference that matters and some runs to begin with");
  return Contest(runs, options, plan).held();
}

}  // namespace stepdown
