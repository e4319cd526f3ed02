#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparison.h"

namespace stepdown {

/// What a comparison says in sentences about one scenario against the baseline, for a person who
/// decides: return of need and lateness first, then waiting and escalation, official re-referral
/// only after them and never without its caveat. Numbers are rounded by the width of the 90% range;
/// what fewer than 90% of runs agree on is too close to call.
std::vector<std::string> answer_sentences(const Comparison& comparison, std::size_t scenario);

/// How a sentence speaks of a measure. A share of people ("of_every") is told as so many of every
/// hundred or more of them, anything else as an amount of `unit`.
struct AnswerTopic {
  std::string_view measure;
  std::string_view title;
  std::string_view of_every;
  std::string_view what;
  std::string_view unit;
  std::string_view less;
  std::string_view more;
  std::string_view caveat = {};
};

/// The measures that have a sentence, in their order.
std::span<const AnswerTopic> answer_topics();
std::vector<std::string_view> answered_measures();

/// The unit in which a sentence tells differences of a topic: of so many people (0 for an amount),
/// in numbers that are `scale` times those of the measure, rounded to `grain`.
struct AnswerScale {
  double people = 0;
  double scale = 1;
  double grain = 0;
};

/// That for differences between `low` and `high`, in the measure's own numbers.
AnswerScale scale_of_answer(const AnswerTopic& topic, double low, double high);

/// "38 to 92 fewer", "between 3 fewer and 2 more": a range of differences in numbers of the scale.
std::string differences_in_words(const AnswerTopic& topic, const AnswerScale& scale, double low,
                                 double high);

}  // namespace stepdown
