#include "analysis/sensitivity/influence_words.h"

#include <algorithm>

#include "analysis/answer.h"

namespace stepdown {

namespace {

// "child in need" of "help.child_in_need.easing": many settings exist once for each tier.
std::string part_of(const Parameter& parameter) {
  const std::string name(parameter.name);
  const std::size_t first = name.find('.');
  const std::size_t last = name.rfind('.');
  if (first == last) {
    return "";
  }
  std::string part = name.substr(first + 1, last - first - 1);
  std::ranges::replace(part, '_', ' ');
  return part;
}

}  // namespace

std::string words_of_setting(const Parameter& parameter) {
  const std::string_view doc = parameter.doc.text();
  std::string words(doc.substr(0, doc.find_first_of(":;(")));
  while (words.ends_with(' ')) {
    words.pop_back();
  }
  const std::string part = part_of(parameter);
  return part.empty() ? words : words + " (" + part + ')';
}

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

}  // namespace stepdown
