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

/// What is to be said of an answer that rests on so many runs; nothing if they are enough.
std::string caution_on_runs(std::size_t runs);

/// "fewer in 97 of 100 runs": what most runs say of a difference, and how many have no such number.
std::string agreement_in_words(const PairedDifference& difference, std::string_view less,
                               std::string_view more);

/// "in every run", or in which, where they are few or some have no such number.
std::string where_the_same(const PairedDifference& difference);

/// "2 of 40 runs have such a number"
std::string runs_that_have_it(const PairedDifference& difference);

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

/// "38 to 92 fewer", "between 3 fewer and 2 more", "exactly the same": a range of differences in
/// numbers of the scale.
std::string differences_in_words(const AnswerTopic& topic, const AnswerScale& scale, double low,
                                 double high);

}  // namespace stepdown
