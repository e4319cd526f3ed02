#pragma once

#include <array>

#include "model/state/case.h"
#include "model/state/family.h"
#include "model/state/neglect_level.h"
#include "model/state/service_tier.h"
#include "model/state/tally.h"

namespace stepdown {

/// Children at home in one area whose youngest sibling there is of one age.
struct ChildrenAtHome {
  std::array<Tally, neglect_levels> at_level;
  Tally severe_without_help;  // at level 4 or 5
};

/// How many children are where, with the time they spend there: children at home by area, stage of
/// the family and level, and children of open cases by where the case stands.
struct Stocks {
  std::array<std::array<ChildrenAtHome, family_stages>, area_fifths> at_home;
  Tally families_helped;
  std::array<Tally, service_tiers> helped;    // children of the case; tapering ones included
  std::array<Tally, service_tiers> tapering;  // the part of them whose help is being tapered
  Tally at_front_door;
  Tally in_early_help_assessment;
  Tally in_assessment;
  Tally unallocated;
  std::array<Tally, service_tiers> waiting;  // children waiting for early help
  Tally never_known;                         // children at home whom no service has dealt with
  Tally never_known_in_need;                 // of these, at level 3 or worse

  /// A family's children at home begin (+1) or cease (-1) to count with the family's present need.
  void count_need(const Family& family, double now, int sign) {
    like(family).at_level[static_cast<std::size_t>(row_of(family.level))].change(
        now, sign * count_of(family.at_home));
    count_unhelped(family, now, sign);
    count_unknown(family, now, sign);
  }

  /// The need of a family that counts comes to stand at another level.
  void move_need(Family& family, NeglectLevel to, double now) {
    ChildrenAtHome& home = like(family);
    const int children = count_of(family.at_home);
    home.at_level[static_cast<std::size_t>(row_of(family.level))].change(now, -children);
    home.at_level[static_cast<std::size_t>(row_of(to))].change(now, children);
    const auto crosses = [&](NeglectLevel level) {
      return (to >= level ? 1 : 0) - (family.level >= level ? 1 : 0);
    };
    if (const int sign = crosses(NeglectLevel::four); sign != 0 && !family.helped) {
      home.severe_without_help.change(now, sign * children);
    }
    if (const int sign = crosses(NeglectLevel::three); sign != 0 && family.record == nobody) {
      never_known_in_need.change(now, sign * children);
    }
    family.level = to;
  }

  // Levels are left alone where only help changes: a policy that changes only help must not split
  // the integral of need at other moments.

  void count_unhelped(const Family& family, double now, int sign) {
    if (family.level >= NeglectLevel::four && !family.helped) {
      like(family).severe_without_help.change(now, sign * count_of(family.at_home));
    }
  }

  void count_unknown(const Family& family, double now, int sign) {
    if (family.record == nobody) {
      never_known.change(now, sign * count_of(family.at_home));
      if (family.level >= NeglectLevel::three) {
        never_known_in_need.change(now, sign * count_of(family.at_home));
      }
    }
  }

  /// The children of a case begin (+1) or cease (-1) to count where it now stands.
  void count_case(const Case& open, double now, int sign) {
    helped[row_of(ServiceTier::looked_after)].change(now, sign * count_of(open.in_care));
    const int children = sign * count_of(open.children);
    const std::size_t tier = row_of(open.tier);
    switch (open.stage) {
      case CaseStage::none:
        break;
      case CaseStage::front_door:
        at_front_door.change(now, children);
        break;
      case CaseStage::early_help_assessment:
        in_early_help_assessment.change(now, children);
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
        [[fallthrough]];
      case CaseStage::helped:
        count_helped(open, now, sign);
        break;
    }
  }

  std::int64_t children_at(NeglectLevel level) const {
    std::int64_t children = 0;
    for (const auto& area : at_home) {
      for (const ChildrenAtHome& stage : area) {
        children += stage.at_level[static_cast<std::size_t>(row_of(level))].count();
      }
    }
    return children;
  }
  std::int64_t severe_children_without_help() const {
    std::int64_t children = 0;
    for (const auto& area : at_home) {
      for (const ChildrenAtHome& stage : area) {
        children += stage.severe_without_help.count();
      }
    }
    return children;
  }
  /// Child-days at home at the level, up to the last settling.
  double days_at(NeglectLevel level) const {
    double days = 0.0;
    for (const auto& area : at_home) {
      for (const ChildrenAtHome& stage : area) {
        days += stage.at_level[static_cast<std::size_t>(row_of(level))].integral();
      }
    }
    return days;
  }
  double severe_days_without_help() const {
    double days = 0.0;
    for (const auto& area : at_home) {
      for (const ChildrenAtHome& stage : area) {
        days += stage.severe_without_help.integral();
      }
    }
    return days;
  }

  template <typename Visit>
  void each(Visit&& visit) {
    for (auto& area : at_home) {
      for (ChildrenAtHome& stage : area) {
        for (Tally& tally : stage.at_level) {
          visit(tally);
        }
        visit(stage.severe_without_help);
      }
    }
    for (auto* group : {&helped, &tapering, &waiting}) {
      for (Tally& tally : *group) {
        visit(tally);
      }
    }
    for (Tally* tally : {&at_front_door, &in_early_help_assessment, &in_assessment, &unallocated,
                         &never_known, &never_known_in_need, &families_helped}) {
      visit(*tally);
    }
  }

 private:
  ChildrenAtHome& like(const Family& family) {
    return at_home[family.area][static_cast<std::size_t>(family.stage)];
  }

  /// Of siblings some may be on a plan; the others of the case are children in need.
  void count_helped(const Case& open, double now, int sign) {
    const int planned = count_of(open.planned);
    const ServiceTier rest =
        open.tier == ServiceTier::child_protection ? ServiceTier::child_in_need : open.tier;
    helped[row_of(ServiceTier::child_protection)].change(now, sign * planned);
    helped[row_of(rest)].change(now, sign * (count_of(open.children) - planned));
  }
};

}  // namespace stepdown
