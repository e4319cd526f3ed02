#include "analysis/decision/objective.h"

#include <algorithm>

#include "analysis/report/headline.h"
#include "analysis/rounding.h"
#include "scenarios/nearest_word.h"
#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

Problem refusal(Fault fault, const std::string& typed, std::string message, std::string advice) {
  return problem_of_typed(fault, "--measure", typed, std::move(message), std::move(advice));
}

Problem not_answered(const std::string& name) {
  std::vector<std::string> known;
  for (const std::string_view measure : answered_measures()) {
    known.emplace_back(measure);
  }
  if (std::ranges::find(run_measures(), name, &Measure::name) != run_measures().end()) {
    std::string list;
    for (const std::string& each : known) {
      list += (list.empty() ? "" : ", ") + each;
    }
    return refusal(Fault::value_refused, name,
                   "nothing is decided on `" + name + "`: more of it is neither better nor worse",
                   "take one of " + list);
  }
  const auto similar = nearest_word(name, known);
  return refusal(Fault::unknown_name, name, "there is no measure `" + name + "`",
                 similar ? "a measure with a similar name exists: `" + *similar + "`"
                         : "`stepdown explain --outcomes` lists all measures");
}

bool decides_nothing_alone(const std::string& name) {
  return name == "cost_total" || name == "rereferral_12m";
}

std::string measures_of_one_meaning() {
  std::string list;
  for (const std::string_view measure : answered_measures()) {
    const std::string name(measure);
    if (!is_official_count(name) && !decides_nothing_alone(name)) {
      list += (list.empty() ? "" : ", ") + name;
    }
  }
  return list;
}

}  // namespace

std::vector<Objective> read_objectives(std::span<const std::string> typed) {
  std::vector<std::string> names(typed.begin(), typed.end());
  if (names.empty()) {
    names.emplace_back(usual_objective);
  }
  std::vector<Objective> objectives;
  std::vector<Problem> problems;
  for (const std::string& name : names) {
    const auto topic = std::ranges::find(answer_topics(), name, &AnswerTopic::measure);
    const auto measure = std::ranges::find(run_measures(), name, &Measure::name);
    if (topic == answer_topics().end() || measure == run_measures().end()) {
      problems.push_back(not_answered(name));
    } else if (std::ranges::any_of(objectives,
                                   [&](const Objective& each) { return each.name() == name; })) {
      problems.push_back(refusal(Fault::value_refused, name, "`" + name + "` is named twice",
                                 "name each measure once"));
    } else {
      objectives.push_back({static_cast<std::size_t>(measure - run_measures().begin()), &*topic});
    }
  }
  if (problems.empty() && std::ranges::all_of(names, decides_nothing_alone)) {
    problems.push_back(
        refusal(Fault::value_refused, names.front(),
                "`" + names.front() +
                    "` decides nothing alone: cost is least where nobody is helped, and official "
                    "re-referral where nobody is noticed",
                std::string("name a measure of need beside it, under which no option may be worse: "
                            "--measure ") +
                    names.front() + " --measure " + usual_objective));
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return objectives;
}

void check_comparable(std::span<const Objective> objectives, const ServiceModels& plans) {
  std::vector<std::string> left_out;
  bool decides = false;
  for (const Objective& objective : objectives) {
    if (!plans.are_all_comparable(objective.name())) {
      left_out.push_back(objective.name());
    } else if (!decides_nothing_alone(objective.name())) {
      decides = true;
    }
  }
  const bool is_first_out = !left_out.empty() && left_out.front() == objectives.front().name();
  if (is_first_out || (!left_out.empty() && !decides)) {
    throw plans.refusal(left_out, "take a --measure with one meaning under all plans: " +
                                      measures_of_one_meaning());
  }
}

std::string not_judged_told(const Objective& objective, const std::vector<std::string>& plans) {
  return std::string(objective.topic->title) + " (" + objective.name() + ") is not compared with " +
         listed(plans) + ": " + std::string(why_not_comparable) + '.';
}

std::vector<std::string> caveats_of(std::span<const Objective> objectives) {
  std::vector<std::string> caveats;
  for (const Objective& objective : objectives) {
    if (!objective.topic->caveat.empty()) {
      caveats.push_back(std::string(objective.topic->title) + ": " +
                        std::string(objective.topic->caveat));
    }
  }
  return caveats;
}

std::string difference_told(const Objective& objective, double low, double high) {
  const AnswerTopic& topic = *objective.topic;
  const AnswerScale scale = scale_of_answer(topic, low, high);
  const std::string words =
      differences_in_words(topic, scale, low * scale.scale, high * scale.scale);
  if (low == 0 && high == 0) {
    return words;
  }
  if (scale.people > 0) {
    return words + " of every " + rounded(scale.people, 1) + ' ' + std::string(topic.of_every) +
           ' ' + std::string(topic.what);
  }
  return words + ' ' + std::string(topic.unit) + ' ' + std::string(topic.what);
}

std::string mean_difference_told(const Objective& objective, double low, double high) {
  const bool is_a_mean = objective.topic->what.find("on average") != std::string_view::npos;
  const bool is_the_same = low == 0 && high == 0;
  return (is_a_mean || is_the_same ? "" : "on average ") + difference_told(objective, low, high);
}

std::string mean_difference_told(const Objective& objective, const Summary& over_runs) {
  return mean_difference_told(objective, over_runs.mean_low(), over_runs.mean_high());
}

std::string amount_told(const Objective& objective, const Summary& own) {
  const AnswerTopic& topic = *objective.topic;
  const double grain = std::max(own.mean >= 100 ? 1.0 : 0.1, grain_of(2 * own.half_width));
  if (!topic.of_every.empty()) {
    return rounded(own.mean, 0.1) + " of every 100 " + std::string(topic.of_every) + ' ' +
           std::string(topic.what);
  }
  return rounded(own.mean, grain) + ' ' + std::string(topic.unit) + ' ' + std::string(topic.what);
}

}  // namespace stepdown
