#pragma once

#include <array>

#include "model/state/case.h"
#include "model/state/family.h"
#include "model/state/neglect_level.h"
#include "model/state/service_tier.h"
#include "model/state/tally.h"

namespace stepdown {

/// How many children are where, with the time they spend there: children at home by level, and
/// children of open cases by where the case stands.
struct Stocks {
  std::array<Tally, neglect_levels> at_level;  // children at home
  Tally severe_without_help;                   // at home, at level 4 or 5, the family without help
  std::array<Tally, service_tiers> helped;     // children of the case; tapering ones included
  std::array<Tally, service_tiers> tapering;   // the part of them whose help is being tapered
  Tally in_assessment;
  Tally unallocated;
  std::array<Tally, service_tiers> waiting;  // children waiting for early help

  /// A family's children at home begin (+1) or cease (-1) to count with the family's present need.
  void count_need(const Family& family, double now, int sign) {
    const int children = sign * count_of(family.at_home);
    at_level[static_cast<std::size_t>(row_of(family.level))].change(now, children);
    if (family.level >= NeglectLevel::four && !family.helped) {
      severe_without_help.change(now, children);
    }
  }

  /// The children of a case begin (+1) or cease (-1) to count where it now stands.
  void count_case(const Case& open, double now, int sign) {
    const int children = sign * count_of(open.children);
    const std::size_t tier = row_of(open.tier);
    switch (open.stage) {
      case CaseStage::none:
        break;
      case CaseStage::waiting:
        waiting[tier].change(now, children);
        break;
      case CaseStage::assessment:
        in_assessment.change(now, children);
        break;
      case CaseStage::unallocated:
        unallocated.change(now, children);
        break;
      case CaseStage::tapering:
        tapering[tier].change(now, children);
        helped[tier].change(now, children);
        break;
      case CaseStage::helped:
        helped[tier].change(now, children);
        break;
    }
  }

  template <typename Visit>
  void each(Visit&& visit) {
    visit(severe_without_help);
    visit(in_assessment);
    visit(unallocated);
    for (auto* group : {&helped, &tapering, &waiting}) {
      for (Tally& tally : *group) {
        visit(tally);
      }
    }
    for (Tally& tally : at_level) {
      visit(tally);
    }
  }
};

}  // namespace stepdown
