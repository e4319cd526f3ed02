#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <limits>
#include <mutex>

namespace stepdown {

/// What is thrown while several threads work on numbers: the exception of the lowest number is kept
/// until all threads are back, so that the same one ends the work on however many. None passes
/// through the library that keeps the threads: what it does with exceptions no sanitizer sees.
class FirstThrown {
 public:
  bool is_any() const { return lowest_.load() != none; }

  /// Whether the work on this number is in vain, because it threw or one before it did.
  bool is_in_vain(std::size_t number) const { return lowest_.load() <= number; }

  /// Keeps the exception in hand, unless one of a lower number is kept; only where one is caught.
  void keep(std::size_t number);

  /// Throws what is kept, if anything; once no thread keeps any more.
  void rethrow() const;

 private:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  std::mutex keeping_;
  std::atomic<std::size_t> lowest_{none};
  std::exception_ptr thrown_;
};

}  // namespace stepdown
