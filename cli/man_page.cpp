#include "cli/man_page.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "analysis/honest_use.h"
#include "cli/command_line.h"
#include "cli/option_tree.h"

namespace stepdown {
namespace {

/// A text as troff takes it: no line may begin as a command, and hyphens of options stay hyphens.
std::string plain(const std::string& text) {
  std::string escaped;
  for (const char letter : text) {
    escaped += letter == '\\' ? "\\e" : letter == '-' ? "\\-" : std::string(1, letter);
  }
  return escaped.starts_with('.') || escaped.starts_with('\'') ? "\\&" + escaped : escaped;
}

/// Lines of at most 80 characters, as is the custom in the sources of manual pages.
std::string folded(const std::string& text) {
  constexpr std::size_t widest = 80;
  std::string lines;
  std::size_t start = 0;
  while (text.size() - start > widest) {
    const std::size_t blank = text.rfind(' ', start + widest);
    if (blank == std::string::npos || blank <= start) {
      break;
    }
    lines += text.substr(start, blank - start) + '\n';
    start = blank + 1;
  }
  return lines + text.substr(start);
}

std::string bold(const std::string& text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(const std::string& text) { return "\\fI" + plain(text) + "\\fR"; }

std::string synopsis_of(CLI::App& verb) {
  std::string text = bold("stepdown " + name_of(verb));
  for (const CLI::Option* word : words_taken_by(verb)) {
    const std::string name = italic(value_name(*word));
    const std::string several = word->get_items_expected_max() > 1 ? "..." : "";
    text += word->get_required() ? ' ' + name + several : " [" + name + several + ']';
  }
  return text + " [options]";
}

std::string described(CLI::Option& option) {
  std::string answers;
  for (const std::string& answer : answers_of(option)) {
    answers += (answers.empty() ? "" : ", ") + answer;
  }
  const std::string text = option.get_description();
  const bool names_them = answers.empty() || text.find(':') != std::string::npos;
  return folded(plain(text + (names_them ? "" : ": " + answers)) + ".\n");
}

std::string option_entry(CLI::Option& option) {
  std::string head = bold(name_of(option));
  if (takes_a_value(option)) {
    head += ' ' + italic(value_name(option));
  }
  return ".TP\n" + head + '\n' + described(option);
}

std::string verb_section(CLI::App& verb) {
  std::string text = ".SS " + plain(name_of(verb)) + "\n" + synopsis_of(verb) + "\n.PP\n" +
                     folded(plain(verb.get_description()) + ".\n");
  for (CLI::Option* option : options_of(verb)) {
    const std::string name = name_of(*option);
    if (name != "--help" && name != "--color") {
      text += option_entry(*option);
    }
  }
  return text;
}

constexpr const char* description =
    "Simulates the families of an English local authority, moving between five levels of neglect "
    "and six tiers of help, and compares what the authority may decide: thresholds, caseloads, "
    "waiting lists, and how help ends. Every comparison is made many times with the same luck for "
    "all that is compared.\n";

constexpr const char* rest =
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nDone.\n"
    ".TP\n.B 2\nA mistyped command line or an invalid scenario file.\n"
    ".TP\n.B 3\nInput data, or a file or folder that cannot be read or written.\n"
    ".TP\n.B 4\nSome runs failed; the others are saved.\n"
    ".TP\n.B 5\nRuns that cannot be compared.\n"
    ".TP\n.B 70\nA fault of the program.\n"
    ".TP\n.B 130\nInterrupted by Ctrl\\-C.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B NO_COLOR\nIf set and not empty, nothing is coloured.\n"
    ".TP\n.B TERM\nA terminal called dumb is told progress line by line and without colours.\n"
    ".TP\n.B TMPDIR\nWhere results are kept while a comparison without \\fB\\-\\-out\\fR runs.\n"
    ".SH FILES\n"
    "Scenario files are TOML and say of what kind they are:\n"
    "a base (the world with nothing decided),\n"
    "a place (the facts of an authority, with sources),\n"
    "a policy (what is decided; it extends a base),\n"
    "a member (another world that fits the official figures as well),\n"
    "a fit (the world fitted to the figures of one authority)\n"
    "or a laboratory (a textbook system).\n"
    "\\fBstepdown init\\fR writes some to begin with;\n"
    "\\fBstepdown schema\\fR prints a schema for editors.\n"
    ".SH EXAMPLES\n"
    ".TP\nA small comparison, finished in seconds:\n.B stepdown demo\n"
    ".TP\nA project of one's own:\n.B stepdown init our_project\n"
    ".TP\nWhat changes if support is tapered, in Coventry:\n"
    ".B stepdown compare base.toml policies/tapered.toml \\-\\-place coventry\n"
    ".TP\nWhat a setting, a measure or an error code is:\n"
    ".B stepdown explain caseload.social_worker_cap\n";

}  // namespace

std::string man_page(CLI::App& app) {
  std::string text = std::string(".\\\" Written by `stepdown man`; do not edit.\n") +
                     ".TH STEPDOWN 1 \"\" \"stepdown " + STEPDOWN_VERSION +
                     "\" \"User Commands\"\n"
                     ".SH NAME\nstepdown \\- families between levels of neglect and tiers of help, "
                     "simulated\n.SH SYNOPSIS\n";
  for (CLI::App* verb : commands_of(app)) {
    text += synopsis_of(*verb) + "\n.br\n";
  }
  text += bold("stepdown") + " [" + bold("--help") + " | " + bold("--version") + "]\n";
  text += ".SH DESCRIPTION\n" + folded(description) + ".PP\n" +
          folded(plain(std::string(honest_use_first_sentence()))) +
          "\n.SH VERBS\nEvery verb takes " + bold("--help") + " and " + bold("--color") + ' ' +
          italic("WHEN") + "\n(auto, always or never).\n";
  for (CLI::App* verb : commands_of(app)) {
    text += verb_section(*verb);
  }
  return text + rest;
}

void add_man(CLI::App& app, Request& request) {
  CLI::App* verb = app.add_subcommand("man", "Prints the manual page: stepdown man | man -l -");
  verb->callback([&app, &request] {
    request.action = [&app] {
      std::cout << man_page(app);
      return ExitCode::ok;
    };
  });
}

}  // namespace stepdown
