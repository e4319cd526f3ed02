#include "model/outcomes/observers/laboratory_outcomes.h"

#include <array>
#include <limits>

#include "model/time.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"p_wait", "share", "Laboratory: share of arrivals who wait", MeasureGroup::laboratory, false},
    {"mean_queue", "families", "Laboratory: mean number waiting", MeasureGroup::laboratory, false},
    {"mean_wait", "days", "Laboratory: mean wait of all whose wait ended", MeasureGroup::laboratory,
     false},
    {"p_abandon", "share", "Laboratory: share of arrivals who give up waiting",
     MeasureGroup::laboratory, false},
    {"utilisation", "share", "Laboratory: mean share of places in use", MeasureGroup::laboratory,
     false},
    {"level_occupancy_1", "share", "Laboratory: families at level 1 at the stated time",
     MeasureGroup::laboratory, false},
    {"level_occupancy_2", "share", "Laboratory: families at level 2 at the stated time",
     MeasureGroup::laboratory, false},
    {"level_occupancy_3", "share", "Laboratory: families at level 3 at the stated time",
     MeasureGroup::laboratory, false},
    {"level_occupancy_4", "share", "Laboratory: families at level 4 at the stated time",
     MeasureGroup::laboratory, false},
    {"level_occupancy_5", "share", "Laboratory: families at level 5 at the stated time",
     MeasureGroup::laboratory, false},
};

constexpr ServiceTier service = ServiceTier::targeted_early_help;
constexpr std::size_t team = 1;  // its key workers

class LaboratoryObserver : public OutcomeObserver {
 public:
  explicit LaboratoryObserver(const HorizonFacts& facts)
      : system_(facts.parameters.laboratory.system),
        places_(facts.parameters.laboratory.places),
        read_at_(facts.parameters.laboratory.occupancy_at_years * days_per_year),
        days_(facts.end),
        queue_at_start_(facts.day_0.waiting_integral(team)),
        load_at_start_(facts.day_0.team_of(service).load_integral()) {
    levels_.fill(std::numeric_limits<double>::quiet_NaN());
  }

  std::vector<HappeningKind> wants() const override {
    if (system_ == Laboratory::queue) {
      return {HappeningKind::family_arrived, HappeningKind::waiting_started,
              HappeningKind::waiting_ended};
    }
    return {};
  }

  void saw(const Happening& happening, const Authority&) override {
    switch (happening.kind) {
      case HappeningKind::family_arrived:
        arrivals_ += 1.0;
        break;
      case HappeningKind::waiting_started:
        waited_ += 1.0;
        break;
      default:
        ended_ += 1.0;
        waits_ += happening.days;
        gave_up_ += happening.reason == ClosingReason::dropped_out ? 1.0 : 0.0;
        break;
    }
  }

  double looks_at() const override {
    return system_ == Laboratory::need_only ? read_at_ : Observer::looks_at();
  }

  void look(const Authority& authority) override {
    double all = 0.0;
    for (std::size_t level = 0; level < levels_.size(); ++level) {
      all += static_cast<double>(authority.stocks.children_at(level_at(level)));
    }
    for (std::size_t level = 0; level < levels_.size(); ++level) {
      levels_[level] = static_cast<double>(authority.stocks.children_at(level_at(level))) / all;
    }
  }

  std::vector<double> run_values(const Authority& at_end) const override {
    std::vector<double> values(std::size(run_table), std::numeric_limits<double>::quiet_NaN());
    if (system_ == Laboratory::queue) {
      values[0] = waited_ / arrivals_;
      values[1] = (at_end.waiting_integral(team) - queue_at_start_) / days_;
      values[2] = waits_ / ended_;
      values[3] = gave_up_ / arrivals_;
      values[4] =
          (at_end.team_of(service).load_integral() - load_at_start_) / one_place / days_ / places_;
    } else if (system_ == Laboratory::need_only) {
      for (std::size_t level = 0; level < levels_.size(); ++level) {
        values[5 + level] = levels_[level];
      }
    }
    return values;
  }

 private:
  Laboratory system_;
  double places_;
  double read_at_;
  double days_;
  double queue_at_start_;
  double load_at_start_;
  double arrivals_ = 0.0;
  double waited_ = 0.0;
  double ended_ = 0.0;
  double waits_ = 0.0;
  double gave_up_ = 0.0;
  std::array<double, neglect_levels> levels_{};
};

}  // namespace

OutcomeKind laboratory_outcomes() {
  return {run_table, {}, [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<LaboratoryObserver>(facts);
          }};
}

}  // namespace stepdown
