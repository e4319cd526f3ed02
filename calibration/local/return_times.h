#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace stepdown {

/// A share with the 95% interval that chance alone gives it.
struct ShareBack {
  double share = 0;  // of 1
  double low = 0;
  double high = 0;
  std::int64_t back = 0;      // until then
  std::int64_t followed = 0;  // still followed, and not back
};

/// How long after something children were referred again, as counts by day: kept of many, with
/// nobody in particular among them. Those who are not followed to the end count for as long as they
/// are (Kaplan and Meier 1958; the interval by Greenwood's formula on the double logarithm).
class ReturnTimes {
 public:
  static constexpr int longest_months = 24;

  void add_back(int days_after);
  void add_lost(int days_after);

  std::int64_t all() const { return all_; }
  /// Nothing when nobody was followed so long.
  std::optional<ShareBack> within_days(int days) const;
  std::optional<ShareBack> within_months(int months) const;

 private:
  // Days 0 to 730, and whatever comes after.
  static constexpr int longest = 731;
  std::array<std::int64_t, longest + 1> back_{};
  std::array<std::int64_t, longest + 1> lost_{};
  std::int64_t all_ = 0;
};

}  // namespace stepdown
