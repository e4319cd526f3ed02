#include "analysis/sensitivity/influence_words.h"

#include <algorithm>

#include "analysis/answer.h"
#include "analysis/study/setting_words.h"

namespace stepdown {

std::string words_of_factor(const SensitivityResults& results, std::size_t factor) {
  const Factor& asked = results.design.factors[factor];
  if (asked.inputs.size() == 1) {
    return words_of_setting(*results.varied[asked.inputs.front()].parameter);
  }
  std::string names;
  for (const std::size_t input : asked.inputs) {
    names += (names.empty() ? "" : ", ") + results.varied[input].name();
  }
  return asked.name + " (" + names + ')';
}

std::string words_of_outcome(const SensitivityResults& results, const ExplainedOutcome& outcome) {
  const auto topic =
      std::ranges::find(answer_topics(), outcome.measure->name, &AnswerTopic::measure);
  const std::string words(topic == answer_topics().end() ? outcome.measure->long_name
                                                         : topic->title);
  const auto& scenarios = results.provenance.scenarios;
  if (outcome.baseline) {
    return words + ", " + scenarios[outcome.scenario].title + " against " +
           scenarios[*outcome.baseline].title;
  }
  return results.compares() ? words + " under " + scenarios[outcome.scenario].title : words;
}

std::string not_compared_in_words(const SensitivityResults& results) {
  std::string names;
  for (const Measure* const measure : results.found.not_compared) {
    names += (names.empty() ? "" : ", ") + std::string(measure->name);
  }
  return names.empty() ? names
                       : "Not compared: " + names + "; " + std::string(why_not_comparable) + '.';
}

}  // namespace stepdown
