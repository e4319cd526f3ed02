#pragma once

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define STEPDOWN_TELLS_ORDER
#include <sanitizer/tsan_interface.h>
#endif
#endif

namespace stepdown {

/// An order between threads that the thread sanitizer cannot see, because the library that keeps it
/// is built without: what a thread did before `done` is done for whoever comes through `after`. In
/// all other builds both are nothing.
class ToldOrder {
 public:
#ifdef STEPDOWN_TELLS_ORDER
  void done() { __tsan_release(&place_); }
  void after() { __tsan_acquire(&place_); }

 private:
  char place_ = 0;
#else
  void done() {}
  void after() {}
#endif
};

}  // namespace stepdown
