#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "calibration/local/day.h"

namespace stepdown {

/// Who referred, in the groups of official table C5.
enum class ReferralSource : std::uint8_t {
  individual,
  schools,
  education,
  health,
  housing,
  authority,
  police,
  legal,
  other,
  anonymous,
  unknown
};
constexpr std::size_t referral_sources = 11;
std::string_view words_for(ReferralSource source);
/// Of a census code ("1A", "5D", "10"); nothing when there is none.
std::optional<ReferralSource> referral_source_of(std::string_view code);

/// Why a case closed: RC1 to RC9 of the census.
enum class ClosureCode : std::uint8_t { none, rc1, rc2, rc3, rc4, rc5, rc6, rc7, rc8, rc9 };
std::optional<ClosureCode> closure_code_of(std::string_view code);

/// A request for services for one child.
struct Referral {
  Day on;
  ReferralSource source = ReferralSource::unknown;
  bool no_further_action = false;
};

/// A child's time in need, from the referral to the end of all statutory work.
struct Episode {
  Day from;
  std::optional<Day> to = {};
  ClosureCode closed = ClosureCode::none;
};

/// What an assessment recorded as a concern.
enum class AssessedFactors : std::uint8_t { not_recorded, without_neglect, with_neglect };

/// A statutory assessment.
struct Assessment {
  Day from;
  std::optional<Day> to = {};
  Day of_case = {};  // the referral that it followed; the epoch where that is not known
  AssessedFactors factors = AssessedFactors::not_recorded;
  std::optional<bool> in_need = {};
};

/// A section 47 enquiry.
struct Enquiry {
  Day from;
};

/// Something that lasts: a child in need plan, a time of being looked after.
struct DatedSpell {
  Day from;
  std::optional<Day> to = {};
};

/// A child protection plan.
struct ProtectionPlan {
  Day from;
  std::optional<Day> to = {};
  std::optional<bool> for_neglect = {};  // its first category
  std::optional<int> earlier_plans = {};
};

/// All that is taken of one child's records, for as long as that child is counted: dates and codes,
/// and nothing by which anybody could be known again.
struct ChildRecord {
  std::optional<Day> birth = {};
  std::vector<Referral> referrals = {};
  std::vector<Episode> episodes = {};
  std::vector<Assessment> assessments = {};
  std::vector<Enquiry> enquiries = {};
  std::vector<Day> conferences = {};
  std::vector<DatedSpell> need_plans = {};
  std::vector<ProtectionPlan> protection_plans = {};
  std::vector<DatedSpell> looked_after = {};
  std::vector<Day> early_help = {};  // assessments completed
  std::vector<Day> contacts = {};

  /// Takes in what a later source says of the same child; of two rows that began on one day the
  /// later one counts.
  void update(ChildRecord&& later);
  void sort();
};

}  // namespace stepdown
