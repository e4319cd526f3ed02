#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/parameters/parameter.h"

namespace stepdown {

/// What one tier's help does to need, and how it is reviewed. An effect of 1 on a rate, or a
/// capacity growth of 0, is none.
struct HelpParameters {
  double worsening = 0;
  double easing = 0;
  double concern_resolution = 0;
  double capacity_growth = 0;
  double review_weeks = 0;
  int reviews_without_progress = 0;
  double leaves_early = 0;
  double serves_up_to = 0;
  double age_from = 0;
  double age_to = 0;
};

/// What a team does when every worker is full: let cases wait, or hold them over the cap.
enum class Overload : std::uint8_t { wait, stretch };

inline constexpr std::array<std::string_view, 2> overload_names = {"wait", "stretch"};

/// Caseload caps, in children, of each team, and what being over the cap does to help.
struct CaseloadParameters {
  double community_worker_cap = 0;
  double key_worker_cap = 0;
  double social_worker_cap = 0;
  Overload overload{};
  double dilution = 0;
};

std::span<const Parameter> help_parameters();
std::span<const Parameter> caseload_parameters();

}  // namespace stepdown
