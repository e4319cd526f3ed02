#include "cli/experiment.h"

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <iterator>
#include <memory>
#include <system_error>
#include <tuple>

#include "analysis/outcome_writer.h"
#include "analysis/program_digest.h"
#include "analysis/run_journal.h"
#include "analysis/summary_csv.h"
#include "cli/experiment_command.h"
#include "cli/interrupt.h"
#include "cli/run_folder.h"
#include "cli/runs_under_way.h"
#include "model/contract.h"
#include "scenarios/scenario_library.h"

namespace stepdown {
namespace {

constexpr std::size_t failures_told = 10;

std::vector<Draw> single_draw(const ExperimentOptions& options,
                              const std::vector<Scenario>& scenarios) {
  const auto& [member, fit] = std::tie(options.selection.member, options.selection.fit);
  return {member ? Draw{stem_of(member->path), scenarios, option_of_member(*member)}
          : fit  ? Draw{stem_of(fit->path), scenarios, option_of_fit(*fit)}
                 : Draw{name_of_base_draw, scenarios}};
}

std::vector<Measure> measures_of_runs(const std::vector<Measure>& stored) {
  std::vector<Measure> of_run;
  std::ranges::copy_if(stored, std::back_inserter(of_run),
                       [](const Measure& measure) { return !measure.monthly; });
  return of_run;
}

std::vector<Measure> stored_in(const std::vector<Draw>& draws) {
  return stored_measures(draws.front().scenarios.front().from_day_0());
}

// Whoever named no folder does not know that there may be another one, or none.
std::unique_ptr<RunJournal> opened_journal(const RunFolder& folder, const std::string& inputs) {
  try {
    return std::make_unique<RunJournal>(folder.journal(), inputs);
  } catch (const std::system_error& error) {
    if (!folder.is_named_by_inputs()) {
      throw;
    }
    throw std::system_error(error.code(),
                            "results cannot be kept in " + folder.path().string() +
                                " (--out names another folder, --print-only keeps none)");
  }
}

bool has_results_of_others(const std::filesystem::path& results, const Provenance& provenance,
                           std::size_t runs) {
  if (!std::filesystem::exists(results)) {
    return false;
  }
  try {
    const OutcomeFile file(results);
    return inputs_of(file.provenance()) != inputs_of(provenance) || file.runs() > runs;
  } catch (const std::system_error&) {
    return true;
  }
}

}  // namespace

Experiment::Experiment(std::string verb, const ExperimentOptions& options,
                       const std::vector<Scenario>& scenarios, const DayZeroMaker& make_world)
    : Experiment(std::move(verb), options, single_draw(options, scenarios), make_world) {}

Experiment::Experiment(std::string verb, const ExperimentOptions& options, std::vector<Draw> draws,
                       const DayZeroMaker& make_world)
    : Experiment(std::move(verb), options, WorldsToRun{std::move(draws), {}}, make_world) {}

Experiment::Experiment(std::string verb, const ExperimentOptions& options, WorldsToRun worlds,
                       const DayZeroMaker& make_world)
    : verb_(std::move(verb)), options_(options), draws_(std::move(worlds.draws)) {
  std::ranges::transform(draws_.front().scenarios, std::back_inserter(names_), &Scenario::name);
  provenance_ = provenance_of(draws_, static_cast<std::uint64_t>(options.seed));
  provenance_.fitted_by = worlds.fitted_by;
  provenance_.version = STEPDOWN_VERSION;
  provenance_.command = canonical_command(verb_, options_, names_);
  const std::string inputs =
      digest_with_program(inputs_of(provenance_) + std::to_string(options.first_run) + ' ' +
                          std::to_string(options.runs) + until_in_text());
  enough_runs_ = runs_asked();
  runs_until();  // what is wrong with a wish is told before anything is made
  const RunFolder folder(options_, inputs);
  if (!read_again(folder)) {
    run(folder, inputs, make_world);
  }
}

Experiment::~Experiment() = default;

std::string Experiment::until_in_text() const {
  std::string text;
  for (const std::string& wish : options_.until) {
    text += ' ' + wish;
  }
  return text.empty() ? text : text + " from " + names_.front();
}

std::optional<RunsUntil> Experiment::runs_until() const {
  if (options_.until.empty()) {
    return {};
  }
  const ServiceModels models(provenance_);
  const auto baseline = std::ranges::find(models.names(), names_.front()) - models.names().begin();
  return RunsUntil(read_until(options_.until, stored_in(draws_), verb_ != "run"), models,
                   static_cast<std::size_t>(baseline));
}

bool Experiment::read_again(const RunFolder& folder) {
  // A journal beside the results tells that not all was written after them.
  if (!folder.is_named_by_inputs() || !std::filesystem::exists(folder.results()) ||
      std::filesystem::exists(folder.journal())) {
    return false;
  }
  try {
    const OutcomeFile file(folder.results());
    const bool are_all_there =
        options_.until.empty() ? file.runs() == runs_asked() : file.runs() <= runs_asked();
    if (inputs_of(file.provenance()) != inputs_of(provenance_) || !are_all_there ||
        !file.failed_runs().empty()) {
      return false;
    }
    enough_runs_ = file.runs();
  } catch (const std::system_error&) {
    return false;  // it is made again
  }
  is_read_again_ = true;
  saved_runs_ = draws_.size() * enough_runs_;
  read_results(folder.results());
  files_ = {folder.results()};
  if (std::filesystem::exists(folder.summary())) {
    files_.push_back(folder.summary());
  }
  return true;
}

void Experiment::run(const RunFolder& folder, const std::string& inputs,
                     const DayZeroMaker& make_world) {
  journal_ = opened_journal(folder, inputs);
  RunJournal& journal = *journal_;
  const Interrupt interrupt({journal.path(), folder.path(), folder.is_temporary()},
                            journal.runs() > 0);
  std::optional<RunsUntil> until = runs_until();
  make_missing_runs(journal, options_, draws_, until ? &*until : nullptr, make_world,
                    interrupt.asked_to_stop());
  saved_runs_ = journal.runs();
  if (until && until->is_enough()) {
    enough_runs_ = saved_runs_;
  }
  if (saved_runs_ == 0) {
    return;
  }
  if (!is_complete()) {
    journal.sync();
    saved_in_ = folder.is_temporary() ? std::filesystem::path() : folder.path();
    write_what_there_is(folder, journal);
    return;
  }
  if (until) {
    provenance_.runs_until = until->in_words();
  }
  write_results(journal, folder.results());
  read_results(folder.results());
  if (!folder.is_temporary()) {
    files_ = {folder.results()};
    if (draws_.size() == 1) {
      publish_summary_csv(OutcomeFile(folder.results()), folder.summary(),
                          measures_of_runs(stored_in(draws_)));
      files_.push_back(folder.summary());
    }
  }
}

void Experiment::write_results(const RunJournal& journal, const std::filesystem::path& path) {
  OutcomeWriter writer(path, provenance_, stored_in(draws_));
  std::size_t number = 0;
  failed_.clear();
  journal.each([&](const SavedRun& run) {
    const std::size_t draw = number / runs_asked();
    const std::size_t in_draw = number % runs_asked();
    expects(run.draw == draw && run.run == static_cast<std::size_t>(options_.first_run) + in_draw,
            "saved runs are in their order");
    if (in_draw == 0 && draw > 0) {
      writer.begin_next_draw();
    }
    writer.take(run.finished());
    for (const FailedRun& failed : run.failed) {
      failed_.push_back({draw, failed});
    }
    ++number;
  });
  writer.finish();
}

// The runs of one world are worth looking at however few they are; of an ensemble they would be
// those of its first worlds.
void Experiment::write_what_there_is(const RunFolder& folder, const RunJournal& journal) {
  if (draws_.size() > 1) {
    return;
  }
  ExperimentOptions nothing_kept;
  nothing_kept.print_only = true;
  const RunFolder aside(nothing_kept, {});
  const bool is_kept = !folder.is_temporary() &&
                       !has_results_of_others(folder.results(), provenance_, journal.runs());
  const RunFolder& chosen = is_kept ? folder : aside;
  write_results(journal, chosen.results());
  read_results(chosen.results());
  if (is_kept) {
    publish_summary_csv(OutcomeFile(folder.results()), folder.summary(),
                        measures_of_runs(stored_in(draws_)));
    files_ = {folder.results(), folder.summary()};
  }
}

void Experiment::read_results(const std::filesystem::path& path) {
  const OutcomeFile outcomes(path);
  runs_ = outcomes.runs();
  provenance_.runs_until = outcomes.provenance().runs_until;
  for (std::size_t draw = 0; draw < draws_.size(); ++draw) {
    comparisons_.push_back(compare(outcomes, names_, measures_of_runs(stored_in(draws_)), draw));
  }
  if (draws_.size() > 1) {
    splits_ =
        split_measures(outcomes, names_, measures_of_runs(stored_in(draws_)), options_.shown());
  }
}

void Experiment::print_files(std::ostream& out) const {
  for (const auto& file : files_) {
    out << (is_read_again_ ? "from an earlier run of the same: " : "written: ") << file.string()
        << '\n';
  }
}

ExitCode Experiment::conclude() const {
  for (std::size_t i = 0; i < std::min(failed_.size(), failures_told); ++i) {
    const auto& [draw, failed] = failed_[i];
    Problem problem;
    problem.fault = Fault::failed_run;
    problem.message = "run " + std::to_string(failed.run) + " of " + failed.scenario +
                      (draws_.size() > 1 ? " in " + draws_[draw].name : "") +
                      " failed: " + failed.message;
    problem.suggestion =
        "this repeats it alone: " + command_of_run(options_, names_, failed, draws_[draw]);
    std::cerr << written(problem);
  }
  if (failed_.size() > failures_told) {
    std::cerr << "and " << failed_.size() - failures_told << " more failed runs\n";
  }
  if (!is_complete()) {
    conclude_interrupted();
    return ExitCode::interrupted;
  }
  expect_files();
  if (journal_) {
    journal_->remove();
  }
  return failed_.empty() ? ExitCode::ok : ExitCode::failed_runs;
}

void Experiment::expect_files() const {
  for (const auto& file : files_) {
    if (!std::filesystem::exists(file)) {
      throw std::system_error(ENOENT, std::generic_category(),
                              file.string() + " was written, and taken away before the end");
    }
  }
}

void Experiment::conclude_interrupted() const {
  std::cerr << "stopped: " << saved_runs_ << " of " << (options_.until.empty() ? "" : "at most ")
            << draws_.size() * runs_asked() << " runs are complete";
  if (saved_in_.empty()) {
    std::cerr << '\n';
    return;
  }
  std::cerr << " and saved in " << saved_in_.string()
            << "\n  = this goes on from there: " << command_again(verb_, options_) << '\n';
}

}  // namespace stepdown
