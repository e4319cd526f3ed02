#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "calibration/local/day.h"

namespace stepdown {

/// What a row of local records is about.
enum class RecordKind : std::uint8_t {
  child,
  contact,
  early_help,
  referral,
  episode,
  assessment,
  enquiry,
  conference,
  need_plan,
  protection_plan,
  looked_after
};
constexpr std::size_t record_kinds = 11;
std::string_view words_for(RecordKind kind);

/// Why a row of local records is not counted.
enum class Rejection : std::uint8_t {
  missing_identifier,
  duplicate,
  missing_date,
  unreadable_date,
  after_the_period,
  dates_out_of_order,
  born_after,
  uneven_row,
  of_rejected_case
};
constexpr std::size_t rejections = 9;
std::string_view words_for(Rejection reason);

/// What a row lacks that is counted all the same.
enum class Gap : std::uint8_t {
  unknown_code,
  missing_code,
  unreadable_birth,
  closed_unexplained,
  vanished_open
};
constexpr std::size_t gaps = 5;
std::string_view words_for(Gap gap);

/// Counts of what was read of local records and what became of it. It knows no row and no child.
class QualityLog {
 public:
  void take(RecordKind kind) { ++taken_[index(kind)]; }
  void reject(RecordKind kind, Rejection reason) {
    ++rejected_[index(kind)][static_cast<std::size_t>(reason)];
  }
  void note(RecordKind kind, Gap gap) { ++noted_[index(kind)][static_cast<std::size_t>(gap)]; }

  std::int64_t taken(RecordKind kind) const { return taken_[index(kind)]; }
  std::int64_t rejected(RecordKind kind, Rejection reason) const {
    return rejected_[index(kind)][static_cast<std::size_t>(reason)];
  }
  std::int64_t rejected(RecordKind kind) const;
  std::int64_t noted(RecordKind kind, Gap gap) const {
    return noted_[index(kind)][static_cast<std::size_t>(gap)];
  }
  std::int64_t read(RecordKind kind) const { return taken(kind) + rejected(kind); }

 private:
  static std::size_t index(RecordKind kind) { return static_cast<std::size_t>(kind); }

  std::array<std::int64_t, record_kinds> taken_{};
  std::array<std::array<std::int64_t, rejections>, record_kinds> rejected_{};
  std::array<std::array<std::int64_t, gaps>, record_kinds> noted_{};
};

/// A row on its way in: its dates are read and held against one another, and the first thing that
/// is wrong decides why it is rejected.
class RowCheck {
 public:
  RowCheck(QualityLog& log, RecordKind kind, Day last_day)
      : log_(log), kind_(kind), last_day_(last_day) {}

  /// A date without which the row is nothing.
  std::optional<Day> needed(std::string_view text);
  /// A date that may be absent.
  std::optional<Day> optional(std::string_view text);
  /// The end of what lasts: none while it goes on, as it did on the last day if it ended later.
  std::optional<Day> end(std::string_view text);
  void in_order(std::optional<Day> first, std::optional<Day> then);
  /// A child may be known before it is born, but not long before.
  void near_birth(std::optional<Day> birth, std::optional<Day> at);
  void refuse(Rejection reason) { wrong_ = wrong_ ? wrong_ : std::optional(reason); }
  bool is_sound() const { return !wrong_; }

  /// Counts the row as taken or rejected.
  bool settle();

 private:
  std::optional<Day> read(std::string_view text);

  QualityLog& log_;
  RecordKind kind_;
  Day last_day_;
  std::optional<Rejection> wrong_;
};

}  // namespace stepdown
