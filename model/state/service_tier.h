#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stepdown {

/// The six tiers of help, from least to most intrusive.
enum class ServiceTier : std::uint8_t {
  universal,
  community_early_help,
  targeted_early_help,
  child_in_need,
  child_protection,
  looked_after,
};

inline constexpr std::size_t service_tiers = 6;

inline constexpr std::array<std::string_view, service_tiers> tier_names = {
    "universal",     "community_early_help", "targeted_early_help",
    "child_in_need", "child_protection",     "looked_after"};

constexpr std::size_t row_of(ServiceTier tier) { return static_cast<std::size_t>(tier); }
constexpr std::string_view name_of(ServiceTier tier) { return tier_names[row_of(tier)]; }

/// Help a family takes or leaves: it has a waiting list, and consent is asked.
constexpr bool is_early_help(ServiceTier tier) {
  return tier == ServiceTier::community_early_help || tier == ServiceTier::targeted_early_help;
}

/// Held by a social worker under the Children Act.
constexpr bool is_statutory(ServiceTier tier) { return tier >= ServiceTier::child_in_need; }

}  // namespace stepdown
