#pragma once

#include <array>
#include <string_view>

#include "model/outcomes/outcomes.h"

namespace stepdown {

/// The groups in which measures are shown, in this order.
inline constexpr std::array all_measure_groups = {
    MeasureGroup::need,       MeasureGroup::lateness, MeasureGroup::returning,
    MeasureGroup::escalation, MeasureGroup::waiting,  MeasureGroup::caseload,
    MeasureGroup::flows,      MeasureGroup::stocks,   MeasureGroup::cost,
    MeasureGroup::laboratory};

/// What a group is headed with in tables.
std::string_view heading_of(MeasureGroup group);

}  // namespace stepdown
