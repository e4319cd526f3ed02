#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Whether targeted early help and child in need are two services or one.
enum class ServiceModel : std::uint8_t { separate, merged };

inline constexpr std::array<std::string_view, 2> model_names = {"separate", "merged"};

/// Targeted early help and child in need as one service (EV75).
struct FamilyHelpParameters {
  ServiceModel model{};
  double protection_share = 0;
  double protection_cap = 0;
  double transition_months = 0;
  double transition_loss = 0;
  double consent = 0;
};

std::span<const Parameter> family_help_parameters();

}  // namespace stepdown
