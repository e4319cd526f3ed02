#include "analysis/decision/told_break_even.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "analysis/rounding.h"
#include "analysis/study/setting_words.h"

namespace stepdown {
namespace {

bool is_share(const Varied& varied) {
  return varied.parameter->unit == Unit::share && varied.parameter->bounds.high <= 1;
}

std::string without_idle_zeros(std::string number) {
  if (number.find('.') != std::string::npos) {
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) {
      number.pop_back();
    }
  }
  return number;
}

std::string number_told(const Varied& varied, double value, double width) {
  if (varied.parameter->kind == Kind::choice) {
    return varied.written(value);
  }
  const double told = is_share(varied) ? 100 * value : value;
  const double grain = grain_of(is_share(varied) ? 100 * width : width);
  const bool is_whole =
      is_share(varied) || varied.parameter->kind == Kind::whole || std::round(told) == told;
  return without_idle_zeros(rounded(told, is_whole ? std::max(1.0, grain) : grain));
}

std::string unit_told(const Varied& varied) {
  return is_share(varied) ? " of 100" : ' ' + std::string(name_of(varied.parameter->unit));
}

double span_of(const Varied& varied) { return (varied.range.high - varied.range.low) / 10; }

std::string told_of_sides(const BreakEven& found, const Varied& varied, const TwoPlans& plans) {
  const std::string side = found.is_better_above ? " or more" : " or less";
  return plans.policy + " pays if this is " +
         number_told(varied, found.value, found.high - found.low) + unit_told(varied) + side +
         " (likely " + number_told(varied, found.low, found.high - found.low) + " to " +
         number_told(varied, found.high, found.high - found.low) + ").";
}

std::string stretches_told(const std::vector<std::pair<double, double>>& stretches,
                           const Varied& varied) {
  std::string words;
  for (const auto& [low, high] : stretches) {
    words +=
        (words.empty() ? "" : " and ") +
        (low == high ? "at " + value_told(varied, low) : "from " + range_told(varied, low, high));
  }
  return words;
}

/// Where the sign is not known, and where there is none.
std::string unsure_told(const BreakEven& found, const Varied& varied) {
  std::string words;
  if (!found.in_doubt.empty()) {
    words = "too close to call " + stretches_told(found.in_doubt, varied);
  }
  if (!found.the_same.empty()) {
    words += (words.empty() ? "" : "; ") + std::string("exactly the same ") +
             stretches_told(found.the_same, varied);
  }
  return words;
}

std::string one_sign_told(const BreakEven& found, const Varied& varied, const TwoPlans& plans) {
  const bool pays =
      std::ranges::any_of(found.points, [](const SureBenefit& point) { return point.sign > 0; });
  std::string sure;
  for (std::size_t i = 0; i < found.points.size(); ++i) {
    const std::size_t first = i;
    if (found.points[i].sign == 0) {
      continue;
    }
    while (i + 1 < found.points.size() && found.points[i + 1].sign != 0) {
      ++i;
    }
    sure += (sure.empty() ? "" : " and ") +
            (i == first
                 ? "at " + value_told(varied, found.points[i].value)
                 : "from " + range_told(varied, found.points[first].value, found.points[i].value));
  }
  return plans.policy + (pays ? " pays " : " loses ") + sure + "; " + unsure_told(found, varied) +
         ". Nowhere in the range does it surely do the opposite.";
}

std::string answer_told(const BreakEven& found, const Varied& varied, const TwoPlans& plans) {
  const std::string range = range_told(varied, varied.range.low, varied.range.high);
  switch (found.answer) {
    case BreakEvenAnswer::the_same:
      return plans.policy + " and " + plans.baseline +
             " are exactly the same in every run, at every value tried from " + range + '.';
    case BreakEvenAnswer::too_close:
      if (!found.the_same.empty()) {
        return plans.policy + " and " + plans.baseline +
               " cannot be told apart at any value: " + unsure_told(found, varied) + '.';
      }
      return "Too close to call everywhere from " + range + ": " + plans.policy + " and " +
             plans.baseline + " cannot be told apart at any value.";
    case BreakEvenAnswer::always_better:
      return plans.policy + " pays whatever this is, from " + range + '.';
    case BreakEvenAnswer::always_worse:
      return plans.policy + " never pays, whatever this is, from " + range + '.';
    case BreakEvenAnswer::once:
      return told_of_sides(found, varied, plans);
    case BreakEvenAnswer::one_sign:
      return one_sign_told(found, varied, plans);
    case BreakEvenAnswer::several: {
      std::string words = "There is no single break-even: which is better changes " +
                          std::to_string(found.changes.size()) + " times";
      for (const auto& [low, high] : found.changes) {
        words += ", between " + number_told(varied, low, span_of(varied)) + " and " +
                 value_told(varied, high);
      }
      return words + '.';
    }
  }
  return {};
}

}  // namespace

std::string value_told(const Varied& varied, double value) {
  return number_told(varied, value, span_of(varied)) + unit_told(varied);
}

std::string range_told(const Varied& varied, double low, double high) {
  return number_told(varied, low, span_of(varied)) + " to " + value_told(varied, high);
}

std::string setting_told(const Varied& varied) {
  return words_of_setting(*varied.parameter) + " (" + varied.name() + ')';
}

DecisionTold told_break_even(const BreakEven& found, const Varied& varied,
                             const Objective& objective, const TwoPlans& plans) {
  DecisionTold told;
  const std::string measure(objective.topic->title);
  told.title = "When " + plans.policy + " pays";
  told.sentences = {"What nobody knows: " + setting_told(varied) + '.',
                    answer_told(found, varied, plans)};
  if (found.answer == BreakEvenAnswer::once) {
    if (std::string words = unsure_told(found, varied); !words.empty()) {
      words.front() = static_cast<char>(std::toupper(words.front()));
      told.sentences.push_back(words + '.');
    }
  }
  const SureBenefit& least = found.points.front();
  const SureBenefit& most = found.points.back();
  for (const SureBenefit* end : {&least, &most}) {
    told.sentences.push_back("At " + value_told(varied, end->value) + ", compared with " +
                             plans.baseline + ": " +
                             mean_difference_told(objective, -end->high, -end->low) + '.');
  }
  told.table = {"decision",
                "Difference of " + plans.policy + " from " + plans.baseline + " at each value",
                {{"Value", "value"},
                 {"Difference", "difference"},
                 {"from", "low"},
                 {"to", "high"},
                 {"Runs", "runs"},
                 {"Reading", "reading"}},
                {{}},
                "data-part=\"curve\""};
  for (const SureBenefit& point : found.points) {
    const double grain = grain_of(point.high - point.low);
    told.table.groups.front().rows.push_back({{varied.written(point.value)},
                                              {rounded(-point.mean, grain)},
                                              {rounded(-point.high, grain)},
                                              {rounded(-point.low, grain)},
                                              {std::to_string(point.runs)},
                                              {point.is_the_same ? "the same"
                                               : point.sign > 0  ? "pays"
                                               : point.sign < 0  ? "loses"
                                                                 : "too close to call"}});
  }
  told.picture_message = told.sentences[1];
  told.picture_subtitle = measure + " (" + objective.name() + "): " + plans.policy + " minus " +
                          plans.baseline + " by " + varied.name();
  told.how_to_read = "Below the level line " + plans.policy +
                     " does better. Lines hold the mean at 95% for all values together.";
  told.alternative =
      "A dot with an interval at each value that was tried. All numbers are in the table.";
  told.asked = {{"Measure", measure + " (" + objective.name() + "), less is better"},
                {"What is varied", setting_told(varied)},
                {"From and to", range_told(varied, varied.range.low, varied.range.high)},
                {"Where that stands", std::string(varied.parameter->source.text())}};
  return told;
}

}  // namespace stepdown
