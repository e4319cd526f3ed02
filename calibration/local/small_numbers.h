#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

/// Which counts of children may leave the building. A count from 1 to under the threshold is not
/// told, nor is what it could be found from by subtraction.
class SmallNumbers {
 public:
  /// A threshold of 1 hides nothing.
  explicit SmallNumbers(std::int64_t threshold) : threshold_(threshold) {}

  std::int64_t threshold() const { return threshold_; }
  bool hides(std::int64_t count) const { return count > 0 && count < threshold_; }

  /// Of parts that make up a total that is told: which of them to hide. The hidden ones together
  /// are at least two and at least the threshold, so that the total gives none of them away; where
  /// that cannot be had, all are hidden and the total must be hidden too.
  struct Hidden {
    std::vector<bool> parts;
    bool total = false;
  };
  Hidden hidden(std::span<const std::int64_t> parts) const;

  /// Whether a share can be told: neither those in it nor those outside of it are few.
  bool tells_share(std::int64_t part, std::int64_t whole) const;

  /// Of bands from short to long, of which the shares up to each end are told: which ends can be,
  /// so that neither what lies between two of them nor what lies beyond the last is few.
  std::vector<bool> told_ends(std::span<const std::int64_t> bands) const;

  /// The step, in per cent points, to which a share of so many is told beside counts to the nearest
  /// ten, so that it does not say more than they do: what one of them moves it by, and at least 1.
  /// 0 where nothing is hidden.
  double share_grain(std::int64_t whole) const;

  /// A number that needs no exactness, to the nearest ten; and as a person reads it.
  double near(std::int64_t count) const;
  std::string about(std::int64_t count) const;

 private:
  std::int64_t threshold_;
};

/// What stands in the place of a count that is not told, as in the Department's tables.
constexpr std::string_view suppressed = "c";

}  // namespace stepdown
