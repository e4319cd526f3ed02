#pragma once

#include <filesystem>
#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// The report of a comparison as one HTML page that needs nothing else: it opens from disk, asks
/// no network, and says everything in words and tables also where scripts are off.
std::string report_html(const ReportedResults& results);

/// Writes that page as a file that appears once it is complete; errors are std::system_error.
void publish_report(const ReportedResults& results, const std::filesystem::path& path);

}  // namespace stepdown
