#pragma once

#include <filesystem>

#include "analysis/sensitivity/sensitivity_results.h"

namespace stepdown {

/// Writes what a study found as a file that netCDF tools open (CF-1.8), with how it was made; equal
/// studies give equal bytes. Errors are std::system_error.
void write_sensitivity(const SensitivityResults& results, const std::filesystem::path& path);

}  // namespace stepdown
