#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "calibration/local/child_record.h"
#include "calibration/local/day.h"
#include "calibration/local/quality_log.h"

namespace stepdown {

/// What becomes of cases and plans that one return leaves open and the next does not hold. A return
/// holds whatever was open at any time in its year, so such a case was closed late or entered anew
/// with another date: carried on it would stay open for ever. Where the next return has one that
/// began by then or soon after, and that the earlier did not know, it is the same one with its date
/// put right, and the earlier row goes; else it ended on the earlier return's last day.
class OpenCases {
 public:
  explicit OpenCases(Day last_day_before) : last_day_(last_day_before) {}

  /// Before a child takes in what the next return says of it: nothing where it is not in it.
  void settle(ChildRecord& child, const ChildRecord& next);

  /// Counts in `log` what was open and is in the next return no more.
  void tell(QualityLog& log) const;
  /// Whether most cases ended so, which they do not do by themselves.
  bool have_mostly_vanished() const;

 private:
  template <typename Row>
  void settle_rows(std::vector<Row>& rows, const std::vector<Row>& next, RecordKind kind);
  void settle_episodes(ChildRecord& child, const ChildRecord& next);

  Day last_day_;
  std::int64_t open_ = 0;      // cases
  std::int64_t vanished_ = 0;  // of these, with nothing in their place
  std::array<std::int64_t, record_kinds> not_in_next_{};
};

}  // namespace stepdown
