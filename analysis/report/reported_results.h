#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparison.h"
#include "analysis/outcome_file.h"
#include "model/parameters/registry.h"

namespace stepdown {

/// A results file that no report can be made of, with the reason and a way out.
class NotReportable : public std::runtime_error {
 public:
  enum class Why : unsigned char { unreadable, not_comparable };
  NotReportable(Why why, const std::string& message, std::string advice)
      : std::runtime_error(message), why_(why), advice_(std::move(advice)) {}
  Why why() const { return why_; }
  const std::string& advice() const { return advice_; }

 private:
  Why why_;
  std::string advice_;
};

/// One of the compared plans as the results keep it: its settings are those that differ from the
/// registry, as they are written in files.
struct ReportedPlan {
  std::string name;
  std::string title;
  std::string text;
  std::map<std::string, std::string, std::less<>> settings = {};
  std::size_t row = 0;  // in the results

  /// As a scenario file would write it.
  std::string value_of(const Parameter& parameter) const;
  double number_of(std::string_view parameter) const;
};

/// What a report says besides outcomes: who was compared, where, when, and how it was made.
struct ReportedFacts {
  std::string version;
  std::string command;
  std::uint64_t seed = 0;
  std::string place;  // as its file titles it, or the name of the place; empty for the base's own
  int start_year = 0;
  int years = 0;
  std::size_t runs = 0;
};

/// All that the sections of a report are made of: one results file and nothing else. The baseline
/// is the first plan; plans are called by their titles in sentences.
class ReportedResults {
 public:
  /// `order` are names of scenarios, the baseline first; those not named follow. Throws
  /// NotReportable; std::system_error when the file cannot be read.
  ReportedResults(const std::filesystem::path& path, const std::vector<std::string>& order);

  const ReportedFacts& facts() const { return facts_; }
  const std::vector<ReportedPlan>& plans() const { return plans_; }
  const Comparison& comparison() const { return comparison_; }
  const OutcomeFile& outcomes() const { return outcomes_; }

  /// Whether the file has that measure, of run or month.
  bool has(std::string_view measure) const;
  /// One value a run, plan by plan in the order of `plans`.
  std::vector<std::vector<double>> values(std::string_view measure) const;
  /// One value a month, run after run, plan by plan.
  std::vector<std::vector<double>> monthly_values(std::string_view measure) const;

 private:
  void read_facts(const std::filesystem::path& path);
  void put_in_order(const std::vector<std::string>& order);

  OutcomeFile outcomes_;
  ReportedFacts facts_;
  std::vector<ReportedPlan> plans_;
  std::vector<std::string> measures_;
  Comparison comparison_;
};

/// The scenarios in a results file, in its order; throws as ReportedResults does.
std::vector<std::string> scenarios_in(const std::filesystem::path& path);

}  // namespace stepdown
