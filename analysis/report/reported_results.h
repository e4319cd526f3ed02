#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/comparison.h"
#include "analysis/ensemble_answer.h"
#include "analysis/outcome_file.h"
#include "analysis/resolved_settings.h"
#include "model/parameters/registry.h"

namespace stepdown {

/// Results of which no report can be made, because they hold nothing that may be compared; with a
/// way out.
class NotReportable : public std::runtime_error {
 public:
  NotReportable(const std::string& message, std::string advice)
      : std::runtime_error(message), advice_(std::move(advice)) {}
  const std::string& advice() const { return advice_; }

 private:
  std::string advice_;
};

/// One of the compared plans as the results keep it: its settings are those that differ from the
/// registry, as they are written in files.
struct ReportedPlan {
  std::string name;
  std::string title;
  std::string question;
  std::string text;
  SettingLines settings;
  SettingLines before_day_0;  // where it was otherwise before
  SettingLines sources;       // where a file states one
  std::string evidence;       // rows: "EV43 EV67"
  std::size_t row = 0;        // in the results

  /// As a scenario file would write it.
  std::string value_of(const Parameter& parameter) const;
  /// Whether the option that the parameter belongs to has the answer that gives it a meaning.
  bool uses(const Parameter& parameter) const;
};

/// What a report says besides outcomes: who was compared, where, when, and how it was made.
struct ReportedFacts {
  std::string version;
  std::string command;
  std::uint64_t seed = 0;
  std::string place;  // as its file titles it; empty without a place
  std::vector<OfficialFigure> official;
  int start_year = 0;
  int years = 0;
  std::size_t runs = 0;    // in each world
  std::string world;       // the first of several; empty where one was run
  bool is_fitted = false;  // the worlds fit the place's own figures
  std::string runs_until;  // why so many runs; empty where their number was given
};

/// "fit the official figures about as well", or Kent's own figures: what all worlds of the results
/// do.
std::string what_worlds_fit(const ReportedFacts& facts);

/// All that the sections of a report are made of: one results file and nothing else. The baseline
/// is the first plan; plans are called by their titles in sentences.
class ReportedResults {
 public:
  /// `order` are names of scenarios, the baseline first; those not named follow. Throws
  /// NotReportable; std::system_error for a file that cannot be read or used.
  ReportedResults(const std::filesystem::path& path, const std::vector<std::string>& order);

  const ReportedFacts& facts() const { return facts_; }
  const std::vector<ReportedPlan>& plans() const { return plans_; }
  /// In the first world, and in every one.
  const Comparison& comparison() const { return worlds_.front().comparison; }
  const std::vector<WorldComparison>& worlds() const { return worlds_; }
  const OutcomeFile& outcomes() const { return outcomes_; }

  /// Whether the file has that measure, of run or month.
  bool has(std::string_view measure) const;
  /// One value a run in the first world, plan by plan in the order of `plans`.
  std::vector<std::vector<double>> values(std::string_view measure) const;
  /// One value a month in the first world, run after run, plan by plan.
  std::vector<std::vector<double>> monthly_values(std::string_view measure) const;

 private:
  void read_facts();
  void put_in_order(const std::vector<std::string>& order);

  OutcomeFile outcomes_;
  ReportedFacts facts_;
  std::vector<ReportedPlan> plans_;
  std::vector<std::string> measures_;
  std::vector<WorldComparison> worlds_;
};

/// The scenarios in a results file, in its order; throws as ReportedResults does.
std::vector<std::string> scenarios_in(const std::filesystem::path& path);

}  // namespace stepdown
