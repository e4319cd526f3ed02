#pragma once

#include <cstdint>
#include <vector>

#include "model/events/event_calendar.h"
#include "model/ids.h"
#include "model/state/tally.h"

namespace stepdown {

/// Where a child stands whose need is outside this model.
enum class OutsideStage : std::uint8_t { assessment, in_need, in_care };

/// One child in need, or in care, for a reason outside this model.
struct OutsideCase {
  std::uint32_t id = nobody;
  WorkerId worker = nobody;
  double since = 0.0;
  OutsideStage stage = OutsideStage::assessment;
  bool has_plan = false;  // a child in need plan held by a social worker
};

/// Open cases whose need is outside this model: they share the front door and the workers.
struct OutsideCases {
  std::vector<OutsideCase> rows;
  std::vector<std::uint32_t> empty;
  EventCalendar calendar;
  std::uint32_t next_id = 0;
  std::uint32_t next_care_id = 0;
  double next_arrival = 0.0;
  double next_care_arrival = 0.0;
  Tally open;
  Tally with_plan;
  Tally in_care;
};

}  // namespace stepdown
