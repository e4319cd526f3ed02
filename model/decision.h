#pragma once

#include <cstddef>
#include <cstdint>

namespace stepdown {

/// What a draw of luck decides: part of the key of every draw, so a number never changes its
/// meaning and is never used again after its decision has gone.
enum class Decision : std::uint8_t {
  // The unit-exponential clocks of a family and of its record.
  worsens = 0,
  eases = 1,
  concern_arrives = 2,
  concern_ends = 3,
  noticed = 4,
  capacity_grows = 5,
  capacity_fades = 6,
  drops_out = 7,
  leaves_early = 8,
  // What a family is when it enters the population.
  vulnerability = 16,
  visibility = 17,
  own_capacity = 18,
  household = 19,
  present_at_start = 20,
  traits = 21,
  level_at_entry = 22,
  stay = 23,
  // At a strike of a clock, numbered by the clock.
  concern_grade = 32,
  concern_raises_level = 33,
  incident_reported = 34,
  judged_at_contact = 36,
  route = 50,
  reached_in_time = 51,
  // At a referral, numbered by the family's referrals.
  children_included = 35,
  judged_at_referral = 37,
  assessment_length = 43,
  shared_error = 52,
  trust_lost = 53,
  // At an offer of early help, numbered by the family's offers.
  consents_to_early_help = 44,
  children_offered = 54,
  asked_again = 55,
  judged_when_asked_again = 58,
  // At the beginning of a case, numbered by the family's cases.
  keeps_worker = 57,
  // At a child's change of school, numbered by child and age.
  school_change = 56,
  // What does not belong to a family.
  family_arrives = 64,
  outside_arrives = 65,
  outside_kind = 66,
  outside_stay = 67,
  outside_care = 68,
  family_moves_in = 69,
  post_changes = 70,
  post_absence = 71,
  post_filled_by = 72,
  // Within a case, counted in the case.
  judged_at_assessment = 96,
  judged_at_enquiry,
  judged_at_conference,
  judged_at_review,
  judged_at_review_conference,
  judged_on_list,
  consents_to_child_in_need,
  relapse_seen,
  care_from_concern,
  care_from_proceedings,
  siblings_planned,
  siblings_in_care,
  care_stay,
  returns_home,
  next_review_conference,
  lost_at_handover,
  trust_at_handover,
  trust_gained,
  handed_back,
  early_help_after_assessment,
};

/// Enumerators from the first of the last group count occasions in the case.
inline constexpr std::size_t first_decision_in_case = 96;
inline constexpr std::size_t decisions_in_case = 20;

}  // namespace stepdown
