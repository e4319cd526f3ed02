#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "calibration/local/child_record.h"
#include "calibration/local/day.h"
#include "calibration/local/return_times.h"

namespace stepdown {

/// Spells that ended, by how long they lasted: up to 3, 6, 12, 24 months, and longer.
struct DurationCounts {
  std::array<std::int64_t, 5> bands{};

  void add(Day from, Day to);
  std::int64_t all() const;
};

/// What happened in one official year, and how many there were on its last day.
struct YearCounts {
  std::int64_t referrals = 0;
  std::int64_t no_further_action = 0;
  std::int64_t not_in_need = 0;  // found so by an assessment that ended in the year
  std::int64_t looked_back = 0;  // referrals before which 12 months of records are known
  std::int64_t rereferrals = 0;  // of these
  std::array<std::int64_t, 12> referrals_by_month{};
  std::array<std::int64_t, referral_sources> referrals_by_source{};
  std::int64_t contacts = 0;
  std::int64_t early_help = 0;
  std::int64_t assessments = 0;
  std::int64_t assessed_in_45_days = 0;
  std::int64_t cases_with_factors = 0;
  std::int64_t cases_with_neglect = 0;
  std::int64_t enquiries = 0;
  std::int64_t conferences = 0;
  std::int64_t plans_started = 0;
  std::int64_t plans_of_known_number = 0;
  std::int64_t second_plans = 0;
  std::int64_t plans_of_known_category = 0;
  std::int64_t neglect_plans = 0;
  DurationCounts plans_ended;
  DurationCounts episodes_ended;  // of children not found not in need

  // On 31 March, children.
  std::int64_t in_need = 0;
  std::int64_t on_need_plan = 0;
  std::int64_t on_protection_plan = 0;
  std::int64_t in_care = 0;
};

/// After what a child may be referred again.
enum class ReturnAfter : std::uint8_t {
  referral,
  early_help,
  assessed_no_action,   // RC8
  assessed_early_help,  // RC9
  other_end             // RC7
};
constexpr std::size_t kinds_of_return = 5;

/// What is known of a case beside how it closed.
enum class CaseMark : std::uint8_t { all, with_neglect, without_neglect, known_before, new_case };
constexpr std::size_t case_marks = 5;

/// Everything that is kept of local records: counts.
struct LocalCounts {
  ObservedPeriod period{};
  std::map<int, YearCounts> years = {};
  std::array<std::array<ReturnTimes, case_marks>, kinds_of_return> returns = {};
  std::int64_t closed_otherwise = 0;  // episodes ended with another code than RC7 to RC9, or none

  const ReturnTimes& returns_after(ReturnAfter what, CaseMark mark = CaseMark::all) const {
    return returns[static_cast<std::size_t>(what)][static_cast<std::size_t>(mark)];
  }
};

/// Eats the record of one child after another and keeps counts.
class Aggregator {
 public:
  explicit Aggregator(ObservedPeriod period);

  void add(ChildRecord child);
  const LocalCounts& counts() const { return counts_; }

 private:
  YearCounts* year_of(Day day);
  void count_referrals(const ChildRecord& child);
  void count_assessments(const ChildRecord& child);
  void count_protection(const ChildRecord& child);
  void count_episodes(const ChildRecord& child);
  void count_stocks(const ChildRecord& child);
  void follow(const ChildRecord& child, ReturnAfter what, CaseMark mark, Day from, Day after);
  ReturnTimes& times(ReturnAfter what, CaseMark mark);

  LocalCounts counts_;
};

}  // namespace stepdown
