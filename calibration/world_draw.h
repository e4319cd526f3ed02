#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "calibration/base_fit.h"

namespace stepdown {

/// Another world in the making: what it drew from its ranges, what the other numbers then came to
/// when they were fitted again, and how far off its figures are.
struct WorldDraw {
  int number = 0;  // from 1
  FittedValues drawn;
  FittedValues fitted;
  double misfit = 0;
  std::size_t met = 0;
  std::size_t figures = 0;
};

/// A value for each parameter, anywhere in its range with equal chance: the same ones for the same
/// seed and number.
FittedValues drawn_values(const std::vector<FreeParameter>& ranges, std::uint64_t seed, int number);

/// What is still free once a world has drawn: the uncertainties of the fit that it did not draw.
/// What an authority decides stays as it is in the base.
std::vector<FreeParameter> free_after_drawing(const FitPlan& plan);

/// How the distances from the targets move with what is free after drawing, around the base: from
/// here each draw sets out, so that it needs tens of trials instead of hundreds.
Columns slopes_around(const TrialWorld& base, const FitPlan& plan);

/// Draws and fits one world from the base's; `told` hears of the start and every better point.
WorldDraw draw_world(const TrialWorld& base, const FitPlan& plan, const Columns& slopes,
                     std::uint64_t seed, int number,
                     const std::function<void(const FitProgress&)>& told);

/// The text of the member file, which remembers misfit and `origin`: the stamp of all that the
/// draw follows from.
std::string member_text(const WorldDraw& draw, double misfit_of_base, const std::string& origin);

/// The misfit that a member text remembers, if it comes from that origin.
std::optional<double> remembered_misfit(const std::string& text, const std::string& origin);

/// A short stamp of a text: equal texts have equal ones.
std::string stamp_of(const std::string& text);

}  // namespace stepdown
