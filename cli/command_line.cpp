#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <iostream>
#include <memory>
#include <new>
#include <system_error>

#include "analysis/honest_use.h"
#include "cli/compare.h"
#include "cli/demo.h"
#include "cli/diff.h"
#include "cli/explain.h"
#include "cli/export.h"
#include "cli/run.h"
#include "cli/terminal.h"
#include "cli/trace.h"
#include "cli/validate.h"
#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

constexpr const char* first_steps =
    "stepdown simulates families moving between levels of neglect and tiers of help.\n"
    "It compares what an authority may decide: thresholds, caps, and how help ends.\n"
    "  stepdown demo                         a small comparison, finished in seconds\n"
    "  stepdown compare BASE.toml A.toml B.toml --place coventry\n"
    "  stepdown explain                      every setting, its unit, bounds and source\n"
    "  stepdown --help                       all verbs; --version also says what it is not for\n";

constexpr const char* exit_codes =
    "Exit codes:\n"
    "  0    done\n"
    "  2    a mistyped command line or an invalid scenario file\n"
    "  3    input data, or a file or folder that cannot be read or written\n"
    "  4    some runs failed; the others are saved\n"
    "  5    runs that cannot be compared\n"
    "  70   a fault of this program\n"
    "  130  interrupted by Ctrl-C";

std::vector<std::string> verbs_of(CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* verb : app.get_subcommands([](CLI::App*) { return true; })) {
    names.push_back(verb->get_name());
  }
  return names;
}

void refuse_unknown_verb(CLI::App& app, const std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments.front().starts_with('-')) {
    return;
  }
  const std::vector<std::string> verbs = verbs_of(app);
  const std::string& word = arguments.front();
  if (std::ranges::find(verbs, word) != verbs.end()) {
    return;
  }
  const auto similar = nearest_word(word, verbs);
  throw UsageError("there is no verb `" + word + "`",
                   similar ? "did you mean `stepdown " + *similar + "`?"
                           : "the verbs are " + quoted_list(verbs, "and"));
}

/// CLI11 names what it did not expect; a person wants to know what it should have been.
[[noreturn]] void refuse(const CLI::ParseError& error, CLI::App& app) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  CLI::App& verb = chosen.empty() ? app : *chosen.front();
  const std::string help = "`stepdown " + (chosen.empty() ? "" : verb.get_name() + ' ') +
                           "--help` lists what may be typed";
  const std::vector<std::string> extras = verb.remaining();
  if (extras.empty()) {
    throw UsageError(error.what(), help);
  }
  std::vector<std::string> known;
  for (const CLI::Option* option : verb.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      known.push_back("--" + name);
    }
  }
  const std::string word = extras.front().substr(0, extras.front().find('='));
  const auto similar = nearest_word(word, known);
  throw UsageError("`" + extras.front() + "` is not understood here",
                   similar ? "did you mean `" + *similar + "`?" : help);
}

void add_verbs(CLI::App& app, Request& request) {
  add_demo(app, request);
  add_validate(app, request);
  add_explain(app, request);
  add_diff(app, request);
  add_run(app, request);
  add_compare(app, request);
  add_export(app, request);
  add_trace(app, request);
}

void add_colour_option(CLI::App& app, std::string& colour) {
  app.add_option("--color", colour, "Colours in errors: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
}

void parse(CLI::App& app, Request& request) {
  try {
    // CLI11 takes arguments from the back of the vector.
    app.parse(std::vector<std::string>(request.arguments.rbegin(), request.arguments.rend()));
  } catch (const CLI::Success& asked_for) {
    request.action = [&app, code = asked_for] {
      app.exit(code);
      return ExitCode::ok;
    };
  } catch (const CLI::ParseError& error) {
    refuse(error, app);
  }
}

ExitCode perform(Request& request, std::string& colour) {
  CLI::App app("Simulates families moving between levels of neglect and tiers of help.",
               "stepdown");
  app.set_version_flag("--version", std::string("stepdown ") + STEPDOWN_VERSION + "\n\n" +
                                        std::string(honest_use()));
  app.footer(exit_codes);
  app.require_subcommand(0, 1);
  add_verbs(app, request);
  add_colour_option(app, colour);
  for (CLI::App* verb : app.get_subcommands([](CLI::App*) { return true; })) {
    add_colour_option(*verb, colour);
  }
  refuse_unknown_verb(app, request.arguments);
  parse(app, request);
  if (!request.action) {
    std::cout << first_steps;
    return ExitCode::ok;
  }
  return request.action();
}

void say(const std::string& message, const std::string& advice = {}) {
  std::cerr << "error: " << message << '\n';
  if (!advice.empty()) {
    std::cerr << "  = " << advice << '\n';
  }
}

void say(const ScenarioErrors& errors, Colour colour) {
  std::cerr << written(errors.problems(), colour);
  const std::size_t count = errors.problems().size();
  if (count > 1) {
    std::cerr << '\n' << count << " things to mend\n";
  }
}

}  // namespace

void add_scenario_options(CLI::App& verb, ScenarioSelection& selection) {
  verb.add_option("scenario", selection.files, "Scenario files")->required()->type_name("FILE");
  verb.add_option("--place", selection.place,
                  "Authority: the name of a file in places/ beside the base, or a path")
      ->type_name("NAME");
  verb.add_option_function<std::string>(
          "--member",
          [&selection](const std::string& name) { selection.member = member_called(name); },
          "One world of the ensemble instead of the base's own: its name, or the path of a file")
      ->type_name("NAME");
  verb.add_option("--set", selection.settings,
                  "One setting on top of all files, for every scenario alike; may be repeated")
      ->type_name("NAME=VALUE")
      ->take_all()
      ->allow_extra_args(false);
}

void add_json_option(CLI::App& verb, bool& json) {
  verb.add_flag("--json", json, "Print the result as JSON");
}

CLI::Option* add_count_option(CLI::App& verb, const std::string& name, long long& value,
                              long long low, long long high, const std::string& description) {
  const auto read = [&value, name, low, high](const std::string& text) {
    long long read_value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, read_value);
    if (failure != std::errc() || stop != end || read_value < low || read_value > high) {
      throw UsageError(
          "`" + name + " " + text + "` cannot be",
          name + " is a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    }
    value = read_value;
  };
  return verb.add_option_function<std::string>(name, read, description)->type_name("N");
}

ExitCode run_command_line(int argc, const char* const* argv) {
  Request request;
  request.arguments.assign(argv + std::min(argc, 1), argv + argc);
  std::string colour = "auto";
  try {
    const ExitCode code = perform(request, colour);
    if (!std::cout.flush()) {
      say("the output cannot be written");
      return ExitCode::data;
    }
    return code;
  } catch (const ScenarioErrors& errors) {
    say(errors, colour_of_errors(colour));
    return ExitCode::usage;
  } catch (const UsageError& error) {
    say(error.what(), error.advice());
    return ExitCode::usage;
  } catch (const std::bad_alloc&) {
    say("there is not enough memory");
    return ExitCode::internal;
  } catch (const std::system_error& error) {
    say(error.what());
    return ExitCode::data;
  } catch (const std::exception& error) {
    say(std::string("a fault of stepdown itself: ") + error.what(),
        "please report it with the command you typed");
    return ExitCode::internal;
  }
}

}  // namespace stepdown
