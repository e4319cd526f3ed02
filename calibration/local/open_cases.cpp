#include "calibration/local/open_cases.h"

#include <algorithm>
#include <utility>

namespace stepdown {
namespace {

// By which a date put right may be later than the day on which it was thought to be open.
constexpr std::chrono::days soon{14};

constexpr std::int64_t fewest_cases = 20;  // of which it can be said that most vanished

Day start_of(const Referral& row) { return row.on; }
Day start_of(const auto& row) { return row.from; }

bool is_there(const auto& rows, Day start) {
  return std::ranges::any_of(rows, [start](const auto& row) { return start_of(row) == start; });
}

/// Whether the next return has a row in the place of one that began on that day.
bool is_entered_anew(Day start, const auto& known, const auto& next, Day last_day) {
  return std::ranges::any_of(next, [&](const auto& row) {
    const Day day = start_of(row);
    return !is_there(known, day) && (day <= last_day || day <= start + soon);
  });
}

}  // namespace

template <typename Row>
void OpenCases::settle_rows(std::vector<Row>& rows, const std::vector<Row>& next, RecordKind kind) {
  std::vector<Row> kept;
  for (Row row : rows) {
    const bool is_gone = !row.to && !is_there(next, row.from);
    if (is_gone) {
      ++not_in_next_[static_cast<std::size_t>(kind)];
      row.to = std::max(row.from, last_day_);
    }
    if (!is_gone || !is_entered_anew(row.from, rows, next, last_day_)) {
      kept.push_back(row);
    }
  }
  rows = std::move(kept);
}

/// A case is there when its referral is: it may have turned out to be without further action, and
/// then it is no episode of need. One that is entered anew takes its old referral with it.
void OpenCases::settle_episodes(ChildRecord& child, const ChildRecord& next) {
  const std::vector<Referral> known = child.referrals;
  std::vector<Episode> kept;
  for (Episode episode : child.episodes) {
    open_ += episode.to ? 0 : 1;
    if (episode.to || is_there(next.episodes, episode.from)) {
      kept.push_back(episode);
    } else if (!is_there(next.referrals, episode.from)) {
      ++not_in_next_[static_cast<std::size_t>(RecordKind::episode)];
      if (is_entered_anew(episode.from, known, next.referrals, last_day_)) {
        std::erase_if(child.referrals,
                      [&](const Referral& referral) { return referral.on == episode.from; });
      } else {
        ++vanished_;
        episode.to = std::max(episode.from, last_day_);
        kept.push_back(episode);
      }
    }
  }
  child.episodes = std::move(kept);
}

void OpenCases::settle(ChildRecord& child, const ChildRecord& next) {
  settle_episodes(child, next);
  settle_rows(child.need_plans, next.need_plans, RecordKind::need_plan);
  settle_rows(child.protection_plans, next.protection_plans, RecordKind::protection_plan);
}

void OpenCases::tell(QualityLog& log) const {
  for (std::size_t kind = 0; kind < record_kinds; ++kind) {
    for (std::int64_t i = 0; i < not_in_next_[kind]; ++i) {
      log.note(static_cast<RecordKind>(kind), Gap::vanished_open);
    }
  }
}

bool OpenCases::have_mostly_vanished() const {
  return open_ >= fewest_cases && 2 * vanished_ > open_;
}

}  // namespace stepdown
