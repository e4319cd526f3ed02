#include "model/outcomes/observers/year_flow_outcomes.h"

#include <array>
#include <limits>

#include "model/outcomes/by_slot.h"

namespace stepdown {
namespace {

#define STEPDOWN_YEAR_FLOW(from, to, from_words, to_words)                            \
  {                                                                                   \
    "year_flow_" from "_to_" to, "children",                                          \
        "Children " to_words " on 31 March who were " from_words " 12 months before", \
        MeasureGroup::tier_flows, true                                                \
  }
#define STEPDOWN_YEAR_FLOWS(from, words)                                         \
  STEPDOWN_YEAR_FLOW(from, "community", words, "in community-based early help"), \
      STEPDOWN_YEAR_FLOW(from, "targeted", words, "in targeted early help"),     \
      STEPDOWN_YEAR_FLOW(from, "in_need", words, "on a child in need plan"),     \
      STEPDOWN_YEAR_FLOW(from, "protection", words, "on a protection plan"),     \
      STEPDOWN_YEAR_FLOW(from, "care", words, "looked after")
#define STEPDOWN_YEAR_FLOWS_AND_BACK(from, words)                                        \
  STEPDOWN_YEAR_FLOW(from, "universal", words, "without this help, or no longer here,"), \
      STEPDOWN_YEAR_FLOWS(from, words)

constexpr Measure monthly_table[] = {
    STEPDOWN_YEAR_FLOWS("universal", "without this help, or not yet here,"),
    STEPDOWN_YEAR_FLOWS_AND_BACK("community", "in community-based early help"),
    STEPDOWN_YEAR_FLOWS_AND_BACK("targeted", "in targeted early help"),
    STEPDOWN_YEAR_FLOWS_AND_BACK("in_need", "on a child in need plan"),
    STEPDOWN_YEAR_FLOWS_AND_BACK("protection", "on a protection plan"),
    STEPDOWN_YEAR_FLOWS_AND_BACK("care", "looked after"),
};

#undef STEPDOWN_YEAR_FLOWS_AND_BACK
#undef STEPDOWN_YEAR_FLOWS
#undef STEPDOWN_YEAR_FLOW

constexpr std::size_t pairs = service_tiers * service_tiers;

/// Of a family's children in order of birth; universal for those who are not there.
using TiersOfChildren = std::array<ServiceTier, most_children>;

TiersOfChildren tiers_now(const Case& open) {
  TiersOfChildren tiers{};
  // Of siblings some may be on a plan; the others of the case are children in need.
  const ServiceTier rest =
      open.tier == ServiceTier::child_protection ? ServiceTier::child_in_need : open.tier;
  for (std::size_t child = 0; child < most_children; ++child) {
    const auto is_in = [child](ChildSet children) { return (children >> child & 1U) != 0; };
    if (is_in(open.in_care)) {
      tiers[child] = ServiceTier::looked_after;
    } else if (open.gets_help() && is_in(open.planned)) {
      tiers[child] = ServiceTier::child_protection;
    } else if (open.gets_help() && is_in(open.children)) {
      tiers[child] = rest;
    }
  }
  return tiers;
}

/// Looks at every family once a year; in the other months there is no value.
class YearFlowObserver : public OutcomeObserver {
 public:
  explicit YearFlowObserver(const HorizonFacts& facts) : last_year_(facts.day_0.families.slots()) {
    look_at_all(facts.day_0);
  }

  void month_ended(const Authority& authority, std::size_t month) override {
    const bool is_march = month % 12 == 11;
    children_ = {};
    if (is_march) {
      look_at_all(authority);
    }
    for (std::size_t pair = 1; pair < pairs; ++pair) {
      monthly_.push_back(is_march ? children_[pair] : std::numeric_limits<double>::quiet_NaN());
    }
  }

  std::vector<double> run_values(const Authority&) const override { return {}; }
  std::vector<double> monthly_values() const override { return monthly_; }

 private:
  struct Seen {
    FamilyId id = nobody;
    TiersOfChildren tiers{};
  };

  void look_at_all(const Authority& authority) {
    for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
      Seen& seen = last_year_[slot];
      Seen now;
      now.id = authority.families.family(slot).id;
      if (seen.tiers == TiersOfChildren{} && !authority.families.has_case(slot)) {
        seen.id = now.id;  // who stay without help are not told
        continue;
      }
      if (now.id != nobody) {
        now.tiers = tiers_now(authority.families.case_of(slot));
      }
      if (seen.id == now.id) {
        count(seen.tiers, now.tiers);
      } else {
        // Those who lived in the row have left, and others have come.
        count(seen.tiers, {});
        count({}, now.tiers);
      }
      seen = now;
    }
  }

  void count(const TiersOfChildren& before, const TiersOfChildren& now) {
    for (std::size_t child = 0; child < most_children; ++child) {
      children_[row_of(before[child]) * service_tiers + row_of(now[child])] += 1.0;
    }
  }

  BySlot<Seen> last_year_;
  std::array<double, pairs> children_{};  // who stay without help is not told
  std::vector<double> monthly_;
};

}  // namespace

OutcomeKind year_flow_outcomes() {
  return {{}, monthly_table, [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<YearFlowObserver>(facts);
          }};
}

}  // namespace stepdown
