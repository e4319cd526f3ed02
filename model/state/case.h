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
  none,         // universal services only
  waiting,      // on a waiting list for early help
  assessment,   // referred, being assessed
  unallocated,  // in need, with a plan and reviews but without a worker
  helped,       // on a tier, with full help
  tapering,     // on a tier, with falling help
};

/// Dates a case is waiting for; at equal times they fall due in this order.
enum class CaseDate : std::uint8_t {
  assessment_ends,
  enquiry_ends,
  conference,
  review,
  time_limit,
  contact,
  taper_step_ends,
  first_year_in_care_ends,
};

inline constexpr std::size_t case_dates = 8;

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
};

inline constexpr std::size_t closing_reasons = 15;

/// What services know and do about a family; one case holds the children it was opened for.
struct Case {
  std::array<double, case_dates> dates = no_dates();
  double opened = 0.0;  // day this stage of help or of waiting began
  double judged_at_start = 0.0;
  double intensity = 0.0;  // help given, as a share of full help of the tier
  WorkerId worker = nobody;
  std::int32_t places = 0;  // thousandths of a place held with the worker
  CaseStage stage = CaseStage::none;
  ServiceTier tier = ServiceTier::universal;  // of the help received or waited for
  ChildSet children = 0;
  std::uint8_t good_reviews = 0;
  std::uint8_t reviews_without_progress = 0;
  std::uint8_t taper_step = 0;
  bool first_review_conference_held = false;
  bool enquiry_made = false;  // a section 47 enquiry has been made in this assessment

  double& date(CaseDate which) { return dates[static_cast<std::size_t>(which)]; }
  double date(CaseDate which) const { return dates[static_cast<std::size_t>(which)]; }
  bool has(CaseDate which) const { return date(which) < std::numeric_limits<double>::infinity(); }
  void clear(CaseDate which) { date(which) = std::numeric_limits<double>::infinity(); }
  void clear_dates() { dates = no_dates(); }
  double next_date() const { return *std::min_element(dates.begin(), dates.end()); }

  /// A section 47 enquiry is being made, or the conference that follows it has been called.
  bool is_under_enquiry() const { return has(CaseDate::enquiry_ends) || has(CaseDate::conference); }

  bool is_open() const { return stage != CaseStage::none; }
  bool gets_help() const { return stage == CaseStage::helped || stage == CaseStage::tapering; }
  /// Officially a child in need: referred and not closed, whether or not on a plan.
  bool is_statutory() const {
    return stage == CaseStage::assessment || stage == CaseStage::unallocated ||
           (gets_help() && stepdown::is_statutory(tier));
  }

 private:
  static constexpr std::array<double, case_dates> no_dates() {
    std::array<double, case_dates> all{};
    all.fill(std::numeric_limits<double>::infinity());
    return all;
  }
};

}  // namespace stepdown
