#pragma once

#include <cstddef>
#include <cstdint>

namespace stepdown {

/// What a draw of luck decides: part of the key of every draw, so a number never changes its
/// meaning and is never used again after its decision has gone.
enum class Decision : std::uint8_t {
  // The unit-exponential clocks of a family, in the order of FamilyClock.
  worsens = 0,
  eases = 1,
  concern_arrives = 2,
  concern_ends = 3,
  noticed = 4,
  capacity_grows = 5,
  capacity_fades = 6,
  drops_out = 7,
  leaves_early = 8,
  leaves_care = 9,
  // What a family is when it enters the population.
  vulnerability = 16,
  visibility = 17,
  own_capacity = 18,
  household = 19,
  present_at_start = 20,
  // What happens to it, as often as it happens.
  concern_grade = 32,
  concern_raises_level = 33,
  incident_reported = 34,
  children_included = 35,
  judged_at_contact = 36,
  judged_at_referral = 37,
  judged_at_assessment = 38,
  judged_at_enquiry = 39,
  judged_at_conference = 40,
  judged_at_review = 41,
  judged_at_review_conference = 42,
  assessment_length = 43,
  consents_to_early_help = 44,
  consents_to_child_in_need = 45,
  relapse_seen = 46,
  care_from_concern = 47,
  care_from_proceedings = 48,
  returns_home = 49,
  // What does not belong to a family.
  family_arrives = 64,
  outside_arrives = 65,
  outside_kind = 66,
  outside_stay = 67,
};

/// Enumerators from the first of the third group count occasions in a family's own record.
inline constexpr std::size_t first_counted_decision = 32;
inline constexpr std::size_t counted_decisions = 18;

}  // namespace stepdown
