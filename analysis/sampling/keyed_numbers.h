#pragma once

#include <cstddef>
#include <cstdint>

namespace stepdown {

/// Numbers of chance that are pure functions of a key and of where they are asked for (row and
/// column), so that nothing depends on the order in which they are taken. For resampling and for
/// draws of estimates; families have a luck of their own.
class KeyedNumbers {
 public:
  explicit constexpr KeyedNumbers(std::uint64_t key) : key_(key) {}

  /// In the open interval from 0 to 1.
  double uniform(std::uint32_t row, std::uint32_t column) const;
  double standard_normal(std::uint32_t row, std::uint32_t column) const;
  /// From 0 up to and without `count`, each equally likely.
  std::size_t index(std::size_t count, std::uint32_t row, std::uint32_t column) const;

 private:
  std::uint64_t key_;
};

}  // namespace stepdown
