#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/parameters/parameter.h"
#include "model/state/service_tier.h"

namespace stepdown {

/// How a service ends its help (EV67-EV70).
enum class ClosurePolicy : std::uint8_t { abrupt, time_limited, sustained, tapered, step_down };

inline constexpr std::array<std::string_view, 5> closure_policy_names = {
    "abrupt", "time_limited", "sustained", "tapered", "step_down"};

/// One service's closure policy with the numbers of each of its answers.
struct ClosureParameters {
  ClosurePolicy policy{};
  double time_limit_weeks = 0;
  int good_reviews = 0;
  NumberList taper_weeks;
  NumberList taper_intensity;
  NumberList taper_place_share;
  double contact_weeks = 0;
};

/// What is known of how well a tapering service sees a relapse.
struct TaperDetectionParameters {
  double relapse_seen = 0;
  double false_alarm = 0;
};

/// The services that close by policy: both kinds of early help, and child in need.
inline constexpr std::size_t closing_services = 3;

constexpr bool closes_by_policy(ServiceTier tier) {
  return is_early_help(tier) || tier == ServiceTier::child_in_need;
}

std::span<const Parameter> closure_parameters();

}  // namespace stepdown
