#pragma once

#include <ctime>

namespace stepdown {

/// Seconds that this thread has had a processor: less disturbed by other programs than a clock on
/// the wall.
inline double cpu_seconds() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

template <typename Act>
double cpu_seconds_of(Act&& act) {
  const double begin = cpu_seconds();
  act();
  return cpu_seconds() - begin;
}

}  // namespace stepdown
