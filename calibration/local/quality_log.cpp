#include "calibration/local/quality_log.h"

#include <numeric>

namespace stepdown {
namespace {

// In the orders of the enumerations.
constexpr std::array<std::string_view, record_kinds> kinds{"Children",
                                                           "Contacts",
                                                           "Early help assessments",
                                                           "Referrals",
                                                           "Episodes of need",
                                                           "Assessments",
                                                           "Section 47 enquiries",
                                                           "Initial conferences",
                                                           "Child in need plans",
                                                           "Protection plans",
                                                           "Times looked after"};

constexpr std::array<std::string_view, rejections> reasons{"no identifier",
                                                           "given twice",
                                                           "a date is missing",
                                                           "a date that cannot be read",
                                                           "a date after the period",
                                                           "dates in the wrong order",
                                                           "born long after it",
                                                           "more or fewer cells than the header",
                                                           "in a case that was rejected"};

constexpr std::array<std::string_view, gaps> gap_words{
    "a code that is not known", "a code is missing", "a date of birth that cannot be read",
    "closed without a reason", "open in one return and not in the next"};

// Unborn children are referred; pregnancy and a late entry together are shorter than this.
constexpr std::chrono::days longest_before_birth{310};

}  // namespace

std::string_view words_for(RecordKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::string_view words_for(Rejection reason) { return reasons[static_cast<std::size_t>(reason)]; }

std::string_view words_for(Gap gap) { return gap_words[static_cast<std::size_t>(gap)]; }

std::int64_t QualityLog::rejected(RecordKind kind) const {
  const auto& counts = rejected_[index(kind)];
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

std::optional<Day> RowCheck::read(std::string_view text) {
  const std::optional<Day> day = day_of(text);
  if (!day) {
    refuse(Rejection::unreadable_date);
  } else if (*day > last_day_) {
    refuse(Rejection::after_the_period);
  }
  return day;
}

std::optional<Day> RowCheck::needed(std::string_view text) {
  if (text.empty()) {
    refuse(Rejection::missing_date);
    return std::nullopt;
  }
  return read(text);
}

std::optional<Day> RowCheck::optional(std::string_view text) {
  return text.empty() ? std::nullopt : read(text);
}

std::optional<Day> RowCheck::end(std::string_view text) {
  const std::optional<Day> day = day_of(text);
  return day && *day > last_day_ ? std::nullopt : optional(text);
}

void RowCheck::in_order(std::optional<Day> first, std::optional<Day> then) {
  if (first && then && *then < *first) {
    refuse(Rejection::dates_out_of_order);
  }
}

void RowCheck::near_birth(std::optional<Day> birth, std::optional<Day> at) {
  if (birth && at && *birth > *at + longest_before_birth) {
    refuse(Rejection::born_after);
  }
}

bool RowCheck::settle() {
  if (wrong_) {
    log_.reject(kind_, *wrong_);
  } else {
    log_.take(kind_);
  }
  return !wrong_;
}

}  // namespace stepdown
