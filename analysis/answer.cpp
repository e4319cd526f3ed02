#include "analysis/answer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "analysis/payback.h"
#include "analysis/rounding.h"

namespace stepdown {
namespace {

// Fewer runs than this give a rough answer, whatever they agree on.
constexpr std::size_t runs_for_an_answer = 30;

using Topic = AnswerTopic;

constexpr std::array topics = {
    Topic{"return_of_need_24m", "Return of need",
          "families first helped after day 0 whose need had eased",
          "are back at neglect level 3 or worse within 24 months", "", "fewer", "more"},
    Topic{"child_years_level_3_to_5", "Need", "", "living at neglect level 3 to 5 at any one time",
          "children", "fewer", "more"},
    Topic{"child_years_level_4_to_5", "Severe need", "",
          "living at neglect level 4 to 5 at any one time", "children", "fewer", "more"},
    Topic{
        "severe_child_years_without_help", "Severe need without help", "",
        "living at neglect level 4 to 5 without any help at any one time", "children", "fewer",
        "more",
        "A case that is held open counts as helped: where a plan holds cases open for longer, this "
        "falls by construction, and nothing follows from it alone."},
    Topic{"lateness_level_3_days", "Lateness", "",
          "from first reaching level 3 to first help, on average", "days", "fewer", "more"},
    Topic{"lateness_level_4_days", "Lateness for severe need", "",
          "from first reaching level 4 to first help, on average", "days", "fewer", "more"},
    Topic{"waiting_community_early_help_mean", "Waiting for community-based early help", "",
          "on the list on an average day", "families", "fewer", "more"},
    Topic{"waiting_targeted_early_help_mean", "Waiting for targeted early help", "",
          "on the list on an average day", "families", "fewer", "more"},
    Topic{"waiting_targeted_early_help_peak", "Longest list for targeted early help", "",
          "on the list on its worst day", "families", "fewer", "more"},
    Topic{"unallocated_mean", "Cases without a social worker", "", "unallocated on an average day",
          "children", "fewer", "more"},
    Topic{"escalation_12m", "Escalation", "starts of early help",
          "are followed by a referral to social care within 12 months", "", "fewer", "more",
          "It is a share of those whom early help takes on: it moves too where a plan brings early "
          "help families in greater or lesser need."},
    Topic{"rereferral_12m", "Official re-referral", "referrals",
          "are of a child referred within the 12 months before", "", "fewer", "more",
          "This official figure is low by construction while cases are held open, so nothing "
          "follows from it alone."},
    Topic{"cost_total", "Cost", "", "a year", "pounds", "less", "more"},
};

// The least of these denominators in which the difference shows as whole people.
double people_in_denominator(double width_in_percent) {
  for (const double people : {100.0, 1000.0}) {
    if (width_in_percent * people / 100 >= 2) {
      return people;
    }
  }
  return 10'000;
}

// Numbers of one sentence: everything in one unit and rounded to one step.
struct Figures {
  AnswerScale scale;
  double baseline = 0;
  double scenario = 0;
  double low = 0;
  double high = 0;

  std::string text(double value) const { return rounded(value, scale.grain); }
};

Figures figures_of(const Topic& topic, const MeasureComparison& measure, std::size_t scenario) {
  const Summary& difference = measure.from_baseline[scenario].over_runs;
  Figures figures;
  figures.scale = scale_of_answer(topic, difference.low, difference.high);
  const double scale = figures.scale.scale;
  figures.baseline = measure.own.front().mean * scale;
  figures.scenario = measure.own[scenario].mean * scale;
  figures.low = difference.low * scale;
  figures.high = difference.high * scale;
  return figures;
}

std::string likely(const Topic& topic, const Figures& figures) {
  return "likely " + differences_in_words(topic, figures.scale, figures.low, figures.high);
}

std::string both_sides(const Topic& topic, const Figures& figures,
                       const std::vector<std::string>& scenarios, std::size_t scenario) {
  const std::string& baseline_name = scenarios.front();
  const std::string baseline = figures.text(figures.baseline);
  const std::string other = figures.text(figures.scenario);
  const std::string what(topic.what);
  if (figures.scale.people > 0) {
    return "of every " + rounded(figures.scale.people, 1) + ' ' + std::string(topic.of_every) +
           ", " + baseline + ' ' + what + " under " + baseline_name + " and " + other + " under " +
           scenarios[scenario];
  }
  return baseline + ' ' + std::string(topic.unit) + ' ' + what + " under " + baseline_name +
         " and " + other + " under " + scenarios[scenario];
}

std::string counted_runs(std::size_t runs) {
  return std::to_string(runs) + (runs == 1 ? " run" : " runs");
}

// What never happens in a few runs may happen in many.
std::string in_all(std::size_t runs) {
  if (runs >= least_runs_for_a_verdict) {
    return "in every run";
  }
  return runs == 1 ? "in this one run" : "in these " + counted_runs(runs);
}

std::string sentence_on(const Topic& topic, const MeasureComparison& measure,
                        const std::vector<std::string>& scenarios, std::size_t scenario) {
  const PairedDifference& difference = measure.from_baseline[scenario];
  const std::string start = std::string(topic.title) + ": ";
  if (difference.verdict == Verdict::the_same) {
    return start + "exactly the same " + where_the_same(difference) + '.';
  }
  if (difference.is_mostly_missing()) {
    return start + "too few runs to tell, " + runs_that_have_it(difference) + '.';
  }
  const Figures figures = figures_of(topic, measure, scenario);
  std::string sentence = start + both_sides(topic, figures, scenarios, scenario);
  const std::string agreement = agreement_in_words(difference, topic.less, topic.more);
  if (difference.verdict == Verdict::too_few_runs) {
    sentence += "; too few runs to tell (" + agreement + ").";
  } else if (difference.verdict == Verdict::too_close_to_call) {
    sentence += "; too close to call, we cannot tell these apart (" + likely(topic, figures) +
                ", " + agreement + ").";
  } else {
    sentence += "; " + likely(topic, figures) + " (" + agreement + ").";
  }
  return topic.caveat.empty() ? sentence : sentence + ' ' + std::string(topic.caveat);
}

// When what a scenario costs at first has come back, if it ever does; nothing to say where costs
// are the same.
std::string payback_sentence(const Comparison& comparison, std::size_t scenario) {
  const MeasureComparison* cost = comparison.find("cost_total");
  if (cost == nullptr || scenario >= comparison.further_cost.size()) {
    return "";
  }
  const PairedDifference& difference = cost->from_baseline[scenario];
  const std::vector<double>& months = comparison.further_cost[scenario];
  const std::vector<double> by_year = cumulative_by_year(months);
  if (difference.pairs() == 0 || difference.verdict == Verdict::the_same || by_year.empty()) {
    return "";
  }
  if (difference.verdict == Verdict::too_few_runs) {
    return "Payback: too few runs to tell.";
  }
  const std::string& baseline = comparison.scenarios.front();
  const std::string years =
      std::to_string(by_year.size()) + (by_year.size() == 1 ? " year" : " years");
  if (difference.verdict == Verdict::too_close_to_call) {
    return "Payback: too close to call, runs do not agree which of the two has cost less after " +
           years + '.';
  }
  if (const std::optional<int> year = payback_year(months)) {
    return "Payback: over the runs together, the cumulative cost " +
           (*year == 1 ? "is below that of " + baseline + " from the first year on."
                       : "falls below that of " + baseline + " in year " + std::to_string(*year) +
                             " and stays below.");
  }
  const double range =
      (difference.over_runs.high - difference.over_runs.low) * static_cast<double>(by_year.size());
  return "Payback: not within " + years + ", after which the cumulative cost is " +
         rounded(by_year.back(), std::max(1.0, grain_of(range))) + " pounds above that of " +
         baseline + '.';
}

std::string in_a_sentence(std::string_view title) {
  std::string words(title);
  words.front() = static_cast<char>(std::tolower(words.front()));
  return words;
}

// What is the same may be said of several measures at once, but need, lateness and returning keep
// their sentences in their places.
bool may_be_listed(const MeasureComparison& measure, std::size_t scenario) {
  const MeasureGroup group = measure.measure.group;
  return measure.from_baseline[scenario].over_runs.missing == 0 && group != MeasureGroup::need &&
         group != MeasureGroup::lateness && group != MeasureGroup::returning;
}

}  // namespace

AnswerScale scale_of_answer(const AnswerTopic& topic, double low, double high) {
  const double width = high - low;
  AnswerScale scale;
  if (!topic.of_every.empty()) {
    scale.people = people_in_denominator(width);
    scale.scale = scale.people / 100;
  }
  scale.grain = grain_of(width * scale.scale);
  // People, days and pounds are told as whole ones where that hides nothing.
  if (scale.people > 0 || width >= 2) {
    scale.grain = std::max(scale.grain, 1.0);
  }
  // A hundredth of a family or a day is nothing that a decision could rest on.
  if (scale.grain > 0) {
    scale.grain = std::max(scale.grain, 0.01);
  }
  return scale;
}

std::string differences_in_words(const AnswerTopic& topic, const AnswerScale& scale, double low,
                                 double high) {
  if (low == 0 && high == 0) {
    return "exactly the same";
  }
  const double step = scale.grain > 0 ? scale.grain : 1e-300;
  const bool reaches_less = std::round(low / step) < 0;
  const bool reaches_more = std::round(high / step) > 0;
  const std::string low_text = rounded(std::abs(low), scale.grain);
  const std::string high_text = rounded(std::abs(high), scale.grain);
  const std::string less(topic.less);
  const std::string more(topic.more);
  if (reaches_less && reaches_more) {
    return "between " + low_text + ' ' + less + " and " + high_text + ' ' + more;
  }
  if (!reaches_less && !reaches_more) {
    return "less than " + rounded(step, step) + " either way";
  }
  const std::string& near = reaches_less ? high_text : low_text;
  const std::string& far = reaches_less ? low_text : high_text;
  return (near == far ? near : near + " to " + far) + ' ' + (reaches_less ? less : more);
}

std::string agreement_in_words(const PairedDifference& difference, std::string_view less,
                               std::string_view more) {
  const bool mostly_less = difference.lower > difference.higher;
  const std::size_t missing = difference.over_runs.missing;
  return std::string(mostly_less ? less : more) + " in " +
         std::to_string(mostly_less ? difference.lower : difference.higher) + " of " +
         counted_runs(difference.pairs()) +
         (missing == 0 ? "" : ", no such number in " + std::to_string(missing));
}

std::string where_the_same(const PairedDifference& difference) {
  const std::size_t missing = difference.over_runs.missing;
  return missing == 0 ? in_all(difference.pairs())
                      : "in the " + std::to_string(difference.pairs()) + " of " +
                            counted_runs(difference.pairs() + missing) + " that have such a number";
}

std::string runs_that_have_it(const PairedDifference& difference) {
  return std::to_string(difference.pairs()) + " of " +
         counted_runs(difference.pairs() + difference.over_runs.missing) +
         (difference.pairs() == 1 ? " has such a number" : " have such a number");
}

std::string caution_on_runs(std::size_t runs) {
  if (runs >= runs_for_an_answer) {
    return "";
  }
  return (runs == 1 ? "This is " : "These are ") + counted_runs(runs) + " only: take " +
         std::to_string(runs_for_an_answer) + " or more before relying on an answer.";
}

std::span<const AnswerTopic> answer_topics() { return topics; }

std::vector<std::string_view> answered_measures() {
  std::vector<std::string_view> names;
  std::ranges::transform(topics, std::back_inserter(names), &Topic::measure);
  return names;
}

std::vector<std::string> answer_sentences(const Comparison& comparison, std::size_t scenario) {
  if (comparison.is_the_same(scenario)) {
    return {"These two plans are the same: every difference is exactly 0 " +
            in_all(comparison.runs) + '.'};
  }
  std::vector<std::string> sentences;
  std::string the_same;
  for (const Topic& topic : topics) {
    const MeasureComparison* measure = comparison.find(topic.measure);
    if (measure == nullptr || measure->from_baseline[scenario].pairs() == 0) {
      continue;
    }
    const bool is_the_same = measure->from_baseline[scenario].verdict == Verdict::the_same;
    if (is_the_same && may_be_listed(*measure, scenario)) {
      the_same += (the_same.empty() ? "" : "; ") + in_a_sentence(topic.title);
    } else {
      sentences.push_back(sentence_on(topic, *measure, comparison.scenarios, scenario));
    }
  }
  if (std::string payback = payback_sentence(comparison, scenario); !payback.empty()) {
    sentences.push_back(std::move(payback));
  }
  if (std::ranges::any_of(comparison.measures, [&](const MeasureComparison& measure) {
        return measure.from_baseline[scenario].verdict == Verdict::not_comparable;
      })) {
    sentences.push_back(
        "Official counts, re-referral and escalation among them, are not compared: where early "
        "help and children in need are one service, the same names count something else.");
  }
  if (!the_same.empty()) {
    sentences.push_back("Exactly the same " + in_all(comparison.runs) + ": " + the_same + '.');
  }
  if (std::string caution = caution_on_runs(comparison.runs); !caution.empty()) {
    sentences.push_back(std::move(caution));
  }
  return sentences;
}

}  // namespace stepdown
