#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <iostream>
#include <memory>
#include <new>
#include <span>
#include <system_error>

#include "analysis/comparability.h"
#include "analysis/honest_use.h"
#include "analysis/outcome_file.h"
#include "analysis/unusable_data.h"
#include "cli/backcast.h"
#include "cli/calibrate.h"
#include "cli/compare.h"
#include "cli/completion.h"
#include "cli/decide.h"
#include "cli/demo.h"
#include "cli/diff.h"
#include "cli/doctor.h"
#include "cli/explain.h"
#include "cli/export.h"
#include "cli/import.h"
#include "cli/init.h"
#include "cli/line_check.h"
#include "cli/man_page.h"
#include "cli/option_tree.h"
#include "cli/report.h"
#include "cli/run.h"
#include "cli/schema.h"
#include "cli/sensitivity.h"
#include "cli/sweep.h"
#include "cli/terminal.h"
#include "cli/trace.h"
#include "cli/train.h"
#include "cli/typed_line.h"
#include "cli/validate.h"

namespace stepdown {
namespace {

constexpr const char* first_steps =
    "stepdown simulates families moving between levels of neglect and tiers of help.\n"
    "It compares what an authority may decide: thresholds, caps, and how help ends.\n"
    "  stepdown demo                         a small comparison, finished in seconds\n"
    "  stepdown init our_project             files of your own to begin with, and what comes next\n"
    "  stepdown explain                      every setting, its unit, bounds and source\n"
    "  stepdown --help                       all verbs; --version also says what it is not for\n";

constexpr const char* exit_codes =
    "Exit codes:\n"
    "  0    done\n"
    "  2    a mistyped command line or an invalid scenario file\n"
    "  3    input data, or a file or folder that cannot be read or written\n"
    "  4    some runs failed or are missing; the others are saved\n"
    "  5    runs that cannot be compared\n"
    "  70   a fault of this program\n"
    "  130  interrupted by Ctrl-C";

void add_verbs(CLI::App& app, Request& request) {
  add_demo(app, request);
  add_init(app, request);
  add_validate(app, request);
  add_explain(app, request);
  add_diff(app, request);
  add_run(app, request);
  add_compare(app, request);
  add_decide(app, request);
  add_export(app, request);
  add_report(app, request);
  add_trace(app, request);
  add_sweep(app, request);
  add_import(app, request);
  add_calibrate(app, request);
  add_train(app, request);
  add_backcast(app, request);
  add_sensitivity(app, request);
  add_doctor(app, request);
  add_schema(app, request);
  add_completion(app, request);
  add_man(app, request);
}

void add_colour_option(CLI::App& app, Request& request) {
  app.add_option_function<std::string>(
         "--color",
         [&request](const std::string& wish) { request.colour = colour_of_errors(wish); },
         "Colours in errors: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
}

/// How errors in the line itself are to be shown, before the line is parsed.
std::string colour_wished(const std::vector<std::string>& words) {
  constexpr std::string_view option = "--color";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == option && i + 1 < words.size()) {
      return words[i + 1];
    }
    if (words[i].starts_with(option) && words[i].size() > option.size() &&
        words[i][option.size()] == '=') {
      return words[i].substr(option.size() + 1);
    }
  }
  return "auto";
}

void parse(CLI::App& app, Request& request, const TypedLine& line) {
  std::vector<Problem> problems = problems_of_line(app, line);
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  try {
    std::vector<std::string> words = request.arguments;
    if (leaves_its_kind_out(words)) {
      words.insert(words.begin() + 1, "all");
    }
    // CLI11 takes arguments from the back of the vector.
    std::ranges::reverse(words);
    app.parse(std::move(words));
  } catch (const CLI::Success& asked_for) {
    request.action = [&app, code = asked_for] {
      app.exit(code);
      return ExitCode::ok;
    };
  } catch (const CLI::ParseError& error) {
    throw ScenarioErrors({line.at_end(Fault::words_not_together, error.what(),
                                      "`stepdown --help` lists what may be typed")});
  }
}

ExitCode perform(Request& request, const TypedLine& line) {
  const std::unique_ptr<CLI::App> app = command_tree(request);
  parse(*app, request, line);
  if (!request.action) {
    std::cout << first_steps;
    return ExitCode::ok;
  }
  return request.action();
}

/// Without a place in a text.
void say(Fault fault, const std::string& message, Colour colour, const std::string& advice = {}) {
  Problem problem;
  problem.fault = fault;
  problem.message = message;
  problem.suggestion = advice;
  std::cerr << written(problem, colour);
}

/// The first reason stands where advice would; there is none that would make the runs comparable.
void say(const NotComparable& error, Colour colour) {
  say(Fault::not_comparable, error.what(), colour, error.reasons().front());
  for (const std::string& reason : std::span(error.reasons()).subspan(1)) {
    std::cerr << "  = " << reason << '\n';
  }
}

void say(const ScenarioErrors& errors, const TypedLine& line, Colour colour) {
  std::vector<Problem> problems;
  for (const Problem& problem : errors.problems()) {
    problems.push_back(line.pointed_here(problem));
  }
  std::cerr << written(problems, colour);
  if (problems.size() > 1) {
    std::cerr << '\n' << problems.size() << " things to mend\n";
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
  verb.add_option_function<std::string>(
          "--fit", [&selection](const std::string& name) { selection.fit = fit_called(name); },
          "The world fitted to one authority's figures, and that authority: a name, or a path")
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

CLI::Option* add_choice_option(CLI::App& verb, const std::string& name, std::string& value,
                               const std::vector<std::string>& answers, const std::string& called,
                               const std::string& description) {
  return verb.add_option(name, value, description)
      ->check(CLI::IsMember(answers))
      ->type_name(called);
}

CLI::Option* add_count_option(CLI::App& verb, const std::string& name, long long& value,
                              long long low, long long high, const std::string& description) {
  const auto refusal = [low, high](const std::string& text) {
    long long read = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, read);
    const bool is_sound = failure == std::errc() && stop == end && read >= low && read <= high;
    return is_sound ? std::string()
                    : "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
  };
  return verb.add_option(name, value, description)->check(refusal)->type_name("N");
}

std::unique_ptr<CLI::App> command_tree(Request& request) {
  auto app = std::make_unique<CLI::App>(
      "Simulates families moving between levels of neglect and tiers of help.", "stepdown");
  app->set_version_flag("--version", std::string("stepdown ") + STEPDOWN_VERSION + "\n\n" +
                                         std::string(honest_use()));
  app->footer(exit_codes);
  app->require_subcommand(0, 1);
  add_verbs(*app, request);
  add_colour_option(*app, request);
  for (CLI::App* command : commands_of(*app)) {
    add_colour_option(*command, request);
  }
  return app;
}

ExitCode run_command_line(int argc, const char* const* argv) {
  Request request;
  request.arguments.assign(argv + std::min(argc, 1), argv + argc);
  request.colour = colour_of_errors(colour_wished(request.arguments));
  const TypedLine line(request.arguments);
  try {
    const ExitCode code = perform(request, line);
    if (!std::cout.flush()) {
      say(Fault::not_readable_or_writable, "the output cannot be written", request.colour,
          "look whether the disk is full, or whoever was to read it has gone");
      return ExitCode::data;
    }
    return code;
  } catch (const ScenarioErrors& errors) {
    say(errors, line, request.colour);
    return ExitCode::usage;
  } catch (const UsageError& error) {
    std::cerr << written(line.at_what_is_named(error.fault(), error.what(), error.advice()),
                         request.colour);
    return ExitCode::usage;
  } catch (const NotComparable& error) {
    say(error, request.colour);
    return ExitCode::not_comparable;
  } catch (const UnusableResults& error) {
    say(Fault::not_readable_or_writable, error.what(), request.colour, error.advice());
    return ExitCode::data;
  } catch (const DataError& error) {
    say(error.fault(), error.what(), request.colour, error.advice());
    return ExitCode::data;
  } catch (const UnusableData& error) {
    say(error.fault(), error.what(), request.colour, error.advice());
    return ExitCode::data;
  } catch (const NoMoreThreads& error) {
    say(Fault::out_of_memory, error.what(), request.colour, "use fewer --threads");
    return ExitCode::internal;
  } catch (const std::bad_alloc&) {
    say(Fault::out_of_memory, "there is not enough memory", request.colour,
        "use fewer --threads: each holds an authority of its own");
    return ExitCode::internal;
  } catch (const std::system_error& error) {
    say(Fault::not_readable_or_writable, error.what(), request.colour,
        "`stepdown doctor` looks at permissions and space");
    return ExitCode::data;
  } catch (const std::exception& error) {
    say(Fault::fault_of_the_program, std::string("a fault of stepdown itself: ") + error.what(),
        request.colour, "please report it with the command you typed");
    return ExitCode::internal;
  }
}

}  // namespace stepdown
