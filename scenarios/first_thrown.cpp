#include "scenarios/first_thrown.h"

namespace stepdown {

void FirstThrown::keep(std::size_t number) {
  const std::lock_guard lock(keeping_);
  if (number < lowest_.load()) {
    thrown_ = std::current_exception();
    lowest_.store(number);
  }
}

void FirstThrown::rethrow() const {
  if (thrown_) {
    std::rethrow_exception(thrown_);
  }
}

}  // namespace stepdown
