#include "cli/diff.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command_line.h"
#include "cli/scenario_warnings.h"

namespace stepdown {
namespace {

struct DiffOptions {
  ScenarioSelection selection;
  bool json = false;
};

/// A setting in which two scenarios differ; without origins for the time before day 0.
struct Difference {
  const Parameter* parameter;
  Value of_a;
  Value of_b;
  std::string origin_of_a;
  std::string origin_of_b;
};

struct Differences {
  std::vector<Difference> from_day_0;
  std::vector<Difference> before_day_0;

  bool empty() const { return from_day_0.empty() && before_day_0.empty(); }
};

Differences between(const Scenario& a, const Scenario& b) {
  Differences found;
  for (std::size_t i = 0; i < a.settings().size(); ++i) {
    const Setting& of_a = a.settings()[i];
    const Setting& of_b = b.settings()[i];
    if (of_a.value != of_b.value) {
      found.from_day_0.push_back(
          {of_a.parameter, of_a.value, of_b.value, of_a.origin.text(), of_b.origin.text()});
    }
    const Value before_a = of_a.parameter->get(a.before_day_0());
    const Value before_b = of_b.parameter->get(b.before_day_0());
    const bool same_change = before_a == of_a.value && before_b == of_b.value;
    if (before_a != before_b && !same_change) {
      found.before_day_0.push_back({of_a.parameter, before_a, before_b, {}, {}});
    }
  }
  return found;
}

/// The two names, told apart by their paths when they are alike.
std::pair<std::string, std::string> labels(const Scenario& a, const Scenario& b,
                                           const std::vector<std::string>& files) {
  return a.name() == b.name() ? std::pair(files[0], files[1]) : std::pair(a.name(), b.name());
}

void print(const std::vector<Difference>& differences, const std::string& label_a,
           const std::string& label_b) {
  const std::size_t width = std::max(label_a.size(), label_b.size()) + 2;
  const auto line = [&](const std::string& label, const Difference& difference, const Value& value,
                        const std::string& origin) {
    std::cout << "  " << label << std::string(width - label.size(), ' ')
              << written(*difference.parameter, value)
              << (origin.empty() ? "" : "  (" + origin + ")") << '\n';
  };
  for (const Difference& difference : differences) {
    std::cout << difference.parameter->name << '\n';
    line(label_a, difference, difference.of_a, difference.origin_of_a);
    line(label_b, difference, difference.of_b, difference.origin_of_b);
  }
}

nlohmann::ordered_json as_json(const std::vector<Difference>& differences) {
  const auto side = [](const Parameter& parameter, const Value& value, const std::string& origin) {
    nlohmann::ordered_json made{
        {"value", nlohmann::ordered_json::parse(written(parameter, value))}};
    if (!origin.empty()) {
      made["origin"] = origin;
    }
    return made;
  };
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Difference& difference : differences) {
    const Parameter& parameter = *difference.parameter;
    list.push_back({{"name", parameter.name},
                    {"unit", name_of(parameter.unit)},
                    {"a", side(parameter, difference.of_a, difference.origin_of_a)},
                    {"b", side(parameter, difference.of_b, difference.origin_of_b)}});
  }
  return list;
}

ExitCode diff(const DiffOptions& options) {
  const std::vector<Scenario> scenarios =
      load_scenarios(*disk_source(), options.selection, Namesakes::welcome);
  tell_warnings(scenarios);
  const Scenario& a = scenarios.front();
  const Scenario& b = scenarios.back();
  const Differences found = between(a, b);
  const auto [label_a, label_b] = labels(a, b, options.selection.files);
  if (options.json) {
    const nlohmann::ordered_json result{{"a", label_a},
                                        {"b", label_b},
                                        {"same", found.empty()},
                                        {"differences", as_json(found.from_day_0)},
                                        {"before_day_0", as_json(found.before_day_0)}};
    std::cout << result.dump(2) << '\n';
  } else if (found.empty()) {
    std::cout << "These two scenarios are the same.\n";
  } else {
    print(found.from_day_0, label_a, label_b);
    if (!found.before_day_0.empty()) {
      std::cout << "\nBefore day 0\n";
      print(found.before_day_0, label_a, label_b);
    }
  }
  return ExitCode::ok;
}

}  // namespace

void add_diff(CLI::App& app, Request& request) {
  const auto options = std::make_shared<DiffOptions>();
  CLI::App* verb = app.add_subcommand("diff", "In which settings two scenarios differ");
  add_scenario_options(*verb, options->selection);
  add_json_option(*verb, options->json);
  verb->callback([&request, options] {
    if (options->selection.files.size() != 2) {
      throw UsageError("`stepdown diff` compares two scenario files, and " +
                           std::to_string(options->selection.files.size()) + " are given",
                       "write stepdown diff A.toml B.toml");
    }
    request.action = [options] { return diff(*options); };
  });
}

}  // namespace stepdown
