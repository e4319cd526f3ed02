#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "model/ids.h"
#include "model/state/family.h"
#include "model/state/service_tier.h"

namespace stepdown {

/// Where a family stands with services; it is always in exactly one of these.
enum class CaseStage : std::uint8_t {
  none,                   // universal services only, or children in care alone
  front_door,             // referred, nobody has decided yet
  early_help_assessment,  // early help accepted, being assessed
  waiting,                // on a waiting list for early help
  assessment,             // statutory assessment
  unallocated,            // in need, with a plan and reviews but without a worker
  helped,                 // on a tier, with full help
  tapering,               // on a tier, with falling help
};

/// Dates a case is waiting for; at equal times they fall due in this order.
enum class CaseDate : std::uint8_t {
  front_door_decides,
  assessment_ends,
  enquiry_ends,
  conference,
  review,
  time_limit,
  contact,
  taper_step_ends,
  relation_established,
  proceedings_end,
};

inline constexpr std::size_t case_dates = 10;

/// Rates at which a family leaves a service by itself.
enum class LeavingClock : std::uint8_t { drops_out, leaves_early };

enum class NoTimer : std::uint8_t {};

using LeavingClocks = ClockSet<LeavingClock, 2, NoTimer, 0>;

/// Why help, or the wait for it, ended.
enum class ClosingReason : std::uint8_t {
  none,
  no_further_action,
  not_in_need,
  declined,
  dropped_out,
  left_early,
  good_review,
  time_limit,
  sustained_progress,
  taper_completed,
  stepped_down,
  stepped_up,
  returned_home,
  permanence,
  left_population,
  lost_at_handover,
  came_into_care,
  taken_off_list,
};

inline constexpr std::size_t closing_reasons = 18;

/// What a child's stay with services began with, and when it ends by itself.
struct ChildInCase {
  float in_need_since = std::numeric_limits<float>::infinity();
  float plan_since = std::numeric_limits<float>::infinity();
  float leaves_care = std::numeric_limits<float>::infinity();
};

/// What services know and do about a family now. One case holds the children it is open for; some
/// of them may be on a child protection plan, and others of the family in care.
struct Case {
  static constexpr double never = std::numeric_limits<double>::infinity();

  std::array<double, case_dates> dates = no_dates();
  LeavingClocks leaving;
  std::array<ChildInCase, most_children> child;
  double opened = 0.0;  // day this stage of help or of waiting began
  float judged_at_start = 0.0F;
  float intensity = 0.0F;    // help given, as a share of full help of the tier
  float asked_since = 0.0F;  // day on which early help was accepted or need was found
  float minimum_until = -std::numeric_limits<float>::infinity();  // no closing before this day
  WorkerId worker = nobody;
  std::int32_t places = 0;          // thousandths of a place held with the worker
  WorkerId second_worker = nobody;  // of the protection team under Family Help
  std::int32_t second_places = 0;
  std::uint32_t ticket_on_list = nobody;
  std::uint16_t number = 0;              // of the family's cases: part of the key of its luck
  std::array<std::uint8_t, 20> draws{};  // by decision within the case
  std::array<std::uint8_t, 2> clock_draws{};
  CaseStage stage = CaseStage::none;
  ServiceTier tier = ServiceTier::universal;  // of the help received or waited for
  std::uint8_t team = 0;                      // of the worker
  ChildSet children = 0;
  ChildSet planned = 0;  // of these, on a child protection plan
  ChildSet in_care = 0;  // of the family, looked after; not among `children`
  std::uint8_t good_reviews = 0;
  std::uint8_t reviews_without_progress = 0;
  std::uint8_t review_conferences = 0;
  std::uint8_t taper_step = 0;
  std::uint8_t worker_changes = 0;
  bool enquiry_made = false;  // a section 47 enquiry has been made in this assessment
  bool relation = false;      // with the worker is established

  double& date(CaseDate which) { return dates[static_cast<std::size_t>(which)]; }
  double date(CaseDate which) const { return dates[static_cast<std::size_t>(which)]; }
  bool has(CaseDate which) const { return date(which) < never; }
  void clear(CaseDate which) { date(which) = never; }
  /// All but the one that is the worker's, who may stay.
  void clear_dates() {
    const double established = date(CaseDate::relation_established);
    dates = no_dates();
    date(CaseDate::relation_established) = established;
  }

  /// The first day on which a child leaves care.
  double care_ends() const {
    double day = never;
    for (const ChildInCase& one : child) {
      day = std::min(day, static_cast<double>(one.leaves_care));
    }
    return day;
  }
  double next_day() const {
    double day = std::min(leaving.next_day(), care_ends());
    for (const double date : dates) {
      day = std::min(day, date);
    }
    return day;
  }

  /// A section 47 enquiry is being made, or the conference that follows it has been called.
  bool is_under_enquiry() const { return has(CaseDate::enquiry_ends) || has(CaseDate::conference); }
  bool is_open() const { return stage != CaseStage::none; }
  bool gets_help() const { return stage == CaseStage::helped || stage == CaseStage::tapering; }
  /// Officially children in need: referred and not closed, whether or not on a plan.
  bool is_statutory() const {
    return stage == CaseStage::assessment || stage == CaseStage::unallocated ||
           (gets_help() && stepdown::is_statutory(tier));
  }
  /// Nothing is left of it.
  bool is_over() const { return stage == CaseStage::none && in_care == 0; }

 private:
  static constexpr std::array<double, case_dates> no_dates() {
    std::array<double, case_dates> all{};
    all.fill(never);
    return all;
  }
};

}  // namespace stepdown
