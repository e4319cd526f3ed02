#include <algorithm>
#include <vector>

#include "model/outcomes/observers/caseload_outcomes.h"
#include "model/outcomes/observers/childhood_outcomes.h"
#include "model/outcomes/observers/cost_outcomes.h"
#include "model/outcomes/observers/divided_outcomes.h"
#include "model/outcomes/observers/duration_outcomes.h"
#include "model/outcomes/observers/engagement_outcomes.h"
#include "model/outcomes/observers/family_return_outcomes.h"
#include "model/outcomes/observers/laboratory_outcomes.h"
#include "model/outcomes/observers/lateness_outcomes.h"
#include "model/outcomes/observers/need_outcomes.h"
#include "model/outcomes/observers/noticing_outcomes.h"
#include "model/outcomes/observers/protection_outcomes.h"
#include "model/outcomes/observers/referral_outcomes.h"
#include "model/outcomes/observers/return_outcomes.h"
#include "model/outcomes/observers/tier_flow_outcomes.h"
#include "model/outcomes/observers/tier_outcomes.h"
#include "model/outcomes/observers/waiting_outcomes.h"
#include "model/outcomes/observers/workforce_outcomes.h"
#include "model/outcomes/observers/year_flow_outcomes.h"
#include "model/outcomes/outcome_observer.h"
#include "model/outcomes/outcomes.h"

namespace stepdown {

std::span<const OutcomeKind> outcome_kinds() {
  static const std::vector<OutcomeKind> kinds = {
      need_outcomes(),       lateness_outcomes(),  waiting_outcomes(),    noticing_outcomes(),
      engagement_outcomes(), referral_outcomes(),  return_outcomes(),     family_return_outcomes(),
      caseload_outcomes(),   workforce_outcomes(), protection_outcomes(), duration_outcomes(),
      childhood_outcomes(),  tier_outcomes(),      cost_outcomes(),       laboratory_outcomes(),
      fifth_outcomes(),      stage_outcomes(),     tier_flow_outcomes(),  year_flow_outcomes()};
  return kinds;
}

std::span<const Measure> outcome_registry() {
  static const std::vector<Measure> all = [] {
    std::vector<Measure> measures;
    for (const OutcomeKind& kind : outcome_kinds()) {
      measures.insert(measures.end(), kind.run_measures.begin(), kind.run_measures.end());
    }
    for (const OutcomeKind& kind : outcome_kinds()) {
      measures.insert(measures.end(), kind.monthly_measures.begin(), kind.monthly_measures.end());
    }
    return measures;
  }();
  return all;
}

std::span<const Measure> run_measures() {
  static const auto count = std::ranges::count(outcome_registry(), false, &Measure::monthly);
  return outcome_registry().first(static_cast<std::size_t>(count));
}

std::span<const Measure> monthly_measures() {
  return outcome_registry().subspan(run_measures().size());
}

}  // namespace stepdown
