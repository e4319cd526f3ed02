#include "cli/decision_work.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "analysis/comparability.h"
#include "analysis/csv_cell.h"
#include "analysis/decision/best_option.h"
#include "analysis/honest_use.h"
#include "analysis/program_digest.h"
#include "analysis/published_file.h"
#include "analysis/text_layout.h"
#include "cli/shell_words.h"

namespace stepdown {
namespace {

constexpr std::size_t digits_in_a_name = 12;
constexpr std::size_t failures_told_singly = 5;

std::string inputs_of_decision(const DecideOptions& options,
                               const std::vector<Scenario>& scenarios) {
  std::string text = command_of(options);
  for (const Scenario& scenario : scenarios) {
    text += '\n' + scenario.name() + '\n' + scenario.source_text();
  }
  return digest_with_program(text);
}

std::filesystem::path journal_in(const std::string& folder, const std::string& inputs) {
  return std::filesystem::path(folder) /
         ("unfinished-" + inputs.substr(0, digits_in_a_name) + ".runs");
}

nlohmann::ordered_json value_in_json(const std::string& text) {
  std::string plain = text;
  std::erase(plain, ',');
  std::size_t read = 0;
  try {
    const double number = std::stod(plain, &read);
    if (read == plain.size()) {
      return number;
    }
  } catch (const std::exception&) {
  }
  return text == "-" ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

}  // namespace

std::vector<Scenario> scenarios_to_decide(const DecideOptions& options, std::size_t least,
                                          std::size_t most) {
  const std::size_t named = options.selection.files.size();
  if (named < least) {
    throw UsageError("`decide " + options.kind + "` needs " +
                         (least == most ? std::string("just") : std::string("at least")) + ' ' +
                         std::to_string(least) + " scenarios, and " + std::to_string(named) +
                         (named == 1 ? " was" : " were") + " named",
                     "name the baseline first, then what is compared with it");
  }
  if (named > most) {
    throw UsageError("`decide " + options.kind + "` takes no more than " + std::to_string(most) +
                         (most == 1 ? " scenario" : " scenarios"),
                     most == 1 ? "what is divided is added to this one"
                               : "name the baseline and one policy; `decide best` chooses among "
                                 "several");
  }
  std::vector<Scenario> scenarios = load_scenarios(*disk_source(), options.selection);
  if (scenarios.size() > 1) {
    check_comparable(scenarios);
  }
  if (scenarios.front().from_day_0().laboratory.system != Laboratory::off) {
    throw UsageError("a laboratory scenario is no plan of an authority",
                     "decide between scenarios of families and services");
  }
  return scenarios;
}

DecisionWork::DecisionWork(const DecideOptions& options, const std::vector<Scenario>& scenarios,
                           const std::vector<Objective>& objectives, std::size_t most_runs)
    : options_(options), scenarios_(scenarios), columns_(columns_of(objectives)) {
  if (options.kind == "budget") {
    const auto cost = std::ranges::find(run_measures(), "cost_total", &Measure::name);
    columns_.push_back(static_cast<std::size_t>(cost - run_measures().begin()));
  }
  const std::string inputs = inputs_of_decision(options, scenarios);
  const std::filesystem::path path = journal_in(options.out, inputs);
  journal_ = std::make_unique<RunJournal>(path, inputs);
  interrupt_ =
      std::make_unique<Interrupt>(UnfinishedWork{path, options.out, false}, journal_->runs() > 0);
  progress_ = std::make_unique<WorkProgress>(progress_style(options.work.progress), std::cerr,
                                             "runs at most", width_of_stderr());
  TrialPlan plan;
  plan.columns = columns_;
  plan.seed = options.work.seed_of_luck();
  plan.threads = options.work.thread_count();
  plan.journal = journal_.get();
  plan.tell = [this, most_runs](std::size_t runs) {
    if (runs > 0) {
      Interrupt::note_saved_run();
    }
    progress_->tell("trying", std::min(runs, most_runs), most_runs);
  };
  trials_ = std::make_unique<OptionTrials>(std::move(plan), interrupt_->asked_to_stop());
}

DecisionMade DecisionWork::made() const {
  const Scenario& first = scenarios_.front();
  const HorizonParameters& horizon = first.from_day_0().horizon;
  DecisionMade made;
  made.command = command_of(options_);
  made.version = STEPDOWN_VERSION;
  made.place = (first.place_title().empty() ? first.title() : first.place_title()) + ", " +
               std::to_string(horizon.years) + " years from 1 April " +
               std::to_string(horizon.start_year);
  made.runs = trials_->runs();
  made.failed = trials_->failed().size();
  for (const Scenario& scenario : scenarios_) {
    made.scenarios.emplace_back(scenario.title(), scenario.source_text());
  }
  made.assumptions = {
      "All runs of the same number have the same luck: the same families meet the same life until "
      "a decision makes the difference.",
      "What was not varied was taken as known. Each uncertain number has a wide range, which "
      "`stepdown explain` shows with its source; `stepdown compare --ensemble` shows what holds "
      "in other worlds that fit the official figures.",
      "An amount is a mean over the whole horizon; less of the measure is taken to be better."};
  return made;
}

std::string DecisionWork::runs_csv() const {
  std::string csv = "option,run";
  for (const std::size_t column : columns_) {
    csv += ',' + std::string(run_measures()[column].name);
  }
  csv += '\n';
  for (std::size_t option = 0; option < trials_->size(); ++option) {
    for (std::size_t run = 0; run < trials_->runs_of(option); ++run) {
      csv += csv_cell(trials_->name(option)) + ',' + std::to_string(run);
      for (const std::size_t column : columns_) {
        csv += ',' + csv_number(trials_->value(option, column, run));
      }
      csv += '\n';
    }
  }
  return csv;
}

void DecisionWork::print(const DecisionTold& told, const DecisionMade& made) const {
  const auto file = [&](const char* name) {
    return (std::filesystem::path(options_.out) / name).string();
  };
  if (options_.work.json) {
    nlohmann::ordered_json json = {
        {"program", "stepdown"},
        {"version", made.version},
        {"honest_use", honest_use_first_sentence()},
        {"question", told.title},
        {"place", made.place},
        {"command", made.command},
        {"runs", made.runs},
        {"failed_runs", made.failed},
        {"answer", told.sentences},
        {"cautions", told.cautions},
        {"rows", nlohmann::ordered_json::array()},
        {"files", {file("decision.html"), file("decision.csv"), file("runs.csv")}}};
    for (const std::vector<HtmlCell>& row : told.table.groups.front().rows) {
      nlohmann::ordered_json object;
      for (std::size_t i = 0; i < row.size(); ++i) {
        object[told.table.columns[i].key] = value_in_json(row[i].text);
      }
      json["rows"].push_back(std::move(object));
    }
    std::cout << json.dump(2) << '\n';
    return;
  }
  std::cout << told.title << ": " << made.place << ", " << made.runs << " runs, seed "
            << options_.work.seed << '\n'
            << honest_use_first_sentence() << " If the assumptions hold, then:\n\n";
  for (const std::string& sentence : told.sentences) {
    std::cout << wrapped(sentence, "- ");
  }
  std::cout << "\nWho must not fare worse\n";
  for (const std::string& caution : told.cautions) {
    std::cout << wrapped(caution, "- ");
  }
  if (const std::string failures = failures_told(made); !failures.empty()) {
    std::cout << wrapped(failures, "- ");
  }
  std::cout << '\n';
  for (const char* name : {"decision.html", "decision.csv", "runs.csv"}) {
    std::cout << "written: " << file(name) << '\n';
  }
}

ExitCode DecisionWork::finish(DecisionTold told) {
  progress_.reset();
  const DecisionMade facts = made();
  const std::filesystem::path folder(options_.out);
  publish_text(folder / "runs.csv", runs_csv());
  publish_text(folder / "decision.csv", decision_csv(told));
  publish_text(folder / "decision.html", decision_page(told, facts));
  journal_->remove();
  print(told, facts);
  const std::vector<FailedRun>& failed = trials_->failed();
  for (std::size_t i = 0; i < std::min(failed.size(), failures_told_singly); ++i) {
    Problem problem;
    problem.fault = Fault::failed_run;
    problem.message = "run " + std::to_string(failed[i].run) + " of " + failed[i].scenario +
                      " failed: " + failed[i].message;
    problem.suggestion = "it was left out; the others are in runs.csv";
    std::cerr << written(problem);
  }
  return failed.empty() ? ExitCode::ok : ExitCode::failed_runs;
}

ExitCode DecisionWork::stopped() {
  progress_.reset();
  journal_->sync();
  std::cerr << "stopped: " << trials_->runs() << " runs are complete and saved in " << options_.out
            << "\n  = this goes on from there: " << command_of(options_) << " --out "
            << shell_word(options_.out) << '\n';
  return ExitCode::interrupted;
}

}  // namespace stepdown
