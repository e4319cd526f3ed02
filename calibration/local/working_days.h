#pragma once

#include "calibration/local/day.h"

namespace stepdown {

/// Whether an office in England is open on that day: neither weekend nor bank holiday.
bool is_working_day(Day day);

/// Working days after `from` up to and including `to`; 0 where `to` is not later.
int working_days_between(Day from, Day to);

}  // namespace stepdown
