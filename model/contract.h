#pragma once

#include <stdexcept>
#include <string>

namespace stepdown {

/// A promise inside the program was broken: a fault of ours, never of the person's input.
class ContractBroken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Stops a run that has lost its accounts; the ensemble adds the command that repeats it alone.
[[noreturn]] inline void broken(const char* promise) { throw ContractBroken(promise); }

inline void expects(bool holds, const char* promise) {
  if (!holds) [[unlikely]] {
    broken(promise);
  }
}

}  // namespace stepdown
