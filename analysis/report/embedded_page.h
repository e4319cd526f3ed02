#pragma once

#include <string_view>

namespace stepdown {

/// What every report carries: the bundle of analysis/charts, and how a page looks.
std::string_view report_script();
std::string_view report_style();

}  // namespace stepdown
