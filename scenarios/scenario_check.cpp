#include "scenarios/scenario_check.h"

#include <utility>

#include "scenarios/capacity_check.h"
#include "scenarios/closure_check.h"
#include "scenarios/idle_check.h"
#include "scenarios/settings_together.h"
#include "scenarios/share_check.h"
#include "scenarios/threshold_check.h"
#include "scenarios/timing_check.h"

namespace stepdown {

std::vector<Problem> check_together(const Layers& layers,
                                    const std::vector<ObservedFigure>& observed) {
  SettingsTogether settings(layers);
  check_closures(settings);
  check_shares(settings);
  check_thresholds(settings);
  check_timing(settings);
  check_capacity(settings, observed);
  check_idle(settings);
  return std::move(settings).problems();
}

std::vector<Problem> check_place(const GivenSettings& facts) {
  Layers layers;
  layers.add(facts);
  SettingsTogether settings(layers);
  check_shares(settings);
  return std::move(settings).problems();
}

}  // namespace stepdown
