#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/outcome_file.h"
#include "analysis/paired_difference.h"

namespace stepdown {

/// Whether a measure counts by where early help ends and social care begins, as official counts
/// do. Where one service does the work of both, that border runs elsewhere.
bool is_official_count(std::string_view measure);

/// How the names of these measures begin, those of months without "month_".
std::vector<std::string_view> beginnings_of_official_counts();

/// The models of service of the scenarios of a results file. Official counts of scenarios with
/// different ones have the same name and another meaning: they are marked and never compared
/// (EV75).
class ServiceModels {
 public:
  explicit ServiceModels(const OutcomeFile& outcomes);

  bool are_comparable(std::string_view measure, std::size_t scenario, std::size_t other) const {
    return models_[scenario] == models_[other] || !is_official_count(measure);
  }
  /// The difference of two scenarios in a measure; an empty one, so marked, if there is no meaning
  /// in it.
  PairedDifference difference(std::string_view measure, std::span<const std::vector<double>> values,
                              std::size_t baseline, std::size_t scenario) const;

 private:
  std::vector<std::string> models_;
};

}  // namespace stepdown
