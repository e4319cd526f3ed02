#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/sensitivity/morris_design.h"
#include "analysis/sensitivity/sobol_design.h"
#include "analysis/study/study_plan.h"

namespace stepdown {

/// How it is found out what an answer hangs on: by shares of its spread (Sobol), by moving one
/// setting at a time (Morris), or from runs that are there already.
enum class SensitivityMethod : std::uint8_t { sobol, morris, given_data };

/// "sobol", "morris", "given_data"
std::string name_of(SensitivityMethod method);

/// A setting, or several that are moved together under one name.
struct Factor {
  std::string name;
  std::vector<std::size_t> inputs;  // places among the varied settings
};

/// A study of what an answer hangs on, as far as its points depend on it.
struct SensitivityDesign {
  SensitivityMethod method = SensitivityMethod::sobol;
  std::vector<Factor> factors = {};
  std::size_t rows = 16;  // of each scramble: base rows of Sobol's, walks of Morris's method
  std::size_t scrambles = 16;
  bool second_order = false;
  bool common_luck = false;  // the evaluations of a row share their luck, replicate by replicate
  std::uint64_t seed = 1;

  std::size_t all_rows() const { return rows * scrambles; }
  SobolPlan sobol() const;
  MorrisPlan morris() const;
  /// How many points it tries.
  std::size_t points() const;
};

/// Fills in what a plan of the study has beyond scenarios and measures: points with their luck, and
/// what has to be known to read its runs.
void note_design(const SensitivityDesign& design, StudyPlan& plan);

/// What `note_design` noted. A plan of another verb is UnusableResults.
SensitivityDesign design_of(const StudyPlan& plan, const std::filesystem::path& folder);

}  // namespace stepdown
