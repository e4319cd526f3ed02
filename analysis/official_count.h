#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparability.h"
#include "analysis/outcome_file.h"
#include "analysis/paired_difference.h"
#include "analysis/provenance.h"
#include "analysis/study/varied.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// Whether a measure counts by where early help ends and social care begins, as official counts
/// do. Where one service does the work of both, that border runs elsewhere.
bool is_official_count(std::string_view measure);

/// How the names of these measures begin, those of months without "month_".
std::vector<std::string_view> beginnings_of_official_counts();

/// Why official counts of plans with different models of service are not compared, as a clause.
inline constexpr std::string_view why_not_comparable =
    "where early help and children in need are one service, the same name counts something else";

/// The models of service of several scenarios: of a results file, or as they are to be run.
/// Official counts of scenarios with different ones have the same name and another meaning: they
/// are marked and never compared (EV75).
class ServiceModels {
 public:
  explicit ServiceModels(const OutcomeFile& outcomes);
  explicit ServiceModels(const Provenance& provenance);
  explicit ServiceModels(std::span<const Scenario> scenarios);
  /// Of scenarios with these names, and whether each has one service.
  ServiceModels(std::vector<std::string> names, std::vector<bool> have_one_service);

  /// The same where a study gives every scenario these values. One that moves the model itself
  /// gives an official count two meanings from point to point: it is then comparable with nothing,
  /// not even with itself.
  ServiceModels at_points_of(std::span<const Varied> varied) const;

  std::size_t size() const { return names_.size(); }
  const std::vector<std::string>& names() const { return names_; }
  bool has_one_service(std::size_t scenario) const { return have_one_service_[scenario]; }
  bool are_comparable(std::string_view measure, std::size_t scenario, std::size_t other) const {
    return (!differ_by_point_ && have_one_service_[scenario] == have_one_service_[other]) ||
           !is_official_count(measure);
  }
  /// Whether any two of them are.
  bool are_all_comparable(std::string_view measure) const;
  /// The difference of two scenarios in a measure; an empty one, so marked, if there is no meaning
  /// in it.
  PairedDifference difference(std::string_view measure, std::span<const std::vector<double>> values,
                              std::size_t baseline, std::size_t scenario) const;
  PairedDifference difference(std::string_view measure, std::span<const double> of_baseline,
                              std::span<const double> of_scenario, std::size_t baseline,
                              std::size_t scenario) const;
  /// What to throw where these measures would have to be compared: the measures, the plans, why,
  /// and the way out that is given.
  NotComparable refusal(std::span<const std::string> measures, std::string way_out) const;

 private:
  std::vector<std::string> names_;
  std::vector<bool> have_one_service_;
  bool differ_by_point_ = false;
};

}  // namespace stepdown
