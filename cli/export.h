#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown export RESULTS...`: tables for spreadsheets and statistics programs.
void add_export(CLI::App& app, Request& request);

}  // namespace stepdown
