#include "cli/decide.h"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>

#include "cli/decide_options.h"
#include "cli/experiment_command.h"
#include "cli/shell_words.h"

namespace stepdown {
namespace {

constexpr long long most_runs = 1'000'000;
constexpr long long most_points = 65'536;

struct Question {
  const char* name;
  const char* what;
  long long runs;
  const char* about_runs;
  ExitCode (*decide)(const DecideOptions&);
};

constexpr Question kinds[] = {
    {"best", "Which of several plans is best, with as few runs as it takes", 1000,
     "Runs of each plan at most [1000]", decide_best},
    {"budget", "How to divide posts or money between teams", 500,
     "Runs of each division at most [500]", decide_budget},
    {"break-even", "From which value of an uncertain effect on a policy pays", 60,
     "Runs of each plan at each value [60]", decide_break_even},
    {"discover", "In which worlds a policy loses, in plain words", 2,
     "Runs of each plan in each world [2]", decide_discover},
    {"worth", "What it is worth to know more before deciding", 2,
     "Runs of each plan in each world [2]", decide_worth},
};

std::string refusal_of_amount(const std::string& text) {
  double read = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, read);
  const bool is_sound = failure == std::errc() && stop == end && read > 0 && std::isfinite(read);
  return is_sound ? "" : "a number above 0";
}

void add_choice_options(CLI::App& verb, DecideOptions& options) {
  verb.add_option("--smallest-difference-that-matters", options.smallest_difference,
                  "Options no further apart in the measure are equally good [a tenth of the gap "
                  "between the best and the worst in the first runs]")
      ->check(refusal_of_amount)
      ->type_name("X");
  verb.add_option("--confidence", options.confidence, "How sure to be of the choice [0.95]")
      ->check(CLI::Range(0.5, 0.999))
      ->type_name("SHARE");
}

void add_budget_options(CLI::App& verb, DecideOptions& options) {
  verb.add_option("--move", options.move,
                  "Teams between which to divide: levers such as "
                  "workforce.additional_key_workers, with commas between them")
      ->required()
      ->delimiter(',')
      ->type_name("LEVER[,LEVER...]")
      ->allow_extra_args(false);
  add_count_option(verb, "--posts", options.posts, 1, 10'000, "Posts to divide");
  verb.add_option("--money", options.money,
                  "Pounds a year to divide, at the costs of posts in the base")
      ->check(refusal_of_amount)
      ->type_name("POUNDS");
  add_count_option(verb, "--ways", options.most_options, 2, 200,
                   "Ways to divide that are tried at most [30]");
}

void add_vary_option(CLI::App& verb, DecideOptions& options) {
  verb.add_option("--vary", options.vary,
                  "A setting that nobody knows: NAME=LOW..HIGH, or the name alone for its whole "
                  "range; may be repeated")
      ->type_name("NAME=LOW..HIGH")
      ->take_all()
      ->allow_extra_args(false);
}

void add_kind(CLI::App& decide, Request& request, const Question& kind) {
  const auto options = std::make_shared<DecideOptions>();
  options->kind = kind.name;
  options->runs = kind.runs;
  CLI::App* verb = decide.add_subcommand(kind.name, kind.what);
  add_scenario_options(*verb, options->selection);
  verb->add_option("--measure", options->measures,
                   "What is decided on, less being better [child_years_level_3_to_5]; repeated: "
                   "no option may be worse in the others")
      ->type_name("NAME")
      ->take_all()
      ->allow_extra_args(false);
  if (options->kind == "best" || options->kind == "budget") {
    add_choice_options(*verb, *options);
  }
  if (options->kind == "budget") {
    add_budget_options(*verb, *options);
  }
  if (options->kind != "best" && options->kind != "budget") {
    add_vary_option(*verb, *options);
  }
  if (options->kind == "discover" || options->kind == "worth") {
    options->points = 256;
    add_count_option(*verb, "--points", options->points, 64, most_points, "Worlds to try [256]");
  }
  add_count_option(*verb, "--runs", options->runs, options->points > 0 ? 1 : 30, most_runs,
                   kind.about_runs);
  verb->add_option("--out", options->out, "Folder to write the decision to")
      ->required()
      ->type_name("FOLDER");
  add_work_options(*verb, options->work);
  verb->callback([&request, options, run = kind.decide] {
    request.action = [options, run] { return run(*options); };
  });
}

/// That reads back as the same number.
std::string plain(double value) {
  std::array<char, 400> text;  // of the smallest and the largest number
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
  return {text.data(), end};
}

}  // namespace

std::string command_of(const DecideOptions& options) {
  std::string command = "stepdown decide " + options.kind;
  const auto add = [&](const std::string& option, const std::string& value) {
    command += ' ' + option + ' ' + shell_word(value);
  };
  for (const std::string& file : options.selection.files) {
    command += ' ' + shell_word(file);
  }
  if (!options.selection.place.empty()) {
    add("--place", options.selection.place);
  }
  if (options.selection.member) {
    command += ' ' + option_of_member(*options.selection.member);
  }
  if (options.selection.fit) {
    command += ' ' + option_of_fit(*options.selection.fit);
  }
  for (const std::string& setting : options.selection.settings) {
    add("--set", setting);
  }
  for (const std::string& measure : options.measures) {
    add("--measure", measure);
  }
  for (const std::string& vary : options.vary) {
    add("--vary", vary);
  }
  std::string levers;
  for (const std::string& lever : options.move) {
    levers += (levers.empty() ? "" : ",") + lever;
  }
  if (!levers.empty()) {
    add("--move", levers);
    add(options.posts > 0 ? "--posts" : "--money",
        options.posts > 0 ? std::to_string(options.posts) : plain(options.money));
    add("--ways", std::to_string(options.most_options));
  }
  if (options.smallest_difference > 0) {
    add("--smallest-difference-that-matters", plain(options.smallest_difference));
  }
  if (options.kind == "best" || options.kind == "budget") {
    add("--confidence", plain(options.confidence));
  }
  if (options.points > 0) {
    add("--points", std::to_string(options.points));
  }
  add("--runs", std::to_string(options.runs));
  add("--seed", std::to_string(options.work.seed));
  return command;
}

void add_decide(CLI::App& app, Request& request) {
  CLI::App* verb = app.add_subcommand(
      "decide", "Chooses between plans, divides a budget, and says on what that hangs");
  verb->require_subcommand(1);
  for (const Question& kind : kinds) {
    add_kind(*verb, request, kind);
  }
}

}  // namespace stepdown
