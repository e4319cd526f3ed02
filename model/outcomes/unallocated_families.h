#pragma once

#include <array>
#include <cstdint>

#include "model/outcomes/observer.h"
#include "model/state/tally.h"

namespace stepdown {

/// Families with a child in need and without a worker. Under Family Help they wait on the list of
/// targeted early help, which therefore has to be told apart.
class UnallocatedFamilies {
 public:
  static constexpr std::array wants = {HappeningKind::unallocated_started,
                                       HappeningKind::unallocated_ended};

  explicit UnallocatedFamilies(const Authority& day_0) : count_(day_0.unallocated.length()) {}

  /// Only of the kinds it wants.
  void saw(const Happening& happening, const Authority& authority) {
    follow(authority);
    const int by = happening.kind == HappeningKind::unallocated_started ? +1 : -1;
    count_ += by;
    if (authority.merged) {
      on_early_help_list_.change(happening.day, by);
    }
  }

  std::int64_t count() const { return count_; }

  /// Of them on the list of targeted early help, now and in families times days.
  const Tally& on_early_help_list(const Authority& authority) {
    follow(authority);
    on_early_help_list_.settle(authority.now);
    return on_early_help_list_;
  }

 private:
  /// On the day of the change to Family Help they join the list, which nobody is told of.
  void follow(const Authority& authority) {
    if (authority.merged && !merged_) {
      merged_ = true;
      on_early_help_list_.change(authority.merged_since, count_);
    }
  }

  std::int64_t count_;
  bool merged_ = false;
  Tally on_early_help_list_;
};

}  // namespace stepdown
