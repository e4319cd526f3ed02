#include "model/outcomes/observers/tier_flow_outcomes.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "model/outcomes/by_slot.h"
#include "model/time.h"

namespace stepdown {
namespace {

#define STEPDOWN_FLOWS(from, words)                                                               \
  {"flow_" from "_to_community", "children a year",                                               \
   "Children who come to community-based early help from " words, MeasureGroup::tier_flows,       \
   false},                                                                                        \
      {"flow_" from "_to_targeted", "children a year",                                            \
       "Children who come to targeted early help from " words, MeasureGroup::tier_flows, false},  \
      {"flow_" from "_to_in_need", "children a year",                                             \
       "Children who come to a child in need plan from " words, MeasureGroup::tier_flows, false}, \
      {"flow_" from "_to_protection", "children a year",                                          \
       "Children who come to a protection plan from " words, MeasureGroup::tier_flows, false},    \
  {                                                                                               \
    "flow_" from "_to_care", "children a year",                                                   \
        "Children who come to be looked after from " words, MeasureGroup::tier_flows, false       \
  }

constexpr Measure run_table[] = {
    STEPDOWN_FLOWS("universal", "universal services: never helped, or not in the last 12 months"),
    STEPDOWN_FLOWS("community", "community-based early help in the last 12 months"),
    STEPDOWN_FLOWS("targeted", "targeted early help in the last 12 months"),
    STEPDOWN_FLOWS("in_need", "a child in need plan in the last 12 months"),
    STEPDOWN_FLOWS("protection", "a protection plan in the last 12 months"),
    {"flow_care_to_home", "children a year", "Children who return home from being looked after",
     MeasureGroup::tier_flows, false},
};

#undef STEPDOWN_FLOWS

constexpr std::size_t tiers_at_home = service_tiers - 1;

/// What a family had by the team that last helped it. Of social workers' help nothing more is known
/// than that.
ServiceTier tier_of_team(std::uint8_t team) {
  return team == 0   ? ServiceTier::community_early_help
         : team == 1 ? ServiceTier::targeted_early_help
                     : ServiceTier::child_in_need;
}

/// Of families whose help began in the horizon or before it: what they had last is what they come
/// from, unless it is more than 12 months ago.
class TierFlowObserver : public OutcomeObserver {
 public:
  explicit TierFlowObserver(const HorizonFacts& facts)
      : years_(facts.years), last_(facts.day_0.families.slots()) {
    for (FamilySlot slot = 0; slot < facts.day_0.families.slots(); ++slot) {
      if (const Case& open = facts.day_0.families.case_of(slot); open.gets_help()) {
        last_[slot].tier = open.tier;
        last_[slot].since = static_cast<float>(open.opened);
      } else if (const Record& known = facts.day_0.families.known(slot);
                 known.last_closing > -Record::not_yet) {
        last_[slot].tier = tier_of_team(known.last_team);
      }
    }
  }

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::help_started, HappeningKind::help_ended, HappeningKind::family_left};
  }

  const RowsBySlot* memory() const override { return &last_; }

  void saw(const Happening& happening, const Authority& authority) override {
    switch (happening.kind) {
      case HappeningKind::help_started:
        help_started(happening, authority.families.known(happening.slot));
        break;
      case HappeningKind::help_ended:
        if (happening.reason == ClosingReason::returned_home) {
          home_ += happening.children;
          last_[happening.slot].came_home = happening.day;
        }
        break;
      default:
        if (authority.families.has_record(happening.slot)) {
          last_.forget(happening.slot);
        }
        break;
    }
  }

  std::vector<double> run_values(const Authority&) const override {
    std::vector<double> values;
    for (const auto& from : flows_) {
      for (const double children : from) {
        values.push_back(children / years_);
      }
    }
    values.push_back(home_ / years_);
    return values;
  }

 private:
  struct Help {
    ServiceTier tier = ServiceTier::universal;
    ServiceTier before = ServiceTier::universal;
    float since = -Record::not_yet;
    double came_home = -1.0;  // day
  };

  /// Siblings who start together come from the same help, and may start on different tiers.
  void help_started(const Happening& start, const Record& known) {
    Help& last = last_[start.slot];
    const auto today = static_cast<float>(start.day);
    const bool together = last.since == today;
    const ServiceTier from = together ? last.before : tier_of_late(last, known, start.day);
    if (last.came_home != start.day) {
      flows_[row_of(from)][row_of(start.tier) - 1] += start.children;
    }
    if (start.tier != ServiceTier::looked_after) {
      last.tier = together ? std::max(last.tier, start.tier) : start.tier;
      last.before = from;
      last.since = today;
    }
  }

  static ServiceTier tier_of_late(const Help& last, const Record& known, double day) {
    const bool goes_on = last.since > known.last_closing;
    const bool lately = day - static_cast<double>(known.last_closing) <= days_per_year;
    return goes_on || lately ? last.tier : ServiceTier::universal;
  }

  double years_;
  BySlot<Help> last_;
  std::array<std::array<double, service_tiers - 1>, tiers_at_home> flows_{};
  double home_ = 0.0;
};

}  // namespace

OutcomeKind tier_flow_outcomes() {
  return {run_table, {}, [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<TierFlowObserver>(facts);
          }};
}

}  // namespace stepdown
