#include "model/outcomes/observers/engagement_outcomes.h"

namespace stepdown {
namespace {

constexpr Measure run_table[] = {
    {"early_help_refused", "%", "Families offered early help who refuse it",
     MeasureGroup::engagement, false},
    {"early_help_given_up", "%",
     "Families who seek a place in early help and give up before it starts",
     MeasureGroup::engagement, false},
    {"early_help_ended_as_planned", "%",
     "Early help that ends by its closing policy, of all that ends while the family lives here",
     MeasureGroup::engagement, false},
    {"early_help_left_early", "%",
     "Early help that the family leaves by itself or at a change of worker",
     MeasureGroup::engagement, false},
    {"early_help_stepped_up", "%", "Early help that ends in another tier above it",
     MeasureGroup::engagement, false},
};

/// In families. Who gave up is known when the wait is over, which may be at once.
class EngagementObserver : public OutcomeObserver {
 public:
  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::offer_declined, HappeningKind::offer_accepted,
            HappeningKind::waiting_ended, HappeningKind::help_ended};
  }

  void saw(const Happening& happening, const Authority&) override {
    if (!is_early_help(happening.tier)) {
      return;
    }
    switch (happening.kind) {
      case HappeningKind::offer_declined:
        refused_ += 1.0;
        break;
      case HappeningKind::offer_accepted:
        accepted_ += 1.0;
        break;
      case HappeningKind::waiting_ended:
        sought_ += 1.0;
        given_up_ += happening.reason == ClosingReason::dropped_out ? 1.0 : 0.0;
        break;
      default:
        help_ended(happening.reason);
        break;
    }
  }

  std::vector<double> run_values(const Authority&) const override {
    return {percentage(refused_, refused_ + accepted_), percentage(given_up_, sought_),
            percentage(as_planned_, ended_), percentage(left_early_, ended_),
            percentage(stepped_up_, ended_)};
  }

 private:
  void help_ended(ClosingReason reason) {
    switch (reason) {
      case ClosingReason::good_review:
      case ClosingReason::time_limit:
      case ClosingReason::sustained_progress:
      case ClosingReason::taper_completed:
      case ClosingReason::stepped_down:
        as_planned_ += 1.0;
        break;
      case ClosingReason::left_early:
      case ClosingReason::lost_at_handover:
        left_early_ += 1.0;
        break;
      case ClosingReason::stepped_up:
        stepped_up_ += 1.0;
        break;
      case ClosingReason::left_population:
        return;
      default:
        break;
    }
    ended_ += 1.0;
  }

  double refused_ = 0.0;
  double accepted_ = 0.0;
  double sought_ = 0.0;  // a place, also by stepping up
  double given_up_ = 0.0;
  double ended_ = 0.0;
  double as_planned_ = 0.0;
  double left_early_ = 0.0;
  double stepped_up_ = 0.0;
};

}  // namespace

OutcomeKind engagement_outcomes() {
  return {run_table, {}, [](const HorizonFacts&) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<EngagementObserver>();
          }};
}

}  // namespace stepdown
