#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include "model/ids.h"
#include "model/state/clocks.h"
#include "model/state/family.h"
#include "model/state/service_tier.h"

namespace stepdown {

/// What services remember about one child.
struct ChildRecord {
  static constexpr float never = -std::numeric_limits<float>::infinity();

  float last_referral = never;
  std::uint8_t plans = 0;  // child protection plans that have started
  bool ever_in_need = false;
};

/// What help leaves behind in a family: lasting capacity comes and goes.
enum class CapacityClock : std::uint8_t { grows, fades };

/// What is to come after a case has closed.
enum class AfterClosing : std::uint8_t {
  fragile_spell_ends,
  attention_ends,  // of those who called and saw nothing done
  asked_again,
  handed_back_ends,
};

/// Why a family is noticed at another rate than before.
enum class Attention : std::uint8_t { after_referral, after_help };

inline constexpr std::size_t attentions = 2;

inline constexpr std::size_t capacity_clocks = 2;
inline constexpr std::size_t after_closings = 4;

/// When attention of this kind ends.
constexpr AfterClosing end_of(Attention kind) {
  return kind == Attention::after_referral ? AfterClosing::attention_ends
                                           : AfterClosing::handed_back_ends;
}

using CapacityClocks = ClockSet<CapacityClock, capacity_clocks, AfterClosing, after_closings>;

/// What a family's past with services says, for measures and for services that remember.
struct Record {
  static constexpr float not_yet = std::numeric_limits<float>::infinity();

  CapacityClocks clocks;
  std::array<ChildRecord, most_children> children;
  std::array<std::uint8_t, capacity_clocks> clock_draws{};
  std::uint16_t referrals = 0;  // number the luck of each
  std::uint16_t offers = 0;
  std::uint16_t cases = 0;
  float first_help = not_yet;
  float last_closing = -not_yet;                           // of help
  std::array<float, attentions> attention = {1.0F, 1.0F};  // noticing against before
  WorkerId last_worker = nobody;  // the post, and which of those who have had it
  std::uint16_t last_person = 0;
  std::uint8_t last_team = 0;
  bool knew_last_worker = false;                   // their relation was established
  std::uint8_t spells_of_help = 0;                 // begun
  bool spell_goes_on = false;                      // help now, or what it was stepped up or down to
  ServiceTier asked_for = ServiceTier::universal;  // when asked again

  /// How often the family is noticed, against before.
  float noticed_by() const { return attention[0] * attention[1]; }
};

}  // namespace stepdown
