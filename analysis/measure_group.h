#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/outcomes/outcomes.h"

namespace stepdown {

/// The groups in which measures are shown, in this order.
inline constexpr std::array all_measure_groups = {
    MeasureGroup::need,       MeasureGroup::lateness,     MeasureGroup::returning,
    MeasureGroup::escalation, MeasureGroup::waiting,      MeasureGroup::noticing,
    MeasureGroup::engagement, MeasureGroup::caseload,     MeasureGroup::workforce,
    MeasureGroup::flows,      MeasureGroup::stocks,       MeasureGroup::cost,
    MeasureGroup::laboratory, MeasureGroup::fifths,       MeasureGroup::stages,
    MeasureGroup::tier_flows, MeasureGroup::return_curves};

/// A group that tells the same once more in parts: tables show it to those who ask for `word`.
struct GroupOnRequest {
  std::string_view word;
  MeasureGroup group;
};

inline constexpr std::array groups_on_request = {
    GroupOnRequest{"fifth", MeasureGroup::fifths}, GroupOnRequest{"stage", MeasureGroup::stages},
    GroupOnRequest{"tier", MeasureGroup::tier_flows},
    GroupOnRequest{"closing", MeasureGroup::return_curves}};

/// The groups of a table in their order: the usual ones and those that were asked for.
std::vector<MeasureGroup> groups_shown(std::span<const std::string> words = {});

/// What a group is headed with in tables.
std::string_view heading_of(MeasureGroup group);

}  // namespace stepdown
