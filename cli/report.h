#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown report RESULTS.h5`: the comparison as one HTML page, from the results file alone.
void add_report(CLI::App& app, Request& request);

/// Writes report.html beside the results and gives its path; the first of `scenarios` is the
/// baseline. Nothing where no report can be made, as of runs of the laboratory.
std::optional<std::filesystem::path> write_report(const std::filesystem::path& results,
                                                  const std::vector<std::string>& scenarios);

}  // namespace stepdown
