#include "model/outcomes/observers/waiting_outcomes.h"

#include <algorithm>
#include <array>

#include "model/outcomes/nearest_rank.h"
#include "model/outcomes/unallocated_families.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"waiting_community_early_help_mean", "families", "Mean list for community-based early help",
     MeasureGroup::waiting, false},
    {"waiting_community_early_help_peak", "families", "Longest list for community-based early help",
     MeasureGroup::waiting, false},
    {"waiting_community_early_help_median_days", "days",
     "Median wait for community-based early help, of those who start", MeasureGroup::waiting,
     false},
    {"waiting_community_early_help_p90_days", "days",
     "Wait for community-based early help that one in ten exceeds", MeasureGroup::waiting, false},
    {"waiting_community_early_help_dropped_out", "%",
     "Families who gave up waiting for community-based early help", MeasureGroup::waiting, false},
    {"waiting_targeted_early_help_mean", "families", "Mean list for targeted early help",
     MeasureGroup::waiting, false},
    {"waiting_targeted_early_help_peak", "families", "Longest list for targeted early help",
     MeasureGroup::waiting, false},
    {"waiting_targeted_early_help_median_days", "days",
     "Median wait for targeted early help, of those who start", MeasureGroup::waiting, false},
    {"waiting_targeted_early_help_p90_days", "days",
     "Wait for targeted early help that one in ten exceeds", MeasureGroup::waiting, false},
    {"waiting_targeted_early_help_dropped_out", "%",
     "Families who gave up waiting for targeted early help", MeasureGroup::waiting, false},
};

constexpr Measure monthly_table[] = {
    {"month_waiting_community_early_help", "families",
     "Families on the list for community-based early help at the end of the month",
     MeasureGroup::waiting, true},
    {"month_waiting_targeted_early_help", "families",
     "Families on the list for targeted early help at the end of the month", MeasureGroup::waiting,
     true},
};

constexpr std::size_t targeted = 1;

class WaitingObserver : public OutcomeObserver {
 public:
  explicit WaitingObserver(const HorizonFacts& facts) : end_(facts.end), unallocated_(facts.day_0) {
    for (std::size_t list = 0; list < lists_.size(); ++list) {
      lists_[list].at_start = facts.day_0.waiting_integral(list);
    }
  }

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::waiting_started, HappeningKind::waiting_ended,
            HappeningKind::unallocated_started, HappeningKind::unallocated_ended};
  }

  void saw(const Happening& happening, const Authority& authority) override {
    if (std::ranges::find(UnallocatedFamilies::wants, happening.kind) !=
        UnallocatedFamilies::wants.end()) {
      unallocated_.saw(happening, authority);
      return;
    }
    List& list = lists_[row_of(happening.tier) - 1];
    const std::int64_t length = length_of(authority, row_of(happening.tier) - 1);
    const bool started = happening.kind == HappeningKind::waiting_started;
    // Whoever gets a place on day 0 itself gets it by the policy, and waited before it.
    if (started || (happening.day > 0.0 && happening.days > 0.0)) {
      list.peak = std::max(list.peak, length + (started ? 0 : 1));
    }
    if (started) {
      return;
    }
    if (happening.reason == ClosingReason::none) {
      list.waits.push_back(happening.days);
    } else if (happening.reason == ClosingReason::dropped_out) {
      list.dropped_out += 1.0;
    }
  }

  void month_ended(const Authority& authority, std::size_t) override {
    for (std::size_t row = 0; row < lists_.size(); ++row) {
      const std::int64_t length = length_of(authority, row);
      lists_[row].peak = std::max(lists_[row].peak, length);
      monthly_.push_back(static_cast<double>(length));
    }
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    std::vector<double> values;
    for (std::size_t row = 0; row < lists_.size(); ++row) {
      const List& list = lists_[row];
      const auto started = static_cast<double>(list.waits.size());
      const double others =
          row == targeted ? UnallocatedFamilies(unallocated_).on_early_help_list(at_end).integral()
                          : 0.0;
      values.push_back((at_end.waiting_integral(row) - list.at_start - others) / end_);
      values.push_back(static_cast<double>(list.peak));
      values.push_back(nearest_rank(list.waits, 0.5));
      values.push_back(nearest_rank(list.waits, 0.9));
      values.push_back(percentage(list.dropped_out, list.dropped_out + started));
    }
    return values;
  }

  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  struct List {
    double at_start = 0.0;
    std::int64_t peak = 0;
    std::vector<double> waits;
    double dropped_out = 0.0;
  };

  /// Families who wait for early help and for nothing else.
  std::int64_t length_of(const Authority& authority, std::size_t list) {
    return authority.waiting_for(list) -
           (list == targeted ? unallocated_.on_early_help_list(authority).count() : 0);
  }

  double end_;
  UnallocatedFamilies unallocated_;
  std::array<List, 2> lists_;
  std::vector<double> monthly_;
};

}  // namespace

OutcomeKind waiting_outcomes() {
  return {run_table, monthly_table,
          [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<WaitingObserver>(facts);
          }};
}

}  // namespace stepdown
