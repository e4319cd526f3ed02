#include "model/outcomes/observers/duration_outcomes.h"

#include <array>

#include "model/time.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"plans_ended_within_3m", "%", "Protection plans ended: share that lasted 3 months or less",
     MeasureGroup::flows, false},
    {"plans_ended_within_6m", "%", "Protection plans ended: share that lasted 6 months or less",
     MeasureGroup::flows, false},
    {"plans_ended_within_12m", "%", "Protection plans ended: share that lasted 12 months or less",
     MeasureGroup::flows, false},
    {"plans_ended_within_24m", "%", "Protection plans ended: share that lasted 24 months or less",
     MeasureGroup::flows, false},
    {"episodes_ended_within_3m", "%", "Episodes of need ended: share that lasted 3 months or less",
     MeasureGroup::flows, false},
    {"episodes_ended_within_6m", "%", "Episodes of need ended: share that lasted 6 months or less",
     MeasureGroup::flows, false},
    {"episodes_ended_within_12m", "%",
     "Episodes of need ended: share that lasted 12 months or less", MeasureGroup::flows, false},
    {"episodes_ended_within_24m", "%",
     "Episodes of need ended: share that lasted 24 months or less", MeasureGroup::flows, false},
    {"own_episodes_ended_within_3m", "%",
     "Episodes of need ended, outside cases left out: share that lasted 3 months or less",
     MeasureGroup::flows, false},
    {"assessments_in_45_days", "%", "Assessments within 45 working days", MeasureGroup::flows,
     false},
    {"assessments_with_neglect", "%", "Assessments, outside cases included, that record neglect",
     MeasureGroup::flows, false},
};

/// Counts of spells by the official bands.
class Bands {
 public:
  void add(double days, double children) {
    constexpr std::array months = {3.0, 6.0, 12.0, 24.0};
    all_ += children;
    for (std::size_t band = 0; band < within_.size(); ++band) {
      within_[band] += days <= months[band] * days_per_year / 12.0 ? children : 0.0;
    }
  }
  double share(std::size_t band) const { return percentage(within_[band], all_); }

 private:
  std::array<double, 4> within_{};
  double all_ = 0.0;
};

class DurationObserver : public OutcomeObserver {
 public:
  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::plan_ended, HappeningKind::episode_ended, HappeningKind::outside_closed,
            HappeningKind::assessment_ended, HappeningKind::outside_referral};
  }

  void saw(const Happening& happening, const Authority&) override {
    const auto children = static_cast<double>(happening.children);
    switch (happening.kind) {
      case HappeningKind::plan_ended:
        plans_.add(happening.days, children);
        break;
      case HappeningKind::episode_ended:
        own_.add(happening.days, children);
        [[fallthrough]];
      case HappeningKind::outside_closed:
        episodes_.add(happening.days, children);
        break;
      case HappeningKind::assessment_ended:
        assessments_ += children;
        in_time_ += happening.days <= statutory_limit ? children : 0.0;
        neglect_ += happening.repeats == 1 ? children : 0.0;
        break;
      default:
        outside_ += children;
        break;
    }
  }

  std::vector<double> run_values(const Authority&) const override {
    std::vector<double> values;
    for (const Bands* bands : {&plans_, &episodes_}) {
      for (std::size_t band = 0; band < 4; ++band) {
        values.push_back(bands->share(band));
      }
    }
    values.push_back(own_.share(0));
    values.push_back(percentage(in_time_, assessments_));
    values.push_back(percentage(neglect_, assessments_ + outside_));
    return values;
  }

 private:
  static constexpr double statutory_limit = Duration::working_days(45.0).in_days() + 1e-9;

  Bands plans_;
  Bands episodes_;
  Bands own_;
  double assessments_ = 0.0;
  double in_time_ = 0.0;
  double neglect_ = 0.0;
  double outside_ = 0.0;
};

}  // namespace

OutcomeKind duration_outcomes() {
  return {run_table, {}, [](const HorizonFacts&) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<DurationObserver>();
          }};
}

}  // namespace stepdown
