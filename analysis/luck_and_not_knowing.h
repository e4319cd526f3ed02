#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/answer.h"
#include "analysis/outcome_file.h"
#include "analysis/variance_split.h"

namespace stepdown {

/// Why one measure is uncertain where several worlds were run: under each plan by itself, and as
/// each plan's paired difference from the first, which by itself differs by nothing.
struct MeasureSplit {
  std::string measure;
  std::vector<VarianceSplit> own;
  std::vector<VarianceSplit> from_baseline;
};

/// Of those run measures that the results have and that an answer speaks of or that belong to one
/// of the groups; `scenarios` are names in the file, the baseline first. Of a difference that has
/// no meaning nothing is known.
std::vector<MeasureSplit> split_measures(const OutcomeFile& outcomes,
                                         const std::vector<std::string>& scenarios,
                                         std::span<const Measure> measures,
                                         std::span<const MeasureGroup> groups = {});

/// The split of a measure; null where there is none.
const MeasureSplit* split_called(std::span<const MeasureSplit> splits, std::string_view measure);

/// Which of the two is more of the uncertainty.
enum class MoreUncertain : unsigned char { unknown, nothing, luck, both, not_knowing };

MoreUncertain more_uncertain(const VarianceSplit& split);

/// Whether more runs would help, in one sentence: "Most of the uncertainty is not knowing: more
/// runs will not reduce it."
std::string advice_on(const VarianceSplit& split);

/// The two widths of a topic's difference in the unit of its sentence, as texts: "12" and "40".
struct SplitInWords {
  std::string luck;
  std::string not_knowing;
  std::string unit;  // "children", "of every 1,000 referrals"
};
SplitInWords in_words(const AnswerTopic& topic, const VarianceSplit& split);

/// For a person who decides: for each headline measure of an answer how wide luck alone would
/// spread the difference of one scenario from the baseline, and how wide not knowing.
std::vector<std::string> split_sentences(std::span<const MeasureSplit> splits,
                                         std::size_t scenario);

}  // namespace stepdown
