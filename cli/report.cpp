#include "cli/report.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "analysis/comparability.h"
#include "analysis/report/report.h"
#include "cli/command_line.h"
#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

struct ReportOptions {
  std::string results;
  std::string baseline;
  std::string out;
};

std::filesystem::path beside(const std::filesystem::path& results) {
  return results.parent_path() / "report.html";
}

std::string quoted(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "`" : ", `") + name + '`';
  }
  return text;
}

/// The scenario asked for, or the one called base, or the first.
std::string baseline_of(const ReportOptions& options) {
  const std::vector<std::string> names = scenarios_in(options.results);
  const auto is_there = [&names](const std::string& name) {
    return std::ranges::find(names, name) != names.end();
  };
  if (options.baseline.empty()) {
    return is_there("base") ? "base" : names.front();
  }
  if (!is_there(options.baseline)) {
    const auto similar = nearest_word(options.baseline, names);
    throw UsageError("these results have no scenario `" + options.baseline + "`",
                     similar ? "did you mean `" + *similar + "`?" : "they have " + quoted(names));
  }
  return options.baseline;
}

ExitCode report(const ReportOptions& options) {
  try {
    const std::string baseline = baseline_of(options);
    const ReportedResults results(options.results, {baseline});
    const std::filesystem::path path =
        options.out.empty() ? beside(options.results) : std::filesystem::path(options.out);
    publish_report(results, path);
    std::cout << "written: " << path.string() << "\nbaseline of the page: " << baseline << '\n';
    return ExitCode::ok;
  } catch (const NotReportable& error) {
    throw NotComparable(error.what(), {error.advice()});
  }
}

}  // namespace

std::optional<std::filesystem::path> write_report(const std::vector<std::filesystem::path>& files,
                                                  const std::vector<Scenario>& scenarios) {
  if (files.empty()) {
    return {};
  }
  std::vector<std::string> names;
  std::ranges::transform(scenarios, std::back_inserter(names), &Scenario::name);
  try {
    const std::filesystem::path page = beside(files.front());
    publish_report(ReportedResults(files.front(), names), page);
    return page;
  } catch (const NotReportable&) {
    return {};
  }
}

void print_report(const std::optional<std::filesystem::path>& page) {
  if (page) {
    std::cout << "written: " << page->string() << '\n';
  }
}

void add_report(CLI::App& app, Request& request) {
  const auto options = std::make_shared<ReportOptions>();
  CLI::App* verb = app.add_subcommand(
      "report", "Makes a page of a comparison for people who decide, from its results file");
  verb->add_option("results", options->results, "The results file of `compare` or `run`")
      ->required()
      ->type_name("RESULTS.h5");
  verb->add_option(
          "--baseline", options->baseline,
          "The scenario from which the others are told to differ [base, or else the first by "
          "name]")
      ->type_name("NAME");
  verb->add_option("--out", options->out, "The page to write [report.html beside the results]")
      ->type_name("FILE");
  verb->callback([&request, options] { request.action = [options] { return report(*options); }; });
}

}  // namespace stepdown
