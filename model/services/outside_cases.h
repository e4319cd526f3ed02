#pragma once

#include <cstdint>
#include <vector>

#include "model/events/event_calendar.h"
#include "model/ids.h"
#include "model/state/tally.h"

namespace stepdown {

/// One child in need for a reason outside this model.
struct OutsideCase {
  std::uint32_t id = nobody;
  WorkerId worker = nobody;
  bool in_need = false;  // assessed and found in need; before that, being assessed
};

/// Open cases whose need is outside this model: they share the front door and the workers.
struct OutsideCases {
  std::vector<OutsideCase> rows;
  std::vector<std::uint32_t> empty;
  EventCalendar calendar;
  std::uint32_t next_id = 0;
  double next_arrival = 0.0;
  Tally open;
};

}  // namespace stepdown
