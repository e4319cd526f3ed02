#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "scenarios/scenario.h"

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown report RESULTS.h5`: the comparison as one HTML page, from the results file alone.
void add_report(CLI::App& app, Request& request);

/// Writes report.html beside results that are kept, the first of `scenarios` being the baseline,
/// and gives its path. Nothing where no report can be made, as of runs of the laboratory.
std::optional<std::filesystem::path> write_report(const std::vector<std::filesystem::path>& files,
                                                  const std::vector<Scenario>& scenarios);

/// Prints where the page is, if there is one.
void print_report(const std::optional<std::filesystem::path>& page);

}  // namespace stepdown
