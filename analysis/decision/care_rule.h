#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/paired_difference.h"

namespace stepdown {

/// What the rule of every decision says of an option: child-years at levels 4 to 5 without help may
/// not be more in any fifth of areas than under the baseline. `worse`: they are, in some fifth.
/// `no_worse`: in no fifth by as much as 2 of 100 of what the baseline has. `in_doubt`: neither is
/// shown.
enum class Care : unsigned char { no_worse, in_doubt, worse };

/// The fifths of areas, the least deprived first.
inline constexpr std::size_t fifths_of_areas = 5;

/// Columns of the run measures that the rule looks at, by fifth.
std::array<std::size_t, fifths_of_areas> care_columns();

/// How an option stands by the rule, with all fifths and all options that are judged beside it at
/// 95% together.
struct CareVerdict {
  Care care = Care::no_worse;
  std::size_t fifth = 0;        // where it is worst, from 0
  PairedDifference difference;  // there, in children of 100
  double low = 0;               // of the mean difference there
  double high = 0;
};

/// `baseline` and `option` have for each fifth the values of the same runs; `options` are judged
/// together.
CareVerdict judged_care(std::span<const std::vector<double>> baseline,
                        std::span<const std::vector<double>> option, std::size_t options);

/// "no_worse"
std::string name_of(Care care);
/// Why an option is ruled out or in doubt, and how sure that is, in so many of what was counted;
/// empty where it is no worse.
std::string care_in_words(const CareVerdict& verdict, const std::string& option,
                          const std::string& counted = "runs");
/// What is shown of an option that is no worse.
std::string no_worse_in_words(const std::string& option);

/// The rule in one sentence, and what it cannot see.
std::string care_rule_in_words();

}  // namespace stepdown
